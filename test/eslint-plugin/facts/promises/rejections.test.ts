// Whether the first combinator of a snippet can be rejected, or what hangs on it.
import assert from 'node:assert/strict';
import { combinatorAt } from '../../../../eslint-plugin/src/facts/promises/combinators.js';
import { mayReject } from '../../../../eslint-plugin/src/facts/promises/rejections.js';
import { found } from './looking.js';

const rejecting = [
  'Promise.all(xs);',
  'Promise.all([f(), g().catch(log)]);',
  'Promise.all(xs.map((x) => f(x)));',
  'Promise.all(xs.map(async (x) => { await f(x); }));',
  'Promise.race([f(), g()]);',
  'Promise.any(xs);',
  'Promise.allSettled(xs).then(async () => { await close(); });',
  'Promise.allSettled(xs).then((results) => { if (bad(results)) throw new Error(); });',
  'Promise.allSettled(xs).then(show).finally(async () => { await close(); });',
  'Promise.all(xs.map((x) => f(x).catch((error) => { throw wrap(error); })));',
  'const p = new Promise((resolve, reject) => { on(resolve, reject); }); Promise.all([p]);',
  'Promise.all(xs.map((x) => { return x.done; }));',
  'Promise.all(xs.map((x) => held(x, async () => f(x)))); function held(x, run) { return run(); }',
  'Promise.all([cache.invalidate(x), utils.posts.get()]);',
  'Promise.all([queryClient.refetchQueries(x, { throwOnError: true })]);',
];
const neverRejecting = [
  'Promise.allSettled(xs);',
  'Promise.allSettled(xs).then((results) => { show(results); });',
  'Promise.allSettled(xs).then(show);',
  'Promise.allSettled(xs).then(async () => { try { await close(); } catch { log(); } });',
  'Promise.allSettled(xs).length;',
  'Promise.all([f().catch(log), g().then(show, log)]);',
  'Promise.all(xs.map((x) => f(x).catch(log))).then(show);',
  'Promise.all(xs.map(async (x) => { try { await f(x); } catch (error) { log(error); } }));',
  'Promise.all(xs.map((x) => held(x, () => f(x).catch(log)))); function held(x, run) { return run(); }',
  'Promise.all(xs.map((x) => held(x, () => f(x)))); async function held(x, run) { try { return await run(); } catch { log(); } }',
  'const ps = xs.map((x) => f(x).catch(log)); Promise.all(ps);',
  'const ps = []; for (const x of xs) ps.push(f(x).catch(log)); Promise.all(ps);',
  'Promise.all(xs.map((x) => new Promise((resolve) => { on(x, resolve); })));',
  'Promise.all(xs.map((x) => new Promise((resolve, reject) => { on(x, resolve); })));',
  'const p = new Promise((resolve) => { on(resolve); }); Promise.all([p, f().catch(log)]);',
  'Promise.all(xs.map((x) => { if (!x) return; remove(x); }));',
  'Promise.all(xs.map((x) => Promise.resolve({ x })));',
  'Promise.all(xs.map((x) => update({ variables: { x }, onError: show })));',
  'Promise.all([queryClient.invalidateQueries({ queryKey: [x] }), utils.posts.list.invalidate()]);',
];

describe('rejections', () => {
  for (const [expected, snippets] of [
    [true, rejecting],
    [false, neverRejecting],
  ] as const) {
    for (const code of snippets) {
      it(`${expected ? 'may' : 'never'}: ${code}`, () => {
        const may = found(code, (source, node) => {
          const combinator = combinatorAt(source, node);
          return combinator && mayReject(source, combinator);
        });
        assert.equal(may, expected);
      });
    }
  }
});
