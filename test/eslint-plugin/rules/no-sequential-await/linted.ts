// Lints a snippet with `no-sequential-await` alone, and tells which pairs of its awaits have to wait, and why.
import type { TSESLint } from '@typescript-eslint/utils';
import type { AwaitFacts } from '../../../../eslint-plugin/src/facts/model.js';
import { rowsOf } from '../../../../eslint-plugin/src/facts/runs.js';
import { sideBySideOf } from '../../../../eslint-plugin/src/facts/side-by-side.js';
import { projectNames } from '../../../../eslint-plugin/src/knowledge/project.js';
import {
  judgePair,
  judgeParts,
  type PairReason,
  type PairVerdict,
} from '../../../../eslint-plugin/src/verdict/sequence.js';
import { type Language, lintAlone } from '../alone.js';
import { applied, type Snippet } from '../no-await-in-loop/linted.js';

/** What was found in a snippet. */
export interface Linted {
  messages: TSESLint.Linter.LintMessage[];
  /** Why the second of two awaits in a row waits, for each two that do. */
  reasons: PairReason[];
}

/** The pairs of a row: each await with every later one. */
function reasonsIn(
  row: readonly AwaitFacts[],
  judge: (first: AwaitFacts, second: AwaitFacts) => PairVerdict,
): PairReason[] {
  return row.flatMap((first, index) =>
    row.slice(index + 1).flatMap((second) => {
      const verdict = judge(first, second);
      return verdict.together ? [] : [verdict.reason];
    }),
  );
}

/**
 * Lints a text.
 * @throws when it cannot be parsed
 */
export function lint(code: string, language: Language, parserName: string): Linted {
  const reasons: Linted['reasons'] = [];
  const messages = lintAlone('no-sequential-await', { code, language }, parserName, (sourceCode) => {
    for (const row of rowsOf(sourceCode, projectNames()))
      reasons.push(
        ...reasonsIn(
          row.flatMap((part) => ('node' in part ? [part.node.facts] : [])),
          judgePair,
        ),
      );
    for (const { awaits } of sideBySideOf(sourceCode, projectNames()))
      reasons.push(
        ...reasonsIn(
          awaits.map(({ node }) => node.facts),
          judgeParts,
        ),
      );
  });
  return { messages, reasons };
}

/** Where a message stands: `line:column`, 1-based. */
export function placeOf({ line, column }: TSESLint.Linter.LintMessage): string {
  return `${line}:${column}`;
}

/** The text after each suggestion of a message; each parses, and leaves no report where that message was. */
export function suggestedTexts(
  { code, language }: Snippet,
  parser: string,
  message: TSESLint.Linter.LintMessage,
): string[] {
  return (message.suggestions ?? []).map((suggestion) => {
    const text = applied(code, suggestion);
    const again = lint(text, language, parser).messages.map(placeOf);
    if (again.includes(placeOf(message))) throw new Error(`reported again at ${placeOf(message)}:\n${text}`);
    return text;
  });
}
