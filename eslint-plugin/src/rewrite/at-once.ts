// Calls that may throw at once, before there is a promise: among the operands of a combinator, such a throw would
// leave those that were started before it without a handler. In an async function of its own it is a rejection.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../facts/functions.js';
import { hasOwnNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { isForgotten } from './narrowed.js';

/**
 * What stands before and after an operand, so that it rejects where it would throw; nothing for most, `undefined` where
 * the function would not compile.
 */
export function guardOf(source: SourceCode, operand: TSESTree.Expression): [string, string] | undefined {
  if (!mayThrowAtOnce(source, operand)) return ['', ''];
  return isForgotten(source, operand) ? undefined : ['(async () => ', ')()'];
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
