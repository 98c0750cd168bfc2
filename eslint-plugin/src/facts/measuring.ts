// Iterations that measure how long they take: what ran beside them would be measured too.
import type { TSESTree } from '@typescript-eslint/utils';
import { clocks } from '../knowledge/waits.js';
import type { Frame } from './paths.js';
import { argumentsOf, bare, calleeNames, calleeOf, type CallNode, isLoop } from './syntax.js';
import { isPrivateTo, variableOf } from './variables.js';

/**
 * The difference that a call of a clock is a part of, as written, where what is taken from it is a time that the same
 * iteration noted before: `Date.now() - startedAt`, `process.hrtime(startedAt)`.
 */
export function measuredBy(frame: Frame, call: CallNode): string | undefined {
  if (!isLoop(frame.region) || !clocks.has(calleeNames(calleeOf(call)).join('.'))) return undefined;
  const { parent } = call;
  const isDifference = parent.type === 'BinaryExpression' && parent.operator === '-' && parent.left === call;
  const since = isDifference ? parent.right : argumentsOf(call)[0];
  if (!since || !isNoted(frame, bare(since))) return undefined;
  return frame.source.getText(isDifference ? parent : call);
}

/** Whether a variable of the iteration holds what a clock showed. */
function isNoted(frame: Frame, node: TSESTree.Node): boolean {
  const variable = node.type === 'Identifier' ? variableOf(frame.source, node) : undefined;
  if (!variable || !isPrivateTo(variable, frame.region)) return false;
  return variable.references.some(({ writeExpr }) => {
    const value = writeExpr && bare(writeExpr);
    return value?.type === 'CallExpression' && clocks.has(calleeNames(value.callee).join('.'));
  });
}
