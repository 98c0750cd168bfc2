// The rule where there are types: they tell what a list is, and `no-floating-promises` may be on.
import { resolve } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { after, describe as suite, it as test } from 'mocha';
import { noFloatingIterations } from '../../../../eslint-plugin/src/rules/no-floating-iterations.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const typed = new RuleTester({
  languageOptions: {
    parser: typescriptParser,
    // A parser that infers a single run, as it does in CI, would read the file instead of the text.
    parserOptions: {
      project: './tsconfig.json',
      tsconfigRootDir: resolve('test/fixtures/typed'),
      disallowAutomaticSingleRunInference: true,
    },
  },
});

const given = 'declare const xs: number[];\ndeclare function save(x: number): Promise<void>;\n';
const own =
  'declare class Bounded { forEach(f: (x: number) => Promise<void>): void; map(f: (x: number) => Promise<void>): Promise<void>; }\ndeclare const all: Bounded;\n';

describe('no-floating-iterations with types', () => {
  typed.run('no-floating-iterations', noFloatingIterations, {
    valid: [
      {
        name: 'a statement that is a list of promises is left to no-floating-promises',
        filename: 'snippet.ts',
        code: `${given}xs.map(async (x) => { await save(x); });\nexport {};`,
      },
      {
        name: 'so is one that a callback does not return',
        filename: 'snippet.ts',
        code: `${given}await Promise.all(xs.map((x) => { save(x); }));\nexport {};`,
      },
      {
        name: 'a class of one’s own, whatever it is called',
        filename: 'snippet.ts',
        code: `${given}${own}all.forEach(async (x) => { await save(x); });\nawait all.map(async (x) => { await save(x); });\nexport {};`,
      },
    ],
    invalid: [
      {
        name: 'forEach is not, and a list by its type is one',
        filename: 'snippet.ts',
        code: `${given}const stream = xs;\nexport const done = async () => { await stream.forEach(async (x) => { await save(x); }); };`,
        errors: [
          {
            messageId: 'each',
            suggestions: [
              {
                messageId: 'gatherAll',
                output: `${given}const stream = xs;\nexport const done = async () => { await Promise.all(stream.map(async (x) => { await save(x); })); };`,
              },
            ],
          },
        ],
      },
      {
        name: 'a Map by its type',
        filename: 'snippet.ts',
        code: `${given}declare const prices: Map<string, number>;\nprices.forEach(async (price) => { await save(price); });\nexport {};`,
        errors: [
          {
            messageId: 'each',
            suggestions: [
              {
                messageId: 'gatherAll',
                output: `${given}declare const prices: Map<string, number>;\nawait Promise.all(Array.from(prices, async ([, price]) => { await save(price); }));\nexport {};`,
              },
            ],
          },
        ],
      },
    ],
  });
});
