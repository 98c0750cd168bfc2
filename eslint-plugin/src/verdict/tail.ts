// Finds the tail of an iteration: the steps after which no await of the same iteration can come. What touches state
// only there can be applied in the order of the items once all have been fetched.
import type { Step } from '../facts/model.js';

/** The steps of the tail. */
export function tailOf(steps: readonly Step[]): ReadonlySet<Step> {
  const tail = new Set<Step>();
  const elsewhere = new Set<Step>();
  back({ tail, elsewhere, awaiting: new Map() }, steps, false, false);
  // A step that is passed twice, in a loop, is in the tail only if it is so each time.
  for (const step of elsewhere) tail.delete(step);
  return tail;
}

interface Found {
  tail: Set<Step>;
  elsewhere: Set<Step>;
  /** Whether the bodies of loops await anything, each asked once. */
  awaiting: Map<readonly Step[], boolean>;
}

/**
 * Walks backwards.
 * @param after whether an await may follow the steps
 * @param atNext whether one may follow the place where `next` leads
 * @returns whether an await may follow the place before the steps
 */
function back(found: Found, steps: readonly Step[], after: boolean, atNext: boolean): boolean {
  let follows = after;
  for (const step of [...steps].reverse()) follows = backStep(found, step, follows, atNext);
  return follows;
}

function backStep(found: Found, step: Step, after: boolean, atNext: boolean): boolean {
  switch (step.kind) {
    case 'await':
      return true;
    case 'exit':
      if (step.how === 'yield') return after;
      (isLast(step.how, atNext) ? found.tail : found.elsewhere).add(step);
      return step.how === 'next' && atNext;
    case 'choice':
      return step.arms.map((arm) => back(found, arm, after, atNext)).some((follows) => follows);
    case 'block':
      return back(found, step.body, after, after);
    case 'repeat': {
      const follows = after || step.deferred || mayAwait(found, step.body);
      back(found, step.body, follows, follows);
      return follows;
    }
    case 'attempt': {
      const last = back(found, step.finalizer, after, atNext);
      const handler = step.handler ? back(found, step.handler, last, atNext) : last;
      return back(found, step.block, last || handler, atNext);
    }
    default:
      (after ? found.elsewhere : found.tail).add(step);
      return after;
  }
}

function isLast(how: string, atNext: boolean): boolean {
  return how !== 'next' || !atNext;
}

function mayAwait({ awaiting }: Found, steps: readonly Step[]): boolean {
  const known = awaiting.get(steps);
  if (known !== undefined) return known;
  const answer = back({ tail: new Set(), elsewhere: new Set(), awaiting }, steps, false, false);
  awaiting.set(steps, answer);
  return answer;
}
