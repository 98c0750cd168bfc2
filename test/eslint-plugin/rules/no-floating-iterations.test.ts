// The rule as ESLint sees it: where it reports, in which words. What it knows of a call is tested with the facts, the
// suggested texts in the folder of the same name, what they do when they run in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noFloatingIterations } from '../../../eslint-plugin/src/rules/no-floating-iterations.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-floating-iterations by ${name}`, () => {
    tester.run('no-floating-iterations', noFloatingIterations, {
      valid: [
        'xs.forEach((x) => { f(x); });',
        { code: 'this.rows.forEach(async (x) => { await save(x); });', options: [{ waiting: ['rows'] }] },
        'xs.forEach((x) => save(x));',
        'await Promise.all(xs.map(async (x) => { await save(x); }));',
        'const ps = xs.map(async (x) => save(x)); await Promise.all(ps);',
        'const start = () => xs.map(async (x) => save(x));',
        'run(xs.map(async (x) => save(x)));',
        'void xs.map(async (x) => save(x));',
        'await Promise.all([...xs.map(async (x) => save(x)), other()]);',
        'await Promise.all(await xs.map(async (x) => save(x)));',
        'await Promise.all(xs.map((x) => { return save(x); }));',
        {
          name: 'lists made flat before they are combined',
          code: 'await Promise.all(xs.flatMap((x) => x.ys.map(async (y) => save(y))));',
        },
        {
          name: 'lists that somebody gets, who may wait for them',
          code: 'const lists = await Promise.all(xs.map(async (x) => x.ys.map(async (y) => save(y))));\nawait Promise.all(lists.flat());',
        },
        'await Promise.all(xs.map((x) => { if (!x) return null; return save(x); }));',
        { name: 'a callback that only fills a list', code: 'await Promise.all(xs.map((x) => { out.push(x); }));' },
        {
          name: 'async callbacks that drop what may be no promise, or wait for something',
          code: 'await Promise.all(xs.map(async (x) => { save(x); }));\nawait Promise.all(xs.map(async (x) => { await load(x); put(x); }));\nawait Promise.all(xs.map(async (x) => { if (!x) return 1; put(x); }));\nasync function put(x) { await send(x); }',
        },
        { name: 'an own class with a forEach that waits', code: 'await pages.forEach(async (page) => print(page));' },
        { name: 'the same, returned', code: 'const all = () => pages.forEach(async (page) => print(page));' },
        {
          name: 'an own class',
          code: 'class Bounded { forEach(f) {} }\nconst b = new Bounded();\nb.forEach(async (x) => save(x));',
        },
        { name: 'a limiter’s map', code: 'import pMap from "p-map";\nawait pMap(xs, async (x) => save(x));' },
        {
          name: 'Bluebird’s own map',
          code: 'import Bluebird from "bluebird";\nawait Bluebird.map(xs, async (x) => save(x));\nawait Bluebird.resolve(xs).map(async (x) => save(x));',
        },
        { name: 'the package async', code: 'import async from "async";\nasync.forEach(xs, async (x) => save(x));' },
        { name: 'RxJS', code: 'items$.pipe(filter(async (x) => isGood(x))).forEach(async (x) => save(x));' },
        {
          name: 'streams',
          code: 'stream.map(async (x) => load(x)); const s = Readable.from(xs).filter(async (x) => isGood(x));',
        },
        {
          name: 'a query builder',
          code: 'const q = db.query.some(async (sub) => sub.where(x)); queryBuilder.forEach(async (qb) => qb.run());',
        },
        {
          name: 'a browser’s elements',
          code: 'const shown = await $$("a").filter(async (a) => a.isDisplayed());\nelement.all(by.css("a")).filter(async (a) => a.isDisplayed());',
        },
        {
          name: 'an option, whose methods are no list’s',
          code: 'const a = Option.some(async (x) => save(x)); const b = O.map(async (x) => save(x));',
        },
        {
          name: 'tables of tests',
          code: 'describe.each(rows)("%s", async (row) => { await run(row); }); it.each(rows)("%s", async (row) => { await run(row); });',
        },
        {
          name: 'other methods',
          code: 'xs.push(async () => save(x)); xs.on("end", async () => save(x)); xs.then(async (x) => save(x));',
        },
        {
          name: 'a reduction that awaits the value so far',
          code: 'await xs.reduce(async (before, x) => { await before; await save(x); }, Promise.resolve());',
        },
        {
          name: 'a reduction by chains',
          code: 'await xs.reduce((before, x) => before.then(() => save(x)), Promise.resolve());',
        },
        { name: 'for await over a stream', code: 'for await (const chunk of response.body) use(chunk);' },
        {
          name: 'for await over what never rejects',
          code: 'for await (const x of xs.map((x) => load(x).catch(log))) use(x);',
        },
        {
          name: 'callbacks that handle their own failures, where nobody can wait',
          code: 'emitter.on("end", () => {\n  xs.forEach(async (x) => { try { await save(x); } catch (error) { log(error); } });\n  xs.map((x) => save(x).catch(log));\n});',
        },
        {
          name: 'chains that end in a handler, though somebody could wait',
          code: 'async function f() { xs.forEach((x) => save(x).catch(log)); return await done(); }',
        },
        {
          name: 'for await over texts',
          code: 'const parts = text.map((part) => part.trim()); for await (const part of parts) use(part);',
        },
        {
          name: 'for await over what is made at once',
          code: 'const ids = names.map((name) => createId(name)); for await (const id of ids) use(id);',
        },
        { name: 'an async generator', code: 'xs.forEach(async function* (x) { yield x; });' },
        { name: 'a computed method', code: 'xs[method](async (x) => save(x)); xs["forEach"](async (x) => save(x));' },
      ],
      invalid: [
        {
          name: 'a callback that handles its own failures, where somebody can wait',
          code: 'async function f() {\n  xs.forEach(async (x) => save(x).catch(log));\n}',
          errors: [
            {
              messageId: 'safeEach',
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'async function f() {\n  await Promise.all(xs.map(async (x) => save(x).catch(log)));\n}',
                },
              ],
            },
          ],
        },
        {
          name: 'no rewrite, since no await may stand there',
          code: 'const good = () => xs.filter(async (x) => isGood(x));',
          errors: [
            {
              messageId: 'answer',
              data: { method: 'filter', why: ' No rewrite is offered, since no `await` may stand here.' },
            },
          ],
        },
        {
          name: 'no rewrite, since the function stands elsewhere',
          code: 'const isOk = async (x) => x.ok;\nconst ok = xs.filter(isOk);\nconst put = async (value, key) => { await save(key, value); };\nnew Map(xs).forEach(put);',
          errors: [
            { messageId: 'needless', data: { why: ' No rewrite is offered, since the function stands elsewhere.' } },
            {
              messageId: 'each',
              data: { method: 'forEach', why: ' No rewrite is offered, since the function stands elsewhere.' },
            },
          ],
        },
        {
          name: 'no rewrite, since the function that makes lists stands elsewhere',
          code: 'const begin = async (x) => { await f(x); return x.ys.map(async (y) => save(y)); };\nawait xs.map(begin);',
          errors: [
            {
              messageId: 'awaitedList',
              data: { why: ' No rewrite is offered, since the function stands elsewhere.' },
            },
          ],
        },
        {
          name: 'a list whose callback waits for nothing',
          code: 'await Promise.all(xs.map(async (x) => { await f(x); return x.ys.map(async (y) => { y.done = true; }); }));',
          errors: [
            {
              messageId: 'needless',
              suggestions: [
                {
                  messageId: 'removeAsync',
                  output:
                    'await Promise.all(xs.map(async (x) => { await f(x); return x.ys.map((y) => { y.done = true; }); }));',
                },
              ],
            },
          ],
        },
        {
          name: 'a list by its place',
          code: 'await Promise.all(xs.map((x, i) => lists[i].map(async (y) => save(x, y))));',
          errors: [
            {
              messageId: 'listedList',
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'await Promise.all(xs.map((x, i) => Promise.all(lists[i].map(async (y) => save(x, y)))));',
                },
              ],
            },
          ],
        },
        {
          name: 'no rewrite, since the text leaves no place for one',
          code: 'if (a || xs.filter(async (x) => isGood(x)).length) b();',
          errors: [
            {
              messageId: 'answer',
              data: { method: 'filter', why: ' No rewrite is offered, since the text around leaves no place for one.' },
            },
          ],
        },
        {
          name: 'no rewrite but a loop, since `Promise` is something else',
          code: "import { Promise } from './own.js';\nexport const good = async () => xs.filter(async (x) => isGood(x));\nasync function all() { xs.forEach(async (x) => { await save(x); }); for await (const x of [load(1), load(2)]) use(x); }",
          errors: [
            {
              messageId: 'answer',
              data: {
                method: 'filter',
                why: ' No rewrite is offered, since `Promise` is something else there.',
              },
            },
            {
              messageId: 'each',
              suggestions: [
                {
                  messageId: 'takeTurns',
                  output:
                    "import { Promise } from './own.js';\nexport const good = async () => xs.filter(async (x) => isGood(x));\nasync function all() { for (const x of xs) { await save(x); } for await (const x of [load(1), load(2)]) use(x); }",
                },
              ],
            },
            { messageId: 'inOrder', suggestions: [] },
          ],
        },
        {
          name: 'Lodash',
          code: 'import _ from "lodash";\n_.each(xs, async (x) => { await save(x); });',
          errors: [
            {
              messageId: 'each',
              data: { method: 'forEach', why: '' },
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'import _ from "lodash";\nawait Promise.all(_.map(xs, async (x) => { await save(x); }));',
                },
              ],
            },
          ],
        },
      ],
    });
  });
}
