// Comments in which the author says that the iterations run one after the other on purpose.
import type { TSESTree } from '@typescript-eslint/utils';
import { orderWords, statedOfAll, statedOrder } from '../knowledge/intent.js';
import { wordsOf } from '../knowledge/words.js';
import { alternativeOf } from './gathered.js';
import type { LoopFacts } from './model.js';
import { placeOf } from './places.js';
import {
  functionAround,
  holdsAwait,
  isFunction,
  type LoopNode,
  nameOfFunction,
  siblingsOf,
  statementsIn,
} from './syntax.js';
import { declaratorOf, type SourceCode, variableOf } from './variables.js';

/** The comment by which a project silences one loop: `// gather: sequential -- reason`. */
export const directivePattern = /^\s*gather:\s*sequential\b(?:\s*--\s*(?<reason>\S.*))?/s;

/**
 * The first comment that states the order.
 * @param firstAwait the first `await` in the loop: comments after its line speak of something else
 */
export function intentOf(source: SourceCode, loop: LoopNode, firstAwait: TSESTree.Node): LoopFacts['intent'] {
  const before = source.getCommentsBefore(loop.parent.type === 'LabeledStatement' ? loop.parent : loop);
  const outside = aboveFunction(source, loop);
  const isAlone = siblingsOf(loop)?.length === 1;
  const inside = source.getCommentsInside(loop).filter((comment) => comment.loc.start.line <= firstAwait.loc.end.line);
  for (const comment of [
    ...outside,
    ...aboveParagraph(source, loop, loop),
    ...adjacent(before, loop),
    ...aboveBranch(source, loop),
    ...inside,
  ]) {
    if (directivePattern.test(comment.value)) continue;
    // What is said of a whole function may be about what it prepares or gives.
    const phrases = isAlone || !outside.includes(comment) ? statedOrder : statedOfAll;
    if (phrases.some((phrase) => phrase.test(comment.value)))
      return { text: comment.value.trim(), at: placeOf(comment) };
  }
  const alternative = alternativeOf(source, loop);
  return alternative ? { text: source.getText(alternative), at: placeOf(alternative) } : namedOrder(loop);
}

/** The function around, where its name says that it goes through something in order: `uploadSequentially`. */
function namedOrder(loop: LoopNode): LoopFacts['intent'] {
  const around = functionAround(loop);
  const name = around ? nameOfFunction(around) : undefined;
  const isOrdered = name !== undefined && orderWords.test(wordsOf(name).join(' '));
  return around && isOrdered ? { text: name, at: placeOf(around) } : undefined;
}

/** The comments above what leads up to a statement: the statements before it that no blank line parts from it. */
function aboveParagraph(source: SourceCode, end: TSESTree.Statement, loop: LoopNode): TSESTree.Comment[] {
  const siblings = 'body' in end.parent && Array.isArray(end.parent.body) ? (end.parent.body as TSESTree.Node[]) : [];
  const found: TSESTree.Comment[] = [];
  let below: TSESTree.Node = end;
  for (const statement of siblings.slice(0, siblings.indexOf(end)).reverse()) {
    const first = adjacent(source.getCommentsBefore(below), below)[0]?.loc ?? below.loc;
    if (statement.loc.end.line < first.start.line - 1 || !leadsUpTo(source, statement, loop)) break;
    found.unshift(...adjacent(source.getCommentsBefore(statement), statement));
    below = statement;
  }
  return found;
}

/** Whether a statement only prepares: it makes the list that is iterated, or does not wait for anything. */
function leadsUpTo(source: SourceCode, statement: TSESTree.Node, loop: LoopNode): boolean {
  if (statement.type !== 'VariableDeclaration' && statement.type !== 'ExpressionStatement') return false;
  const list = loop.type === 'ForOfStatement' ? loop.right : undefined;
  const variable = list?.type === 'Identifier' ? variableOf(source, list) : undefined;
  if (variable && declaratorOf(variable)?.parent === statement) return true;
  return !holdsAwait(statement, source.visitorKeys);
}

/** The comments above the `if` whose branch begins with the loop, and above what leads up to that. */
function aboveBranch(source: SourceCode, loop: LoopNode): TSESTree.Comment[] {
  const block = loop.parent;
  const begins =
    block.type === 'BlockStatement' &&
    block.body.slice(0, block.body.indexOf(loop)).every((statement) => leadsUpTo(source, statement, loop));
  const branch = begins ? block.parent : block;
  if (branch.type !== 'IfStatement') return [];
  return [...aboveParagraph(source, branch, loop), ...adjacent(source.getCommentsBefore(branch), branch)];
}

/** The comments above the function around, where nothing else in it waits. */
function aboveFunction(source: SourceCode, loop: LoopNode): TSESTree.Comment[] {
  const body = loop.parent;
  const around = body.type === 'BlockStatement' && isFunction(body.parent) ? body.parent : undefined;
  const isConcern = (statement: TSESTree.Node): boolean =>
    statement === loop || !holdsAwait(statement, source.visitorKeys);
  if (!around || !siblingsOf(loop)?.every(isConcern)) return [];
  const node = outermostPart(around);
  return adjacent(source.getCommentsBefore(node), node);
}

/** The statement or member that a node is a part of. */
export function outermostPart(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  return !parent || isAround(parent) ? node : outermostPart(parent);
}

/** What holds statements or members: comments above a function stand above its part of that. */
function isAround(node: TSESTree.Node): boolean {
  return node.type.endsWith('Statement') || node.type === 'ClassBody' || statementsIn(node) !== undefined;
}

/** The comments that stand right above a node, without a blank line between. */
export function adjacent(comments: readonly TSESTree.Comment[], node: TSESTree.Node): TSESTree.Comment[] {
  const kept: TSESTree.Comment[] = [];
  let line = node.loc.start.line;
  for (const comment of [...comments].reverse()) {
    if (comment.loc.end.line < line - 1) break;
    kept.unshift(comment);
    line = comment.loc.start.line;
  }
  return kept;
}
