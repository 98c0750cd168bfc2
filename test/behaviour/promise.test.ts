// Where `Promise` is something else, no rule writes it: the snippets of the tests, below another `Promise`.
import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import plugin from '../../eslint-plugin/src/index.js';
import * as parser from '../../eslint-plugin/src/lint/parser.js';
import { snippetsOf } from './open/snippets.js';

// Bluebird may be `Promise` in a file.
const snippets = snippetsOf(['rules', 'rewrite']).filter(({ code }) => !code.includes('bluebird'));

const linter = new Linter();
const configs: Linter.Config[] = [
  { files: ['**/*.{js,ts,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
  ...plugin.configs.all,
];

/** What the suggestions for a text put in, and what each takes away; nothing for a text that cannot be parsed. */
function changesOf(text: string, name: string): { added: string; removed: string }[] {
  const messages = linter.verify(text, configs, name);
  return messages.flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => ({ added: fix.text, removed: text.slice(...fix.range) })),
  );
}

function countOf(text: string): number {
  return text.match(/\bPromise\./g)?.length ?? 0;
}

describe('suggestions below another `Promise`', function () {
  this.timeout(120_000);

  it('do not write its name', () => {
    let usual = 0;
    let others = 0;
    for (const { at, code, name } of snippets) {
      const writes = changesOf(code, name).filter(({ added, removed }) => countOf(added) > countOf(removed));
      if (writes.length === 0) continue;
      usual++;
      const shadowed = `${code}\nfunction Promise() {}`;
      for (const { added, removed } of changesOf(shadowed, name)) {
        others++;
        assert.ok(countOf(added) <= countOf(removed), `${at}:\n${shadowed}\n--- put in\n${added}`);
      }
    }
    assert.ok(usual > 400 && others > 0, `${String(usual)} snippets, and ${String(others)} suggestions below another`);
  });
});
