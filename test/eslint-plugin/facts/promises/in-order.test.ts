// Whether a `for await` waits for promises that all run already.
import assert from 'node:assert/strict';
import { waitsInOrder } from '../../../../eslint-plugin/src/facts/promises/in-order.js';
import { found } from './looking.js';

const table: [boolean, string[]][] = [
  [
    true,
    [
      'for await (const x of [f(), g()]) use(x);',
      'for await (const x of xs.map(f)) use(x);',
      'for await (const x of xs.map(async (y) => { await f(y); })) use(x);',
      'for await (const x of xs.map((y) => { return f(y); })) use(x);',
      'const ps = xs.map((x) => f(x)); for await (const p of ps) use(p);',
      'const ps = []; for (const x of xs) ps.push(f(x)); for await (const p of ps) use(p);',
    ],
  ],
  [
    false,
    [
      'for (const x of [f(), g()]) use(x);',
      'for await (const x of [f()]) use(x);',
      'for await (const x of stream) use(x);',
      'for await (const x of stream.map((y) => f(y))) use(x);',
      'for await (const x of Readable.from(xs).map(async (y) => f(y))) use(x);',
      'for await (const x of pages()) use(x);',
      'for await (const [k, v] of Object.entries(table)) use(k, v);',
      'for await (const x of xs.map((y) => y.id)) use(x);',
      'for await (const x of xs.map((y) => f(y).catch(log))) use(x);',
      'for await (const x of [f(), 1]) use(x);',
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
