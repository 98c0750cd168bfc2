// How an assignment or a method combines the new value with the one before.
import assert from 'node:assert/strict';
import { readsIn, writesIn } from './facts.js';

const loop = (body: string): string =>
  `async function all(xs, n, a) { for (const x of xs) { const v = await f(x); if (v) { ${body} } } }`;

describe('facts: reductions', () => {
  for (const [body, written] of [
    ['n += 1;', 'count n'],
    ['n -= 2;', 'count n'],
    ['n++;', 'count n'],
    ['n += v;', 'fold n'],
    ['n = n + v;', 'fold n'],
    ['n = n * v;', 'fold n'],
    ['n = (n ?? 0) + v;', 'fold n'],
    ['n = Math.max(n, v);', 'fold n'],
    ['n = Math.min(v.a, n);', 'fold n'],
    ['n |= v;', 'fold n'],
    ["n += 'text';", 'chain n'],
    ['n += `${v}`;', 'chain n'],
    ["n += 'a' + v;", 'chain n'],
    ['n /= v;', 'chain n'],
    ['n = n.concat(v);', 'chain n'],
    ['n = [...n, v];', 'chain n'],
    ['n = { ...n, [x]: v };', 'chain n'],
    ['n = v + n;', 'chain n'],
    ['n ??= v;', 'chain n'],
    ['n = n || v;', 'chain n'],
    ['n = true;', 'flag n'],
    ['n = -1;', 'flag n'],
    ["n = 'failed';", 'flag n'],
    ['n = v;', 'assign n'],
    ['n = n.next;', 'assign n'],
    ['n = n - v;', 'fold n'],
    ['n = v - n;', 'assign n'],
    ['delete n.a;', 'mutate n.a'],
    ['a.push(v);', 'append a[+]'],
    ['a.unshift(v);', 'mutate a[*]'],
    ['a.length = 0;', 'flag a.length'],
    ['Object.assign(a, v);', 'chain a[*]'],
  ] as const) {
    it(`${body} is ${written}`, () => assert.deepEqual(writesIn(loop(body)), [written]));
  }

  it('do not read the old value, unless it decides', () => {
    assert.deepEqual(readsIn(loop('n += v;')), ['read xs[i]']);
    assert.deepEqual(readsIn(loop('n = n.next;')), ['pass n', 'read n.next', 'read xs[i]']);
    assert.deepEqual(readsIn('async function all(xs, n) { for (const x of xs) n ??= await f(x); }'), [
      'read n',
      'read xs[i]',
    ]);
    assert.deepEqual(readsIn('async function all(xs, n) { for (const x of xs) n = n + n * (await f(x)); }'), [
      'read n',
      'read xs[i]',
    ]);
  });

  it('read the collection that they take from', () => {
    for (const method of ['pop()', 'shift()', 'splice(0, 1)']) {
      assert.ok(readsIn(loop(`a.${method};`)).includes('read a'), method);
    }
  });
});
