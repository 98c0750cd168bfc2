// The moment in which somebody takes the outcome of a promise that a variable holds: an `await`, a combinator's call,
// a link of a chain, or whoever else is handed it.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type FunctionNode, isFunction, propertyName } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import { combinatorAt } from './combinators.js';
import type { Handling } from './model.js';

/** Takes the outcome once `node` is evaluated. */
export interface Handler {
  node: TSESTree.Node;
  how: Handling;
}

/**
 * Where a use of a promise's variable takes its outcome; `undefined` where it only looks whether there is one.
 * @param owner the function whose steps are followed: in a function inside of it, a use is out of sight
 */
export function handlerAt(
  source: SourceCode,
  use: TSESTree.Node,
  owner: FunctionNode | undefined,
): Handler | undefined {
  const hidden = functionBelow(use, owner);
  return hidden ? { node: hidden, how: 'handed' } : takerOf(source, use);
}

/** Whether a handler shows that it is a promise whose outcome it takes. */
export function takes({ how }: Handler): boolean {
  return how === 'awaited' || how === 'combined' || how === 'chained';
}

/** Whether a use does so, wherever it stands. */
export function isTaken(source: SourceCode, use: TSESTree.Node): boolean {
  const taker = takerOf(source, use);
  return taker !== undefined && takes(taker);
}

/** The outermost function around a node that is inside `owner`. */
function functionBelow(node: TSESTree.Node, owner: FunctionNode | undefined): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  for (let each = node.parent; each && each !== owner; each = each.parent) if (isFunction(each)) found = each;
  return found;
}

function takerOf(source: SourceCode, node: TSESTree.Node): Handler | undefined {
  const { parent } = node;
  const handed: Handler = { node, how: 'handed' };
  if (!parent) return handed;
  switch (parent.type) {
    case 'AwaitExpression':
      return { node: parent, how: 'awaited' };
    case 'ReturnStatement':
      return { node: parent, how: 'returned' };
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return takerOf(source, parent);
    case 'ConditionalExpression':
      return parent.test === node ? undefined : takerOf(source, parent);
    case 'LogicalExpression':
      return takerOf(source, parent);
    case 'IfStatement':
    case 'BinaryExpression':
      return undefined;
    case 'UnaryExpression':
      return parent.operator === 'void' ? handed : undefined;
    case 'MemberExpression':
      return parent.object === node ? linkOf(parent) : handed;
    case 'ArrayExpression':
    case 'CallExpression':
      return combiner(source, node) ?? handed;
    default:
      return handed;
  }
}

/** `promise.then(…)`; any other property tells that it is no mere promise. */
function linkOf(member: TSESTree.MemberExpression): Handler {
  const { parent } = member;
  const call = parent.type === 'ChainExpression' ? parent.parent : parent;
  const isLink = /^(?:then|catch|finally)$/.test(propertyName(member) ?? '');
  return isLink && call.type === 'CallExpression' && bare(call.callee) === member
    ? { node: call, how: 'chained' }
    : { node: member, how: 'used' };
}

/** The combinator that is handed an array, or a promise in the array that is written there. */
function combiner(source: SourceCode, node: TSESTree.Node): Handler | undefined {
  const call = node.parent?.type === 'ArrayExpression' ? node.parent.parent : node.parent;
  return call && combinatorAt(source, call) ? { node: call, how: 'combined' } : undefined;
}
