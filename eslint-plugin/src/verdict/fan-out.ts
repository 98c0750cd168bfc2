// Whether work for every item of a list at once needs a bound.
import type { FanOutFacts } from '../facts/promises/model.js';

/** Whether the data decide how much leaves the process at once, and nothing bounds it. */
export function isUnbounded({ extent, outgoing, limited }: FanOutFacts): boolean {
  return extent === 'data' && outgoing !== undefined && !limited;
}
