// What functions of the file do, put in place of their calls: parameters, `this`, recursion, memoised values.
import assert from 'node:assert/strict';
import { readsIn, stepsIn, workIn, writesIn } from './facts.js';

describe('facts: summaries', () => {
  it('put the arguments in the place of the parameters', () => {
    assert.deepEqual(
      writesIn(
        'async function g(p, q) { q.n = await f(p); } async function all(xs, o) { for (const x of xs) await g(x, o.a); }',
      ),
      ['assign o.a.n within'],
    );
  });

  it('follow patterns of parameters into object literals', () => {
    const code =
      'async function g({ item, log: { rows } }) { rows.push(await f(item)); } async function all(xs, log) { for (const x of xs) await g({ item: x, log }); }';
    assert.deepEqual(writesIn(code), ['append log.rows[+] within']);
  });

  it('drop what the caller’s iteration has for itself', () => {
    assert.deepEqual(
      writesIn(
        'async function g(p) { p.n = await f(p); } async function all(xs) { for (const x of xs) { const own = {}; await g(own); } }',
      ),
      [],
    );
  });

  it('keep variables of the module, in whatever function they are used', () => {
    const code =
      'let s = 0; async function g(x) { s += await h(x); } async function h(x) { return f(x, s); } async function all(xs) { for (const x of xs) await g(x); }';
    assert.ok(readsIn(code).includes('read s within'));
    assert.deepEqual(writesIn(code), ['fold s within']);
  });

  for (const [title, code] of [
    [
      'a declaration below',
      'async function all(xs, o) { for (const x of xs) await g(x, o); } async function g(x, o) { o.n = await f(x); }',
    ],
    [
      'a constant',
      'const g = async (x, o) => { o.n = await f(x); }; async function all(xs, o) { for (const x of xs) await g(x, o); }',
    ],
    [
      'a function expression that is called at once',
      'async function all(xs, o) { for (const x of xs) await (async () => { o.n = await f(x); })(); }',
    ],
    [
      'a method of an object literal',
      'const api = { async g(x, o) { o.n = await f(x); } }; async function all(xs, o) { for (const x of xs) await api.g(x, o); }',
    ],
    [
      'a property that is assigned once',
      'const api = {}; api.g = async (x, o) => { o.n = await f(x); }; async function all(xs, o) { for (const x of xs) await api.g(x, o); }',
    ],
  ] as const) {
    it(`find ${title}`, () =>
      assert.deepEqual(
        writesIn(code).map((write) => write.replace(' within', '')),
        ['assign o.n'],
      ));
  }

  it('find methods of the class, private ones and arrow functions too', () => {
    for (const method of ['async g(x) { this.n = await f(x); }', 'g = async (x) => { this.n = await f(x); };']) {
      assert.deepEqual(writesIn(`class A { async all(xs) { for (const x of xs) await this.g(x); } ${method} }`), [
        'assign this.n within',
      ]);
    }
    assert.deepEqual(
      writesIn(
        'class A { async all(xs) { for (const x of xs) await this.#g(x); } async #g(x) { this.n = await f(x); } }',
      ),
      ['assign this.n within'],
    );
  });

  it('find methods that a class of this file inherits', () => {
    const base = 'class Base { async g(x) { this.n = await f(x); } }';
    for (const code of [
      `${base} class A extends Base { async all(xs) { for (const x of xs) await this.g(x); } }`,
      `${base} class Between extends Base {} class A extends Between { async all(xs) { for (const x of xs) await this.g(x); } }`,
      `${base} class A extends Base { async all(xs) { for (const x of xs) await super.g(x); } async g() {} }`,
    ])
      assert.deepEqual(writesIn(code), ['assign this.n within'], code);
    assert.deepEqual(
      writesIn(
        `${base} class A extends Base {} const a = new A(); async function all(xs) { for (const x of xs) await a.g(x); }`,
      ),
      ['assign a.n within'],
    );
    assert.deepEqual(
      writesIn(`${base} class A extends Base { async all(xs) { for (const x of xs) await this.g(x); } async g() {} }`),
      [],
    );
    assert.deepEqual(
      writesIn('class A extends B { async all(xs) { for (const x of xs) await this.g(x); } } class B extends A {}'),
      [],
    );
  });

  it('know nothing of a name that may be another function', () => {
    assert.deepEqual(
      writesIn(
        'let g = async (x, o) => { o.n = await f(x); }; g = other; async function all(xs, o) { for (const x of xs) await g(x, o); }',
      ),
      [],
    );
  });

  it('end in a recursion, and hold what it does itself and once more where it leads back', () => {
    const code =
      'const seen = []; async function g(x) { seen.push(x); for (const y of x.parts) await g(y); } async function all(xs) { for (const x of xs) await g(x); }';
    assert.deepEqual(writesIn(code), ['append seen[+] within', 'append seen[+] within']);
  });

  it('tell what a recursion does to what it was handed, however far down', () => {
    const code =
      'async function g(node) { node.seen = await f(node); await g(node.next); } async function all(xs, o) { for (const x of xs) await g(o); }';
    const writes = writesIn(code);
    for (const write of ['assign o.seen within', 'assign o.next.seen within', 'mutate o.next.next.next.next within'])
      assert.ok(writes.includes(write), writes.join());
  });

  it('tell a read that may come before a write in a round as one that comes first', () => {
    const code =
      'let n = 0; async function g(x) { if (x.first) n = x.n; await f(n); await g(x.next); } async function all(xs) { for (const x of xs) await g(x); }';
    const steps = stepsIn(code).filter((step) => / n\b/.test(step));
    assert.ok(steps.lastIndexOf('read n within') < steps.lastIndexOf('assign n within'), steps.join());
  });

  it('are the same from whichever function of a circle they are asked first', () => {
    const functions = [
      'async function a(x, o) { o.a = await f(x); log.push(x); await b(o, x); }',
      'async function b(x, o) { if (x.done) return; await c(x.next, o); n += 1; }',
      'async function c(x, o) { for (const y of x.parts) await a(y, o); await b(o.more, x); }',
    ];
    const stepsOf = (name: string, asked: readonly string[]): string[] => {
      const loops = [...asked, name].map(
        (callee, index) => `async function ask${index}(xs, o) { for (const x of xs) await ${callee}(x, o); }`,
      );
      return stepsIn(['const log = []; let n = 0;', ...loops, ...functions].join('\n'), asked.length);
    };
    for (const name of ['a', 'b', 'c'])
      for (const asked of [['a'], ['b', 'a'], ['c', 'b'], ['a', 'b', 'c']])
        assert.deepEqual(stepsOf(name, asked), stepsOf(name, []));
  });

  it('end in a recursion of two, from whichever it is entered', () => {
    const both =
      'let n = 0; let m = 0; async function a(x) { n = x; await b(x); } async function b(x) { m = x; await a(x); }';
    const writesOf = (name: string): string[] =>
      [...new Set(writesIn(`${both} async function all(xs) { for (const x of xs) await ${name}(x); }`))].sort();
    assert.deepEqual(writesOf('a'), ['assign m within', 'assign n within']);
    assert.deepEqual(writesOf('b'), ['assign m within', 'assign n within']);
  });

  it('are made once, however many functions call each other in circles', () => {
    const workOn = (count: number): number => {
      const functions = Array.from({ length: count }, (_, index) => {
        const calls = [1, 7, 13].map((step) => `await g${(index * step + 1) % count}(x, o);`).join(' ');
        return `async function g${index}(xs, o) { o.n = await f(o); for (const x of xs) { ${calls} } }`;
      });
      return workIn(functions.join('\n'));
    };
    const work = workOn(60);
    assert.ok(work < 40_000, String(work));
  });

  describe('of methods that all call each other', () => {
    const codeOf = (count: number): string => {
      const all = Array.from({ length: count }, (_, index) => index);
      const calls = all.map((index) => `await this.g${index}(x);`).join(' ');
      const methods = all.map((index) => `async g${index}(x) { this.n${index} = x; ${calls} }`).join(' ');
      return `class A { ${methods} async all(xs) { for (const x of xs) await this.g0(x); } }`;
    };

    it('tell of each what may come of it, behind an await', () => {
      const steps = stepsIn(codeOf(30));
      for (let index = 0; index < 30; index++)
        assert.ok(steps.indexOf('await call') < steps.indexOf(`assign this.n${index} within`), String(index));
    });

    it('do not read a body again where its own order is not told', () => {
      const work = workIn(codeOf(60));
      assert.ok(work < 20_000, String(work));
    });
  });

  it('are made of a chain of thousands of functions', () => {
    const functions = Array.from({ length: 1000 }, (_, i) => `async function g${i}(x) { await g${i + 1}(x); }`).join(
      '\n',
    );
    const code = `${functions} let n = 0; async function g1000(x) { n = x; } async function all(xs) { for (const x of xs) await g0(x); }`;
    assert.deepEqual(writesIn(code), ['assign n within']);
  });

  it('tell once what is logged, however many ways lead there', () => {
    const functions = Array.from({ length: 30 }, (_, i) => `function g${i}(x) { g${i + 1}(x); g${i + 1}(x); }`).join(
      '\n',
    );
    const code = `${functions} function g30(x) { console.log(x); } async function all(xs) { for (const x of xs) { await f(x); g0(x); } }`;
    assert.ok(stepsIn(code).includes('g0 logs'));
  });

  it('do not grow without bound', () => {
    const functions = Array.from(
      { length: 12 },
      (_, i) => `async function g${i}(x) { ${`await g${i + 1}(x); `.repeat(4)} }`,
    ).join('\n');
    const steps = stepsIn(
      `${functions} async function g12(x) { await f(x); } async function all(xs) { for (const x of xs) await g0(x); }`,
    );
    assert.ok(steps.length < 20_000, String(steps.length));
  });

  it('leave out a memo, by the key that it was asked with', () => {
    const memo = (body: string): string =>
      `const c = new Map(); async function g(k) { ${body} } async function all(xs) { for (const x of xs) await g(x.kind); }`;
    assert.deepEqual(writesIn(memo('if (!c.has(k)) c.set(k, await f(k)); return c.get(k);')), []);
    assert.deepEqual(
      writesIn(memo('if (!c.has(k)) { if (!k) { c.set(k, null); return; } c.set(k, await f(k)); } return c.get(k);')),
      [],
    );
    assert.deepEqual(
      writesIn(memo('const before = c.get(k); const p = go(before); c.set(k, p); await p; c.delete(k);')),
      [],
    );
    assert.deepEqual(writesIn(memo('c.set(k, await f(k)); return c.size;')), ['store c[~k] within']);
    assert.notDeepEqual(writesIn(memo('while (c.has(k)) k += 1; c.set(k, await f(k));')), []);
    assert.notDeepEqual(writesIn(memo('if (c.has(k)) return; await f(k); c.set(k, true);')), []);
  });

  it('say what waits by the name that a module gives it', () => {
    const steps = stepsIn(
      "import { setTimeout as rest } from 'node:timers/promises'; async function all(xs) { for (const x of xs) { await f(x); await rest(x); } }",
    );
    assert.ok(steps.includes('rest waits'), steps.join());
  });

  it('say what waits by what a function does, not by its name', () => {
    const said = (body: string): string[] =>
      stepsIn(`const sleep = ${body}; async function all(xs) { for (const x of xs) { await f(x); await sleep(x); } }`);
    assert.ok(said('(x) => new Promise((done) => setTimeout(done, x))').some((step) => step.endsWith(' waits')));
    assert.ok(!said('async (x) => convert(x)').some((step) => step.endsWith(' waits')));
  });
});
