// Methods of arrays and their like that call a function for each item and know nothing of promises; and what has
// methods of these names that do.
import { type Known, lookUpByLastWord } from './words.js';

/**
 * What a method makes of what its callback gives: nothing at all, a list, an answer for which a promise passes for
 * `true`, an order for which it passes for a number, or a value out of the one before.
 */
export type Makes = 'nothing' | 'list' | 'answer' | 'order' | 'value';

/** The methods, as ECMA-262 has them in section 23.1.3. */
export const iterations: ReadonlyMap<string, Makes> = new Map<string, Makes>([
  ['forEach', 'nothing'],
  ['map', 'list'],
  ['flatMap', 'list'],
  ['filter', 'answer'],
  ['some', 'answer'],
  ['every', 'answer'],
  ['find', 'answer'],
  ['findIndex', 'answer'],
  ['findLast', 'answer'],
  ['findLastIndex', 'answer'],
  ['sort', 'order'],
  ['toSorted', 'order'],
  ['reduce', 'value'],
]);

/** Packages whose functions take the list first and the callback second, and know nothing of promises either. */
export const listFirst: ReadonlySet<string> = new Set(['lodash', 'lodash-es', 'underscore']);

/** Packages whose functions of these names are for promises, streams or whatever else, in an order of their own. */
export const otherPackages: ReadonlySet<string> = new Set([
  'async', 'bluebird', 'ramda', 'rxjs', 'p-map', 'p-filter', 'p-each-series', 'modern-async', 'neverthrow', 'effect', 'remeda',
]); // prettier-ignore

/** What waits for a callback's promise, or is no collection: methods of the same names mean something else there. */
const others: readonly Known[] = [
  { names: ['stream', 'readable', 'transform'], because: 'Node’s streams wait for the promises of their callbacks' },
  { names: ['cursor', 'iterator', 'generator'], because: 'gives its values one by one' },
  { names: ['observable', 'subject', 'pipe', 'option', 'either', 'task'], because: 'is no list' },
  { names: ['qb', 'queryBuilder', 'query', 'knex'], because: 'puts a query together' },
  { names: ['locator', 'element'], because: 'stands for what a browser shows, whose answers take time' },
];

/** Whether a name says that what it names is no collection of JavaScript's own. */
export function isOtherCollection(name: string): boolean {
  return name.endsWith('$') || lookUpByLastWord(others, name) !== undefined;
}

/** Whether a name is a class's or a namespace's, whose functions are no methods of a list: `Option.some(…)`, `O.map(…)`. */
export function isNamespace(name: string): boolean {
  return /^(?:[A-Z][a-z]|[A-Z]{1,2}$)/.test(name);
}

/** Whether a name is that of what Firestore answers, which has `forEach` and `docs`, and is no array. */
export function isSnapshot(name: string): boolean {
  return /snapshot\d*$/i.test(name);
}
