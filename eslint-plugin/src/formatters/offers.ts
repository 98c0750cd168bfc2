// What a finding offers to change, as replacements of one and the same span, since reviews show them side by side.
import type { Linter } from 'eslint';
import { type Lines, type Span, spanOf } from './places.js';

/** One change on offer. */
export interface Choice {
  /** What it does, in a sentence. */
  title: string;
  /** What the span would read. */
  text: string;
}

/** All that a finding offers, the safest first. */
export interface Offer {
  span: Span;
  choices: readonly Choice[];
}

/**
 * Lines between a finding and a change of it. One that also adds an import far above would stretch all the others up to
 * there, and a review takes no suggestion for lines that the branch left alone.
 */
const farthest = 30;

/** The fix and the suggestions of a finding, as ESLint gives them: offsets in UTF-16 units. */
export function changesOf(message: Linter.LintMessage): Pick<Linter.LintSuggestion, 'desc' | 'fix'>[] {
  return [...(message.fix ? [{ desc: 'Fix it.', fix: message.fix }] : []), ...(message.suggestions ?? [])];
}

/** What a finding offers, `undefined` where it offers nothing. */
export function offerOf(message: Linter.LintMessage, lines: Lines): Offer | undefined {
  const all = changesOf(message);
  const near = all.filter(({ fix }) => isNear(fix.range, message, lines));
  const offered = near.length > 0 ? near : all;
  if (offered.length === 0) return undefined;
  const start = Math.min(...offered.map(({ fix }) => fix.range[0]));
  const end = Math.max(...offered.map(({ fix }) => fix.range[1]));
  const choices = offered.map(({ desc, fix }) => ({
    title: desc,
    text: lines.text.slice(start, fix.range[0]) + fix.text + lines.text.slice(fix.range[1], end),
  }));
  return { span: [start, end], choices };
}

function isNear([from]: Span, message: Linter.LintMessage, lines: Lines): boolean {
  return lines.at(spanOf(message, lines.text)[0]).line - lines.at(from).line <= farthest;
}

/** The same offer for whole lines. */
export function inWholeLines({ span, choices }: Offer, lines: Lines): Offer {
  const whole = lines.whole(span);
  const before = lines.text.slice(whole[0], span[0]);
  const after = lines.text.slice(span[1], whole[1]);
  return { span: whole, choices: choices.map(({ title, text }) => ({ title, text: before + text + after })) };
}
