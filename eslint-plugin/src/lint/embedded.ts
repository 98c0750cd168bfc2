// Lints or reads one text with Gather's recommended rules and nothing of the project's: no configuration file is read
// and no code of the project runs. The command line and the language server both stand on it.
import { parse, resolve } from 'node:path';
import { Linter } from 'eslint';
import { manifestFor } from '../facts/manifest.js';
import type { SourceCode } from '../facts/variables.js';
import plugin from '../index.js';
import { ruleOf } from '../rules/rule-id.js';
import type { Parser } from './components.js';
import { componentExtensions, lintedExtensions, scriptExtensions } from './extensions.js';
import * as parser from './parser.js';

export { lintedExtensions };

/** How one syntax is read, and how it is linted. */
interface Configs {
  reading: Linter.Config[];
  linting: Linter.Config[];
}

function configsFor(
  extensions: readonly string[],
  languageOptions: { parser?: object; parserOptions: object },
): Configs {
  const reading: Linter.Config[] = [
    // ESLint leaves this folder out by itself; which files to lint is for the host to say.
    { ignores: ['!**/node_modules/'] },
    {
      files: [`**/*.{${extensions.join(',')}}`],
      languageOptions,
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  ];
  return { reading, linting: [...reading, ...plugin.configs.recommended] };
}

const parserOptions = { ecmaFeatures: { jsx: true } };

/** ESLint's own parser is nearly twice as fast on a whole lint. */
const script = configsFor(scriptExtensions, { parserOptions });

/**
 * Reads TypeScript, and the JavaScript that ESLint's parser refuses: decorators, a `return` at the top. Nobody asks for
 * TypeScript's own tree without its checker.
 */
const typescript = configsFor(lintedExtensions, {
  parser,
  parserOptions: { ...parserOptions, preserveNodeMaps: false },
});

/** Reads markup by a parser of the project, and the scripts in it by ours. */
function componentsBy(ownParser: Parser): Configs {
  return configsFor(componentExtensions, { parser: ownParser, parserOptions: { parser } });
}

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
  return isUnparsable(message) || ruleOf(message.ruleId) !== undefined;
}

/** The text that was read last, of which the linter still knows all. */
let last: { text: string; file: string; linter: Linter; unparsable: Linter.LintMessage | undefined } | undefined;

/** Goes through a text by the parser that can read it. */
function verify(text: string, file: string, what: keyof Configs, componentParser?: Parser): Linter.LintMessage[] {
  last = undefined;
  const linter = linterFor(parse(file).root);
  const isScript = hasExtension(file, scriptExtensions);
  const first = isScript ? linter.verify(text, script[what], { filename: file }) : [];
  const isRead = isScript && !first.some(isUnparsable);
  const others = componentParser ? componentsBy(componentParser) : typescript;
  const messages = isRead ? first : linter.verify(text, others[what], { filename: file });
  last = { text, file, linter, unparsable: messages.find(isUnparsable) };
  return messages;
}

function hasExtension(file: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => file.endsWith(`.${extension}`));
}

/**
 * Lints a text. `eslint-disable` comments in it are heeded.
 * @param text the file's whole text, without a byte order mark
 * @param name the file's name, absolute or relative to the working directory; its ending chooses the syntax
 * @param componentParser reads the file where it is a component
 * @returns ESLint's messages (1-based lines and columns, offsets of fixes in UTF-16 units), in the
 *   order of the text; a text that cannot be parsed gives one message with `fatal: true`
 * @throws when a rule throws
 */
export function lintText(text: string, name: string, componentParser?: Parser): Linter.LintMessage[] {
  return verify(text, resolve(name), 'linting', componentParser).filter(isOurs);
}

/** What is known of a text: ESLint's `SourceCode`; or its message, for one that cannot be parsed. */
export type Known = { sourceCode: SourceCode } | { unparsable: Linter.LintMessage };

/**
 * Reads a text; the one that was linted or read last is not parsed again.
 * @param text like `name`, as for `lintText`
 * @returns undefined for a file of another language, and for a component that is not the last one
 */
export function sourceCodeOf(text: string, name: string): Known | undefined {
  const file = resolve(name);
  if (last?.text !== text || last.file !== file) {
    if (!hasExtension(file, lintedExtensions)) return undefined;
    verify(text, file, 'reading');
  }
  if (!last) return undefined;
  const { linter, unparsable } = last;
  // ESLint and typescript-eslint type the same object differently.
  return unparsable ? { unparsable } : { sourceCode: linter.getSourceCode() as unknown as SourceCode };
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
