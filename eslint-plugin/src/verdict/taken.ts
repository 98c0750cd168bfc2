// The verdict on a `Promise.all` whose failure is taken: whether the first failure loses what the others give.
import type { CatchFacts, Ending, TakenFacts } from '../facts/promises/model.js';

/** What the first failure loses: the other operations' `failures`, or their `values` too; `undefined` for nothing. */
export function judgeTaken(facts: TakenFacts): 'failures' | 'values' | undefined {
  return facts.failing === 'several' ? wanted(facts) : undefined;
}

/** Whether the code goes on with what the others do, once one has failed. */
export function goesOn(facts: TakenFacts): boolean {
  return (facts.failing === 'one' || facts.failing === 'several') && wanted(facts) !== undefined;
}

/** What is still wanted of the others, once one has failed. */
function wanted(facts: TakenFacts): 'failures' | 'values' | undefined {
  if (!onlyTells(facts.taken)) return undefined;
  return facts.values === 'put' || facts.values === 'given' ? valuesLost(facts) : failuresLost(facts);
}

/** Whether a handler tells of a failure and goes on, with nothing else made of it. */
function onlyTells({ tells, error, endings, awaits }: CatchFacts): boolean {
  const isQuiet = (ending: Ending): boolean => ending === 'goes-on' || ending === 'gives-nothing';
  return tells && error !== 'used' && !awaits && endings.every(isQuiet);
}

/** A list that goes on empty, though most of its values may be there. */
function valuesLost({ values, perItem, taken, then, empties }: TakenFacts): 'values' | undefined {
  if (!perItem || then !== 'nothing' || (taken.assigns && !empties)) return undefined;
  // Whoever gets no list at all may tell by that.
  const isEmpty = values === 'put' || taken.endings.every((ending) => ending === 'gives-nothing');
  return isEmpty ? 'values' : undefined;
}

/** Operations that are done for their effect: each may fail, and only one failure is told. */
function failuresLost({ values, perItem, then, writes }: TakenFacts): 'failures' | undefined {
  if (values !== 'dropped' || then === 'more') return undefined;
  // Writes that are written out belong together, and what follows on them may need them all.
  return perItem || (then === 'nothing' && !writes) ? 'failures' : undefined;
}
