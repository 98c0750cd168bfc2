// Walks over steps that keep their structure, and what their keys tell.
import type { Key, Step } from './model.js';

/** A step that holds no other steps. */
export type LeafStep = Extract<Step, { kind: 'read' | 'write' | 'call' | 'await' | 'exit' }>;

/** All leaves below, in the order of the text. */
export function leavesOf(steps: readonly Step[]): LeafStep[] {
  const leaves: LeafStep[] = [];
  collect(steps, leaves);
  return leaves;
}

function collect(steps: readonly Step[], leaves: LeafStep[]): void {
  for (const step of steps) {
    switch (step.kind) {
      case 'choice':
        for (const arm of step.arms) collect(arm, leaves);
        break;
      case 'block':
      case 'repeat':
        collect(step.body, leaves);
        break;
      case 'attempt':
        for (const part of [step.block, step.handler ?? [], step.finalizer]) collect(part, leaves);
        break;
      default:
        leaves.push(step);
    }
  }
}

/** The same steps with each leaf replaced by what `map` gives for it; what stays the same is not copied. */
export function mapLeaves(steps: readonly Step[], map: (leaf: LeafStep) => readonly LeafStep[]): readonly Step[] {
  let mapped: Step[] | undefined;
  for (const [index, step] of steps.entries()) {
    const result = mapStep(step, map);
    const isSame = result === step || (isMany(result) && result.length === 1 && result[0] === step);
    if (!mapped && isSame) continue;
    mapped ??= steps.slice(0, index);
    mapped.push(...(isMany(result) ? result : [result]));
  }
  return mapped ?? steps;
}

function isMany(result: readonly Step[] | Step): result is readonly Step[] {
  return Array.isArray(result);
}

function mapStep(step: Step, map: (leaf: LeafStep) => readonly LeafStep[]): readonly Step[] | Step {
  switch (step.kind) {
    case 'choice': {
      const arms = step.arms.map((arm) => mapLeaves(arm, map));
      return arms.every((arm, index) => arm === step.arms[index]) ? step : { ...step, arms };
    }
    case 'block':
    case 'repeat': {
      const body = mapLeaves(step.body, map);
      return body === step.body ? step : { ...step, body };
    }
    case 'attempt': {
      const block = mapLeaves(step.block, map);
      const handler = step.handler && mapLeaves(step.handler, map);
      const finalizer = mapLeaves(step.finalizer, map);
      const isSame = block === step.block && handler === step.handler && finalizer === step.finalizer;
      return isSame ? step : { ...step, block, handler, finalizer };
    }
    default:
      return map(step);
  }
}

/** Whether a key is one that no other iteration has, or should have. */
export function isUnshared(key: Key): boolean {
  return key === '[i]' || key === '[id]';
}
