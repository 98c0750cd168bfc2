// The rule as ESLint sees it: which promises are handled late, and the texts that it suggests. Which ways lead to a
// handler is tested with the facts, what the suggestions do when they run in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noLateAwait } from '../../../eslint-plugin/src/rules/no-late-await.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

/** A report of what is handled behind line `line`, with the text of its one suggestion, if there is one. */
const late = (names: string, line: number, messageId?: 'gatherAll' | 'gatherMapped' | 'handleEarly', output = '') => ({
  messageId: 'late' as const,
  data: { names, line },
  suggestions: messageId ? [{ messageId, output }] : [],
});

const inList = (output: string) => ({
  messageId: 'lateList' as const,
  suggestions: output ? [{ messageId: 'gatherInside' as const, output }] : [],
});

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-late-await by ${name}`, () => {
    tester.run('no-late-await', noLateAwait, {
      valid: [
        'const [a, b] = await Promise.all([f(), g()]);',
        'const a = f(); const b = g(); await Promise.all([a, b]);',
        'const a = f(); await a;',
        'const a = f(), b = f2(); use(b); const c = await a;',
        { name: 'a handler at once', code: 'const a = f(); a.catch(() => {}); const b = await g(); await a;' },
        { name: 'a link at once', code: 'const a = f(); const b = a.then(use); await b;' },
        { name: 'made with its handler', code: 'const a = f().catch(log); const b = await g(); await a;' },
        { name: 'stored elsewhere', code: 'const a = f(); all.push(a); const b = await g(); await a;' },
        { name: 'stored as a property', code: 'const a = f(); this.a = a; const b = await g(); await a;' },
        { name: 'handed to a function', code: 'const a = f(); watch(a); const b = await g(); await a;' },
        { name: 'in sight of a callback', code: 'const a = f(); on(() => a); const b = await g(); await a;' },
        { name: 'dropped on purpose', code: 'const a = f(); void a; const b = await g(); await a;' },
        { name: 'nobody takes it as a promise', code: 'const a = f(); const b = await g(); use(a, b);' },
        { name: 'never awaited', code: 'const a = f(); const b = await g();' },
        { name: 'returned', code: 'async function h() { const a = f(); return a; }' },
        { name: 'a value', code: 'const a = b.c; const d = await g(); await a;' },
        { name: 'awaited already', code: 'const a = await f(); const b = await g(); await a;' },
        { name: 'assigned anew', code: 'let a = f(); a = 1; const b = await g(); await a;' },
        { name: 'given from outside', code: 'async function h(a) { const b = await g(); await a; }' },
        { name: 'a deferred', code: 'const a = new Promise((resolve) => { done = resolve; }); await g(); await a;' },
        {
          name: 'an event that is waited for before it is caused',
          code: "const closed = once(server, 'close'); server.close(); await closed;",
        },
        {
          name: 'a response that is waited for before it is asked for',
          code: "const response = page.waitForResponse(url); await page.click('a'); await response;",
        },
        {
          name: 'an import under another name',
          code: "import { once as on } from 'node:events'; const a = on(e, 'x'); await g(); await a;",
        },
        { name: 'a timer', code: 'const pause = sleep(100); await g(); await pause;' },
        {
          name: 'a function of the file that takes its failures',
          code: 'async function f() { try { await g(); } catch { return 1; } } const a = f(); await g(); await a;',
        },
        {
          name: 'a map whose callback takes its failures',
          code: 'const all = xs.map(async (x) => { try { await f(x); } catch (e) { log(e); } }); await g(); await Promise.all(all);',
        },
        { name: 'settled', code: 'const all = Promise.allSettled(xs.map(f)); await g(); await all;' },
        { name: 'a query of Prisma', code: 'const n = prisma.user.count(); const u = await g(); await n;' },
        { name: 'a query of Drizzle', code: 'const n = db.select().from(users); const u = await g(); await n;' },
        { name: 'a query of Mongoose', code: 'const n = User.findOne({ id }); const u = await g(); await n;' },
        { name: 'a query that is put together', code: 'const q = find(); q.limit(3); const u = await g(); await q;' },
        { name: 'a child process', code: 'const p = run(); p.stdout.on("data", log); await g(); await p;' },
        { name: 'a condition on it', code: 'const a = f(); if (a) await a; await g();' },
        { name: 'another way', code: 'const a = f(); if (b) { await a; } else { await g(); }' },
        { name: 'a list that is combined at once', code: 'const all = xs.map(f); await Promise.all(all); await g();' },
        {
          name: 'a loop that only starts',
          code: 'const all = []; for (const x of xs) all.push(f(x)); await Promise.all(all);',
        },
        {
          name: 'pushed after the await',
          code: 'const all = []; const t = await g(); all.push(f(t)); await Promise.all(all);',
        },
        {
          name: 'pushes of what runs already',
          code: 'const all = []; for (const x of xs) { const { end } = await f(x); all.push(end); } await Promise.all(all);',
        },
        { name: 'awaits before the first start', code: 'await Promise.all([await f(), g()]);' },
        { name: 'awaits alone', code: 'await Promise.all([await f(), await g()]);' },
        { name: 'an await in a function', code: 'await Promise.all([f(), xs.map(async (x) => await g(x))]);' },
        { name: 'resolved before an await', code: 'await Promise.all([Promise.resolve(1), await g()]);' },
        { name: 'left to no-sequential-await', code: 'const a = await f(); const b = await g();' },
      ],
      invalid: [
        {
          code: 'const a = f();\nconst b = await g();\nconst c = await a;\n',
          errors: [late('`a`', 2, 'gatherAll', 'const a = f();\nconst [b, c] = await Promise.all([g(), a]);\n')],
        },
        {
          name: 'a value that nobody keeps',
          code: 'const a = f();\nawait check();\nconst c = await a;\n',
          errors: [late('`a`', 2, 'gatherAll', 'const a = f();\nconst [, c] = await Promise.all([check(), a]);\n')],
        },
        {
          name: 'one declaration',
          code: 'const a = f(), b = g();\nawait a;\nawait b;\n',
          errors: [late('`b`', 2, 'gatherAll', 'const a = f(), b = g();\nawait Promise.all([a, b]);\n')],
        },
        {
          name: 'several that one combinator handles',
          code: 'const a = f();\nconst b = g();\nconst c = h();\nconst x = await a;\nconst y = await b;\nconst z = await c;\n',
          errors: [
            late(
              '`b`, `c`',
              4,
              'gatherAll',
              'const a = f();\nconst b = g();\nconst c = h();\nconst [x, y, z] = await Promise.all([a, b, c]);\n',
            ),
          ],
        },
        {
          name: 'two lists',
          code: 'const all = xs.map((x) => f(x));\nconst more = ys.map((y) => g(y));\nconst a = await Promise.all(all);\nconst b = await Promise.all(more);\n',
          errors: [
            late(
              '`more`',
              3,
              'gatherAll',
              'const all = xs.map((x) => f(x));\nconst more = ys.map((y) => g(y));\nconst [a, b] = await Promise.all([Promise.all(all), Promise.all(more)]);\n',
            ),
          ],
        },
        {
          name: 'parts of one expression',
          code: 'const p = f();\nconst q = g();\nuse([await p, await q]);\n',
          errors: [late('`q`', 3, 'gatherAll', 'const p = f();\nconst q = g();\nuse(await Promise.all([p, q]));\n')],
        },
        {
          name: 'a part of the next statement',
          code: 'async function h() {\n  const userPromise = f();\n  const b = await g();\n  return { user: await userPromise, b };\n}\n',
          errors: [
            late(
              '`userPromise`',
              3,
              'gatherAll',
              'async function h() {\n  const userPromise = f();\n  const [b, user] = await Promise.all([g(), userPromise]);\n  return { user, b };\n}\n',
            ),
          ],
        },
        {
          name: 'an operand',
          code: 'const a = f();\nawait g();\nconst n = (await a).n ?? 1;\n',
          errors: [
            late(
              '`a`',
              2,
              'gatherAll',
              'const a = f();\nconst [, value] = await Promise.all([g(), a]);\nconst n = value.n ?? 1;\n',
            ),
          ],
        },
        {
          name: 'what stands between needs an awaited value',
          code: 'const a = f();\nconst b = await g();\nconst c = await h(b);\nawait a;\n',
          errors: [
            late(
              '`a`',
              2,
              'handleEarly',
              'const a = f();\na.catch(() => {});\nconst b = await g();\nconst c = await h(b);\nawait a;\n',
            ),
          ],
        },
        {
          name: 'handled in a branch, with a comment behind its start',
          code: 'const a = f(); // early\nconst b = await g();\nif (b) await a;\n',
          errors: [
            late(
              '`a`',
              2,
              'handleEarly',
              'const a = f(); // early\na.catch(() => {});\nconst b = await g();\nif (b) await a;\n',
            ),
          ],
        },
        {
          name: 'there may be none',
          code: 'const a = ok ? f() : undefined;\nif (b) { await g(); }\nawait a;\n',
          errors: [
            late(
              '`a`',
              2,
              'handleEarly',
              'const a = ok ? f() : undefined;\na?.catch(() => {});\nif (b) { await g(); }\nawait a;\n',
            ),
          ],
        },
        {
          name: 'a list, and no semicolons',
          code: 'const all = xs.map(f)\nif (b) { await g() }\nawait Promise.all(all)\n',
          errors: [
            late(
              '`all`',
              2,
              'handleEarly',
              'const all = xs.map(f)\nPromise.all(all).catch(() => {})\nif (b) { await g() }\nawait Promise.all(all)\n',
            ),
          ],
        },
        {
          name: 'a combinator that is held',
          code: 'const all = Promise.all([f(), g()]);\nif (b) { await h(); }\nawait all;\n',
          errors: [
            late(
              '`all`',
              2,
              'handleEarly',
              'const all = Promise.all([f(), g()]);\nall.catch(() => {});\nif (b) { await h(); }\nawait all;\n',
            ),
          ],
        },
        {
          name: 'a module that is loaded',
          code: "const a = import('./a.js');\nif (b) { await g(); }\nconst { c } = await a;\n",
          errors: [
            late(
              '`a`',
              2,
              'handleEarly',
              "const a = import('./a.js');\na.catch(() => {});\nif (b) { await g(); }\nconst { c } = await a;\n",
            ),
          ],
        },
        {
          name: 'on one line',
          code: 'async function* h() { const a = f(); yield 1; await a; }',
          errors: [
            late(
              '`a`',
              1,
              'handleEarly',
              'async function* h() { const a = f();\na.catch(() => {}); yield 1; await a; }',
            ),
          ],
        },
        {
          name: 'in one declaration with an await',
          code: 'const a = f(), b = await g();\nif (b) await a;\n',
          errors: [late('`a`', 1)],
        },
        {
          name: 'a throw before the handler',
          code: "const a = f();\nif (!ok) throw new Error('no');\nawait a;\n",
          errors: [
            {
              messageId: 'thrown',
              data: { names: '`a`', line: 2 },
              suggestions: [
                {
                  messageId: 'handleEarly',
                  output: "const a = f();\na.catch(() => {});\nif (!ok) throw new Error('no');\nawait a;\n",
                },
              ],
            },
          ],
        },
        {
          name: 'a loop that awaits and pushes',
          code: 'const jobs = [];\nfor (const x of xs) {\n  const token = await getToken(x);\n  jobs.push(send(token));\n}\nawait Promise.all(jobs);\n',
          errors: [
            late(
              '`jobs`',
              3,
              'gatherMapped',
              'const jobs = Array.from(xs, async (x) => {\n  const token = await getToken(x);\n  return send(token);\n});\nawait Promise.all(jobs);\n',
            ),
          ],
        },
        {
          name: 'a loop that adds to a list of others',
          code: 'const jobs = [f()];\nfor (const x of [1, 2]) {\n  const token = await getToken(x);\n  jobs.push(send(token));\n}\nawait Promise.allSettled(jobs);\n',
          errors: [
            late(
              '`jobs`',
              3,
              'handleEarly',
              'const jobs = [f()];\nPromise.all(jobs).catch(() => {});\nfor (const x of [1, 2]) {\n  const token = await getToken(x);\n  const job = send(token);\n  job.catch(() => {});\n  jobs.push(job);\n}\nawait Promise.allSettled(jobs);\n',
            ),
          ],
        },
        {
          name: 'a loop that waits on purpose',
          code: 'const jobs = [];\nfor (const x of xs) {\n  jobs.push(send(x), 1);\n  await sleep(100);\n}\nawait Promise.all(jobs);\n',
          errors: [
            late(
              '`jobs`',
              4,
              'handleEarly',
              'const jobs = [];\nfor (const x of xs) {\n  const job = send(x);\n  job.catch(() => {});\n  jobs.push(job, 1);\n  await sleep(100);\n}\nawait Promise.all(jobs);\n',
            ),
          ],
        },
        {
          name: 'a push without braces',
          code: 'const promises = [];\nfor (const x of xs) promises.push(send(x));\nif (b) { await g(); }\nawait Promise.all(promises);\n',
          errors: [
            late(
              '`promises`',
              3,
              'handleEarly',
              'const promises = [];\nfor (const x of xs) {\n  const promise = send(x);\n  promise.catch(() => {});\n  promises.push(promise);\n}\nif (b) { await g(); }\nawait Promise.all(promises);\n',
            ),
          ],
        },
        {
          name: 'a spread push',
          code: 'const jobs = [];\njobs.push(...xs.map(f));\nif (b) { await g(); }\nawait Promise.all(jobs);\n',
          errors: [late('`jobs`', 3)],
        },
        {
          name: 'pushed in a stream',
          code: 'const jobs = [];\nfor await (const x of xs) {\n  jobs.push(send(x));\n}\nawait Promise.all(jobs);\n',
          errors: [
            late(
              '`jobs`',
              2,
              'handleEarly',
              'const jobs = [];\nfor await (const x of xs) {\n  const job = send(x);\n  job.catch(() => {});\n  jobs.push(job);\n}\nawait Promise.all(jobs);\n',
            ),
          ],
        },
        {
          name: 'after the loop',
          code: 'const jobs = [];\nfor (const x of xs) {\n  jobs.push(send(x));\n}\nconst b = await g();\nconst c = await Promise.all(jobs);\n',
          errors: [
            late(
              '`jobs`',
              5,
              'gatherAll',
              'const jobs = [];\nfor (const x of xs) {\n  jobs.push(send(x));\n}\nconst [b, c] = await Promise.all([g(), Promise.all(jobs)]);\n',
            ),
          ],
        },
        { code: 'await Promise.all([f(), await g()]);', errors: [inList('await Promise.all([f(), g()]);')] },
        {
          name: 'several that are late, and a part of an element',
          code: 'await Promise.all([await e(), f(), await g(), h(await i())]);',
          errors: [inList('await Promise.all([await e(), f(), g(), (async () => h(await i()))()]);')],
        },
        {
          name: 'a comment would be lost',
          code: 'await Promise.all([f(), await /* why */ g()]);',
          errors: [inList('')],
        },
        { name: 'a spread element', code: 'await Promise.all([f(), ...(await g())]);', errors: [inList('')] },
        {
          name: 'a variable in a list that awaits',
          code: 'const a = f();\nawait Promise.all([a, await g()]);\n',
          errors: [
            {
              messageId: 'late',
              suggestions: [{ messageId: 'gatherInside', output: 'const a = f();\nawait Promise.all([a, g()]);\n' }],
            },
          ],
        },
        {
          name: 'one report, where the list starts another',
          code: 'const a = f();\nawait Promise.all([h(), a, await g()]);\n',
          errors: [inList('const a = f();\nawait Promise.all([h(), a, g()]);\n')],
        },
      ],
    });
  });
}
