// What makes the promises of the first combinator of a snippet, and whether those take their failures themselves.
import assert from 'node:assert/strict';
import { combinatorAt } from '../../../../eslint-plugin/src/facts/promises/combinators.js';
import { calleesOf, makersOf } from '../../../../eslint-plugin/src/facts/promises/makers.js';
import { takesOwnFailure } from '../../../../eslint-plugin/src/facts/promises/own-failures.js';
import { found } from './looking.js';

interface Made {
  callees: string[];
  perItem: boolean;
}

const made: readonly [string, Made | undefined][] = [
  ['Promise.all([a(), db.b()]);', { callees: ['a', 'db.b'], perItem: false }],
  ['Promise.all(xs.map(load));', { callees: ['load'], perItem: true }],
  ['Promise.all(xs.map((x) => api.load(x)));', { callees: ['api.load'], perItem: true }],
  ['Promise.all(Array.from(xs, async (x) => { await a(x); return b(x); }));', { callees: ['a', 'b'], perItem: true }],
  ['Promise.all([a(), ...xs.map((x) => b(x))]);', { callees: ['a', 'b'], perItem: true }],
  ['const all = xs.map((x) => a(x)); Promise.all(all);', { callees: ['a'], perItem: true }],
  ['const p = a(); Promise.all([p, b()]);', { callees: ['a', 'b'], perItem: false }],
  ['const all = []; all.push(a()); all.push(b()); Promise.all(all);', { callees: ['a', 'b'], perItem: false }],
  ['const all = [a()]; for (const x of xs) all.push(b(x)); Promise.all(all);', { callees: ['a', 'b'], perItem: true }],
  ['const all = []; xs.forEach((x) => { all.push(b(x)); }); Promise.all(all);', { callees: ['b'], perItem: true }],
  [
    'Promise.all(xs.map((x) => { if (x.done) return Promise.resolve(); return x.close(); }));',
    { callees: ['x.close'], perItem: true },
  ],
  ['const p = new Promise((resolve) => on(resolve)); Promise.all([p]);', { callees: [], perItem: false }],
  ['function f(given) { return Promise.all(given); }', undefined],
  ['function f(given) { return Promise.all([given, a()]); }', undefined],
  ['Promise.all([this.ready, a()]);', undefined],
  ['Promise.all([...given]);', undefined],
  ['Promise.all(load(xs));', undefined],
  ['Promise.all();', undefined],
];

const takes = [
  'Promise.all(xs.map((x) => f(x).catch(log)));',
  'Promise.all(xs.map((x) => f(x).then(show, log)));',
  'Promise.all(xs.map((x) => f(x).catch(log).finally(done)));',
  'Promise.all(xs.map(async (x) => { try { await f(x); } catch { } }));',
  'Promise.all(xs.map(async (x) => { if (!x) return; try { return await f(x); } catch (e) { return { e }; } }));',
  'Promise.all(xs.map((x) => limit(async () => { try { await f(x); } catch (e) { log(e); } })));',
  'Promise.all(xs.map(save)); async function save(x) { try { await f(x); } catch (e) { log(e); } }',
  'Promise.all(xs.map((x) => save(x))); async function save(x) { await f(x).catch(log); }',
  'Promise.all(xs.map((x) => (x ? f(x).catch(log) : null)));',
  'Promise.all([new Promise((resolve) => on(resolve)), f().catch(() => [])]);',
];
const leaves = [
  'Promise.all(xs.map((x) => f(x)));',
  'Promise.all(xs.map(load));',
  'Promise.all(xs.map((x) => f(x).catch((e) => { throw wrap(e); })));',
  'Promise.all(xs.map(async (x) => { try { await f(x); } catch (e) { log(e); throw e; } }));',
  'Promise.all(xs.map(async (x) => { try { return f(x); } catch (e) { log(e); } }));',
  'Promise.all(xs.map(async (x) => { const y = await g(x); try { await f(y); } catch (e) { log(e); } }));',
  'Promise.all(xs.map(async (x) => { try { await f(x); } finally { done(x); } }));',
  'Promise.all(xs.map(async (x) => { if (!x) throw new Error(); await f(x).catch(log); }));',
  'Promise.all([f().catch(log), g()]);',
  'Promise.all([new Promise((resolve, reject) => on(resolve, reject)), f().catch(log)]);',
];

describe('makers', () => {
  for (const [code, expected] of made) {
    it(code, () => {
      const makers = found(code, (source, node) => {
        const combinator = combinatorAt(source, node);
        const known = combinator && makersOf(source, combinator);
        return combinator && { is: known && { callees: calleesOf(source, known), perItem: known.perItem } };
      });
      assert.deepEqual(makers.is, expected);
    });
  }

  for (const [expected, snippets] of [
    [true, takes],
    [false, leaves],
  ] as const) {
    for (const code of snippets) {
      it(`${expected ? 'take their failures' : 'leave them'}: ${code}`, () => {
        const own = found(code, (source, node) => {
          const combinator = combinatorAt(source, node);
          return combinator && makersOf(source, combinator)?.each.every((maker) => takesOwnFailure(source, maker));
        });
        assert.equal(own, expected);
      });
    }
  }
});
