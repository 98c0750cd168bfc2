// From ESLint's places to those of review formats: lines that end as git and GitHub end them, columns in bytes.
import { relative, sep } from 'node:path';
import type { Linter } from 'eslint';
import { linesOf } from './frame.js';

/** A position in a text: 1-based, the column in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A part of a text by UTF-16 offsets: the first unit, and the one after the last. */
export type Span = readonly [number, number];

/** The offset that each line of a text begins at; only a line feed ends one, as git counts. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The same as ESLint counts lines, where a lone carriage return and U+2028 end one too. */
function lineStartsOfESLint(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), ({ 0: end, index }) => index + end.length)];
}

/** A text with its lines as git counts them. */
export class Lines {
  readonly #starts: readonly number[];
  #startsOfESLint: readonly number[] | undefined;

  constructor(readonly text: string) {
    this.#starts = lineStarts(text);
  }

  /** The span of a finding. */
  spanOf({ line, column, endLine, endColumn }: Linter.LintMessage): Span {
    const start = this.#offsetOf(line, column);
    return [start, Math.max(start, this.#offsetOf(endLine ?? line, endColumn ?? column))];
  }

  /** The offset of a position of ESLint's. */
  #offsetOf(line: number, column: number): number {
    this.#startsOfESLint ??= lineStartsOfESLint(this.text);
    const start = this.#startsOfESLint[line - 1] ?? this.text.length;
    return Math.min(start + Math.max(column, 1) - 1, this.text.length);
  }

  /** The position of an offset. */
  at(offset: number): Position {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The same position with its column counted in bytes of UTF-8. */
  bytes(offset: number): Position {
    const { line } = this.at(offset);
    return { line, column: Buffer.byteLength(this.text.slice(this.#starts[line - 1], offset)) + 1 };
  }

  /** The whole lines that a span touches, without the last one's end. */
  whole([from, to]: Span): Span {
    const start = this.#starts[this.at(from).line - 1] ?? 0;
    const end = this.text.indexOf('\n', to);
    const last = end < 0 ? this.text.length : end;
    return [start, this.text[last - 1] === '\r' && last > to ? last - 1 : last];
  }
}

/** A path as reports name it: relative to a folder, with `/`. */
export function reportPath(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}

/** The text of a span on one line, white space as one blank: what stays the same when code is moved or indented. */
export function squeezed(text: string): string {
  return linesOf(text)
    .map((line) => line.trim())
    .join(' ')
    .trim();
}
