// The assertions that the tests of `no-sequential-await` consist of.
import assert from 'node:assert/strict';
import type { PairReason } from '../../../../eslint-plugin/src/verdict/sequence.js';
import { parsersOf } from '../alone.js';
import { type Snippet, titleOf } from '../no-await-in-loop/linted.js';
import { lint, placeOf, suggestedTexts } from './linted.js';

/** A snippet with nothing to report, and one near it with something: `»` stands before each place of a report. */
export interface Twins {
  stays: Snippet;
  goes: Snippet;
}

/** The snippet without its marks, and where they stood: `line:column`, 1-based. */
function unmarked({ code, language }: Snippet): { snippet: Snippet; places: string[] } {
  const places = code
    .split('\n')
    .flatMap((line, row) => [...line.matchAll(/»/g)].map(({ index }, before) => `${row + 1}:${index - before + 1}`));
  return { snippet: { code: code.replaceAll('»', ''), language }, places };
}

/** Registers a test: all that is marked is reported and nothing else, and what is suggested holds. */
export function goes(marked: Snippet): void {
  const { snippet, places } = unmarked(marked);
  for (const parser of parsersOf(snippet)) {
    it(`goes, by ${parser}: ${titleOf(snippet)}`, () => {
      const { messages, reasons } = lint(snippet.code, snippet.language, parser);
      assert.notEqual(places.length, 0);
      assert.deepEqual(messages.map(placeOf), places, reasons.join(', '));
      for (const message of messages)
        assert.equal(suggestedTexts(snippet, parser, message).length, message.messageId === 'byHand' ? 0 : 1);
    });
  }
}

/**
 * Registers a test: nothing is reported.
 * @param reason why two of its awaits do not go together; `undefined` where no two of them are looked at, or where a
 * statement between them speaks against it
 */
export function stays(reason: PairReason | undefined, snippet: Snippet): void {
  for (const parser of parsersOf(snippet)) {
    it(`stays (${reason ?? 'no row'}), by ${parser}: ${titleOf(snippet)}`, () => {
      const { messages, reasons } = lint(snippet.code, snippet.language, parser);
      assert.deepEqual(messages.map(placeOf), []);
      assert.deepEqual([...new Set(reasons)], reason === undefined ? [] : [reason]);
    });
  }
}

/** Registers both for each pair of near twins. */
export function twins(reason: PairReason | undefined, rows: readonly Twins[]): void {
  for (const row of rows) {
    stays(reason, row.stays);
    goes(row.goes);
  }
}

/** Asserts that the first report suggests exactly this text, by every parser. */
export function rewrites(before: Snippet, after: Snippet): void {
  for (const parser of parsersOf(before)) {
    const [message] = lint(before.code, before.language, parser).messages;
    assert.ok(message, 'nothing is reported');
    assert.equal(message.messageId, 'sequential');
    assert.deepEqual(suggestedTexts(before, parser, message), [after.code]);
  }
}

/** Asserts that the first thing found is reported without a suggestion. */
export function refused(before: Snippet): void {
  for (const parser of parsersOf(before)) {
    const [message] = lint(before.code, before.language, parser).messages;
    assert.equal(message?.messageId, 'byHand', before.code);
    assert.deepEqual(message.suggestions ?? [], []);
  }
}
