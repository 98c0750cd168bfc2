// What is suggested for the snippets of the tests is suggested for the same code in other styles as well, and parses.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Linter } from 'eslint';
import { lintText, sourceCodeOf } from '../../eslint-plugin/src/lint/embedded.js';
import { snippetsOf } from './open/snippets.js';
import { styles } from './programs/styles.js';

/** The text after each suggestion for a text; `undefined` for one that cannot be parsed. */
function suggestedFor(text: string, name: string): string[] | undefined {
  const messages = lintText(text, resolve('/nowhere', name));
  if (messages.some(({ fatal }) => fatal)) return undefined;
  return messages.flatMap(({ suggestions = [] }) => suggestions.map((suggestion) => appliedTo(text, suggestion)));
}

function appliedTo(text: string, { fix }: Linter.LintSuggestion): string {
  return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

/** A text without what styles differ in. */
function bareOf(text: string): string {
  return text.replace(/[\s;,]+/g, '');
}

// On another line, a comment says something of something else.
const snippets = snippetsOf(['rules', 'rewrite'])
  .filter(({ code }) => !/\/[/*]/.test(code))
  .flatMap((snippet) => {
    const suggested = suggestedFor(snippet.code, snippet.name) ?? [];
    return suggested.length > 0 ? [{ snippet, suggested: suggested.map(bareOf) }] : [];
  });

describe('suggestions, whatever the style', function () {
  this.timeout(120_000);

  for (const [style, restyled] of Object.entries(styles)) {
    it(`parse, and are the same, for snippets ${style}`, () => {
      const faults: string[] = [];
      let count = 0;
      for (const { snippet, suggested } of snippets) {
        const text = restyled(snippet.code, snippet.name);
        const found = suggestedFor(text, snippet.name);
        // Statements that nothing but a line break parts cannot stand on one line.
        if (found === undefined) continue;
        count++;
        if (!isDeepStrictEqual(found.map(bareOf), suggested) || !found.every((one) => parses(one, snippet.name)))
          faults.push([snippet.at, text, ...found].join('\n---\n'));
      }
      assert.deepEqual(faults, [], faults.join('\n\n'));
      assert.ok(count > 400, `only ${String(count)} snippets can be written so`);
    });
  }
});

function parses(text: string, name: string): boolean {
  const known = sourceCodeOf(text, name);
  return known !== undefined && 'sourceCode' in known;
}
