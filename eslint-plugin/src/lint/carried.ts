// Findings as they go to other threads, into caches and reports: with what proves them, and of a bounded size.
import type { Linter } from 'eslint';
import { withEvidence } from '../rules/evidence.js';

/**
 * So much text, in UTF-16 units, the suggestions of one file hold at most. One that adds an import repeats all the code
 * from there to the finding, so that in a file of thousands of findings they would be gigabytes.
 */
const most = 8_000_000;

/** A finding that may lack some of its suggestions. */
type Carried = Linter.LintMessage & { shortened?: boolean };

/** Whether a finding was left without some of its suggestions, since those of its file were too much. */
export function isShortened({ shortened = false }: Carried): boolean {
  return shortened;
}

/** The findings in one file with their evidence, without the longest of their suggestions where those are too much. */
export function carried(messages: readonly Linter.LintMessage[], path: string): Carried[] {
  const all = messages.flatMap(({ suggestions = [] }) => suggestions);
  let room = most;
  const kept = new Set(all.sort((a, b) => sizeOf(a) - sizeOf(b)).filter((each) => (room -= sizeOf(each)) >= 0));
  return messages.map((message) => {
    const suggestions = message.suggestions?.filter((suggestion) => kept.has(suggestion));
    const isShorter = suggestions?.length !== message.suggestions?.length;
    return { ...withEvidence(message, path, suggestions), ...(isShorter && { shortened: true }) };
  });
}

function sizeOf({ fix }: Linter.LintSuggestion): number {
  return fix.text.length;
}
