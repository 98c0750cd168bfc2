// Walks over steps that keep their structure.
import type { Step } from './model.js';

/** A step that holds no other steps. */
export type LeafStep = Extract<Step, { kind: 'read' | 'write' | 'call' | 'await' | 'exit' }>;

/** All leaves below, in the order of the text. */
export function leavesOf(steps: readonly Step[]): LeafStep[] {
  return steps.flatMap((step): LeafStep[] => {
    switch (step.kind) {
      case 'choice':
        return step.arms.flatMap(leavesOf);
      case 'block':
      case 'repeat':
        return leavesOf(step.body);
      case 'attempt':
        return [...leavesOf(step.block), ...leavesOf(step.handler ?? []), ...leavesOf(step.finalizer)];
      default:
        return [step];
    }
  });
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
