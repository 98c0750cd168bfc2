// The report for people: where, what, the code around it, and what could be done.
import type { Linter } from 'eslint';
import pico from 'picocolors';
import type { Locale } from '../guide/model.js';
import { frame, linesOf } from './frame.js';
import { printable, shownPath } from './printable.js';
import type { FileResult } from './result.js';
import { reportWords } from './words.js';

export interface PrettyOptions {
  /** Absolute; paths are shown relative to it. */
  cwd: string;
  color: boolean;
}

/** Formats findings, in the order given. Ends with an empty line, or is empty when there are none. */
export function pretty(results: readonly FileResult[], options: PrettyOptions, locale: Locale): string {
  return results
    .flatMap(({ filePath, messages, source }) => {
      const lines = source === undefined ? [] : linesOf(source);
      return messages.map((message) => finding(message, filePath, lines, options, locale));
    })
    .join('');
}

function finding(
  message: Linter.LintMessage,
  filePath: string,
  lines: string[],
  options: PrettyOptions,
  locale: Locale,
): string {
  const colors = pico.createColors(options.color);
  const place = `${shownPath(filePath, options.cwd)}:${String(message.line)}:${String(message.column)}`;
  const suggestions = (message.suggestions ?? []).map(
    ({ desc }) => `  ${colors.cyan(reportWords[locale].suggestion)}${printable(desc)}\n`,
  );
  return [
    `${colors.underline(place)}  ${colors.dim(message.ruleId ?? '')}`.trimEnd() + '\n',
    `  ${printable(message.message)}\n`,
    frame(message, lines, options.color),
    ...suggestions,
    '\n',
  ].join('');
}
