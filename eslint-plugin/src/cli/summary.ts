// What the command says besides its findings: the files it could not lint, and the count.
import { printable, shownPath } from '../formatters/printable.js';
import type { FileResult } from '../formatters/result.js';
import type { Fixed } from './fix.js';
import type { Outcome } from '../files/outcome.js';
import type { Problem } from '../files/walk.js';

const nothing =
  'error: Nothing was linted: these paths hold no JavaScript or TypeScript but what is ignored or minified. ' +
  'Name a file to lint it all the same.\n';

const leftOut =
  'warning: Nothing was linted: the project’s ESLint configuration leaves these files out. ' +
  'Lint them all the same by --no-config-lookup.\n';

const unread =
  'warning: Nothing was linted: what reads Vue, Svelte and Astro files is not installed here. ' +
  'Install vue-eslint-parser, svelte-eslint-parser or astro-eslint-parser.\n';

/**
 * One line for each file that was not linted, with the path relative to `cwd`, or why there was none to lint; and for
 * each configuration that could not be loaded.
 * @param complaints what ESLint said of configurations
 */
export function warnings(
  { problems, crashes, linted, ignored, parserless }: Outcome,
  complaints: readonly string[],
  cwd: string,
): string {
  const broken = unloaded(complaints);
  if (problems.length + crashes.length + linted === 0)
    return broken + (ignored > 0 ? leftOut : parserless > 0 ? unread : nothing);
  const line = (level: string, { path, reason }: Problem) => `${level}: ${shownPath(path, cwd)} ${oneLine(reason)}\n`;
  return [
    broken,
    ...problems.map((problem) => line('warning', problem)),
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
): string {
  const findings = messagesIn(shown);
  const parts = [
    findings > 0 ? `${count(findings, 'finding')} in ${count(shown.length, 'file')}` : 'no findings',
    `${count(linted, 'file')} linted`,
  ];
  const hidden = messagesIn(results) - findings;
  if (hidden > 0) parts.push(`${count(hidden, 'warning')} not shown`);
  const unlinted = problems.length + crashes.length;
  if (unlinted > 0) parts.push(`${String(unlinted)} not linted`);
  if (minified > 0) parts.push(`${String(minified)} minified left out`);
  if (ignored > 0) parts.push(`${String(ignored)} ignored by ESLint's configuration`);
  if (parserless > 0) parts.push(`${String(parserless)} without a parser left out`);
  return `${parts.join(', ')}\n`;
}

function messagesIn(results: readonly FileResult[]): number {
  return results.reduce((sum, { messages }) => sum + messages.length, 0);
}

/** The last line after rewriting: `3 suggestions applied in 2 files`. */
export function fixSummary({ suggestions, files, problems }: Fixed, dryRun: boolean): string {
  const done = `${count(suggestions, 'suggestion')} ${dryRun ? 'would be ' : ''}applied in ${count(files, 'file')}`;
  return `${[done, ...(problems.length > 0 ? [`${count(problems.length, 'file')} left as it was`] : [])].join(', ')}\n`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
