// Lints a snippet with one rule alone, by a parser of a name, and lets a probe look at the same tree.
import type { TSESLint } from '@typescript-eslint/utils';
import { Linter } from '@typescript-eslint/utils/ts-eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import { probe } from '../probe.js';

export type Language = 'js' | 'ts' | 'tsx';

const parsers: Readonly<Record<string, TSESLint.Parser.LooseParserModule>> = {
  espree,
  '@typescript-eslint/parser': typescriptParser,
};

/** The names of the parsers that read a language. */
export function parsersOf({ language }: { language: Language }): string[] {
  return language === 'js' ? Object.keys(parsers) : ['@typescript-eslint/parser'];
}

/**
 * Lints a text.
 * @param look is handed the program before the rule reports
 * @throws when it cannot be parsed
 */
export function lintAlone(
  rule: keyof typeof rules,
  { code, language }: { code: string; language: Language },
  parserName: string,
  look: Parameters<typeof probe>[0],
): TSESLint.Linter.LintMessage[] {
  const parser = parsers[parserName];
  if (!parser) throw new Error(`No parser is called ${parserName}.`);
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.{js,ts,tsx}'],
        plugins: { gather: { rules: { [rule]: rules[rule], probe: probe(look) } } },
        rules: { [`gather/${rule}`]: 'warn', 'gather/probe': 'warn' },
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: language !== 'ts' } } },
      },
    ],
    { filename: `snippet.${language}` },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message} at line ${fatal.line} of\n${code}`);
  return messages;
}
