// Functions that stand for something slow: they let time pass, do nothing else, and give a value, as a simulated
// request does. Who waits on purpose takes no value.
import type { TSESTree } from '@typescript-eslint/utils';
import { passing, timers, waits } from '../knowledge/waits.js';
import { lookUp } from '../knowledge/words.js';
import { localFunction } from './functions.js';
import type { Step } from './model.js';
import { type LeafStep, leavesOf } from './steps.js';
import {
  bareAwaited,
  calleeNames,
  type FunctionNode,
  hasNode,
  hasOwnNode,
  isFunction,
  nameOfFunction,
} from './syntax.js';
import type { SourceCode } from './variables.js';

/** How far calls are followed to the value that they give. */
const maxDepth = 4;

/** Whether a function, which takes these steps, does nothing but wait for a timer and give a value. */
export function standsForWork(source: SourceCode, local: FunctionNode, steps: readonly Step[]): boolean {
  const leaves = leavesOf(steps);
  if (!leaves.some(isTimer) || !leaves.every(isHarmless)) return false;
  return !lookUp(waits, nameOfFunction(local) ?? '') && givesValue(source, local, 0);
}

/** A step without what says that it waits on purpose. */
export function withoutWaits(leaf: LeafStep): readonly LeafStep[] {
  if (leaf.kind !== 'call' || !leaf.operation.awaited) return [leaf];
  return [{ ...leaf, operation: { ...leaf.operation, nature: 'unknown', traits: [] } }];
}

function isTimer(leaf: LeafStep): boolean {
  return leaf.kind === 'call' && timers.has(leaf.operation.callee);
}

function isHarmless(leaf: LeafStep): boolean {
  if (leaf.kind !== 'call') return leaf.kind !== 'write';
  const { callee, awaited, kept, nature, traits } = leaf.operation;
  if (!awaited) return kept && nature !== 'write' && traits.length === 0;
  const name = callee.slice(callee.lastIndexOf('.') + 1);
  const keepsRate = lookUp(waits, name) !== undefined && !lookUp(passing, name);
  return leaf.followed ? !keepsRate && traits.length === 0 : isTimer(leaf) && traits.length === 1;
}

function givesValue(source: SourceCode, local: FunctionNode, depth: number): boolean {
  if (depth > maxDepth) return false;
  const isGiven = (node: TSESTree.Node): boolean => isValue(source, bareAwaited(node), depth);
  if (local.body.type !== 'BlockStatement') return isGiven(local.body);
  const givesOne = (node: TSESTree.Node): boolean =>
    node.type === 'ReturnStatement' && node.argument !== null && isGiven(node.argument);
  return hasOwnNode(local.body, source.visitorKeys, givesOne);
}

function isValue(source: SourceCode, node: TSESTree.Node, depth: number): boolean {
  switch (node.type) {
    case 'Literal':
      return false;
    case 'Identifier':
      return node.name !== 'undefined';
    case 'CallExpression': {
      const called = localFunction(source, node.callee);
      return !called || givesValue(source, called, depth + 1);
    }
    case 'NewExpression':
      return calleeNames(node.callee).join('.') !== 'Promise' || resolvesWithValue(source, node);
    default:
      return true;
  }
}

/** `new Promise((resolve) => setTimeout(() => resolve(value), ms))`. */
function resolvesWithValue(source: SourceCode, { arguments: [executor] }: TSESTree.NewExpression): boolean {
  const resolve = executor && isFunction(executor) ? executor.params[0] : undefined;
  if (!executor || resolve?.type !== 'Identifier') return false;
  const resolvesWithOne = (node: TSESTree.Node): boolean => {
    if (node.type !== 'CallExpression' || calleeNames(node.callee).join('.') !== resolve.name) return false;
    const [value] = node.arguments;
    return value !== undefined && isValue(source, value, maxDepth);
  };
  return hasNode(executor, source.visitorKeys, resolvesWithOne);
}
