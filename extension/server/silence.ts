// The comments that silence a finding: one loop, one line, or the rule in the whole file.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Silencing } from '../protocol.js';
import type { Finding } from './findings.js';
import type { Words } from './words.js';

/** A way to silence, with what it is called. */
export interface Way extends Omit<Silencing, 'uri'> {
  title: string;
}

/** The ways to silence a finding, the narrowest first. */
export function silencingsOf(
  document: TextDocument,
  { rule, range }: Finding,
  { silenceHere, silenceFile }: Words,
): Way[] {
  const { line } = range.start;
  const indent = /^\s*/u.exec(lineAt(document, line))?.[0] ?? '';
  const next =
    rule === 'no-await-in-loop'
      ? 'gather: sequential -- {reason}'
      : `eslint-disable-next-line gather/${rule} -- {reason}`;
  const isInMarkup = /^\s*[<{]/u.test(lineAt(document, line)) && /sx$|react$/u.test(document.languageId);
  return [
    {
      title: silenceHere,
      line,
      text: isInMarkup ? `${indent}{/* ${next} */}` : `${indent}// ${next}`,
    },
    {
      title: silenceFile(rule),
      line: firstLine(document, line),
      text: `/* eslint-disable gather/${rule} -- {reason} */`,
    },
  ];
}

/** What opens a script in the markup of a language. */
const openingOf = new Map([
  ['vue', /<script\b[^>]*>/gu],
  ['svelte', /<script\b[^>]*>/gu],
  ['astro', /^---/gmu],
]);

/** The first line of the code that a line is in: that of the file, or of its script in markup. */
function firstLine(document: TextDocument, line: number): number {
  const before = document.getText({ start: { line: 0, character: 0 }, end: { line, character: 0 } });
  const opening = openingOf.get(document.languageId);
  const [tag] = opening ? [...before.matchAll(opening)].slice(-1) : [];
  if (tag) return document.positionAt(tag.index + tag[0].length).line + 1;
  return before.startsWith('#!') ? 1 : 0;
}

function lineAt(document: TextDocument, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
}
