// What the command says besides its findings: the files it could not lint, and the count.
import { printable, shownPath } from '../formatters/printable.js';
import type { FileResult } from '../formatters/result.js';
import type { Locale } from '../guide/model.js';
import type { Fixed } from './fix.js';
import type { Outcome } from '../files/outcome.js';
import type { Problem } from '../files/walk.js';
import { isShortened } from '../lint/carried.js';
import { summaryWords } from './words.js';

const nothing =
  'error: Nothing was linted: these paths hold no JavaScript or TypeScript but what is ignored or minified. ' +
  'Name a file to lint it all the same.\n';

const unchanged = 'warning: Nothing was linted: the branch changed no JavaScript or TypeScript here.\n';

const leftOut =
  'warning: Nothing was linted: the project’s ESLint configuration leaves these files out. ' +
  'Lint them all the same by --no-config-lookup.\n';

const unread =
  'warning: Nothing was linted: what reads Vue, Svelte and Astro files is not installed here. ' +
  'Install vue-eslint-parser, svelte-eslint-parser or astro-eslint-parser.\n';

const tooMany = 'has more suggestions than a report can hold: the longest are left out';

/**
 * One line for each file that was not linted, with the path relative to `cwd`, or why there was none to lint; for each
 * whose findings lack suggestions; and for each configuration that could not be loaded.
 * @param complaints what ESLint said of configurations
 * @param isBranch whether only what the branch changed was to be linted
 */
export function warnings(
  { results, problems, crashes, linted, minified, ignored, parserless }: Outcome,
  complaints: readonly string[],
  cwd: string,
  isBranch = false,
): string {
  const broken = unloaded(complaints);
  if (problems.length + crashes.length + linted === 0)
    return (
      broken + (ignored > 0 ? leftOut : parserless > 0 ? unread : isBranch && minified === 0 ? unchanged : nothing)
    );
  const line = (level: string, { path, reason }: Problem) => `${level}: ${shownPath(path, cwd)} ${oneLine(reason)}\n`;
  return [
    broken,
    ...problems.map((problem) => line('warning', problem)),
    ...results
      .filter(({ messages }) => messages.some(isShortened))
      .map(({ filePath }) => line('warning', { path: filePath, reason: tooMany })),
    ...crashes.map((crash) => line('error', crash)),
  ].join('');
}

/**
 * One line for each configuration that could not be loaded.
 * @param complaints what ESLint said of configurations
 */
export function unloaded(complaints: readonly string[]): string {
  const what = 'The project’s ESLint configuration cannot be loaded, so the recommended rules are used:';
  return complaints.map((reason) => `warning: ${what} ${oneLine(reason)}\n`).join('');
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}

/**
 * The last line: `3 findings in 2 files, 120 files linted`.
 * @param shown the results that are reported, of all those of the outcome
 */
export function summary(
  { results, problems, crashes, linted, minified, ignored, parserless }: Outcome,
  shown: readonly FileResult[],
  locale: Locale,
): string {
  const words = summaryWords[locale];
  const findings = messagesIn(shown);
  const parts = [findings > 0 ? words.findings(findings, shown.length) : words.nothing, words.linted(linted)];
  const hidden = messagesIn(results) - findings;
  if (hidden > 0) parts.push(words.hidden(hidden));
  const unlinted = problems.length + crashes.length;
  if (unlinted > 0) parts.push(words.unlinted(unlinted));
  if (minified > 0) parts.push(words.minified(minified));
  if (ignored > 0) parts.push(words.ignored(ignored));
  if (parserless > 0) parts.push(words.parserless(parserless));
  return `${parts.join(words.comma)}\n`;
}

function messagesIn(results: readonly FileResult[]): number {
  return results.reduce((sum, { messages }) => sum + messages.length, 0);
}

/** The last line after rewriting: `3 suggestions applied in 2 files`. */
export function fixSummary({ suggestions, files, problems }: Fixed, dryRun: boolean, locale: Locale): string {
  const words = summaryWords[locale];
  const parts = [(dryRun ? words.wouldApply : words.applied)(suggestions, files)];
  if (problems.length > 0) parts.push(words.left(problems.length));
  return `${parts.join(words.comma)}\n`;
}
