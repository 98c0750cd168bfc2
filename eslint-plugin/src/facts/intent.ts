// Comments in which the author says that the iterations run one after the other on purpose.
import type { TSESTree } from '@typescript-eslint/utils';
import { statedOrder } from '../knowledge/intent.js';
import type { LoopFacts } from './model.js';
import { placeOf } from './places.js';
import type { LoopNode } from './syntax.js';
import type { SourceCode } from './variables.js';

/**
 * The first comment that states the order.
 * @param firstAwait the first `await` in the loop: comments after its line speak of something else
 */
export function intentOf(source: SourceCode, loop: LoopNode, firstAwait: TSESTree.Node): LoopFacts['intent'] {
  const before = source.getCommentsBefore(loop.parent.type === 'LabeledStatement' ? loop.parent : loop);
  const inside = source.getCommentsInside(loop).filter((comment) => comment.loc.start.line <= firstAwait.loc.end.line);
  for (const comment of [...adjacent(before, loop), ...inside]) {
    if (statedOrder.some((phrase) => phrase.test(comment.value))) return { text: comment.value.trim(), at: placeOf(comment) };
  }
  return undefined;
}

/** The comments that stand right above the loop, without a blank line between. */
function adjacent(comments: readonly TSESTree.Comment[], loop: LoopNode): TSESTree.Comment[] {
  const kept: TSESTree.Comment[] = [];
  let line = loop.loc.start.line;
  for (const comment of [...comments].reverse()) {
    if (comment.loc.end.line < line - 1) break;
    kept.unshift(comment);
    line = comment.loc.start.line;
  }
  return kept;
}
