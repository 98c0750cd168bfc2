// Lints one text with Gather's recommended rules and nothing of the project's: no configuration file is
// read and no code of the project runs. The command line and the language server both stand on it.
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../index.js';

/** Endings of the files that are linted, without the dot. */
export const lintedExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;

const config: Linter.Config[] = [
  {
    files: [`**/*.{${lintedExtensions.join(',')}}`],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  ...plugin.configs.recommended,
];

const linter = new Linter();

/**
 * Lints a text.
 * @param text the file's whole text, without a byte order mark
 * @param name a relative file name with `/`; its ending chooses the syntax
 * @returns ESLint's messages (1-based lines and columns, offsets of fixes in UTF-16 units), in the
 *   order of the text; a text that cannot be parsed gives one message with `fatal: true`
 */
export function lintText(text: string, name: string): Linter.LintMessage[] {
  return linter.verify(text, config, { filename: name });
}
