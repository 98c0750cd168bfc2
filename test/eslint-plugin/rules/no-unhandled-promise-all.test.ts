// The rule as ESLint sees it: what it reports, in which words, and the texts that it suggests. Where a promise goes is
// tested with the facts, what the suggestions do when they run in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noUnhandledPromiseAll } from '../../../eslint-plugin/src/rules/no-unhandled-promise-all.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const log = '.catch((error) => console.error(error))';

/** The texts that `settleAndLog` and `logFailure` make of a statement `Promise.all(input);`, at an indentation. */
const both = (input: string, indent = '', before = '', after = '') => [
  {
    messageId: 'settleAndLog' as const,
    output: [
      `${before}void Promise.allSettled(${input}).then((results) => {`,
      `${indent}  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));`,
      `${indent}  for (const reason of reasons) {`,
      `${indent}    console.error(reason);`,
      `${indent}  }`,
      `${indent}});${after}`,
    ].join('\n'),
  },
  { messageId: 'logFailure' as const, output: `${before}Promise.all(${input})${log};${after}` },
];

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: {
      parser,
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module', ecmaFeatures: { jsx: true } },
    },
  });

  describe(`no-unhandled-promise-all by ${name}`, () => {
    tester.run('no-unhandled-promise-all', noUnhandledPromiseAll, {
      valid: [
        'await Promise.all(xs);',
        'Promise.all(xs).catch(log);',
        'Promise.all(xs).then(show, log);',
        'void Promise.all(xs);',
        'function f() { return Promise.all(xs); }',
        'class A { constructor() { this.ready = Promise.all(xs); } }',
        { name: 'those around await it', code: 'async function f() { await load().then(() => Promise.all(xs)); }' },
        { name: 'what never rejects', code: 'Promise.allSettled(xs);' },
        {
          name: 'what never rejects, in a try',
          code: 'function f() { try { return Promise.allSettled(xs); } catch {} }',
        },
        {
          name: 'every operation handles its own failure',
          code: 'Promise.all(items.map(async (item) => { try { await save(item); } catch (error) { log(error); } }));',
        },
        {
          name: 'so do those of a list that is filled before',
          code: 'const all = []; for (const x of xs) all.push(save(x).catch(log)); Promise.all(all).then(show);',
        },
        { name: 'somebody else’s Promise', code: 'import { Promise } from "./own.js"; Promise.all(xs);' },
        { name: 'other methods', code: 'Promise.resolve(x); Promise.try(f); all(xs);' },
        {
          name: 'a handler that is waited for in sight',
          code: 'async function f(button) { button.addEventListener("click", async () => { await Promise.all(xs); }); }',
        },
        {
          name: 'a callback whose result is somebody’s',
          code: 'db.transaction((trx) => Promise.all(xs.map(trx.save)));',
        },
        { name: 'a component’s own property', code: 'const f = <Form onSubmit={() => Promise.all(xs)} />;' },
      ],
      invalid: [
        {
          name: 'a statement where an await may stand',
          code: 'async function f() {\n  Promise.all(xs);\n}',
          errors: [
            {
              messageId: 'dropped',
              data: { name: 'all' },
              line: 2,
              column: 3,
              endLine: 2,
              endColumn: 14,
              suggestions: [
                { messageId: 'awaitIt', output: 'async function f() {\n  await Promise.all(xs);\n}' },
                ...both('xs', '  ', 'async function f() {\n  ', '\n}'),
              ],
            },
          ],
        },
        {
          name: 'a constructor',
          code: 'class A {\n  constructor() {\n    Promise.all(xs);\n  }\n}',
          errors: [
            {
              messageId: 'dropped',
              suggestions: both('xs', '    ', 'class A {\n  constructor() {\n    ', '\n  }\n}'),
            },
          ],
        },
        {
          name: 'a chain without a handler, in a file with a logger of its own',
          code: 'import { logger } from "./log.js";\nlogger.info("begin");\nfunction f() {\n  Promise.race(xs)\n    .then(show)\n    .finally(end);\n}',
          errors: [
            {
              messageId: 'dropped',
              data: { name: 'race' },
              line: 4,
              suggestions: [
                {
                  messageId: 'logFailure',
                  output:
                    'import { logger } from "./log.js";\nlogger.info("begin");\nfunction f() {\n  Promise.race(xs)\n    .then(show)\n    .finally(end)\n    .catch((error) => logger.error(error));\n}',
                },
              ],
            },
          ],
        },
        {
          name: 'one report for those of one chain',
          code: 'const f = () => { Promise.all(xs).then(() => Promise.all([Promise.any(ys)])); };',
          errors: [
            {
              messageId: 'dropped',
              column: 19,
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `const f = () => { Promise.all(xs).then(() => Promise.all([Promise.any(ys)]))${log}; };`,
                },
              ],
            },
          ],
        },
        {
          name: 'a variable that nobody reads',
          code: 'const all = Promise.all(xs);',
          errors: [
            {
              messageId: 'unused',
              suggestions: [
                { messageId: 'awaitIt', output: 'const all = await Promise.all(xs);' },
                { messageId: 'logFailure', output: `const all = Promise.all(xs)${log};` },
              ],
            },
          ],
        },
        {
          name: 'a callback whose caller ignores what it returns',
          code: 'const t = setTimeout(() => Promise.all(xs).then(show), 10);',
          errors: [
            {
              messageId: 'ignored',
              data: { name: 'all', by: 'setTimeout' },
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `const t = setTimeout(() => Promise.all(xs).then(show)${log}, 10);`,
                },
              ],
            },
          ],
        },
        {
          name: 'the executor of a promise, with and without a way to reject',
          code: 'const p = new Promise((resolve, fail) => { Promise.all(xs).then(resolve); });\nconst q = new Promise(resolve => { Promise.all(xs).then(resolve); });',
          errors: [
            {
              messageId: 'dropped',
              line: 1,
              suggestions: [
                {
                  messageId: 'passOn',
                  data: { to: 'fail' },
                  output:
                    'const p = new Promise((resolve, fail) => { Promise.all(xs).then(resolve).catch(fail); });\nconst q = new Promise(resolve => { Promise.all(xs).then(resolve); });',
                },
                {
                  messageId: 'logFailure',
                  output: `const p = new Promise((resolve, fail) => { Promise.all(xs).then(resolve)${log}; });\nconst q = new Promise(resolve => { Promise.all(xs).then(resolve); });`,
                },
              ],
            },
            {
              messageId: 'dropped',
              line: 2,
              suggestions: [
                {
                  messageId: 'passOn',
                  data: { to: 'reject' },
                  output:
                    'const p = new Promise((resolve, fail) => { Promise.all(xs).then(resolve); });\nconst q = new Promise((resolve, reject) => { Promise.all(xs).then(resolve).catch(reject); });',
                },
                {
                  messageId: 'logFailure',
                  output: `const p = new Promise((resolve, fail) => { Promise.all(xs).then(resolve); });\nconst q = new Promise(resolve => { Promise.all(xs).then(resolve)${log}; });`,
                },
              ],
            },
          ],
        },
        {
          name: 'a function that is given a callback',
          code: 'app.get("/", (request, response, next) => { Promise.all(xs).then(show); });',
          errors: [
            {
              messageId: 'dropped',
              suggestions: [
                {
                  messageId: 'passOn',
                  data: { to: 'next' },
                  output: 'app.get("/", (request, response, next) => { Promise.all(xs).then(show).catch(next); });',
                },
                {
                  messageId: 'logFailure',
                  output: `app.get("/", (request, response, next) => { Promise.all(xs).then(show)${log}; });`,
                },
              ],
            },
          ],
        },
        {
          name: 'a callback of a chain that somebody takes',
          code: 'const f = () => load().then((xs) => {\n  Promise.all(xs.map(save)).then(show);\n});',
          errors: [
            {
              messageId: 'dropped',
              suggestions: [
                {
                  messageId: 'returnIt',
                  output: 'const f = () => load().then((xs) => {\n  return Promise.all(xs.map(save)).then(show);\n});',
                },
                {
                  messageId: 'logFailure',
                  output: `const f = () => load().then((xs) => {\n  Promise.all(xs.map(save)).then(show)${log};\n});`,
                },
              ],
            },
          ],
        },
        {
          name: 'a return in a try, of an async function',
          code: 'async function f() { try { return ok ? Promise.all(xs) : []; } catch { return []; } }',
          errors: [
            {
              messageId: 'pastCatch',
              data: { name: 'all' },
              suggestions: [
                {
                  messageId: 'returnAwait',
                  output: 'async function f() { try { return ok ? await Promise.all(xs) : []; } catch { return []; } }',
                },
              ],
            },
          ],
        },
        {
          name: 'a return in a try, of functions that may be made async',
          code: 'const a = () => { try { return Promise.all(xs); } catch {} };\nclass A { static b() { try { return Promise.all(xs); } catch {} } }\nconst o = { c() { try { return Promise.all(xs); } catch {} } };',
          errors: [
            {
              messageId: 'pastCatch',
              line: 1,
              suggestions: [
                {
                  messageId: 'makeAsync',
                  output:
                    'const a = async () => { try { return await Promise.all(xs); } catch {} };\nclass A { static b() { try { return Promise.all(xs); } catch {} } }\nconst o = { c() { try { return Promise.all(xs); } catch {} } };',
                },
              ],
            },
            {
              messageId: 'pastCatch',
              line: 2,
              suggestions: [
                {
                  messageId: 'makeAsync',
                  output:
                    'const a = () => { try { return Promise.all(xs); } catch {} };\nclass A { static async b() { try { return await Promise.all(xs); } catch {} } }\nconst o = { c() { try { return Promise.all(xs); } catch {} } };',
                },
              ],
            },
            {
              messageId: 'pastCatch',
              line: 3,
              suggestions: [
                {
                  messageId: 'makeAsync',
                  output:
                    'const a = () => { try { return Promise.all(xs); } catch {} };\nclass A { static b() { try { return Promise.all(xs); } catch {} } }\nconst o = { async c() { try { return await Promise.all(xs); } catch {} } };',
                },
              ],
            },
          ],
        },
        {
          name: 'a return in a try, of a getter: there is nothing to suggest',
          code: 'class A { get a() { try { return Promise.all(xs); } catch {} } }',
          errors: [{ messageId: 'pastCatch', suggestions: null }],
        },
        {
          name: 'nor of a generator',
          code: 'function* f() { try { return Promise.all(xs); } catch {} }',
          errors: [{ messageId: 'pastCatch', suggestions: null }],
        },
        {
          name: 'in the midst of a callback, no return',
          code: 'const f = () => load().then((xs) => { Promise.all(xs).then(show); end(); });',
          errors: [
            {
              messageId: 'dropped',
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `const f = () => load().then((xs) => { Promise.all(xs).then(show)${log}; end(); });`,
                },
              ],
            },
          ],
        },
        {
          name: 'void, where it is to be reported',
          code: 'void Promise.all(xs).then(show);',
          options: [{ ignoreVoid: false }],
          errors: [
            {
              messageId: 'voided',
              suggestions: [
                { messageId: 'awaitIt', output: 'await Promise.all(xs).then(show);' },
                { messageId: 'logFailure', output: `void Promise.all(xs).then(show)${log};` },
              ],
            },
          ],
        },
        {
          name: 'Bluebird’s, too',
          code: 'import Bluebird from "bluebird";\nfunction f() { Bluebird.all(xs).then(show); }',
          errors: [
            {
              messageId: 'dropped',
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `import Bluebird from "bluebird";\nfunction f() { Bluebird.all(xs).then(show)${log}; }`,
                },
              ],
            },
          ],
        },
        {
          name: 'what may fail behind settled ones',
          code: 'function f() { Promise.allSettled(xs).then(async () => { await close(); }); }',
          errors: [
            {
              messageId: 'dropped',
              data: { name: 'allSettled' },
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `function f() { Promise.allSettled(xs).then(async () => { await close(); })${log}; }`,
                },
              ],
            },
          ],
        },
        {
          name: 'a listener of an element',
          code: 'const b = <button onClick={() => Promise.all(xs).then(show)} />;',
          errors: [
            {
              messageId: 'ignored',
              data: { name: 'all', by: 'onClick' },
              suggestions: [
                {
                  messageId: 'logFailure',
                  output: `const b = <button onClick={() => Promise.all(xs).then(show)${log}} />;`,
                },
              ],
            },
          ],
        },
      ],
    });
  });
}
