// From expressions to the state that they name: through aliases, patterns, look-ups and object literals.
import assert from 'node:assert/strict';
import { readsIn, writesIn } from './facts.js';

/** The writes of `for (const x of xs) { BODY }` in a function with state `o`, after some declarations. */
const writes = (body: string, before = ''): string[] =>
  writesIn(`async function all(xs, o) { ${before} for (const x of xs) { ${body} } }`);
const reads = (body: string, before = ''): string[] =>
  readsIn(`async function all(xs, o) { ${before} for (const x of xs) { ${body} } }`);

describe('facts: paths', () => {
  for (const [title, before, body, written] of [
    ['properties', '', 'o.a.b = await f(x);', ['assign o.a.b']],
    ['written-out keys', '', 'o["a"][1] = await f(x);', ['assign o.a.1']],
    ['private names', '', 'this.#a = await f(x);', ['assign this.#a']],
    ['a constant alias', 'const a = o.a;', 'a.b = await f(x);', ['assign o.a.b']],
    ['an alias of an alias', 'const a = o.a; const b = a;', 'b.c = await f(x);', ['assign o.a.c']],
    ['an alias inside the loop', '', 'const a = o; a.b = await f(x);', ['assign o.b']],
    ['a pattern', 'const { a: { b } } = o;', 'b.c = await f(x);', ['assign o.a.b.c']],
    ['a pattern with a default', 'const { a = {} } = o;', 'a.b = await f(x);', ['assign o.a.b']],
    ['an array pattern', 'const [a] = o;', 'a.b = await f(x);', ['assign o[*].b']],
    ['this by another name', 'const self = this;', 'self.a = await f(x);', ['assign this.a']],
    ['assertions of types', '', '(o as T)!.a = await f(x);', ['assign o.a']],
    ['optional chains', '', 'o?.a.push(await f(x));', ['append o.a[+]']],
    ['a part that a look-up gives', '', 'const e = o.get("k"); e.n = await f(x);', ['assign o.k.n']],
    ['any key that is computed outside', 'const k = g();', 'o[k] = await f(x);', ['assign o[*]']],
    ['patterns on the left', '', '[o.a, o.b.c] = await f(x);', ['assign o.a', 'assign o.b.c']],
    ['variables on the left', 'let a, b;', '({ a, c: b = 1 } = await f(x));', ['assign a', 'assign b']],
    ['a global object', '', 'globalThis.a = await f(x);', ['assign globalThis.a']],
  ] as const) {
    it(`name what ${title} lead to`, () => assert.deepEqual(writes(body, before), written));
  }

  for (const [title, body] of [
    ['a variable of the iteration', 'let a; a = await f(x);'],
    ['a fresh object', 'const a = {}; a.b = await f(x);'],
    ['what a call gave', 'const a = await f(x); a.b = 1;'],
    ['a var that nothing outside names', 'var a = await f(x); a = 1;'],
  ] as const) {
    it(`are none for ${title}`, () => assert.deepEqual(writes(body), []));
  }

  it('do not follow an alias that changes', () => {
    assert.deepEqual(writes('a.b = await f(x);', 'let a = o; a = g();'), ['assign a.b']);
  });

  it('end where aliases go in circles', () => {
    assert.deepEqual(writes('a.b = await f(x);', 'var a = b; var b = a;').length, 1);
  });

  it('lead through an object literal of the iteration', () => {
    assert.deepEqual(writes('const context = { cache: o.c }; context.cache.a = await f(x);'), ['assign o.c.a']);
  });

  it('tell references from contents', () => {
    assert.deepEqual(reads('await f(o.a.b, o.c);'), ['pass o', 'pass o.a', 'read o.a.b', 'read o.c']);
  });

  it('look at nothing that code is named by', () => {
    assert.deepEqual(
      readsIn("import { f } from './f.js'; function g() {} async function all(xs) { for (const x of xs) await f(g); }"),
      [],
    );
  });

  it('look at what is static in a class', () => {
    assert.deepEqual(
      readsIn('class C { static all = []; } async function all(xs) { for (const x of xs) await f(C.all); }'),
      ['pass C', 'read C.all'],
    );
  });
});

describe('facts: items and keys', () => {
  for (const [title, code, written] of [
    ['the item', 'for (const x of xs) x.a = await f();', ['assign xs[i].a']],
    ['the counter’s element', 'for (let i = 0; i < xs.length; i++) xs[i] = await f();', ['assign xs[i]']],
    ['an element next to it', 'for (let i = 0; i < xs.length; i++) xs[i + 1] = await f();', ['assign xs[*]']],
    ['the key of for…in', 'for (const k in xs) xs[k] = await f();', ['assign xs[i]']],
    ['the key of an entry', 'for (const [k, v] of Object.entries(xs)) o[k] = await f(v);', ['assign o[i]']],
    ['the key of a Map’s entry', 'for (const [k] of xs.entries()) xs.set(k, await f(k));', ['store xs[i]']],
    ['a key among others', 'for (const k of Object.keys(xs)) xs[k].a = await f(k);', ['assign xs[i].a']],
    ['the value of an entry', 'for (const [, v] of Object.entries(xs)) v.a = await f(v);', ['assign xs[i].a']],
    ['a key that may repeat', 'for (const x of xs) o[x.kind] = await f(x);', ['assign o[~x.kind]']],
    [
      'a counter that is stepped in the body',
      'let i = 0; for (const x of xs) { o[i] = await f(x); i++; }',
      ['assign o[i]'],
    ],
    [
      'a counter that is not always stepped',
      'let i = 0; for (const x of xs) { if (x) continue; o[i] = await f(x); i++; }',
      ['assign o[*]', 'count i'],
    ],
  ] as const) {
    it(`give ${title} a key of its own kind`, () =>
      assert.deepEqual(writesIn(`async function all(xs, o) { ${code} }`), written));
  }
});
