// What the methods of JavaScript's own collections do to them.
import type { WriteHow } from '../facts/model.js';

/** Methods that change an Array, Map, Set or string builder, and how; see ECMA-262, sections 23 and 24. */
export const mutators: ReadonlyMap<string, WriteHow> = new Map<string, WriteHow>([
  ['push', 'append'],
  ['add', 'mark'],
  ['set', 'store'],
  ['unshift', 'mutate'],
  ['pop', 'mutate'],
  ['shift', 'mutate'],
  ['splice', 'mutate'],
  ['sort', 'mutate'],
  ['reverse', 'mutate'],
  ['fill', 'mutate'],
  ['copyWithin', 'mutate'],
  ['delete', 'mutate'],
  ['clear', 'mutate'],
]);

/** Methods whose result depends on the collection they change. */
export const takers: ReadonlySet<string> = new Set(['pop', 'shift', 'splice']);

/** Methods that run their callback before they return. */
export const synchronousCallbacks: ReadonlySet<string> = new Set([
  'map', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight', 'flatMap', 'sort',
  'toSorted', 'replace', 'replaceAll', 'from', 'groupBy', 'sortBy', 'keyBy', 'mapValues', 'uniqBy', 'partition', 'sumBy', 'orderBy',
]); // prettier-ignore
