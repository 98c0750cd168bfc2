// Walks over steps that keep their structure.
import type { Step } from './model.js';

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

/** The same steps with each leaf replaced by what `map` gives for it. */
export function mapLeaves(steps: readonly Step[], map: (leaf: LeafStep) => LeafStep[]): Step[] {
  const all = (inner: readonly Step[]): Step[] => mapLeaves(inner, map);
  return steps.flatMap((step): Step[] => {
    switch (step.kind) {
      case 'choice':
        return [{ ...step, arms: step.arms.map(all) }];
      case 'block':
      case 'repeat':
        return [{ ...step, body: all(step.body) }];
      case 'attempt':
        return [
          {
            ...step,
            block: all(step.block),
            handler: step.handler && all(step.handler),
            finalizer: all(step.finalizer),
          },
        ];
      default:
        return map(step);
    }
  });
}
