// The report for people: where, what, the code around it, and what could be done.
import { codeFrameColumns } from '@babel/code-frame';
import type { Linter } from 'eslint';
import pico from 'picocolors';
import { printable, shownPath } from './printable.js';
import type { FileResult } from './result.js';

declare module '@babel/code-frame' {
  interface BabelCodeFrameOptions {
    /** The number of the text's first line; its types have yet to tell. */
    startLine?: number;
  }
}

export interface PrettyOptions {
  /** Absolute; paths are shown relative to it. */
  cwd: string;
  color: boolean;
}

/** Lines shown above and below a finding. */
const context = 2;

/** In UTF-16 units; code with a longer line is not shown, for it would fill the screen. */
const widest = 300;

/** Formats findings, in the order given. Ends with an empty line, or is empty when there are none. */
export function pretty(results: readonly FileResult[], options: PrettyOptions): string {
  return results
    .flatMap(({ filePath, messages, source }) => {
      const lines = source?.split(/\r\n|[\r\n\u2028\u2029]/u) ?? [];
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

/** The lines around a finding, with a marker below the code it is about. */
function frame(message: Linter.LintMessage, lines: string[], color: boolean): string {
  const first = Math.max(message.line - context, 1);
  const last = message.endLine ?? message.line;
  const shown = lines.slice(first - 1, last + context);
  if (shown.length === 0 || shown.some((line) => line.length > widest)) return '';
  const start = { line: message.line, column: message.column };
  const end = { line: last, column: message.endColumn ?? message.column };
  return (
    codeFrameColumns(
      printable(shown.join('\n')),
      { start, end },
      {
        startLine: first,
        linesAbove: context,
        linesBelow: context,
        forceColor: color,
      },
    ).replace(/^/gmu, '  ') + '\n'
  );
}
