// The rule beside `no-floating-promises`, which is on where there are types.
import { resolve } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { after, describe as suite, it as test } from 'mocha';
import { noUnhandledPromiseAll } from '../../../../eslint-plugin/src/rules/no-unhandled-promise-all.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const log = '.catch((error) => console.error(error))';

describe('no-unhandled-promise-all with types', () => {
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

  typed.run('no-unhandled-promise-all', noUnhandledPromiseAll, {
    valid: [
      {
        name: 'statements are left to no-floating-promises',
        filename: 'snippet.ts',
        code: 'declare const xs: Promise<number>[];\nPromise.all(xs);\nPromise.all(xs).then(String);',
      },
    ],
    invalid: [
      {
        name: 'all else is not',
        filename: 'snippet.ts',
        code: 'declare const xs: Promise<number>[];\nconst all: Promise<number[]> = Promise.all(xs);\nasync function f() { try { return Promise.all(xs) as Promise<number[]>; } catch { return []; } }',
        errors: [
          {
            messageId: 'unused',
            suggestions: [
              {
                messageId: 'logFailure',
                output: `declare const xs: Promise<number>[];\nconst all: Promise<number[]> = Promise.all(xs)${log};\nasync function f() { try { return Promise.all(xs) as Promise<number[]>; } catch { return []; } }`,
              },
            ],
          },
          {
            messageId: 'pastCatch',
            suggestions: [
              {
                messageId: 'returnAwait',
                output:
                  'declare const xs: Promise<number>[];\nconst all: Promise<number[]> = Promise.all(xs);\nasync function f() { try { return await (Promise.all(xs) as Promise<number[]>); } catch { return []; } }',
              },
            ],
          },
        ],
      },
    ],
  });
});
