// What the command says besides its findings: the files it could not lint, and the count.
import { printable, shownPath } from '../formatters/printable.js';
import type { Outcome } from './run.js';
import type { Problem } from './walk.js';

const nothing =
  'error: Nothing was linted: these paths hold no JavaScript or TypeScript but what is ignored or minified. ' +
  'Name a file to lint it all the same.\n';

/** One line for each file that was not linted, with the path relative to `cwd`; or why there was none to lint. */
export function warnings({ problems, crashes, linted }: Outcome, cwd: string): string {
  if (problems.length + crashes.length + linted === 0) return nothing;
  const line = (level: string, { path, reason }: Problem) =>
    `${level}: ${shownPath(path, cwd)} ${printable(reason).replace(/\s+/gu, ' ')}\n`;
  return [
    ...problems.map((problem) => line('warning', problem)),
    ...crashes.map(({ path, reason }) => line('error', { path, reason: `made Gather fail: ${reason}` })),
  ].join('');
}

/** The last line: `3 findings in 2 files, 120 files linted`. */
export function summary({ results, problems, crashes, linted, minified }: Outcome): string {
  const findings = results.reduce((sum, { messages }) => sum + messages.length, 0);
  const parts = [
    findings > 0 ? `${count(findings, 'finding')} in ${count(results.length, 'file')}` : 'no findings',
    `${count(linted, 'file')} linted`,
  ];
  const unlinted = problems.length + crashes.length;
  if (unlinted > 0) parts.push(`${String(unlinted)} not linted`);
  if (minified > 0) parts.push(`${String(minified)} minified left out`);
  return `${parts.join(', ')}\n`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
