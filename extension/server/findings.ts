// Turns ESLint's messages into findings: plain data in the positions of the Language Server Protocol.
import type { Linter } from 'eslint';
import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import plugin from '../../eslint-plugin/src/index.js';

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

const prefix = `${plugin.meta.namespace}/`;
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
  const atOffset = (offset: number) => document.positionAt(offset + shift);
  // ESLint counts lines by the language's own line ends, of which the protocol knows only some.
  const atLine = (line: number, column: number) =>
    document.positionAt((starts[line - 1] ?? 0) + column - 1 + (line === 1 ? shift : 0));

  return messages.flatMap((message) => {
    if (message.ruleId === null) return [];
    const rule = message.ruleId.slice(prefix.length);
    const { line, column, endLine = line, endColumn = column } = message;
    return {
      rule,
      url: plugin.rules[rule]?.meta?.docs?.url,
      message: message.message,
      severity: message.severity === 2 ? 'error' : 'warning',
      range: { start: atLine(line, column), end: atLine(endLine, endColumn) },
      rewrites: (message.suggestions ?? []).map(({ desc, fix }) => ({
        title: desc,
        range: { start: atOffset(fix.range[0]), end: atOffset(fix.range[1]) },
        newText: fix.text,
      })),
    };
  });
}

/** Length of the byte order mark that some editors leave at the start of the text. */
function markLength(document: TextDocument): number {
  return document.getText().startsWith(byteOrderMark) ? byteOrderMark.length : 0;
}

/** Offsets at which the lines start, as ESLint counts lines. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), (end) => end.index + end[0].length)];
}
