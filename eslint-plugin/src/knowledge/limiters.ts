// Libraries that run a bounded number of operations at a time, and how each is called. `remeda` is not among them: its
// one function of that kind, `funnel`, spaces out calls and gathers no results.

/** How a limiter gets the items, what to do for each, and how many at a time. */
export type Handing =
  /** `const limit = make(10)`, then `Promise.all(items.map((x) => limit(async () => …)))`. */
  | { by: 'wrapping' }
  /** `const queue = new Make({ concurrency: 10 })`, then `queue.addAll(items.map((x) => async () => …))`. */
  | { by: 'queueing'; typedOptions?: string }
  /** `run(items.map((x) => async () => …), { concurrency: 10 })`. */
  | { by: 'tasks' }
  /** `map(items, async (x) => …, { concurrency: 10 })`, or the bare number last or second. */
  | { by: 'mapping'; size: 'option' | 'last' | 'second'; takes: 'iterable' | 'array'; index: boolean };

export interface Limiter {
  package: string;
  /** The versions that are called this way. */
  versions: string;
  /** Other modules of the package that export it under the same name. */
  also?: readonly string[];
  /** The versions that `require` loads in any Node; later ones are ES modules alone. */
  requirable: string;
  /** The package of its types, where it brings none; `unfit` where they give the callback's parameters none. */
  types?: { from: string } | 'unfit';
  exported: string;
  /** The method of what is exported. */
  member?: string;
  /** Whether the default export holds the named ones, too. */
  inDefault?: boolean;
  /** What its import is called. */
  wish: string;
  handing: Handing;
  /** Whether nothing more is begun after the first failure, as in a loop. */
  stops: boolean;
  /** Whether the items are begun in another order than theirs. */
  shuffles?: true;
  because: string;
}

/** The best first: dedicated ones before collections of tools, and those that stop at a failure before those that go on. */
export const limiters: readonly Limiter[] = [
  {
    package: 'p-map',
    versions: '>=1',
    requirable: '<5',
    exported: 'default',
    wish: 'pMap',
    handing: { by: 'mapping', size: 'option', takes: 'iterable', index: true },
    stops: true,
    because: 'it maps with `concurrency`, and keeps the order of results',
  },
  {
    package: 'p-limit',
    versions: '>=1',
    requirable: '<4',
    exported: 'default',
    wish: 'pLimit',
    handing: { by: 'wrapping' },
    stops: false,
    because: 'its function begins a call when one of its places is free; what waits is begun whatever fails',
  },
  {
    package: 'p-all',
    versions: '>=1',
    requirable: '<4',
    exported: 'default',
    wish: 'pAll',
    handing: { by: 'tasks' },
    stops: true,
    because: 'it is p-map over functions',
  },
  {
    package: 'p-queue',
    versions: '7 - 8',
    requirable: '<7',
    exported: 'default',
    wish: 'PQueue',
    handing: { by: 'queueing', typedOptions: '{ throwOnTimeout: true }' },
    stops: false,
    because: 'its results may be `void` by their type unless a timeout throws',
  },
  {
    package: 'p-queue',
    versions: '>=2.1',
    requirable: '<7',
    exported: 'default',
    wish: 'PQueue',
    handing: { by: 'queueing' },
    stops: false,
    because: '`addAll` gives the results in order; what waits is begun whatever fails',
  },
  {
    package: 'modern-async',
    versions: '>=2',
    requirable: '*',
    exported: 'asyncMap',
    wish: 'asyncMap',
    handing: { by: 'mapping', size: 'last', takes: 'iterable', index: true },
    stops: true,
    because: 'its third argument bounds it; without, it runs one at a time',
  },
  {
    package: 'modern-async',
    versions: '1',
    requirable: '*',
    exported: 'mapLimit',
    wish: 'mapLimit',
    handing: { by: 'mapping', size: 'last', takes: 'iterable', index: true },
    stops: true,
    because: 'the first version had a function of its own for it',
  },
  {
    package: 'bluebird',
    versions: '>=3',
    requirable: '*',
    types: { from: '@types/bluebird' },
    exported: 'default',
    member: 'map',
    wish: 'Bluebird',
    shuffles: true,
    handing: { by: 'mapping', size: 'option', takes: 'iterable', index: true },
    stops: true,
    because:
      '`map` has `concurrency`; it begins those beyond the first ones from the end, and keeps the order of results',
  },
  {
    package: 'async',
    versions: '>=3',
    requirable: '*',
    types: 'unfit',
    exported: 'mapLimit',
    inDefault: true,
    wish: 'mapLimit',
    handing: { by: 'mapping', size: 'second', takes: 'array', index: false },
    stops: true,
    because:
      'from version 3 on it gives a promise; it knows async functions by their kind, so they must not be compiled away',
  },
  {
    package: 'es-toolkit',
    versions: '>=1.42',
    also: ['es-toolkit/array'],
    requirable: '*',
    exported: 'mapAsync',
    wish: 'mapAsync',
    handing: { by: 'mapping', size: 'option', takes: 'array', index: true },
    stops: false,
    because: '`mapAsync` has `concurrency` from 1.42 on; what waits is begun whatever fails',
  },
];

/** What to install where none is there, the best first; under `commonjs` the last that `require` loads in any Node. */
export const proposals = [
  { name: 'p-map', commonjs: 'p-map@4' },
  { name: 'p-limit', commonjs: 'p-limit@3' },
] as const;

/** The Node versions in which `require` loads ES modules. */
export const requiresModules = '^20.19.0 || >=22.12.0';
