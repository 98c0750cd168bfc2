// Lints or explains one text with Gather's recommended rules and nothing of the project's: no configuration file is
// read and no code of the project runs. The command line and the language server both stand on it.
import { parse, resolve } from 'node:path';
import { Linter } from 'eslint';
import { manifestFor } from '../facts/manifest.js';
import plugin from '../index.js';
import { type Explanation, explain } from './explain.js';
import { lintedExtensions, scriptExtensions } from './extensions.js';
import { nodesAt } from './nodes-at.js';
import * as parser from './parser.js';

export { lintedExtensions };

function configFor(extensions: readonly string[], ownParser: { parser?: object }): Linter.Config[] {
  return [
    // ESLint leaves this folder out by itself; which files to lint is for the host to say.
    { ignores: ['!**/node_modules/'] },
    {
      files: [`**/*.{${extensions.join(',')}}`],
      languageOptions: { ...ownParser, parserOptions: { ecmaFeatures: { jsx: true } } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    ...plugin.configs.recommended,
  ];
}

/** ESLint's own parser is nearly twice as fast on a whole lint. */
const scriptConfig = configFor(scriptExtensions, {});

/** Reads TypeScript, and the JavaScript that ESLint's parser refuses: decorators, a `return` at the top. */
const typescriptConfig = configFor(lintedExtensions, { parser });

/** One linter for each root of the file system, because ESLint lints nothing outside its own folder. */
const linters = new Map<string, Linter>();

function linterFor(root: string): Linter {
  const linter = linters.get(root) ?? new Linter({ cwd: root });
  linters.set(root, linter);
  return linter;
}

/** ESLint calls some comments of other times fatal too, and lints the file all the same. */
function isUnparsable({ fatal, message }: Linter.LintMessage): boolean {
  return fatal === true && message.startsWith('Parsing error:');
}

/** A comment in the file may switch on other rules, which are not Gather's to report. */
function isOurs(message: Linter.LintMessage): boolean {
  return isUnparsable(message) || message.ruleId?.startsWith('gather/') === true;
}

/** Lints a text by the parser that can read it; what the linter knows of the text is there until the next one. */
function verify(text: string, name: string): { linter: Linter; messages: Linter.LintMessage[] } {
  const file = resolve(name);
  const linter = linterFor(parse(file).root);
  const isScript = scriptExtensions.some((extension) => file.endsWith(`.${extension}`));
  const messages = isScript ? linter.verify(text, scriptConfig, { filename: file }) : [];
  const isRead = isScript && !messages.some(isUnparsable);
  return { linter, messages: isRead ? messages : linter.verify(text, typescriptConfig, { filename: file }) };
}

/**
 * Lints a text. `eslint-disable` comments in it are heeded.
 * @param text the file's whole text, without a byte order mark
 * @param name the file's name, absolute or relative to the working directory; its ending chooses the syntax
 * @returns ESLint's messages (1-based lines and columns, offsets of fixes in UTF-16 units), in the
 *   order of the text; a text that cannot be parsed gives one message with `fatal: true`
 * @throws when a rule throws
 */
export function lintText(text: string, name: string): Linter.LintMessage[] {
  return verify(text, name).messages.filter(isOurs);
}

/**
 * What decides on the findings in a file beside its text: the packages that its code may import.
 * @param path absolute
 */
export function surroundings(path: string): string {
  const manifest = manifestFor(path);
  return manifest
    ? JSON.stringify({ ...manifest, packages: [...manifest.packages], installed: [...manifest.installed] })
    : '';
}

/** A line, or one place in it; 1-based, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number | undefined;
}

/** The loops and rows of awaits at a place, explained; or ESLint's message, for a text that cannot be parsed. */
export type Explained = { explanations: Explanation[] } | { unparsable: Linter.LintMessage };

/**
 * Explains each loop, and each await in a row, that has something of its own at a position, an inner one before the one
 * around it.
 * @param text like `name`, as for `lintText`
 * @throws when a rule throws, or the text has no such position
 */
export function explainText(text: string, name: string, { line, column }: Position): Explained {
  const { linter, messages } = verify(text, name);
  const unparsable = messages.find(isUnparsable);
  if (unparsable) return { unparsable };
  const sourceCode = linter.getSourceCode();
  const from = sourceCode.getIndexFromLoc({ line, column: (column ?? 1) - 1 });
  const length = column === undefined ? (sourceCode.lines[line - 1]?.length ?? 0) : 1;
  const explanations = nodesAt(sourceCode, [from, from + Math.max(length, 1)]).flatMap((node) => {
    // What is around it comes when it is its turn.
    const [innermost] = explain(sourceCode, node);
    return innermost?.place.start === node.range[0] ? [innermost] : [];
  });
  return { explanations };
}
