// The verdict on a group of promises that is all or nothing: whether the first failure should stop the others.
import type { GroupFacts, SignalFacts } from '../facts/promises/model.js';
import { goesOn } from './taken.js';

export type AbortVerdict =
  /** `runOn` are the calls that would stop at a signal. */
  | { abort: true; runOn: readonly SignalFacts[] }
  | {
      abort: false;
      why: 'not-all' | 'lost' | 'goes-on' | 'alone' | 'nothing-stops' | 'cheap' | 'writes' | 'signalled';
    };

/** Decides from the facts alone. */
export function judgeGroup({ name, fate, taken, members, perItem }: GroupFacts): AbortVerdict {
  if (name !== 'all') return { abort: false, why: 'not-all' };
  // Where nobody hears of the failure, nobody can act on it.
  if (fate === 'lost' || fate === 'voided') return { abort: false, why: 'lost' };
  // Where the code goes on without the one that failed, the others are still wanted.
  if (taken && goesOn(taken)) return { abort: false, why: 'goes-on' };
  const takes = members.flatMap((member) => member.takes);
  if (takes.length === 0) return { abort: false, why: 'nothing-stops' };
  if (takes.every(({ isCheap }) => isCheap)) return { abort: false, why: 'cheap' };
  // A request that is stopped may have been carried out, and then nobody knows.
  if (takes.every(({ isWrite }) => isWrite)) return { abort: false, why: 'writes' };
  if (takes.some(({ gets }) => gets !== 'none')) return { abort: false, why: 'signalled' };
  const hasOther = members.some((member, index) =>
    members.some((other, at) => other.rejects && at !== index && member.takes.length > 0),
  );
  const isRepeated = perItem && members.some(({ rejects, takes: own }) => rejects && own.length > 0);
  return hasOther || isRepeated ? { abort: true, runOn: takes } : { abort: false, why: 'alone' };
}
