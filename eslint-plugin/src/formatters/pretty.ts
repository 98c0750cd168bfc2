// The report for people: where, what, the code around it, and what could be done.
import type { Linter } from 'eslint';
import pico from 'picocolors';
import { frame, linesOf } from './frame.js';
import { printable, shownPath } from './printable.js';
import type { FileResult } from './result.js';

export interface PrettyOptions {
  /** Absolute; paths are shown relative to it. */
  cwd: string;
  color: boolean;
}

/** Formats findings, in the order given. Ends with an empty line, or is empty when there are none. */
export function pretty(results: readonly FileResult[], options: PrettyOptions): string {
  return results
    .flatMap(({ filePath, messages, source }) => {
      const lines = source === undefined ? [] : linesOf(source);
      return messages.map((message) => finding(message, filePath, lines, options));
    })
    .join('');
}

function finding(message: Linter.LintMessage, filePath: string, lines: string[], options: PrettyOptions): string {
  const colors = pico.createColors(options.color);
  const place = `${shownPath(filePath, options.cwd)}:${String(message.line)}:${String(message.column)}`;
  const suggestions = (message.suggestions ?? []).map(
    ({ desc }) => `  ${colors.cyan('suggestion:')} ${printable(desc)}\n`,
  );
  return [
    `${colors.underline(place)}  ${colors.dim(message.ruleId ?? '')}`.trimEnd() + '\n',
    `  ${printable(message.message)}\n`,
    frame(message, lines, options.color),
    ...suggestions,
    '\n',
  ].join('');
}
