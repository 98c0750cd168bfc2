// The calls in a combinator that would stop at a signal, and whether they are given one.
import type { TSESTree } from '@typescript-eslint/utils';
import { ignoresResult } from '../../knowledge/callbacks.js';
import { isAmong } from '../../knowledge/project.js';
import { writingMethod } from '../../knowledge/signals.js';
import type { Known } from '../../knowledge/words.js';
import { bare, calleeNames, functionAround, isFunction, optionOf, outermost, walk } from '../syntax.js';
import { isInside, type SourceCode } from '../variables.js';
import type { Combinator } from './combinators.js';
import { fateOf } from './fates.js';
import { makersOf } from './makers.js';
import type { GroupFacts, SignalFacts } from './model.js';
import { takesOwnFailure } from './own-failures.js';
import { type SignalSlot, slotOf } from './signal-slots.js';
import { takenOf } from './taken.js';

/** A group of promises with the places for a signal in it. */
export interface Group {
  facts: GroupFacts;
  slots: readonly SignalSlot[];
}

/**
 * What a combinator combines; `undefined` where its promises are made elsewhere.
 * @param runsOn callees that need no signal
 */
export function groupOf(source: SourceCode, combinator: Combinator, runsOn: readonly Known[]): Group | undefined {
  const makers = makersOf(source, combinator);
  if (!makers?.each.every((maker) => isInside(maker, combinator.node))) return undefined;
  const members = makers.each.map((maker) => ({
    slots: slotsIn(source, maker).filter(({ call }) => !isAmong(runsOn, calleeNames(call.callee).join('.'))),
    rejects: !takesOwnFailure(source, maker),
  }));
  const facts: GroupFacts = {
    name: combinator.name,
    fate: fateOf(source, combinator.node).fate,
    taken: takenOf(source, combinator)?.facts,
    members: members.map(({ slots, rejects }) => ({ rejects, takes: slots.map(factsOf) })),
    perItem: makers.perItem,
  };
  return { facts, slots: members.flatMap(({ slots }) => slots) };
}

function factsOf({ call, gets, isCheap }: SignalSlot): SignalFacts {
  return { callee: calleeNames(call.callee).join('.'), gets, isCheap, isWrite: isWrite(call) };
}

/** `axios.post(…)`, `fetch(url, { method: 'PUT' })`. */
function isWrite(call: TSESTree.CallExpression): boolean {
  const method = optionOf(call, 'method');
  const text = method?.type === 'Literal' ? String(method.value) : undefined;
  return writingMethod.test(text ?? calleeNames(call.callee).at(-1) ?? '');
}

/** The places for a signal in all that a maker runs itself, also through callbacks: `limit(() => fetch(url))`. */
function slotsIn(source: SourceCode, maker: TSESTree.Node): SignalSlot[] {
  const slots: SignalSlot[] = [];
  walk(maker, source.visitorKeys, (node) => {
    if (isFunction(node) && node !== maker && !isRunHere(node)) return false;
    // What is awaited in the list itself is over before the combinator is called.
    if (node.type === 'AwaitExpression' && functionAround(node) === functionAround(maker)) return false;
    // What nobody waits for is no part of the group.
    const isPart = node.type === 'CallExpression' && outermost(node).parent.type !== 'ExpressionStatement';
    const slot = isPart ? slotOf(source, node) : undefined;
    if (slot) slots.push(slot);
    return true;
  });
  return slots;
}

/** Whether a function is called where it stands, or handed to a call that minds its result. */
function isRunHere(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression') return false;
  return bare(parent.callee) === node || !ignoresResult.has(calleeNames(parent.callee).at(-1) ?? '');
}
