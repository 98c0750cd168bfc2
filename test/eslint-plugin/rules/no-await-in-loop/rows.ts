// The two assertions that the tables of verdicts consist of: these loops stay sequential, and for this reason; these
// can run concurrently.
import assert from 'node:assert/strict';
import type { Reason } from '../../../../eslint-plugin/src/verdict/model.js';
import { parsersOf } from '../alone.js';
import { applied, lint, type Snippet, titleOf } from './linted.js';

/** Registers a test for each snippet: nothing in it is reported, and one of its loops is held back by `reason`. */
export function sequential(reason: Reason, snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      it(`stays (${reason}), by ${parser}: ${titleOf(snippet)}`, () => {
        const { messages, reasons } = lint(snippet.code, snippet.language, parser);
        assert.deepEqual(
          messages.map(({ line }) => line),
          [],
        );
        assert.ok(reasons.includes(reason), `held back by ${reasons.join(', ')}`);
      });
    }
  }
}

/** Registers a test for each snippet: the loops that it marks are reported, and what is suggested for them holds. */
export function concurrent(snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      it(`goes, by ${parser}: ${titleOf(snippet)}`, () => {
        const code = snippet.code.replaceAll('»', '');
        const { messages, reasons } = lint(code, snippet.language, parser);
        assert.deepEqual(
          messages.map(({ line, column }) => `${line}:${column}`),
          marksIn(snippet.code),
          reasons.join(', '),
        );
        // Loops inside of a loop that goes may go themselves once it is gone.
        const inner = reasons.length - messages.length;
        for (const { suggestions, messageId } of messages) {
          assert.equal(messageId === 'byHand', (suggestions ?? []).length === 0);
          for (const suggestion of suggestions ?? []) {
            const again = lint(applied(code, suggestion), snippet.language, parser).messages;
            assert.ok(again.length < messages.length + inner, `reported again:\n${applied(code, suggestion)}`);
          }
        }
      });
    }
  }
}

/** Where the reports are expected: `line:column`, 1-based. */
function marksIn(code: string): string[] {
  const marked = code.includes('»') ? code : code.replace(/\b(?:for|while|do)\b/, '»$&');
  return marked
    .split('\n')
    .flatMap((line, row) => [...line.matchAll(/»/g)].map(({ index }, before) => `${row + 1}:${index - before + 1}`));
}
