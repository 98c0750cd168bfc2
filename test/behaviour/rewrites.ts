// From a program's text to its rewrites, each ready to run beside the original.
import { resolve } from 'node:path';
import type { Linter } from 'eslint';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { chunkSize } from '../../eslint-plugin/src/rewrite/chunks.js';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { noticing, type Range } from './notice.js';

export interface Rewrite {
  /** What the suggestion says. */
  title: string;
  text: string;
  /** How many iterations run at a time; `undefined` where all may. */
  size: number | undefined;
}

export interface Report {
  /** What is rewritten first. */
  at: Range;
  /** The program, with a note of failures that leave what is rewritten. */
  original: string;
  rewrites: Rewrite[];
}

/**
 * Lints a program with the rules whose rewrites are executed.
 * @param name its ending chooses the syntax
 * @throws SyntaxError when the text cannot be parsed
 */
export function reportsOn(text: string, name: string): Report[] {
  const file = resolve('/nowhere', name);
  return messagesOn(text, file).map((message) => reportOf(text, message, file));
}

/**
 * Where a program is reported by the same rules.
 * @throws SyntaxError when the text cannot be parsed
 */
export function placesOn(text: string, name: string): Range[] {
  return messagesOn(text, resolve('/nowhere', name)).map((message) => placeOf(text, message));
}

function messagesOn(text: string, file: string): Linter.LintMessage[] {
  const messages = lintText(text, file);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(`${fatal.message} in\n${text}`);
  return messages.filter(({ ruleId }) => /no-await-in-loop|no-sequential-await/.test(ruleId ?? ''));
}

function placeOf(text: string, { line, column, endLine = line, endColumn = column }: Linter.LintMessage): Range {
  return [offsetOf(text, line, column), offsetOf(text, endLine, endColumn)];
}

function reportOf(text: string, message: Linter.LintMessage, file: string): Report {
  const at = placeOf(text, message);
  const suggestions = message.suggestions ?? [];
  return {
    at,
    original: suggestions.length > 0 ? noticing(text, rangeOf(at, suggestions), file) : text,
    rewrites: suggestions.map(({ desc, messageId, fix }) => ({
      title: desc,
      text: text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
      size: /Chunks|Limited|Proposed/.test(messageId ?? '') ? chunkSize : undefined,
    })),
  };
}

/** From the place of a report to the end of what its suggestions replace. */
function rangeOf([start, end]: Range, suggestions: readonly Linter.LintSuggestion[]): Range {
  return [start, Math.max(end, ...suggestions.map(({ fix }) => fix.range[1]))];
}

/** The offset of a 1-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((offset, each) => offset + each.length + 1, column - 1);
}

/** Programs run many times in a row. */
const scripts = new Map<string, string>();

/** A program's JavaScript, a script that asks `require` for what the program imports. */
export function scriptOf(text: string, name: string): string {
  const imports = /^import /m.test(text);
  if (!name.endsWith('.ts') && !imports) return text;
  const known = scripts.get(text);
  if (known !== undefined) return known;
  if (scripts.size > 100) scripts.clear();
  const script = transpiled(text, name, imports);
  scripts.set(text, script);
  return script;
}

function transpiled(text: string, name: string, imports: boolean): string {
  const { outputText } = transpileModule(text, {
    fileName: name,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: imports ? ModuleKind.CommonJS : ModuleKind.ESNext,
      esModuleInterop: true,
      allowJs: true,
    },
  });
  // What is run before has no import, and the same text must not fail where only the strict mode of modules forbids it.
  return outputText.replace(/^"use strict";\n/, '');
}
