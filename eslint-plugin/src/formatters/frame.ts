// The code around a place, for people.
import { codeFrameColumns } from '@babel/code-frame';
import type { Linter } from 'eslint';
import { printable } from './printable.js';

declare module '@babel/code-frame' {
  interface BabelCodeFrameOptions {
    /** The number of the text's first line; its types have yet to tell. */
    startLine?: number;
  }
}

/** Lines shown above and below a place. */
const context = 2;

/** In UTF-16 units; code with a longer line is not shown, for it would fill the screen. */
const widest = 300;

/** Where JavaScript ends a line. */
const lineBreak = /\r\n|[\r\n\u2028\u2029]/u;

/** The lines of a text, as JavaScript counts them. */
export function linesOf(text: string): string[] {
  return text.split(lineBreak);
}

/** Where a finding is: 1-based, the end after the last column. */
export type Region = Pick<Linter.LintMessage, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** The lines around a place, with a marker below the code it is about; empty where they are too long to be shown. */
export function frame(region: Region, lines: readonly string[], color: boolean): string {
  const first = Math.max(region.line - context, 1);
  const last = region.endLine ?? region.line;
  const shown = lines.slice(first - 1, last + context);
  if (shown.length === 0 || shown.some((line) => line.length > widest)) return '';
  const start = { line: region.line, column: region.column };
  const end = { line: last, column: region.endColumn ?? region.column };
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
