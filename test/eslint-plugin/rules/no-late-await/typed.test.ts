// Where the linter has types, they tell a promise that runs from a query that is sent when it is awaited.
import { resolve } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { after, describe as suite, it as test } from 'mocha';
import { noLateAwait } from '../../../../eslint-plugin/src/rules/no-late-await.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const late = 'async function f() {\n  const a = start();\n  const b = await next();\n  return [await a, b];\n}';
const together =
  'async function f() {\n  const a = start();\n  const [b, value] = await Promise.all([next(), a]);\n  return [value, b];\n}';

/** What `start` gives, declared in the file. */
const declared = (type: string, rest = ''): string =>
  `${rest}declare function start(): ${type};\ndeclare function next(): Promise<string>;\n`;

const running = {
  'a promise': declared('Promise<number>'),
  'a promise under another name': declared('NumberPromise', 'type NumberPromise = Promise<number>;\n'),
  'who knows': declared('any'),
  'a promise, or none': declared('Promise<number> | undefined'),
};
const sparing = {
  'a query that is sent by its `then`': declared(
    'Query',
    'interface Query extends Promise<number> { limit(count: number): Query }\n',
  ),
  'a promise of Prisma': declared('PrismaPromise<number>', 'interface PrismaPromise<T> extends Promise<T> {}\n'),
};

describe('no-late-await with types', () => {
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

  typed.run('no-late-await', noLateAwait, {
    valid: Object.entries(sparing).map(([name, head]) => ({ name, filename: 'snippet.ts', code: head + late })),
    invalid: Object.entries(running).map(([name, head]) => ({
      name,
      filename: 'snippet.ts',
      code: head + late,
      errors: [
        { messageId: 'late' as const, suggestions: [{ messageId: 'gatherAll' as const, output: head + together }] },
      ],
    })),
  });
});
