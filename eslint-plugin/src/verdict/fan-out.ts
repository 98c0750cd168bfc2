// Whether work for every item of a list at once needs a bound.
import type { FanOutFacts } from '../facts/promises/model.js';

/**
 * Whether the data decide how much leaves the process at once, and nothing bounds it. Where the length of the list cannot
 * be told, it must be beyond doubt at least that each item leaves the process.
 */
export function isUnbounded({ extent, outgoing, limited }: FanOutFacts): boolean {
  if (!outgoing || limited) return false;
  return extent === 'data' || (extent === 'unknown' && outgoing.isSure);
}
