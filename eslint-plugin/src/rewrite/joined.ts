// A `Promise.all` in a row whose values are taken apart one by one: its operands join those of the group.
import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitNode } from '../facts/sequence.js';
import { calleeNames } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';

/** The operands that join a group, each with what its value goes to. */
export interface Joined {
  operands: readonly TSESTree.Expression[];
  /** One for each operand: a name, a pattern, or nothing. */
  patterns: readonly string[];
}

/** The operands of `const [a, b] = await Promise.all([f(), g()])`; `undefined` for any other await. */
export function joinedOf(source: SourceCode, { argument, binding, value, awaited }: AwaitNode): Joined | undefined {
  const pattern = binding?.id;
  const list = operandsOf(argument);
  if (!list || pattern?.type !== 'ArrayPattern' || pattern.typeAnnotation || value !== awaited) return undefined;
  const operands = list.elements.filter((element) => element !== null && element.type !== 'SpreadElement');
  const { elements } = pattern;
  const isEachTaken = operands.length === list.elements.length && operands.length === elements.length;
  if (!isEachTaken || elements.at(-1)?.type === 'RestElement' || source.getCommentsInside(argument).length > 0)
    return undefined;
  return { operands, patterns: elements.map((element) => (element ? source.getText(element) : '')) };
}

function operandsOf(argument: TSESTree.Expression): TSESTree.ArrayExpression | undefined {
  if (argument.type !== 'CallExpression' || argument.typeArguments) return undefined;
  const [list, another] = argument.arguments;
  const isAll = calleeNames(argument.callee).join('.') === 'Promise.all' && another === undefined;
  return isAll && list?.type === 'ArrayExpression' ? list : undefined;
}
