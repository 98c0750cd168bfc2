// Code linted by `no-unbounded-concurrency` alone.
import { Linter, type Parser } from '@typescript-eslint/utils/ts-eslint';
import { noUnboundedConcurrency } from '../../../../eslint-plugin/src/rules/no-unbounded-concurrency.js';

/** Code in a function whose parameters the data decide. */
export function within(statement: string): string {
  return `async function all(users, urls, input) {\n  ${statement}\n}\n`;
}

/** What the rule says of a text, with its options. */
export function lint(
  code: string,
  parser: Parser.LooseParserModule,
  options?: { concurrency?: number; limited?: string[] },
): Linter.LintMessage[] {
  const rule = 'gather/no-unbounded-concurrency';
  return new Linter().verify(code, [
    {
      plugins: { gather: { rules: { 'no-unbounded-concurrency': noUnboundedConcurrency } } },
      rules: { [rule]: options ? ['warn', options] : 'warn' },
      languageOptions: { parser },
    },
  ]);
}
