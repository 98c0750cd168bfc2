// The rule as ESLint sees it: which groups get no signal, and the texts that it suggests. What they do when they run
// is tested in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { preferAbortOnFailure } from '../../../eslint-plugin/src/rules/prefer-abort-on-failure.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const suggestion = (output: string) => [{ messageId: 'abort' as const, output }];
const runsOn = (callees: string, output: string) => ({
  messageId: 'runsOn' as const,
  data: { callees },
  suggestions: suggestion(output),
});

const languageOptions = { parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } } as const;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({ languageOptions: { ...languageOptions, parser } });

  describe(`prefer-abort-on-failure by ${name}`, () => {
    tester.run('prefer-abort-on-failure', preferAbortOnFailure, {
      valid: [
        'await Promise.all([fetch(a, { signal }), fetch(b, { signal })]);',
        'await Promise.all([fetch(a, { signal: AbortSignal.timeout(100) }), fetch(b)]);',
        {
          name: 'what may run on, as the options say',
          code: 'await Promise.all([fetch(a), fetch(b)]);',
          options: [{ runsOn: ['fetch'] }],
        },
        {
          name: 'what the callback does not wait for',
          code: 'await Promise.all(all.map(async (each) => { fetch(each); await save(each); }));',
        },
        { name: 'options from elsewhere', code: 'await Promise.all([fetch(a, options), fetch(b, options)]);' },
        { name: 'options that hold others', code: 'await Promise.all([fetch(a, { ...options }), fetch(b)]);' },
        { name: 'a request, which has its own', code: 'await Promise.all([fetch(request), fetch(b)]);' },
        { name: 'arguments from elsewhere', code: 'await Promise.all(all.map((each) => fetch(...each)));' },
        {
          name: 'a token of axios',
          code: "import axios from 'axios'; await Promise.all([axios.get(a, { cancelToken }), axios.get(b)]);",
        },
        { name: 'settled', code: 'await Promise.allSettled([fetch(a), fetch(b)]);' },
        { name: 'a race', code: 'await Promise.race([fetch(a), fetch(b)]);' },
        { name: 'one alone', code: 'await Promise.all([fetch(a)]);' },
        { name: 'nobody hears of the failure', code: 'Promise.all([fetch(a), fetch(b)]);' },
        { name: 'dropped on purpose', code: 'void Promise.all([fetch(a), fetch(b)]);' },
        { name: 'nothing stops at a signal', code: 'await Promise.all([load(a), save(b)]);' },
        { name: 'none fails', code: 'await Promise.all([fetch(a).catch(log), fetch(b).catch(log)]);' },
        { name: 'no other fails', code: 'await Promise.all([fetch(a), save(b).catch(log)]);' },
        {
          name: 'each item takes its failure',
          code: 'await Promise.all(urls.map(async (url) => { try { await fetch(url); } catch (e) { log(e); } }));',
        },
        { name: 'a function of the same name', code: 'function fetch() {} await Promise.all([fetch(a), fetch(b)]);' },
        {
          name: 'another export',
          code: "import { stat } from 'node:fs/promises'; await Promise.all([stat(a), stat(b)]);",
        },
        {
          name: 'files that are read, which is over soon',
          code: "import { readFile } from 'node:fs/promises'; await Promise.all(files.map((file) => readFile(file, 'utf8')));",
        },
        {
          name: 'events that are waited for',
          code: "import { once } from 'node:events'; await Promise.all([once(hash, 'finish'), once(file, 'finish')]);",
        },
        {
          name: 'files beside what cannot be stopped',
          code: "import fs from 'node:fs'; await Promise.all([fs.promises.writeFile(path, text), save(text)]);",
        },
        {
          name: 'requests all of which change something',
          code: "import axios from 'axios'; await Promise.all([axios.patch(a, {}), fetch(b, { method: 'PUT' }), save(c)]);",
        },
        {
          name: 'what is awaited before the combinator is called',
          code: 'await Promise.all([parse(await fetch(a)), parse(await fetch(b))]);',
        },
        { name: 'another method', code: 'await Promise.all([client.fetch(a), client.fetch(b)]);' },
        { name: 'made elsewhere', code: 'const jobs = urls.map((url) => fetch(url)); await Promise.all(jobs);' },
        { name: 'in a listener', code: "await Promise.all([load(() => on('x', () => fetch(a))), save(b)]);" },
        {
          name: 'a function of the file with a signal',
          code: 'async function load(url, { signal }) {} await Promise.all([load(a, { signal }), load(b, { signal })]);',
        },
        {
          name: 'a function of the file without one',
          code: 'async function load(url) {} await Promise.all([load(a), load(b)]);',
        },
      ],
      invalid: [
        {
          code: 'const [x, y] = await Promise.all([fetch(a), fetch(b)]);',
          errors: [
            runsOn(
              '`fetch`',
              'const controller = new AbortController();\nconst [x, y] = await Promise.all([fetch(a, { signal: controller.signal }), fetch(b, { signal: controller.signal })]).catch((error) => {\n  controller.abort(error);\n  throw error;\n});',
            ),
          ],
        },
        {
          name: 'options on lines of their own, no semicolons',
          code: 'async function f() {\n  return Promise.all([\n    fetch(a, {\n      method: "POST",\n    }),\n    fetch(b, {}),\n    save(c),\n  ])\n}\n',
          errors: [
            runsOn(
              '`fetch`',
              'async function f() {\n  const controller = new AbortController()\n  return Promise.all([\n    fetch(a, {\n      method: "POST",\n      signal: controller.signal,\n    }),\n    fetch(b, { signal: controller.signal }),\n    save(c),\n  ]).catch((error) => {\n    controller.abort(error)\n    throw error\n  })\n}\n',
            ),
          ],
        },
        {
          name: 'one for each item, in an arrow function that gives it',
          code: 'const load = (urls) => Promise.all(urls.map((url) => fetch(url).then((page) => page.text())));\n',
          errors: [
            runsOn(
              '`fetch`',
              'const load = (urls) => {\n  const controller = new AbortController();\n  return Promise.all(urls.map((url) => fetch(url, { signal: controller.signal }).then((page) => page.text()))).catch((error) => {\n    controller.abort(error);\n    throw error;\n  });\n};\n',
            ),
          ],
        },
        {
          name: 'through a limiter, with a link behind',
          code: 'const pages = await Promise.all(urls.map((url) => limit(() => fetch(url)))).then(show);\n',
          errors: [
            runsOn(
              '`fetch`',
              'const controller = new AbortController();\nconst pages = await Promise.all(urls.map((url) => limit(() => fetch(url, { signal: controller.signal })))).catch((error) => {\n  controller.abort(error);\n  throw error;\n}).then(show);\n',
            ),
          ],
        },
        {
          name: 'a signal of the function around',
          code: 'async function f(signal) {\n  await Promise.all([fetch(a), save(b)]);\n}\n',
          errors: [
            runsOn(
              '`fetch`',
              'async function f(signal) {\n  const controller = new AbortController();\n  const anySignal = AbortSignal.any(signal ? [signal, controller.signal] : [controller.signal]);\n  await Promise.all([fetch(a, { signal: anySignal }), save(b)]).catch((error) => {\n    controller.abort(error);\n    throw error;\n  });\n}\n',
            ),
          ],
        },
        {
          name: 'arguments that are left out, a text in place of options',
          code: "import { setTimeout as rest } from 'node:timers/promises';\nimport fs from 'node:fs';\nawait Promise.all([rest(10), fs.promises.readFile(a, 'utf8'),]);\n",
          errors: [
            runsOn(
              '`rest`, `fs.promises.readFile`',
              "import { setTimeout as rest } from 'node:timers/promises';\nimport fs from 'node:fs';\nconst controller = new AbortController();\nawait Promise.all([rest(10, undefined, { signal: controller.signal }), fs.promises.readFile(a, { encoding: 'utf8', signal: controller.signal }),]).catch((error) => {\n  controller.abort(error);\n  throw error;\n});\n",
            ),
          ],
        },
        {
          name: 'a file that is written, and an event',
          code: "import fs from 'node:fs/promises';\nimport { once } from 'node:events';\nawait Promise.all([fetch(a), fs.writeFile(path, text), once(emitter, 'ready')]);\n",
          errors: [
            runsOn(
              '`fetch`, `fs.writeFile`, `once`',
              "import fs from 'node:fs/promises';\nimport { once } from 'node:events';\nconst controller = new AbortController();\nawait Promise.all([fetch(a, { signal: controller.signal }), fs.writeFile(path, text, { signal: controller.signal }), once(emitter, 'ready', { signal: controller.signal })]).catch((error) => {\n  controller.abort(error);\n  throw error;\n});\n",
            ),
          ],
        },
        {
          name: 'functions of the file',
          code: 'const load = async (url, signal) => {};\nasync function save(item, options = {}) { options.signal?.throwIfAborted(); }\nasync function list({ abortSignal } = {}) {}\nconst all = Promise.all([load(a), save(), list()]);\nawait all;\n',
          errors: [
            runsOn(
              '`load`, `save`, `list`',
              'const load = async (url, signal) => {};\nasync function save(item, options = {}) { options.signal?.throwIfAborted(); }\nasync function list({ abortSignal } = {}) {}\nconst controller = new AbortController();\nconst all = Promise.all([load(a, controller.signal), save(undefined, { signal: controller.signal }), list({ abortSignal: controller.signal })]).catch((error) => {\n  controller.abort(error);\n  throw error;\n});\nawait all;\n',
            ),
          ],
        },
        {
          name: 'names that are taken',
          code: 'const controller = 1;\nif (ok) {\n  await Promise.all([fetch(a), fetch(b)]);\n}\n',
          errors: [
            runsOn(
              '`fetch`',
              'const controller = 1;\nif (ok) {\n  const abortController = new AbortController();\n  await Promise.all([fetch(a, { signal: abortController.signal }), fetch(b, { signal: abortController.signal })]).catch((error) => {\n    abortController.abort(error);\n    throw error;\n  });\n}\n',
            ),
          ],
        },
        {
          name: 'a statement that would go on with the line before',
          code: 'let x;\n[x] = await Promise.all([fetch(a), fetch(b)])\n',
          errors: [
            runsOn(
              '`fetch`',
              'let x;\nconst controller = new AbortController();\n[x] = await Promise.all([fetch(a, { signal: controller.signal }), fetch(b, { signal: controller.signal })]).catch((error) => {\n  controller.abort(error);\n  throw error;\n})\n',
            ),
          ],
        },
        {
          name: 'without braces',
          code: 'if (ok) await Promise.all([fetch(a), fetch(b)]);\n',
          errors: [{ messageId: 'byHand' }],
        },
        {
          name: 'a field',
          code: 'class A { ready = Promise.all([fetch(a), fetch(b)]); }\n',
          errors: [{ messageId: 'byHand' }],
        },
      ],
    });
  });
}

new RuleTester({ languageOptions: { ...languageOptions, parser: typescriptParser } }).run(
  'prefer-abort-on-failure: types',
  preferAbortOnFailure,
  {
    valid: [],
    invalid: [
      {
        name: 'a signal that is always there',
        code: 'async function f(signal: AbortSignal) {\n  await Promise.all([fetch(a), fetch(b!)]);\n}\n',
        errors: [
          runsOn(
            '`fetch`',
            'async function f(signal: AbortSignal) {\n  const controller = new AbortController();\n  const anySignal = AbortSignal.any([signal, controller.signal]);\n  await Promise.all([fetch(a, { signal: anySignal }), fetch(b!, { signal: anySignal })]).catch((error) => {\n    controller.abort(error);\n    throw error;\n  });\n}\n',
          ),
        ],
      },
    ],
  },
);
