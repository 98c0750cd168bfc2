// What functions that call each other in circles do in all: a fixed point, the same from whichever it is entered.
import { cut, effectKey, flat } from './effects.js';
import type { Step } from './model.js';
import { asCalled, isHanded, type ToCaller, toCaller } from './parameters.js';
import type { Frame } from './paths.js';
import { type LeafStep, leavesOf } from './steps.js';
import type { CallNode, FunctionNode } from './syntax.js';

/** A call of a function of this file. */
export interface LocalCall {
  callee: FunctionNode;
  call: CallNode;
}

/** What a member of a circle does itself, and its calls of members. */
export interface Member {
  local: FunctionNode;
  frame: Frame;
  steps: readonly Step[];
  calls: readonly LocalCall[];
}

/** How many keys are told of a path that may grow with each round, as `node.next.next` does. */
const maxKeys = 3;
/** Past so many effects on what a function was handed, only the roots are told. */
const maxHanded = 64;

/** What is known so far of what a member does to what it was handed, in the order in which it was found. */
interface Handed {
  leaves: LeafStep[];
  known: Set<string>;
  /** The calls of the member by members. */
  calls: Passage[];
}

interface Passage {
  caller: Handed;
  map: ToCaller;
  /** How many of the callee's effects the caller has been given. */
  passed: number;
}

/**
 * The effects of a call of each member: its own, and those of all that it leads to. Members reach each other, so what
 * does not depend on the arguments is the same for all; the rest goes from callee to caller until nothing new comes.
 */
export function effectsOfCircle(members: readonly Member[]): Map<FunctionNode, readonly Step[]> {
  const common = new Map<string, LeafStep>();
  const byLocal = new Map(
    members.map(({ local }): [FunctionNode, Handed] => [local, { leaves: [], known: new Set(), calls: [] }]),
  );
  for (const { local, frame, steps, calls } of members) {
    const caller = byLocal.get(local);
    if (!caller) continue;
    add(leavesOf(steps), caller, common);
    for (const { callee, call } of calls)
      byLocal.get(callee)?.calls.push({ caller, map: toCaller(frame, callee, call), passed: 0 });
  }
  const grown = new Set(byLocal.values());
  for (const callee of grown) {
    grown.delete(callee);
    for (const passage of callee.calls) {
      const news = asCalled(callee.leaves.slice(passage.passed), passage.map);
      passage.passed = callee.leaves.length;
      if (add(leavesOf(news), passage.caller, common)) grown.add(passage.caller);
    }
  }
  return new Map([...byLocal].map(([local, { leaves }]) => [local, [flat([...common.values(), ...leaves])]]));
}

/** Adds what is not known yet; whether anything was that depends on what the member was handed. */
function add(leaves: readonly LeafStep[], member: Handed, common: Map<string, LeafStep>): boolean {
  const before = member.leaves.length;
  for (const leaf of leaves) {
    if (!dependsOnCall(leaf)) {
      const key = effectKey(leaf);
      if (!common.has(key)) common.set(key, leaf);
      continue;
    }
    const told = cut(leaf, member.leaves.length < maxHanded ? maxKeys : 0);
    const key = effectKey(told);
    if (member.known.has(key)) continue;
    member.known.add(key);
    member.leaves.push(told);
  }
  return member.leaves.length > before;
}

function dependsOnCall(leaf: LeafStep): boolean {
  if (leaf.kind === 'read' || leaf.kind === 'write') return isHanded(leaf.path);
  return leaf.kind === 'call' && leaf.operation.traits.some(({ resource }) => resource && isHanded(resource));
}
