// The report as ESLint sees it: one for each group, its range, its words.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noSequentialAwait } from '../../../../eslint-plugin/src/rules/no-sequential-await.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-sequential-await by ${name}`, () => {
    tester.run('no-sequential-await', noSequentialAwait, {
      valid: [
        'const a = await f();',
        'const a = await f(), b = await g();',
        { name: 'an assignment between', code: 'const a = await loadA();\nn = 1;\nconst b = await loadB();' },
        { name: 'statements of two functions', code: 'async () => await f();\nasync () => await g();' },
      ],
      invalid: [
        {
          name: 'statements, on the first of them',
          code: 'const a = await loadA(\n  1,\n);\nconst b = await loadB(1);\nconst c = await loadC(1);',
          errors: [
            {
              messageId: 'sequential',
              data: { count: 3 },
              line: 1,
              column: 1,
              endLine: 3,
              endColumn: 3,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output:
                    'const [a, b, c] = await Promise.all([\n  loadA(\n    1,\n  ),\n  loadB(1),\n  loadC(1),\n]);',
                },
              ],
            },
          ],
        },
        {
          name: 'parts, on the expression that holds them',
          code: 'const all = { a: await loadA(1), b: await loadB(1) };',
          errors: [
            {
              messageId: 'sequential',
              data: { count: 2 },
              line: 1,
              column: 13,
              endLine: 1,
              endColumn: 53,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'const [a, b] = await Promise.all([loadA(1), loadB(1)]);\nconst all = { a, b };',
                },
              ],
            },
          ],
        },
        {
          name: 'groups of their own, each with its count',
          code: 'const a = await loadA();\nconst b = await loadB();\nconst c = await loadC();\nconst d = await loadD(a, b, c);\nconst e = await loadE();',
          errors: [
            {
              messageId: 'sequential',
              data: { count: 3 },
              line: 1,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output:
                    'const [a, b, c] = await Promise.all([loadA(), loadB(), loadC()]);\nconst d = await loadD(a, b, c);\nconst e = await loadE();',
                },
              ],
            },
            {
              messageId: 'sequential',
              data: { count: 2 },
              line: 4,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output:
                    'const a = await loadA();\nconst b = await loadB();\nconst c = await loadC();\nconst [d, e] = await Promise.all([loadD(a, b, c), loadE()]);',
                },
              ],
            },
          ],
        },
        {
          name: 'a group that ends where one must wait for any of it',
          code: 'const a = await loadA();\nconst b = await loadB();\nconst again = await loadA();',
          errors: [
            {
              messageId: 'sequential',
              data: { count: 2 },
              line: 1,
              suggestions: [
                {
                  messageId: 'gatherAll',
                  output: 'const [a, b] = await Promise.all([loadA(), loadB()]);\nconst again = await loadA();',
                },
              ],
            },
          ],
        },
        {
          name: 'statements without a rewrite',
          code: 'const a = /* first */ await loadA();\nconst b = await loadB();',
          errors: [
            {
              messageId: 'byHand',
              data: { count: 2, why: 'not all that stands around them could be kept' },
              line: 1,
              suggestions: null,
            },
          ],
        },
        {
          name: 'statements where `Promise` is another',
          code: "import Promise from 'lie';\nconst a = await loadA();\nconst b = await loadB();",
          errors: [
            {
              messageId: 'byHand',
              data: { count: 2, why: '`Promise` is something else there' },
              line: 2,
              suggestions: null,
            },
          ],
        },
        {
          name: 'parts without a rewrite, one report for all of them',
          code: 'const page = on && { a: await loadA(), b: [await loadB(), 1], c: await loadC() };',
          errors: [
            {
              messageId: 'byHand',
              data: { count: 3, why: 'not all that stands around them could be kept' },
              line: 1,
              column: 20,
              suggestions: null,
            },
          ],
        },
      ],
    });
  });
}
