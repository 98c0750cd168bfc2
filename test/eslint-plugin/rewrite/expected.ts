// What a rewrite test says: these suggestions come, with these texts, or none does, for this reason.
import assert from 'node:assert/strict';
import { parsersOf } from '../rules/alone.js';
import { applied, lint, type Snippet } from '../rules/no-await-in-loop/linted.js';

/** Those that run a fixed number at a time. */
type Bounded = 'gatherLimited' | 'gatherProposed' | 'gatherChunks';

const bounded: ReadonlySet<string> = new Set<Bounded>(['gatherLimited', 'gatherProposed', 'gatherChunks']);

/** The suggestions by their messages' ids, in order, each with the whole text after it. */
export type Suggested = Partial<
  Record<Bounded | 'gatherAll' | 'gatherEndless' | 'gatherInOrder' | 'gatherSettled', Snippet>
>;

/**
 * The first report's suggestions, by the parser that reads the most of the language.
 * @param skipped how many units at the start, a byte order mark, the offsets leave out
 */
export function suggestedFor({ code, language }: Snippet, skipped = 0): [string, string][] {
  const { messages } = lint(code, language, '@typescript-eslint/parser');
  assert.ok(messages.length > 0, 'nothing is reported');
  return (messages[0]?.suggestions ?? []).map((suggestion) => [
    suggestion.messageId ?? '',
    applied(code.slice(skipped), suggestion),
  ]);
}

/**
 * Asserts that these rewrites are suggested for the first loop reported, by every parser, and none besides but bounded
 * ones, which have tests of their own.
 */
export function rewrites(before: Snippet, after: Suggested): void {
  const { code, language } = before;
  for (const parser of parsersOf(before)) {
    const { messages } = lint(code, language, parser);
    const suggestions = (messages[0]?.suggestions ?? []).filter(
      ({ messageId = '' }) => messageId in after || !bounded.has(messageId),
    );
    assert.deepEqual(
      suggestions.map((suggestion) => [suggestion.messageId, applied(code, suggestion)]),
      Object.entries(after).map(([id, snippet]) => [id, snippet.code]),
    );
  }
}

/** Asserts that the first loop is reported without a suggestion, since `why`. */
export function refused(before: Snippet, why: string): void {
  for (const parser of parsersOf(before)) {
    const [message] = lint(before.code, before.language, parser).messages;
    assert.equal(message?.messageId, 'byHand');
    assert.deepEqual(message.suggestions ?? [], []);
    assert.ok(message.message.endsWith(`No rewrite is offered, since ${why}.`), message.message);
  }
}
