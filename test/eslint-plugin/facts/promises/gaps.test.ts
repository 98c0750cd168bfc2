// The ways from the start of the promise in `p` to its first handler, and what stands between.
import assert from 'node:assert/strict';
import { type Held, heldIn } from '../../../../eslint-plugin/src/facts/promises/held.js';
import { found } from './looking.js';

/** What the first variable named `p` holds. */
function heldP(code: string): Held {
  return found(code, (source, node) =>
    node.type === 'Program' ? heldIn(source).find(({ facts }) => facts.name === 'p') : undefined,
  );
}

/** Each way in words: what stands between, in which line, and what handles. */
function waysIn(code: string): string[] {
  return heldP(code).facts.ways.map(({ between, handler }) => {
    const first = between ? `${between.what} ${between.at.line}, ` : '';
    return `${first}${handler?.how ?? 'nobody'}`;
  });
}

const ways: Readonly<Record<string, readonly string[]>> = {
  'const p = f(); await p;': ['awaited'],
  'const p = f(); await (p as P)!;': ['awaited'],
  'const p = f(); await p.then(g);': ['chained'],
  'const p = f(); await p?.finally(g);': ['chained'],
  'const p = f(); await Promise.all([p, q]);': ['combined'],
  'const p = f(); await Promise.race([q, ok ? p : r]);': ['combined'],
  'const p = f();\nawait g(); await p;': ['await 2, awaited'],
  'const p = f();\nawait g();\nawait h(); await p;': ['await 2, awaited'],
  'const p = f(), q = await g(); await p;': ['await 1, awaited'],
  'const p = f(); await p;\nawait p;': ['awaited'],
  'const p = f(); await Promise.all([p,\nawait g()]);': ['await 2, combined'],
  'const p = f(); use(await g(),\nawait p);': ['await 1, awaited'],
  'const p = f(); if (a) {\nawait g(); } await p;': ['await 2, awaited', 'awaited'],
  'const p = f(); if (a) await p; else\nawait p;': ['awaited', 'awaited'],
  'const p = f(); if (p) await p;': ['awaited', 'nobody'],
  'const p = f(); const b = a ??\nawait g(); await p;': ['awaited', 'await 2, awaited'],
  'const p = f(); const b = a ?\nawait g() : 1; await p;': ['await 2, awaited', 'awaited'],
  'const p = f(); for (const x of xs) {\nawait g(x); } await p;': ['awaited', 'await 2, awaited'],
  'const p = f(); for (const x of xs) { if (x) continue;\nawait g(x); } await p;': ['awaited', 'await 2, awaited'],
  'const p = f(); do {\nawait g(); } while (a); await p;': ['await 2, awaited'],
  'const p = f(); while (\nawait g()) h(); await p;': ['awaited', 'await 2, awaited'],
  'const p = f(); for await (const x of\nxs) g(x); await p;': ['awaited', 'await 2, awaited'],
  'const p = f(); switch (a) { case 1:\nawait g(); break; default: await p; }': ['awaited', 'await 2, nobody'],
  'const p = f(); switch (a) { case 1:\nawait g(); } await p;': ['await 2, awaited', 'awaited'],
  'const p = f(); try {\nawait g(); } catch {} await p;': ['await 2, awaited'],
  'const p = f(); try {\nawait g(); await p; } catch { await p; }': ['await 2, awaited', 'await 2, awaited'],
  'const p = f(); try { await p; } catch { throw a; }': ['awaited'],
  'const p = f(); try {\nthrow a; } catch { await p; }': ['awaited'],
  'const p = f(); try {\nawait g(); } finally { await p; }': ['await 2, awaited'],
  'const p = f();\nif (a) throw b; await p;': ['throw 2, nobody', 'awaited'],
  'const p = f();\nassert(a); await p; function assert(a) { if (!a) throw b; }': ['throw 2, nobody', 'awaited'],
  'const p = f(); const q =\nload(); await Promise.all([p, q]); function load() { if (a) throw b; }': [
    'throw 2, nobody',
    'combined',
  ],
  'const p = f(); check(p); await p; function check(a) { if (!a) throw b; }': ['handed'],
  'const p = load(); await p; function load() { if (a) throw b; return g(); }': ['awaited'],
  'const p = f(); check(a); await p; async function check(a) { if (!a) throw b; }': ['awaited'],
  'const p = f(); check(a); await p; function check(a) { try { if (!a) throw b; } catch {} }': ['awaited'],
  'const p = f(); try {\ncheck(a); } catch {} await p; function check(a) { if (!a) throw b; }': ['awaited'],
  'const p = f();\nif (a) return; await p;': ['return 2, nobody', 'awaited'],
  'const p = f(); p.then(g); return p;': ['chained'],
  'const p = f();\nyield 1; await p;': ['await 2, awaited'],
  'const p = f(); const g = async () => { await h(); }; await p;': ['awaited'],
  'const p = f(); on(async () => { await p; });\nawait g(); await p;': ['handed'],
  'const p = xs.map(f); p.push(g());\nawait h(); await Promise.all(p);': ['await 2, combined', 'await 2, combined'],
  'const p = []; for (const x of xs) { p.push(f(x));\nawait g(); } await Promise.all(p);': ['await 2, combined'],
  'const p = []; for (const x of xs) {\nawait g(); p.push(f(x)); } await Promise.all(p);': [
    'combined',
    'await 2, combined',
  ],
};

describe('gaps: the ways of a promise', () => {
  for (const [code, expected] of Object.entries(ways)) {
    it(code.replace(/\n/g, ' ⏎ '), () =>
      assert.deepEqual(waysIn(`async function* h() { ${code} }`).sort(), [...expected].sort()),
    );
  }
});

const spared: Readonly<Record<string, readonly string[]>> = {
  'never-rejects': [
    'const p = f().catch(log); await p;',
    'const p = ok ? f().catch(log) : g().then(use, log); await p;',
    'const p = xs.map((x) => f(x).catch(log)); await Promise.all(p);',
  ],
  waits: [
    "const p = once(emitter, 'x'); await p;",
    'const p = page.waitForEvent(x); await p;',
    'const p = nextEvent(x); await p;',
    'const p = whenLoaded(x); await p;',
    'const p = awaitUnlock(x); await p;',
    'const p = asPromise(picker.onDidHide); await p;',
    'const p = delay(10); await p;',
    "import { setTimeout as rest } from 'node:timers/promises'; const p = rest(10); await p;",
  ],
  lazy: [
    'const p = prisma.user.count(); await p;',
    'const p = this.prisma.user.create(x); await p;',
    'const p = db.query.users.findMany(); await p;',
    "const p = knex('users').where(x).orderBy(y); await p;",
    'const p = Model.findById(id); await p;',
    'const p = xs.map((x) => prisma.user.update(x)); await Promise.all(p);',
    'const p = xs.map((x) => { return prisma.user.update(x); }); await Promise.all(p);',
  ],
  more: ['const p = f(); p.stdout.pipe(x); await p;', 'const p = f(); p.where(x); await p;'],
  nothing: [
    'const p = f(); await p;',
    'const p = Model.findAll(x); await p;',
    'const p = Array.from(xs, f); await Promise.all(p);',
    'const p = prisma.$transaction(all); await p;',
    'const p = [f().catch(log), g()]; await Promise.all(p);',
    'const p = xs.map(f); show(p.length); await Promise.all(p);',
  ],
};

describe('gaps: what speaks for a promise', () => {
  for (const [expected, snippets] of Object.entries(spared))
    for (const code of snippets)
      it(`${expected}: ${code}`, () => assert.equal(heldP(code).facts.spared ?? 'nothing', expected));
});
