// What a finding offers to change. Reviews show the choices side by side, as replacements of one and the same span, and
// take none of lines that lie outside of the reviewed diff.
import type { Linter } from 'eslint';
import type { Locale } from '../guide/model.js';
import { editsOf } from '../rules/suggestions.js';
import { type Lines, type Span, squeezed } from './places.js';
import { reportWords } from './words.js';

/** A part of the text, and what it would read. */
interface Replacement {
  span: Span;
  text: string;
}

/** A fix or a suggestion of a finding. */
interface Change {
  /** What it does, in a sentence. */
  title: string;
  /** All that it replaces just above the finding, in it and below; absent where it is elsewhere as a whole. */
  near?: Replacement;
  /** What it replaces further above, such as the imports, in the order of the text. */
  above: readonly Replacement[];
}

/** One change on offer. */
interface Choice {
  title: string;
  /** What the span would read. */
  text: string;
}

/** The changes of a finding that reach no lines far above, the safest first. */
export interface Offer {
  span: Span;
  choices: readonly Choice[];
}

/** Lines above a finding that are taken for near: so many of them git shows around a change. */
const nearest = 3;

/** The fix and the suggestions of a finding, the safest first. */
export function changesOf(message: Linter.LintMessage, lines: Lines): Change[] {
  const at = lines.at(lines.spanOf(message)[0]).line;
  const given = [...(message.fix ? [{ desc: 'Fix it.', fix: message.fix }] : []), ...(message.suggestions ?? [])];
  return given.map((change) => {
    const edits = editsOf(change).map(({ range, text }) => ({ span: range, text }));
    const first = edits.findIndex(({ span }) => at - lines.at(span[0]).line <= nearest);
    if (first === -1) return { title: change.desc, above: edits };
    return { title: change.desc, near: together(edits.slice(first), lines), above: edits.slice(0, first) };
  });
}

/** Replacements as one, with the text between them. */
function together(parts: readonly Replacement[], lines: Lines): Replacement {
  const start = parts[0]?.span[0] ?? 0;
  let [end, text] = [start, ''];
  for (const part of parts) {
    text += lines.text.slice(end, part.span[0]) + part.text;
    end = part.span[1];
  }
  return { span: [start, end], text };
}

/** What a review can offer of the changes of a finding, `undefined` where that is nothing. */
export function offerOf(changes: readonly Change[], lines: Lines): Offer | undefined {
  const near = changes.flatMap((change) =>
    change.near && change.above.length === 0 ? [{ ...change.near, title: change.title }] : [],
  );
  if (near.length === 0) return undefined;
  const start = Math.min(...near.map(({ span }) => span[0]));
  const end = Math.max(...near.map(({ span }) => span[1]));
  const choices = near.map(({ title, span, text }) => ({
    title,
    text: lines.text.slice(start, span[0]) + text + lines.text.slice(span[1], end),
  }));
  return { span: [start, end], choices };
}

/** The same offer for whole lines. */
export function inWholeLines({ span, choices }: Offer, lines: Lines): Offer {
  const whole = lines.whole(span);
  const before = lines.text.slice(whole[0], span[0]);
  const after = lines.text.slice(span[1], whole[1]);
  return { span: whole, choices: choices.map(({ title, text }) => ({ title, text: before + text + after })) };
}

/** Code that is longer is not told. */
const longest = 120;

/** The changes of a finding that a review cannot offer, each as a sentence in which the code is between backticks. */
export function beyond(changes: readonly Change[], lines: Lines, locale: Locale): string[] {
  return changes.flatMap(({ title, above: [first] }) => {
    if (!first) return [];
    const { line } = lines.at(first.span[0]);
    return reportWords[locale].beyond(title, line, codeOf(first, lines));
  });
}

/** What a replacement adds, or what its line would read; `undefined` where that is long. */
function codeOf({ span, text }: Replacement, lines: Lines): string | undefined {
  if (text.length > longest) return undefined;
  const [start, end] = lines.whole(span);
  const whole = lines.text.slice(start, span[0]) + text + lines.text.slice(span[1], end);
  const code = squeezed(text.includes('\n') ? text : whole);
  return code.length > longest || code.includes('`') ? undefined : code;
}
