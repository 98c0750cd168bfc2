// What is known of the first call in a snippet that runs a callback for each item.
import assert from 'node:assert/strict';
import { factsOfIterating, iteratingAt } from '../../../../eslint-plugin/src/facts/promises/iterations.js';
import type { IterationFacts } from '../../../../eslint-plugin/src/facts/promises/model.js';
import { found } from './looking.js';

function factsIn(code: string): IterationFacts {
  return found(code, (source, node) => {
    const iterating = node.type === 'CallExpression' ? iteratingAt(source, node) : undefined;
    return iterating && factsOfIterating(source, iterating);
  });
}

/** Registers a test for each snippet of what one of the facts is. */
function are<K extends keyof IterationFacts>(key: K, table: readonly [IterationFacts[K], readonly string[]][]): void {
  describe(`iterations: ${key}`, () => {
    for (const [expected, snippets] of table) {
      for (const code of snippets) {
        it(`${String(expected)}: ${code}`, () => {
          assert.equal(factsIn(code)[key], expected);
        });
      }
    }
  });
}

are('gives', [
  [
    'promise',
    [
      'xs.forEach(async (x) => {});',
      'xs.forEach(async function (x) {});',
      'const save = async (x) => {}; xs.forEach(save);',
      'async function save(x) {} xs.forEach((x) => save(x));',
      'class A { async save(x) {} all() { xs.map((x) => this.save(x)); } }',
      'xs.forEach((x) => load(x).then(show));',
      'xs.forEach((x) => Promise.all(x));',
      'xs.forEach((x) => new Promise((resolve) => { on(x, resolve); }));',
      'xs.forEach((x) => import(x));',
      'import _ from "lodash"; _.each(xs, async (x) => {});',
    ],
  ],
  [
    'nothing',
    [
      'xs.map((x) => { save(x); });',
      'xs.map((x) => { if (!x) return; log(x); save(x); });',
      'xs.map((x) => { load(x).then(show); });',
    ],
  ],
  [
    'anything',
    [
      'xs.forEach((x) => save(x));',
      'xs.forEach(save);',
      'xs.forEach(async function* (x) {});',
      'xs.map((x) => { return save(x); });',
      'xs.map((x) => { if (x) return save(x); save(y); });',
      'xs.map((x) => { out.push(x); });',
      'xs.map((x) => { console.log(x); });',
      'xs.map((x) => { x.done = true; });',
      'function save(x) {} xs.map((x) => { save(x); });',
      'xs.map((x) => { spin(x); });',
    ],
  ],
]);

are('waits', [
  [true, ['xs.forEach(async (x) => { await f(x); });', 'xs.forEach(async (x) => f(x));']],
  [
    true,
    ['xs.forEach(async (x) => { return f(x); });', 'xs.forEach(async (x) => { for await (const y of x) f(y); });'],
  ],
  [false, ['xs.forEach(async (x) => { f(x); });', 'xs.filter(async (x) => x.ok);']],
  [false, ['xs.forEach(async (x) => { on(x, async () => { await f(x); }); });']],
]);

are('rejects', [
  [true, ['xs.forEach(async (x) => { await save(x); });', 'xs.forEach((x) => import(x));']],
  [
    false,
    ['xs.forEach(async (x) => { try { await save(x); } catch (e) { log(e); } });', 'xs.forEach((x) => save(x));'],
  ],
  [false, ['xs.forEach(async (x) => save(x).catch(log));']],
]);

are('mayAwait', [
  [true, ['const f = async (xs) => xs.forEach(async (x) => save(x));', 'xs.forEach(async (x) => save(x));']],
  [
    false,
    ['const f = (xs) => { xs.forEach(async (x) => save(x)); };', 'class A { b = xs.map(async (x) => save(x)); }'],
  ],
]);

are('use', [
  ['dropped', ['xs.map(async () => {});', 'xs?.map(async () => {});', 'ok && xs.map(async () => {});']],
  ['unused', ['const ps = xs.map(async () => {});']],
  ['voided', ['void xs.map(async () => {});']],
  ['awaited', ['await xs.map(async () => {});']],
  ['combined', ['Promise.all(xs.map(async () => {}));']],
  ['listed', ['Promise.all([a, xs.map(async () => {})]);']],
  ['chained', ['xs.map(async () => {}).then(f);']],
  [
    'used',
    [
      'use(xs.map(async () => {}));',
      'xs.map(async () => {}).length;',
      'xs.some(async () => {}) && f();',
      'if (xs.some(async () => {})) f();',
      'const ps = xs.map(async () => {}); use(ps);',
      'const f = () => xs.map(async () => {});',
      'Promise.all([...xs.map(async () => {})]);',
    ],
  ],
]);

are('list', [
  [
    'array',
    [
      '[a, b].map(f);',
      'const xs = [a, b]; xs.map(f);',
      'const g = (xs: string[]) => xs.map(f);',
      'const g = (xs: readonly X[]) => xs.map(f);',
      'const g = (xs: ReadonlyArray<X>) => xs.map(f);',
      'Object.entries(table).map(f);',
      'Array.from(set).map(f);',
      'load().filter(Boolean).map(f);',
    ],
  ],
  [
    'map',
    ['new Map(entries).forEach(f);', 'const m = new Map(); m.forEach(f);', 'const g = (m: Map<K, V>) => m.forEach(f);'],
  ],
  ['set', ['const s = new Set(xs); s.forEach(f);', "document.querySelectorAll('a').forEach(f);"]],
  [
    'snapshot',
    ['querySnapshot.forEach(f);', 'snapshot2.forEach(f);', 'const g = (docs: QuerySnapshot<X>) => docs.forEach(f);'],
  ],
  [
    'other',
    [
      'stream.map(f);',
      'Readable.from(xs).map(f);',
      'const lines = createReadStream(path).pipe(split()); lines.map(f);',
      'this.users$.forEach(f);',
      "$$('a').map(f);",
      "const links = await $$('a'); links.filter(f);",
      'element.all(by.css("a")).filter(f);',
      'new Pool(4).forEach(f);',
      'const pool = new Pool(4); pool.map(f);',
      'Option.some(f);',
      'O.map(f);',
      'import R from "ramda"; R.map(f);',
      'db.collection("users").cursor().forEach(f);',
    ],
  ],
  [
    'unknown',
    [
      'xs.map(f);',
      'const g = (xs) => xs.map(f);',
      'this.items.map(f);',
      'load().map(f);',
      'Model.find().map(f);',
      'const xs = await Model.find(); xs.filter(f);',
    ],
  ],
]);

are('named', [
  [true, ['xs.map(f);', 'this.items.map(f);']],
  [false, ['load().map(f);', '[a].map(f);']],
]);

are('mistakesSofar', [
  [
    true,
    [
      'xs.reduce(async (sum, x) => sum + (await f(x)), 0);',
      'xs.reduce(async (all, x) => { all[x] = await f(x); return all; }, {});',
    ],
  ],
  [
    true,
    [
      'xs.reduce(async (all, x) => [...all, await f(x)], []);',
      'xs.reduce(async (all, x) => { all.push(await f(x)); return all; }, []);',
    ],
  ],
  [
    false,
    [
      'xs.reduce(async (sum, x) => (await sum) + (await f(x)), 0);',
      'xs.reduce(async (before, x) => { await before; await f(x); }, p);',
    ],
  ],
  [false, ['xs.reduce(async (before, x) => before.then(() => f(x)), p);', 'xs.reduce((sum, x) => sum + f(x), 0);']],
  [
    false,
    [
      'xs.reduce(async (all, x) => merge(all, await f(x)), p);',
      'xs.reduce(async (before, x) => { await f(x); return before; }, p);',
    ],
  ],
  [false, ['xs.reduce(async (all, x) => { const known = await all; known[x] = await f(x); return all; }, {});']],
]);
