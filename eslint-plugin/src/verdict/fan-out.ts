// Whether work for every item of a list at once needs a bound.
import type { FanOutFacts } from '../facts/promises/model.js';

/**
 * Whether the data decide how much leaves the process at once, and nothing bounds it. Where no name says that the list is
 * of many, it must be beyond doubt that each item leaves the process.
 */
export function isUnbounded({ extent, outgoing, limited }: FanOutFacts): boolean {
  if (!outgoing || limited) return false;
  return extent === 'data' || (extent === 'found' && outgoing.isSure);
}
