// The rewrites of a loop that may run concurrently, the safest first.
import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { Concurrent, Ordered } from '../verdict/model.js';
import { actingOnly } from './acting.js';
import { obstacleIn } from './body.js';
import { inChunks } from './chunks.js';
import { collected, type Collection, collectionOf } from './collect.js';
import { bodyStatements, type Build, type Draft } from './draft.js';
import { type Items, itemsOf } from './items.js';
import type { Edit, Outcome, Rewrite, WhyNot } from './model.js';
import { namesOf } from './names.js';
import { additionsOf, inParts } from './parts.js';
import { splitOf } from './split.js';
import { statementEnd, styleOf } from './text.js';
import { twoPhases } from './two-phase.js';

/** Rewrites `loop` as the verdict allows. */
export function rewritesOf(source: SourceCode, loop: LoopNode, verdict: Concurrent): Outcome {
  const names = namesOf(source);
  const items = itemsOf(source, loop, names);
  if (!items) return none('head');
  if (verdict.privatised.length > 0) return none('outer-variable');
  const obstacle = obstacleIn(source, loop) ?? (loop.parent.type === 'LabeledStatement' ? 'entangled' : undefined);
  if (obstacle) return none(obstacle);
  if (commentsLost(source, loop, items)) return none('comments');
  const draft: Draft = { source, loop, items, names, style: styleOf(source, loop) };
  for (const ordered of demands(verdict.ordered)) {
    const outcome = inSomeForm(draft, ordered, verdict.writes);
    if (outcome) return outcome;
  }
  return none('entangled');
}

/** What must stay in order, and then without what may do without where no form can keep it. */
function demands(ordered: readonly Ordered[]): (readonly Ordered[])[] {
  const strict = ordered.filter(({ does, state }) => does !== 'call' && !(does === 'log' && quietLog.test(state)));
  return strict.length < ordered.length ? [ordered, strict] : [ordered];
}

/** Logs that are read for what they say of one item. */
const quietLog = /\.(?:debug|trace|verbose|silly)$/;

/** The first form that keeps the order of what must stay in order. */
function inSomeForm(draft: Draft, ordered: readonly Ordered[], writes: boolean): Outcome | undefined {
  const { source, loop } = draft;
  if (ordered.length === 0) return finished(draft, 'all', actingOnly, writes);
  const collection = collectionOf(source, loop, ordered);
  if (collection) return collecting(draft, collection, writes);
  const inOrder: Build = (given) => {
    const split = splitOf(source, bodyStatements(given), ordered, given.names);
    return split && twoPhases(given, split);
  };
  if (inOrder({ ...draft, names: draft.names.copy() }) !== undefined)
    return finished(draft, 'in-order', inOrder, writes);
  const additions = additionsOf(source, loop, ordered);
  return additions && finished(draft, 'all', (given) => inParts(given, additions), writes);
}

function none(why: WhyNot): Outcome {
  return { rewrites: [], why };
}

/** Comments in the head, or in a statement that the parameters replace, have no place to go. */
function commentsLost(source: SourceCode, loop: LoopNode, items: Items): boolean {
  const isKept = (comment: TSESTree.Comment): boolean =>
    isInside(comment as unknown as TSESTree.Node, loop.body) &&
    !(items.replaces && isInside(comment as unknown as TSESTree.Node, items.replaces));
  return !source.getCommentsInside(loop).every(isKept);
}

/** The whole statement and, for writes, first the same in chunks. */
function finished(draft: Draft, form: 'all' | 'in-order', build: Build, writes: boolean): Outcome {
  const text = build({ ...draft, names: draft.names.copy() });
  if (text === undefined) return none('entangled');
  return { rewrites: [...bounded(draft, build, writes), { form, edits: [{ range: draft.loop.range, text }] }] };
}

function bounded(draft: Draft, build: Build, writes: boolean): Rewrite[] {
  const text = writes ? inChunks({ ...draft, names: draft.names.copy() }, build) : undefined;
  return text === undefined ? [] : [{ form: 'chunks', edits: [{ range: draft.loop.range, text }] }];
}

function collecting(draft: Draft, collection: Collection, writes: boolean): Outcome {
  const { source, loop, style } = draft;
  const end = statementEnd(source, style, loop);
  const build: Build = (given) =>
    `${source.getText(collection.target)}.push(...(await ${collected(given, collection)}))${end}`;
  const { declaration } = collection;
  if (!declaration) return finished(draft, 'all', build, writes);
  const [declarator] = declaration.declarations;
  const text = `${declaration.kind} ${source.getText(declarator.id)} = await ${collected(draft, collection)}${end}`;
  const merged: Edit = { range: [declaration.range[0], loop.range[1]], text };
  return { rewrites: [...bounded(draft, build, writes), { form: 'all', edits: [merged] }] };
}
