// Whether a `for await` waits for promises that all run already.
import assert from 'node:assert/strict';
import { waitsInOrder } from '../../../../eslint-plugin/src/facts/promises/in-order.js';
import { found } from './looking.js';

const table: [boolean, string[]][] = [
  [
    true,
    [
      'for await (const x of [load(), load(1)]) use(x);',
      'for await (const x of xs.map(load)) use(x);',
      'for await (const x of xs.map(async (y) => { await load(y); })) use(x);',
      'for await (const x of xs.map((y) => { return load(y); })) use(x);',
      'for await (const x of xs.map((y) => users.create(y))) use(x);',
      'for await (const x of xs.map((y) => round(y).then(half))) use(x);',
      'const ps = xs.map((x) => load(x)); for await (const p of ps) use(p);',
      'const ps = []; for (const x of xs) ps.push(load(x)); for await (const p of ps) use(p);',
    ],
  ],
  [
    false,
    [
      'for (const x of [load(), load(1)]) use(x);',
      'for await (const x of [load()]) use(x);',
      'for await (const x of stream) use(x);',
      'for await (const x of stream.map((y) => load(y))) use(x);',
      'for await (const x of Readable.from(xs).map(async (y) => load(y))) use(x);',
      'for await (const x of pages()) use(x);',
      'for await (const [k, v] of Object.entries(table)) use(k, v);',
      'for await (const x of xs.map((y) => y.id)) use(x);',
      'for await (const x of xs.map((y) => y)) use(x);',
      'for await (const x of xs.map((y) => load(y).catch(log))) use(x);',
      'for await (const x of [load(), 1]) use(x);',
      'for await (const x of [trim(), round()]) use(x);',
      'for await (const x of xs.map((y) => y.trim())) use(x);',
      'for await (const x of xs.map((y) => createId(y))) use(x);',
      'for await (const x of xs.map((y) => load(y))) use(x); function load(y) { return y.id; }',
    ],
  ],
];

describe('in order', () => {
  for (const [expected, snippets] of table) {
    for (const code of snippets) {
      it(`${String(expected)}: ${code}`, () => {
        const waits = found(code, (source, node) =>
          node.type === 'ForOfStatement' && code.indexOf('for await') <= node.range[0]
            ? waitsInOrder(source, node)
            : undefined,
        );
        assert.equal(waits, expected);
      });
    }
  }
});
