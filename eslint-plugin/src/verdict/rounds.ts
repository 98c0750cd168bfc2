// The verdict on two rounds over a list: whether each result may be handled as soon as it is there.
import type { LoopFacts } from '../facts/model.js';
import { leavesOf } from '../facts/steps.js';
import { guardVerbs } from '../knowledge/effects.js';
import { wordsOf } from '../knowledge/words.js';
import { judgeLoop } from './loop.js';

/** What handling each result at once means: more reads at a time, or writes before all is known to go well. */
export type Merged = 'reads' | 'writes';

/** What one item does in each round, and whether the first round itself throws for one that is not as it must be. */
interface RoundsFacts {
  first: LoopFacts;
  second: LoopFacts;
  throws: boolean;
}

/** Decides from the facts alone; `undefined` where the rounds must stay apart. */
export function judgeRounds({ first, second, throws }: RoundsFacts): Merged | undefined {
  if (throws || guards(first)) return undefined;
  const [before, after] = [judgeLoop(first), judgeLoop(second)];
  if (!before.concurrent || !after.concurrent || before.writes || !waits(second)) return undefined;
  // As one iteration, in which what the second part leaves must be nothing that the first part of another looks at.
  const merged = judgeLoop({ ...second, steps: [...first.steps, ...second.steps] });
  if (!merged.concurrent || merged.ordered.length > 0 || merged.privatised.length > 0) return undefined;
  return after.writes ? 'writes' : 'reads';
}

/** Whether the first round is there to stop the second: all must pass before anything is done. */
function guards({ steps }: LoopFacts): boolean {
  return leavesOf(steps).some((step) => {
    if (step.kind !== 'call') return false;
    const { callee, traits } = step.operation;
    return (
      traits.some(({ trait }) => trait === 'throws') || guardVerbs.has(wordsOf(callee.split('.').at(-1) ?? '')[0] ?? '')
    );
  });
}

function waits({ steps }: LoopFacts): boolean {
  return leavesOf(steps).some((step) => step.kind === 'await' && step.of !== 'settled');
}
