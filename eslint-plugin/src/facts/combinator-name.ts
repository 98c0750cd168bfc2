// The names of the combinators, for those who know a call by the names of its callee alone.
import type { CombinatorName } from './promises/model.js';

const combinators: ReadonlySet<string> = new Set<CombinatorName>(['all', 'allSettled', 'race', 'any']);

export function isCombinatorName(name: string | undefined): name is CombinatorName {
  return name !== undefined && combinators.has(name);
}

/** `all`, of a callee with the names `Promise` and `all`. */
export function combinatorOf([object, name]: readonly string[]): CombinatorName | undefined {
  return object === 'Promise' && isCombinatorName(name) ? name : undefined;
}
