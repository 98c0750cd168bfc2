// The quick fixes of a run that is given as plain data.
import assert from 'node:assert/strict';
import { toCodeActions } from '../../../extension/server/code-actions.js';
import type { LintRun } from '../../../extension/server/lint-cache.js';

const uri = 'file:///project/a.ts';
const span = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const run: LintRun = {
  id: '1',
  version: 7,
  state: 'linted',
  rules: 'recommended',
  milliseconds: 1,
  findings: [
    {
      rule: 'no-await-in-loop',
      url: undefined,
      message: 'This loop waits.',
      severity: 'error',
      range: span(2, 4, 20),
      rewrites: [
        { title: 'The safe one', range: span(2, 4, 40), newText: 'safe' },
        { title: 'The bold one', range: span(2, 4, 40), newText: 'bold' },
      ],
    },
    {
      rule: 'no-await-in-loop',
      url: undefined,
      message: 'No way.',
      severity: 'warning',
      range: span(9, 0, 9),
      rewrites: [],
    },
  ],
};

const ask = (line: number, from: number, to: number) =>
  toCodeActions(run, { textDocument: { uri }, range: span(line, from, to), context: { diagnostics: [] } });

describe('code actions', () => {
  it('are one for each rewrite, the safest first and preferred, for the version that was linted', () => {
    const diagnostic = {
      range: span(2, 4, 20),
      severity: 1,
      source: 'gather',
      code: 'no-await-in-loop',
      message: 'This loop waits.',
    };
    const action = (title: string, isPreferred: boolean, newText: string) => ({
      title,
      kind: 'quickfix',
      isPreferred,
      diagnostics: [diagnostic],
      edit: {
        documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range: span(2, 4, 40), newText }] }],
      },
    });
    assert.deepEqual(ask(2, 10, 10), [action('The safe one', true, 'safe'), action('The bold one', false, 'bold')]);
  });

  it('are none for a finding without a rewrite', () => {
    assert.deepEqual(ask(9, 0, 0), []);
  });

  it('are asked for by any range that touches the finding', () => {
    for (const [from, to] of [
      [0, 4],
      [20, 30],
      [0, 30],
    ] as const)
      assert.equal(ask(2, from, to).length, 2);
    assert.equal(ask(2, 0, 3).length, 0);
    assert.equal(ask(2, 21, 30).length, 0);
  });
});
