// Turns ESLint's messages into findings: plain data in the positions of the Language Server Protocol.
import type { Linter } from 'eslint';
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import plugin from '../../eslint-plugin/src/index.js';
import { ruleOf } from '../../eslint-plugin/src/rules/rule-id.js';

/** A rewrite that a finding offers. */
export interface Rewrite {
  /** What it does, in a sentence. */
  title: string;
  /** What it replaces: 0-based lines, characters in UTF-16 units. */
  range: Range;
  newText: string;
}

/** One report of a rule of Gather. */
export interface Finding {
  /** The rule's name without the prefix, such as `no-await-in-loop`. */
  rule: string;
  /** The address of the rule's page. */
  url: string | undefined;
  message: string;
  severity: 'error' | 'warning';
  /** What is reported, such as a loop's head: 0-based lines, characters in UTF-16 units. */
  range: Range;
  /** The safest first. */
  rewrites: Rewrite[];
}

const byteOrderMark = '\uFEFF';

/** The document's text as the linter wants it. */
export function lintedText(document: TextDocument): string {
  return document.getText().slice(markLength(document));
}

/**
 * The findings among ESLint's messages; a message of the parser is none.
 * @param document the document whose `lintedText` gave the messages, not changed since
 */
export function toFindings(document: TextDocument, messages: readonly Linter.LintMessage[]): Finding[] {
  const shift = markLength(document);
  const starts = lineStarts(document.getText());
  // ESLint counts lines by the language's own line ends, of which the protocol knows only some.
  const atLine = (line: number, column: number) =>
    document.positionAt((starts[line - 1] ?? 0) + column - 1 + (line === 1 ? shift : 0));

  return messages.flatMap((message) => {
    const rule = ruleOf(message.ruleId);
    if (rule === undefined) return [];
    const { line, column, endLine = line, endColumn = column } = message;
    return {
      rule,
      url: plugin.rules[rule]?.meta?.docs?.url,
      message: message.message,
      severity: message.severity === 2 ? 'error' : 'warning',
      range: { start: atLine(line, column), end: atLine(endLine, endColumn) },
      rewrites: (message.suggestions ?? []).map(({ desc, fix }) => ({
        title: desc,
        range: rangeOf(document, fix.range),
        newText: fix.text,
      })),
    };
  });
}

/** The range of offsets of the `lintedText`. */
export function rangeOf(document: TextDocument, [start, end]: readonly [number, number]): Range {
  const shift = markLength(document);
  return { start: document.positionAt(start + shift), end: document.positionAt(end + shift) };
}

/** The offset in the `lintedText` of a position. */
export function offsetOf(document: TextDocument, position: Position): number {
  return document.offsetAt(position) - markLength(document);
}

/** Length of the byte order mark that some editors leave at the start of the text. */
function markLength(document: TextDocument): number {
  return document.getText().startsWith(byteOrderMark) ? byteOrderMark.length : 0;
}

/** Offsets at which the lines start, as ESLint counts lines. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), (end) => end.index + end[0].length)];
}
