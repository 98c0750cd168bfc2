// The rule as ESLint sees it: where it reports, with which message, what its options and its comment do. The verdicts
// themselves are tested in the folder of the same name, the rewrites in `test/eslint-plugin/rewrite/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noAwaitInLoop } from '../../../eslint-plugin/src/rules/no-await-in-loop.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const parsers = { espree, '@typescript-eslint/parser': typescriptParser };

for (const [name, parser] of Object.entries(parsers)) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-await-in-loop by ${name}`, () => {
    tester.run('no-await-in-loop', noAwaitInLoop, {
      valid: [
        'for (const x of xs) f(x);',
        { name: 'a name that is no more than known', code: 'let x;\nfor (x of xs) await pollVotes(x);' },
        'let last; for (const x of xs) last = await f(x, last);',
        'for (const x of xs) { if (await f(x)) break; }',
        {
          name: 'writes, where they are not to be reported',
          code: 'for (const x of xs) await save(x);',
          options: [{ reportWrites: false }],
        },
        {
          name: 'a receiver named in the options',
          code: 'for (const x of xs) await printer.render(x);',
          options: [{ serial: ['printer'] }],
        },
        {
          name: 'a function named in the options',
          code: 'for (const x of xs) await convert(x);',
          options: [{ serial: ['convert'] }],
        },
        {
          name: 'an argument named in the options',
          code: 'for (const x of xs) await convert(x, unitOfWork);',
          options: [{ serial: ['unitOfWork'] }],
        },
        {
          name: 'a wait named in the options',
          code: 'for (const x of xs) { await convert(x); await breathe(); }',
          options: [{ waits: ['breathe*'] }],
        },
        {
          name: 'a wait that begins as named in the options',
          code: 'for (const x of xs) { await convert(x); await breatheDeeply(); }',
          options: [{ waits: ['breathe*'] }],
        },
        {
          name: 'a comment with a reason',
          code: '// gather: sequential -- the device has no queue\nfor (const x of xs) await f(x);',
        },
        {
          name: 'a comment in the line of the head',
          code: 'for (const x of xs) { // gather: sequential -- the device has no queue\n  await f(x);\n}',
        },
        {
          name: 'a block comment',
          code: '/* gather: sequential -- the device has no queue */\nfor (const x of xs) await f(x);',
        },
      ],
      invalid: [
        {
          name: 'a loop, from its keyword to the end of its head',
          code: 'const out = [];\nfor (const x of xs) {\n  out.push(await load(x));\n}',
          errors: [
            {
              messageId: 'reads',
              line: 2,
              column: 1,
              endLine: 2,
              endColumn: 20,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'const out = await Promise.all(Array.from(xs, async (x) => load(x)));',
                },
                {
                  messageId: 'gatherProposed',
                  data: {
                    size: '10',
                    limiter: 'p-map',
                    install: 'p-map',
                    failure: 'the first failure rejects and starts no further one',
                  },
                  output:
                    "import pMap from 'p-map';\n\nconst out = await pMap(xs, async (x) => load(x), { concurrency: 10 });",
                },
                {
                  messageId: 'gatherChunks',
                  data: {
                    size: '10',
                    combinator: 'all',
                    failure: 'the first failure rejects and starts no further 10',
                  },
                  output:
                    'const out = [];\nconst pending = Array.from(xs);\nfor (let start = 0; start < pending.length; start += 10) {\n  out.push(...(await Promise.all(pending.slice(start, start + 10).map(async (x) => load(x)))));\n}',
                },
              ],
            },
          ],
        },
        {
          name: 'a head of several lines',
          code: 'for (\n  const x\n  of [1]\n) await load(x, 1);',
          errors: [
            {
              messageId: 'reads',
              line: 1,
              column: 1,
              endLine: 4,
              endColumn: 2,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'await Promise.all([1].map(async (x) => { await load(x, 1); }));',
                },
              ],
            },
          ],
        },
        {
          name: 'writes, bounded first',
          code: 'for (const x of xs) {\n  await saveRow(x);\n}',
          errors: [
            {
              messageId: 'writes',
              suggestions: [
                {
                  messageId: 'gatherChunks',
                  output:
                    'const pending = Array.from(xs);\nfor (let start = 0; start < pending.length; start += 10) {\n  await Promise.all(pending.slice(start, start + 10).map(async (x) => {\n    await saveRow(x);\n  }));\n}',
                },
                {
                  messageId: 'gatherProposed',
                  output:
                    "import pMap from 'p-map';\n\nawait pMap(xs, async (x) => {\n  await saveRow(x);\n}, { concurrency: 10 });",
                },
                {
                  messageId: 'gatherAll',
                  output: 'await Promise.all(Array.from(xs, async (x) => {\n  await saveRow(x);\n}));',
                },
              ],
            },
          ],
        },
        {
          name: 'no rewrite, with the reason',
          code: 'let x;\nfor (x of xs) await load(x);',
          errors: [{ messageId: 'byHand', data: { why: 'its head has no counterpart for `map`' }, suggestions: null }],
        },
        {
          name: 'reads, where writes are not to be reported',
          code: 'for (const x of [1, 2]) await load(x);',
          options: [{ reportWrites: false }],
          errors: [
            {
              messageId: 'reads',
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'await Promise.all([1, 2].map(async (x) => { await load(x); }));',
                },
              ],
            },
          ],
        },
        {
          name: 'a name that the options call safe',
          code: 'let x;\nfor (x of xs) await pollVotes(x);',
          options: [{ safe: ['pollVotes'] }],
          errors: [{ messageId: 'byHand' }],
        },
        {
          name: 'a comment without a reason, beside its loop',
          code: '// gather: sequential\nlet x;\n// gather: sequential\nfor (x of xs) await load(x);',
          errors: [
            { messageId: 'unusedDirective', line: 1 },
            { messageId: 'directiveWithoutReason', line: 3 },
            { messageId: 'byHand', line: 4, data: { why: 'its head has no counterpart for `map`' }, suggestions: null },
          ],
        },
        {
          name: 'a comment that silences nothing',
          code: '// gather: sequential -- each needs the one before\nlet last;\n// gather: sequential -- each needs the one before\nfor (const x of xs) last = await f(x, last);',
          errors: [
            { messageId: 'unusedDirective', line: 1 },
            { messageId: 'unusedDirective', line: 3 },
          ],
        },
        {
          name: 'two loops beside each other, and of nested ones the outermost that can go',
          code: 'let x;\nfor (x of xs) await load(x);\nwhile (go()) {\n  for (x of ys) await load(x);\n}',
          errors: [
            { messageId: 'byHand', line: 2 },
            { messageId: 'byHand', line: 4, column: 3 },
          ],
        },
      ],
    });
  });
}
