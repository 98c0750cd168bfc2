// Where the outcome of a promise goes: of the first combinator of each snippet.
import assert from 'node:assert/strict';
import { combinatorAt } from '../../../../eslint-plugin/src/facts/promises/combinators.js';
import { arrivalOf } from '../../../../eslint-plugin/src/facts/promises/fates.js';
import { found } from './looking.js';

/** The fate in words, and the text of the expression where the way ends. */
function arrivalIn(code: string): { fate: string; promise: string } {
  return found(code, (source, node) => {
    if (!combinatorAt(source, node)) return undefined;
    const { fate, promise } = arrivalOf(source, node);
    const how = fate.fate === 'lost' ? ` ${fate.how}${fate.how === 'ignored' ? ` by ${fate.by}` : ''}` : '';
    const past = fate.fate === 'returned' && fate.past ? ' past' : '';
    return { fate: `${fate.fate}${how}${past}`, promise: source.getText(promise) };
  });
}

const fates: Readonly<Record<string, readonly string[]>> = {
  awaited: [
    'await Promise.all(xs);',
    'await (Promise.all(xs) as Promise<X[]>);',
    'await Promise.all(xs).then(show);',
    'await Promise.all([Promise.all(xs), b]);',
    'const p = Promise.all(xs); log(p); await p;',
    'let p; p = Promise.all(xs); await p;',
    'await load().then(() => Promise.all(xs));',
    'await (ok ? Promise.all(xs) : none);',
    'await (cached ?? Promise.all(xs));',
    'await (prepare(), Promise.all(xs));',
    'await (() => Promise.all(xs))();',
  ],
  handled: [
    'Promise.all(xs).catch(log);',
    'Promise.all(xs).then(show, log);',
    'Promise.all(xs)?.then(show).finally(end).catch(log);',
    'const p = Promise.all(xs); p.then(show); p.catch(log);',
    'load().then(() => { return Promise.all(xs); }).catch(log);',
  ],
  returned: [
    'function f() { return Promise.all(xs); }',
    'const f = () => Promise.all(xs);',
    'const f = () => ok && Promise.all(xs).then(show);',
    'const form = <Form onSubmit={() => Promise.all(xs)} />;',
    'const row = <Row render={() => Promise.all(xs)} />;',
    'thing.onDone = () => Promise.all(xs);',
    'function f() { try { start(); } catch { return Promise.all(xs); } }',
    'function f() { try { start(); } finally { end(); } return Promise.all(xs); }',
    'function f() { try { return Promise.all(xs); } catch (error) { return Promise.reject(error); } }',
    'async function f() { try { return Promise.all(xs); } catch (error) { throw error; } }',
    'async function f() { try { const xs = await list(); return Promise.all(xs.map(load)); } catch {} }',
  ],
  'returned past': [
    'async function f() { try { return Promise.all(xs); } catch (error) { throw new Error("f", { cause: error }); } }',
    'async function f() { try { return Promise.all(xs); } catch (error) { log(error); throw error; } }',
    'function f() { try { return Promise.all(xs); } catch { return Promise.resolve([]); } }',
    'async function f() { try { return Promise.all(xs); } catch (error) { return Promise.reject(wrap(error)); } }',
    'async function f() { try { return Promise.all(xs); } catch { return []; } }',
    'async function f() { try { const xs = await list(); return Promise.all(xs); } catch { return []; } }',
    'async function f() { try { if (a) return Promise.all(xs).then(show); } catch { } }',
  ],
  handed: [
    'use(Promise.all(xs));',
    'this.ready = Promise.all(xs);',
    'const all = { xs: Promise.all(xs) };',
    'export const ready = Promise.all(xs);',
    'const [a] = Promise.all(xs);',
    'const size = Promise.all(xs).length;',
    'const bound = Promise.all(xs).then;',
    'let ready; function f() { ready = Promise.all(xs); }',
    'run(() => Promise.all(xs));',
    'if (Promise.all(xs)) f();',
    'f(typeof Promise.all(xs));',
    'const list = [Promise.all(xs)];',
    'cache[Promise.all(xs)] = 1;',
  ],
  voided: ['void Promise.all(xs);', 'void Promise.all(xs).then(show);', 'const p = Promise.all(xs); void p;'],
  'lost dropped': [
    'Promise.all(xs);',
    'Promise.all(xs).then(show);',
    'Promise.all(xs).then(show, undefined);',
    'Promise.all(xs).then(show, null).catch();',
    'Promise.all(xs).finally(end);',
    'Promise.all(xs)!;',
    'ok && Promise.all(xs);',
    'Promise.all(xs), f();',
    'const p = Promise.all(xs); p.then(show);',
    'load().then(() => Promise.all(xs));',
    'Promise.all([Promise.all(xs), b]);',
    'class A { constructor() { Promise.all(xs); } }',
  ],
  'lost unused': ['const p = Promise.all(xs);', 'let p; p = Promise.all(xs);'],
  'lost ignored by forEach': ['ys.forEach((y) => Promise.all(xs));'],
  'lost ignored by setTimeout': ['setTimeout(() => { return Promise.all(xs); });'],
  'lost ignored by on': ["emitter.on('end', () => Promise.all(xs).then(show));"],
  'lost ignored by Promise': ['new Promise((resolve) => Promise.all(xs).then(resolve));'],
  'lost ignored by onClick': ['const b = <button onClick={() => Promise.all(xs)} />;'],
  'lost ignored by onclick': ['button.onclick = () => Promise.all(xs);'],
};

describe('fates', () => {
  for (const [fate, snippets] of Object.entries(fates)) {
    for (const code of snippets) {
      it(`${fate}: ${code}`, () => {
        assert.equal(arrivalIn(code).fate, fate);
      });
    }
  }

  it('end, for what is lost in circles, somewhere', () => {
    assert.equal(arrivalIn('let a = Promise.all(xs); let b; b = a; a = b;').fate, 'handed');
  });

  for (const [code, promise] of [
    ['load().then(() => Promise.all(xs)).finally(end);', 'load().then(() => Promise.all(xs)).finally(end)'],
    ['ok && Promise.all(xs).then(show);', 'Promise.all(xs).then(show)'],
    ['const p = Promise.all(xs); p.then(show);', 'p.then(show)'],
    ['Promise.all(xs) as never;', 'Promise.all(xs) as never'],
    ['Promise.all([Promise.all(xs), b]);', 'Promise.all([Promise.all(xs), b])'],
    ['setTimeout(() => Promise.all(xs));', 'Promise.all(xs)'],
  ] as const) {
    it(`end at ${promise}`, () => {
      assert.equal(arrivalIn(code).promise, promise);
    });
  }
});
