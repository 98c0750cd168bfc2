// Registers tests on async reductions: what is reported where, and what is offered for it.
import assert from 'node:assert/strict';
import { parsersOf } from '../alone.js';
import { applied, lint, type Snippet, titleOf } from './linted.js';

/** `»` and `«` stand around the head that is to be reported. */
function headIn({ code }: Snippet): { head: string; code: string } {
  return { head: /»(.*)«/s.exec(code)?.[1] ?? '', code: code.replace(/[»«]/g, '') };
}

/**
 * Registers a test for each pair: its reduction is reported at its head, and this is the one text that is offered.
 * @param id of the suggestion's message
 */
export function gathers(pairs: readonly (readonly [before: Snippet, after: string])[], id = 'gatherAll'): void {
  for (const [snippet, after] of pairs) {
    for (const parser of parsersOf(snippet)) {
      const { head, code } = headIn(snippet);
      it(`by ${parser}: ${titleOf({ ...snippet, code })}`, () => {
        const { messages } = lint(code, snippet.language, parser);
        assert.deepEqual(messages.map(placed(code)), [{ messageId: 'reads', head }]);
        const suggestions = messages
          .flatMap((message) => message.suggestions ?? [])
          .filter(({ messageId }) => messageId !== 'gatherChunks' && messageId !== 'gatherProposed');
        assert.deepEqual(
          suggestions.map((suggestion) => [suggestion.messageId, applied(code, suggestion).trimEnd()]),
          [[id, after]],
        );
        assert.deepEqual(lint(after, snippet.language, parser).messages, []);
      });
    }
  }
}

/** Registers a test for each snippet: its reduction is reported at its head, with the reason why nothing is offered. */
export function byHand(why: RegExp, snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      const { head, code } = headIn(snippet);
      it(`offers nothing, by ${parser}: ${titleOf({ ...snippet, code })}`, () => {
        const { messages } = lint(code, snippet.language, parser);
        assert.deepEqual(messages.map(placed(code)), [{ messageId: 'byHand', head }]);
        assert.match(messages[0]?.message ?? '', why);
        assert.equal(messages[0]?.suggestions, undefined);
      });
    }
  }
}

/** Registers a test for each snippet: nothing in it is reported. */
export function silent(snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      it(`stays, by ${parser}: ${titleOf(snippet)}`, () => {
        assert.deepEqual(lint(snippet.code, snippet.language, parser).messages, []);
      });
    }
  }
}

interface Placed {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
  messageId?: string | undefined;
}

const placed =
  (code: string) =>
  ({ line, column, endLine = line, endColumn = column, messageId }: Placed) => {
    const lines = code.split('\n').slice(line - 1, endLine);
    const last = lines.length - 1;
    const head = lines
      .map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined))
      .join('\n');
    return { messageId, head };
  };
