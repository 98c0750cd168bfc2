// `gather --explain`: one place of one file, and why the loops and rows of awaits there must stay as they are or need not.
import { resolve } from 'node:path';
import pico from 'picocolors';
import { frame, linesOf } from '../formatters/frame.js';
import type { PrettyOptions } from '../formatters/pretty.js';
import { printable, shownPath } from '../formatters/printable.js';
import type { Locale } from '../guide/model.js';
import type { Explained, Position } from '../lint/explained.js';
import { wordsOfVerdicts } from '../locale/index.js';
import type { Place } from '../lint/explain.js';
import { unlintedReason, UsageError } from '../files/find.js';
import { readText } from '../files/read.js';
import { parseReason } from '../files/lint-file.js';
import { isLinted, type Search } from '../files/walk.js';

/** A place that the user asks about, in a file that was read. */
export interface Asked extends Position {
  /** Absolute. */
  path: string;
  text: string;
}

/**
 * Finds a place.
 * @param place `FILE:LINE` or `FILE:LINE:COLUMN`, 1-based, columns in UTF-16 units
 * @throws UsageError when it is not of that form, or not there
 */
export function findPlace(place: string, search: Search): Asked {
  const [, file = '', line, column] = /^(.+?):(\d+)(?::(\d+))?$/su.exec(place) ?? [];
  if (line === undefined) throw new UsageError(`"${place}" is no place: write FILE:LINE or FILE:LINE:COLUMN.`);
  const path = resolve(search.cwd, file);
  const name = shownPath(path, search.cwd);
  const source = readText(path, search.disk);
  if (source.kind === 'problem') throw new UsageError(`${name} ${source.reason}`);
  if (!isLinted(path, search)) throw new UsageError(`${name} ${unlintedReason(search)}`);
  const asked = {
    path,
    text: source.text,
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
  };
  refuseOutside(asked, name);
  return asked;
}

function refuseOutside({ text, line, column = 1 }: Asked, name: string): void {
  const lines = linesOf(text);
  const asked = lines[line - 1];
  if (asked === undefined) throw new UsageError(`${name} has no line ${line}: name one from 1 to ${lines.length}.`);
  // The end of the line is where an editor's cursor may stand.
  if (column < 1 || column > asked.length + 1)
    throw new UsageError(`Line ${line} of ${name} has no column ${column}: name one from 1 to ${asked.length + 1}.`);
}

/**
 * The explanation of each loop and await at a place in a language, with the code that proves it; or that there is none.
 * @throws UsageError when the file could not be parsed
 */
export function explained(asked: Asked, given: Explained, locale: Locale, { cwd, color }: PrettyOptions): string {
  const { path, text, line, column } = asked;
  const name = shownPath(path, cwd);
  if ('unparsable' in given) throw new UsageError(`${name} ${printable(parseReason(given.unparsable))}`);
  const words = wordsOfVerdicts[locale];
  if (given.explanations.length === 0)
    return `${words.none([name, line, column].filter((part) => part !== undefined).join(':'))}\n`;
  const lines = linesOf(text);
  const shown = new Set<string>();
  const paragraphs = given.explanations.map((explanation) => {
    // What proves one verdict often proves that of the loop around: it is shown once.
    const evidence = explanation.evidence.filter(({ start, end }) => !shown.has(`${start} ${end}`));
    for (const { start, end } of evidence) shown.add(`${start} ${end}`);
    const sentence = words.verdicts[explanation.verdict](explanation.why(words));
    return paragraph(sentence, { place: explanation.place, evidence }, name, lines, color);
  });
  return paragraphs.join('\n');
}

/** One loop or await: its place, the sentence, and the places that it speaks of. */
function paragraph(
  sentence: string,
  { place: at, evidence }: { place: Place; evidence: readonly Place[] },
  name: string,
  lines: readonly string[],
  color: boolean,
): string {
  const place = pico.createColors(color).underline(`${name}:${at.line}:${at.column}`);
  const regions = evidence.map(({ line, column, start, end }) => {
    // What is longer is shown by its first line.
    const endColumn = Math.min(column + end - start, (lines[line - 1]?.length ?? 0) + 1);
    return { line, column, endColumn };
  });
  return [`${place} ${printable(sentence)}\n`, ...regions.map((region) => frame(region, lines, color))].join('\n');
}
