// Where each kind of promise that floats is reported, by which message, and the texts that are suggested for it.
import assert from 'node:assert/strict';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as parser from '@typescript-eslint/parser';
import { noFloatingIterations } from '../../../../eslint-plugin/src/rules/no-floating-iterations.js';
import { applied } from '../no-await-in-loop/linted.js';

function lint(code: string): Linter.LintMessage[] {
  return new Linter().verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { gather: { rules: { 'no-floating-iterations': noFloatingIterations } } },
        rules: { 'gather/no-floating-iterations': 'warn' },
        languageOptions: { parser },
      },
    ],
    { filename: 'snippet.ts' },
  );
}

/** The first report: its message's id with its place, and the text after each suggestion by its message's id. */
function reported(code: string): { at: string; suggested: Record<string, string> } {
  const [message] = lint(code);
  assert.ok(message?.messageId, message?.message ?? `nothing is reported in ${code}`);
  const suggested: Record<string, string> = {};
  for (const suggestion of message.suggestions ?? []) {
    const text = applied(code, suggestion);
    assert.equal(lint(text)[0]?.message, undefined, text);
    suggested[suggestion.messageId ?? ''] = text;
  }
  return { at: `${message.messageId} ${message.line}:${message.column}`, suggested };
}

interface Case {
  code: string;
  at: string;
  suggested: Record<string, string>;
}

const cases: Readonly<Record<string, Case>> = {
  'on the method’s name': {
    code: 'xs\n  .filter(Boolean)\n  .forEach(async (x) => { await save(x); });',
    at: 'each 3:4',
    suggested: { gatherAll: 'await Promise.all(xs\n  .filter(Boolean)\n  .map(async (x) => { await save(x); }));' },
  },
  'await of nothing': {
    code: 'const g = async (xs: X[]) => { await xs.forEach(async (x) => save(x)); };',
    at: 'each 1:41',
    suggested: { gatherAll: 'const g = async (xs: X[]) => { await Promise.all(xs.map(async (x) => save(x))); };' },
  },
  'an optional list': {
    code: 'xs?.forEach(async (x) => save(x));',
    at: 'each 1:5',
    suggested: { gatherAll: 'await Promise.all(xs?.map(async (x) => save(x)) ?? []);' },
  },
  'a Map by key': {
    code: 'new Map(xs).forEach(async (value, key) => put(key, value));',
    at: 'each 1:13',
    suggested: { gatherAll: 'await Promise.all(Array.from(new Map(xs), async ([key, value]) => put(key, value)));' },
  },
  'a Map without parentheses': {
    code: 'new Map(xs).forEach(async value => put(value));',
    at: 'each 1:13',
    suggested: { gatherAll: 'await Promise.all(Array.from(new Map(xs), async ([, value]) => put(value)));' },
  },
  'what Firestore answers': {
    code: 'querySnapshot.forEach(async (doc) => save(doc.data()));',
    at: 'each 1:15',
    suggested: { gatherAll: 'await Promise.all(querySnapshot.docs.map(async (doc) => save(doc.data())));' },
  },
  'a Map, with types': {
    code: 'new Map(xs).forEach(async (value: V, key: K) => put(key, value));',
    at: 'each 1:13',
    suggested: { gatherAll: 'await Promise.all(Array.from(new Map(xs), async ([key, value]) => put(key, value)));' },
  },
  'one after the other': {
    code: 'let last;\nxs.forEach(async (x: X, i) => {\n  if (!x) return;\n  // the one before\n  last = await next(x, i, last);\n  return done(x);\n});',
    at: 'each 2:4',
    suggested: {
      takeTurns:
        'let last;\nfor (const [i, x] of xs.entries()) {\n  if (!x) continue;\n  // the one before\n  last = await next(x, i, last);\n  await done(x);\n}',
      gatherAll:
        'let last;\nawait Promise.all(xs.map(async (x: X, i) => {\n  if (!x) return;\n  // the one before\n  last = await next(x, i, last);\n  return done(x);\n}));',
    },
  },
  'one after the other, with an item that is assigned': {
    code: 'let last;\nxs.forEach(async (x) => { x = trim(x); last = await next(x, last); });',
    at: 'each 2:4',
    suggested: {
      takeTurns: 'let last;\nfor (let x of xs) { x = trim(x); last = await next(x, last); }',
      gatherAll: 'let last;\nawait Promise.all(xs.map(async (x) => { x = trim(x); last = await next(x, last); }));',
    },
  },
  'one after the other, in a line': {
    code: 'const out: X[] = []\nxs.forEach(async ({ id }) => out.push(await load(id)))',
    at: 'each 2:4',
    suggested: {
      takeTurns: 'const out: X[] = []\nfor (const { id } of xs) out.push(await load(id))',
      gatherAll: 'const out: X[] = []\nawait Promise.all(xs.map(async ({ id }) => out.push(await load(id))))',
    },
  },
  'a return that a loop has no word for': {
    code: 'let last;\nxs.forEach(async (x) => { for (const y of x) if (!y) return; last = await next(x, last); });',
    at: 'each 2:4',
    suggested: {
      gatherAll:
        'let last;\nawait Promise.all(xs.map(async (x) => { for (const y of x) if (!y) return; last = await next(x, last); }));',
    },
  },
  'no loop needed where each item has a place of its own': {
    code: 'const out = [];\nxs.forEach(async (x, i) => { out[i] = await load(x); });',
    at: 'each 2:4',
    suggested: {
      gatherAll: 'const out = [];\nawait Promise.all(xs.map(async (x, i) => { out[i] = await load(x); }));',
    },
  },
  'no loop for a function with its own this': {
    code: 'xs.forEach(async function (x) { this.last = await next(x, this.last); });',
    at: 'each 1:4',
    suggested: {
      gatherAll: 'await Promise.all(xs.map(async function (x) { this.last = await next(x, this.last); }));',
    },
  },
  'no loop that loses a comment': {
    code: 'let last;\nxs.forEach(/* by age */ async (x) => { last = await next(x, last); });',
    at: 'each 2:4',
    suggested: {
      gatherAll: 'let last;\nawait Promise.all(xs.map(/* by age */ async (x) => { last = await next(x, last); }));',
    },
  },
  'no loop over a list by the name of its items': {
    code: 'let last;\nxs.forEach(async (xs) => { last = await next(xs, last); });',
    at: 'each 2:4',
    suggested: { gatherAll: 'let last;\nawait Promise.all(xs.map(async (xs) => { last = await next(xs, last); }));' },
  },
  'a function that is given a callback': {
    code: 'const f = (xs, done) => { xs.forEach(async (x) => save(x)); };',
    at: 'each 1:30',
    suggested: {
      passOn: 'const f = (xs, done) => { Promise.all(xs.map(async (x) => save(x))).catch(done); };',
      settleAndLog:
        "const f = (xs, done) => { void Promise.allSettled(xs.map(async (x) => save(x))).then((results) => {\n  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));\n  for (const reason of reasons) {\n    console.error(reason);\n  }\n}); };",
    },
  },
  'what a function returns': {
    code: 'const saveAll = (xs: X[]) => xs.forEach(async (x) => save(x));',
    at: 'each 1:33',
    suggested: { gatherAll: 'const saveAll = (xs: X[]) => Promise.all(xs.map(async (x) => save(x)));' },
  },
  'what a callback returns to who ignores it': {
    code: 'const t = setTimeout((xs: X[]) => xs.some(async (x) => save(x).catch(log)), 1, all);',
    at: 'answer 1:38',
    suggested: {
      sayVoid: 'const t = setTimeout((xs: X[]) => void Promise.all(xs.map(async (x) => save(x).catch(log))), 1, all);',
    },
  },
  'a list that is dropped': {
    code: 'xs.map(async (x) => save(x));',
    at: 'list 1:4',
    suggested: { gatherAll: 'await Promise.all(xs.map(async (x) => save(x)));' },
  },
  'a list that is never read': {
    code: 'const saved = xs.map(async (x) => save(x));',
    at: 'list 1:18',
    suggested: { gatherAll: 'const saved = await Promise.all(xs.map(async (x) => save(x)));' },
  },
  'a test that is made a loop': {
    code: 'xs.some(async (x) => { await save(x); });',
    at: 'answer 1:4',
    suggested: { gatherAll: 'await Promise.all(xs.map(async (x) => { await save(x); }));' },
  },
  'a list that is awaited': {
    code: 'const a = await xs.map(async (x) => load(x));',
    at: 'awaitedList 1:20',
    suggested: { gatherAll: 'const a = await Promise.all(xs.map(async (x) => load(x)));' },
  },
  'lists that are awaited': {
    code: 'const a = await xs.flatMap(async (x) => load(x));',
    at: 'awaitedList 1:20',
    suggested: { gatherAll: 'const a = (await Promise.all(xs.map(async (x) => load(x)))).flat();' },
  },
  'a list among promises': {
    code: 'await Promise.all([b(), xs.map(async (x) => save(x))]);',
    at: 'listedList 1:28',
    suggested: { gatherAll: 'await Promise.all([b(), Promise.all(xs.map(async (x) => save(x)))]);' },
  },
  'nothing for a combinator': {
    code: 'await Promise.all(xs.forEach((x) => { log(x); save(x); }));',
    at: 'combinedNothing 1:22',
    suggested: { gatherAll: 'await Promise.all(xs.map((x) => { log(x); return save(x); }));' },
  },
  'nothing of a callback': {
    code: 'await Promise.all(xs.map(function (x) { save(x).then(show); }));',
    at: 'returnsNothing 1:22',
    suggested: { returnCall: 'await Promise.all(xs.map(function (x) { return save(x).then(show); }));' },
  },
  'nothing of an async callback that drops a promise': {
    code: 'await Promise.all(xs.map(async (x) => { show(x); save(x); }));\nasync function save(x) { await put(x); }',
    at: 'returnsNothing 1:22',
    suggested: {
      returnCall:
        'await Promise.all(xs.map(async (x) => { show(x); return save(x); }));\nasync function save(x) { await put(x); }',
    },
  },
  'answers for a path': {
    code: 'async function f() {\n  this.good = this.all.filter(async (x) => isGood(x)).slice(1);\n}',
    at: 'answer 2:24',
    suggested: {
      askFirst:
        'async function f() {\n  const answers = await Promise.all(this.all.map(async (x) => isGood(x)));\n  this.good = this.all.filter((_, index) => answers[index]).slice(1);\n}',
    },
  },
  'answers for a list that is made': {
    code: 'const answers = 1\nreturn_(load(1).filter(isGood))\nasync function isGood(x) { return await test(x) }',
    at: 'answer 2:17',
    suggested: {
      askFirst:
        'const answers = 1\nconst candidates = load(1)\n  const verdicts = await Promise.all(candidates.map(isGood))\n'.replace(
          '\n  const v',
          '\nconst v',
        ) +
        'return_(candidates.filter((_, index) => verdicts[index]))\nasync function isGood(x) { return await test(x) }',
    },
  },
  'an answer in a condition': {
    code: 'if (a && xs.every(async (x) => isGood(x))) b();',
    at: 'answer 1:13',
    suggested: { askFirst: 'if (a && (await Promise.all(xs.map(async (x) => isGood(x)))).every(Boolean)) b();' },
  },
  'an answer where no semicolon ends the line before': {
    code: 'start()\nxs.some(async (x) => isGood(x)) && end()',
    at: 'answer 2:4',
    suggested: { askFirst: 'start()\n;(await Promise.all(xs.map(async (x) => isGood(x)))).some(Boolean) && end()' },
  },
  'an item': {
    code: 'const a = this.xs.find(async (x) => isGood(x));',
    at: 'answer 1:19',
    suggested: {
      askFirst: 'const a = this.xs[(await Promise.all(this.xs.map(async (x) => isGood(x)))).findIndex(Boolean)];',
    },
  },
  'an item of a list that is made': {
    code: 'const a = load().find(async (x) => isGood(x));',
    at: 'answer 1:18',
    suggested: {},
  },
  'a number that is none': {
    code: 'xs.sort(async (a, b) => (await rank(a)) - (await rank(b)));',
    at: 'order 1:4',
    suggested: {},
  },
  'a sum of promises': {
    code: 'const sum = xs.reduce(async (sofar, x) => sofar + (await load(x)), 0);',
    at: 'value 1:16',
    suggested: { awaitSofar: 'const sum = await xs.reduce(async (sofar, x) => (await sofar) + (await load(x)), 0);' },
  },
  'a table of promises': {
    code: 'await xs.reduce(async (sofar, x) => { sofar[x] = await load(x); return sofar; }, {});',
    at: 'value 1:10',
    suggested: {
      awaitSofar: 'await xs.reduce(async (sofar, x) => { (await sofar)[x] = await load(x); return sofar; }, {});',
    },
  },
  'async for nothing': {
    code: 'xs.forEach(async (x) => { show(x); });',
    at: 'needless 1:4',
    suggested: { removeAsync: 'xs.forEach((x) => { show(x); });' },
  },
  'async for nothing, and the list for nobody': {
    code: 'xs.map(async (x) => { show(x); });',
    at: 'needless 1:4',
    suggested: { removeAsync: 'xs.forEach((x) => { show(x); });' },
  },
  'async for nothing, by Lodash': {
    code: "import _ from 'lodash';\n_.map(xs, async (x) => { show(x); });",
    at: 'needless 2:3',
    suggested: { removeAsync: "import _ from 'lodash';\n_.map(xs, (x) => { show(x); });" },
  },
  'async for nothing, of a function': {
    code: 'const a = xs.filter(async function (x) { return x.ok; });',
    at: 'needless 1:14',
    suggested: { removeAsync: 'const a = xs.filter(function (x) { return x.ok; });' },
  },
  'for await': {
    code: 'for await (const { id } of [load(1), load(2)]) use(id);',
    at: 'inOrder 1:1',
    suggested: { gatherFirst: 'for (const { id } of await Promise.all([load(1), load(2)])) use(id);' },
  },
};

describe('no-floating-iterations, suggestions', () => {
  for (const [title, { code, ...expected }] of Object.entries(cases)) {
    it(title, () => {
      assert.deepEqual(reported(code), expected);
    });
  }
});
