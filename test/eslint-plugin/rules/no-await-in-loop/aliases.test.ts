// Another name that an iteration gives to what outlives it, or to one of two such things.
import assert from 'node:assert/strict';
import { applied, js, lint, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: other names', () => {
  sequential('loop-carried', [
    js`async function all(xs, even, odd) { for (const x of xs) { const side = x.isEven ? even : odd; side.last = await step(side.last, x); } }`,
    js`async function all(xs) { let last = 0; for (const x of xs) { const before = last; last = await step(before, x); } }`,
    ts`class Sums { state: State = {}; async all(xs: Item[]): Promise<void> { for (const x of xs) { const { state } = this; const sum = await step(state.sum, x); state.sum = sum; } } }`,
  ]);
  concurrent([
    js`async function all(xs) { const even = []; const odd = []; for (const x of xs) { const side = (await isEven(x)) ? even : odd; side.push(x); } return [even, odd]; }`,
    js`async function all(xs) { const even = {}; const odd = {}; for (const x of xs) { const side = x.isEven ? even : odd; side[x.id] = await load(x); } return [even, odd]; }`,
    ts`async function all(xs: Item[]): Promise<Rows> { const rows: Rows = {}; for (const x of xs) { const mine = rows; mine[x.id] = await load(x); } return rows; }`,
    js`async function all(xs, near, far) { const rows = []; for (const x of xs) { const store = x.isNear ? near : far; rows.push(await load(store.path, x)); } return rows; }`,
  ]);

  it('are written to in order', () => {
    const { code } = js`
      async function all(xs) {
        const even = [];
        const odd = [];
        for (const x of xs) {
          const side = (await isEven(x)) ? even : odd;
          side.push(x);
        }
        return [even, odd];
      }
    `;
    const suggestion = lint(code, 'js', 'espree').messages[0]?.suggestions?.[0];
    assert.ok(suggestion);
    assert.match(applied(code, suggestion), /for \(.*\n(?:.*\n)*? +side\.push\(x\);/);
  });
});
