// Calls that may throw at once, before there is a promise: among the operands of a combinator, such a throw would
// leave those that were started before it without a handler. In an async function of its own it is a rejection.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../facts/functions.js';
import { hasOwnNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { isForgotten } from './narrowed.js';

/** What stands before and after an operand. */
export type Guard = readonly [before: string, after: string];

const none: Guard = ['', ''];
const inFunction: Guard = ['(async () => ', ')()'];

/**
 * What has each operand reject where it would throw; nothing for most, and for the first, before which none is started.
 * `undefined` where a function would not compile.
 */
export function guardsOf(source: SourceCode, operands: readonly TSESTree.Expression[]): readonly Guard[] | undefined {
  const guarded = operands.map((operand, index) => index > 0 && mayThrowAtOnce(source, operand));
  if (operands.some((operand, index) => guarded[index] && isForgotten(source, operand))) return undefined;
  return guarded.map((isGuarded) => (isGuarded ? inFunction : none));
}

/** Whether a function of this file is called that is not async and throws itself. */
function mayThrowAtOnce(source: SourceCode, operand: TSESTree.Expression): boolean {
  const called = operand.type === 'CallExpression' ? localFunction(source, operand.callee) : undefined;
  if (!called || called.async) return false;
  const isYielding = holds(source, operand, 'YieldExpression');
  return !isYielding && holds(source, called.body, 'ThrowStatement');
}

/** Whether something of a type lies below a node, functions left out. */
function holds(source: SourceCode, node: TSESTree.Node, type: string): boolean {
  return hasOwnNode(node, source.visitorKeys, (inner) => inner.type === type);
}
