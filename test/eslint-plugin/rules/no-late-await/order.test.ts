// `no-late-await` where a rewrite must not be the first that comes to mind: a name that is not there yet, promises
// in one list of which some never reject; what may be no promise, and several pushes; promises that the options name;
// and where `Promise` is something else.
import { RuleTester } from '@typescript-eslint/rule-tester';
import { after, describe as suite, it as test } from 'mocha';
import { noLateAwait } from '../../../../eslint-plugin/src/rules/no-late-await.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

/** A report of what is handled behind line `line`, with the text of an early handler. */
const late = (names: string, line: number, output: string) => ({
  messageId: 'late' as const,
  data: { names, line },
  suggestions: [{ messageId: 'handleEarly' as const, output }],
});

new RuleTester().run('no-late-await', noLateAwait, {
  valid: [
    {
      name: 'begun early on purpose, as the options say',
      code: 'const a = f.g(); await h(); await a;',
      options: [{ waits: ['f.g'] }],
    },
    {
      name: 'pushed to a list early on purpose',
      code: 'const all = []; all.push(onceReady(f)); await h(); await Promise.all(all);',
      options: [{ waits: ['once*'] }],
    },
  ],
  invalid: [
    {
      name: 'what the options do not name',
      code: 'const a = f.g(); if (await h()) i(); await a;',
      options: [{ waits: ['f'] }],
      errors: [late('`a`', 1, 'const a = f.g();\na.catch(() => {}); if (await h()) i(); await a;')],
    },
    {
      name: 'no combinator of another `Promise`',
      code: "import { Promise } from './own.js';\nconst a = f();\nconst b = await g();\nuse(await a, b);\n",
      errors: [
        late(
          '`a`',
          3,
          "import { Promise } from './own.js';\nconst a = f();\na.catch(() => {});\nconst b = await g();\nuse(await a, b);\n",
        ),
      ],
    },
    {
      name: 'no combinator of another `Promise`, for a list',
      code: "import Bluebird from 'bluebird';\nimport { Promise } from './own.js';\nconst jobs = xs.map(f);\nconst b = await g();\nawait Bluebird.all(jobs);\n",
      errors: [{ messageId: 'late', suggestions: [] }],
    },
    {
      name: 'there may be something else',
      code: 'const a = ok ? f() : b;\nif (b) { await g(); }\nawait a;\n',
      errors: [
        late(
          '`a`',
          2,

          'const a = ok ? f() : b;\nPromise.resolve(a).catch(() => {});\nif (b) { await g(); }\nawait a;\n',
        ),
      ],
    },
    {
      name: 'there may be something that was there before',
      code: 'const a = known ?? f();\nif (b) { await g(); }\nawait a;\n',
      errors: [
        late(
          '`a`',
          2,

          'const a = known ?? f();\nPromise.resolve(a).catch(() => {});\nif (b) { await g(); }\nawait a;\n',
        ),
      ],
    },
    {
      name: 'a function of the file, which may give something else',
      code: 'const get = (x) => { if (x) return x; return f(); };\nconst a = get(b);\nif (b) { await g(); }\nawait a;\n',
      errors: [
        late(
          '`a`',
          3,

          'const get = (x) => { if (x) return x; return f(); };\nconst a = get(b);\nPromise.resolve(a).catch(() => {});\nif (b) { await g(); }\nawait a;\n',
        ),
      ],
    },
    {
      name: 'a function of the file that gives a promise',
      code: 'const get = (x) => { if (!x) throw x; return f(); };\nconst a = get(b);\nif (b) { await g(); }\nawait a;\n',
      errors: [
        late(
          '`a`',
          3,

          'const get = (x) => { if (!x) throw x; return f(); };\nconst a = get(b);\na.catch(() => {});\nif (b) { await g(); }\nawait a;\n',
        ),
      ],
    },
    {
      name: 'an optional call, on one way',
      code: 'const a = b ? b.f?.() : f();\nif (b) { await g(); }\nawait a;\n',
      errors: [
        late(
          '`a`',
          2,

          'const a = b ? b.f?.() : f();\na?.catch(() => {});\nif (b) { await g(); }\nawait a;\n',
        ),
      ],
    },
    {
      name: 'several pushes, handled before each wait',
      code: 'const all = []\nfor (const x of [1, 2]) {\n  all.push(f(x))\n  all.push(known ?? g(x))\n  if (await h(x)) break\n  all.push(f(x))\n  ;[await i()].pop()\n}\nawait Promise.all(all)\n',
      errors: [
        late(
          '`all`',
          5,

          'const all = []\nfor (const x of [1, 2]) {\n  all.push(f(x))\n  all.push(known ?? g(x))\n  Promise.all(all).catch(() => {})\n  if (await h(x)) break\n  all.push(f(x))\n  ;Promise.all(all).catch(() => {});\n  [await i()].pop()\n}\nawait Promise.all(all)\n',
        ),
      ],
    },
    {
      name: 'several pushes, in a branch beside a wait',
      code: 'const all = [];\nfor (const x of [1, 2]) {\n  if (x) all.push(f(x), g(x));\n  else if (await h(x)) all.push(f(x));\n}\nawait Promise.all(all);\n',
      errors: [
        late(
          '`all`',
          4,

          'const all = [];\nfor (const x of [1, 2]) {\n  Promise.all(all).catch(() => {});\n  if (x) all.push(f(x), g(x));\n  else if (await h(x)) all.push(f(x));\n}\nawait Promise.all(all);\n',
        ),
      ],
    },
    {
      name: 'several pushes, with a wait in the head of their loop',
      code: 'const all = [];\nwhile (await h()) {\n  all.push(f(), known ?? g());\n}\nawait Promise.all(all);\n',
      errors: [
        late(
          '`all`',
          2,

          'const all = [];\nwhile (await h()) {\n  const promise = f();\n  promise.catch(() => {});\n  const promise2 = known ?? g();\n  Promise.resolve(promise2).catch(() => {});\n  all.push(promise, promise2);\n}\nawait Promise.all(all);\n',
        ),
      ],
    },
    {
      name: 'what is pushed stands on lines of its own',
      code: 'const all = [];\nfor (const x of [1, 2]) {\n  if (await h(x)) break;\n  all.push(\n    send(\n      x,\n    ),\n  );\n}\nawait Promise.all(all);\n',
      errors: [
        late(
          '`all`',
          3,
          'const all = [];\nfor (const x of [1, 2]) {\n  if (await h(x)) break;\n  const promise = send(\n    x,\n  );\n  promise.catch(() => {});\n  all.push(promise);\n}\nawait Promise.all(all);\n',
        ),
      ],
    },
    {
      name: 'what the first await gives is a part of the second',
      code: 'const a = f(); const { b } = await g(); await Promise.all([a, b]);',
      errors: [
        late('`a`', 1, 'const a = f();\na.catch(() => {}); const { b } = await g(); await Promise.all([a, b]);'),
      ],
    },
    {
      name: 'one of a list that may reject, behind one that never does',
      code: 'const all = [];\nif (x) all.push(f().catch(log));\nif (y) all.push(g());\nif (await h()) x();\nawait Promise.all(all);',
      errors: [
        {
          ...late(
            '`all`',
            4,
            'const all = [];\nif (x) all.push(f().catch(log));\nif (y) {\n  const promise = g();\n  promise.catch(() => {});\n  all.push(promise);\n}\nif (await h()) x();\nawait Promise.all(all);',
          ),
          line: 3,
        },
      ],
    },
  ],
});
