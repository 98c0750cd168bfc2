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

/** Methods of texts and numbers, which nothing can change; see ECMA-262, sections 21 and 22. */
export const textMethods: ReadonlySet<string> = new Set([
  'toUpperCase', 'toLowerCase', 'trim', 'trimStart', 'trimEnd', 'split', 'startsWith', 'endsWith', 'padStart', 'padEnd', 'repeat', 'charAt',
  'charCodeAt', 'codePointAt', 'substring', 'substr', 'normalize', 'localeCompare', 'toFixed',
]); // prettier-ignore

/** Other methods that only look at what they are called on: at lists, and at dates. */
export const lookingMethods: ReadonlySet<string> = new Set([
  'slice', 'includes', 'indexOf', 'lastIndexOf', 'concat', 'flat', 'toReversed', 'toString', 'toISOString', 'getTime', 'getFullYear',
]); // prettier-ignore

/** Methods that make a value of a list by a callback, and do nothing but what that does. */
export const mappingMethods: ReadonlySet<string> = new Set([
  'map', 'filter', 'find', 'findIndex', 'findLast', 'some', 'every', 'flatMap', 'reduce',
]); // prettier-ignore

/** Functions that make a value of texts and numbers, of JavaScript's own and of Node's `path`. */
export const textFunctions: ReadonlySet<string> = new Set([
  'JSON.parse', 'Number', 'String', 'Boolean', 'BigInt', 'parseInt', 'parseFloat', 'isNaN', 'encodeURIComponent', 'decodeURIComponent', 'Number.parseInt',
  'Number.parseFloat', 'Number.isInteger', 'Number.isNaN', 'Math.max', 'Math.min', 'Math.floor', 'Math.ceil', 'Math.round', 'Math.abs', 'Math.trunc',
  'path.join', 'path.resolve', 'path.dirname', 'path.basename', 'path.extname', 'path.relative', 'path.normalize',
]); // prettier-ignore

/** Functions that make a value of what they are handed, and look into that. */
export const lookingFunctions: ReadonlySet<string> = new Set([
  'JSON.stringify', 'Object.keys', 'Object.values', 'Object.entries', 'Object.fromEntries', 'Array.isArray', 'structuredClone',
]); // prettier-ignore

/** Classes of the platform that only hold what they are made of. */
export const holdingClasses: ReadonlySet<string> = new Set(['Map', 'Set', 'Array', 'URL', 'URLSearchParams']);
