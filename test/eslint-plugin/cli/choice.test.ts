import assert from 'node:assert/strict';
import type { Linter } from 'eslint';
import { choiceOf } from '../../../eslint-plugin/src/cli/choice.js';
import { UsageError } from '../../../eslint-plugin/src/files/find.js';

const fix = (text: string): Linter.LintSuggestion['fix'] => ({ range: [0, 1], text });
const message: Linter.LintMessage = {
  ruleId: 'gather/no-await-in-loop',
  severity: 1,
  message: '',
  line: 1,
  column: 1,
  suggestions: [
    { desc: '', messageId: 'gatherChunks', fix: fix('chunks') },
    { desc: '', messageId: 'gatherAll', fix: fix('all') },
  ],
};

describe('the choice of --fix', () => {
  const cases: [wanted: string, text: string | undefined][] = [
    ['no-await-in-loop', 'chunks'],
    ['gather/no-await-in-loop', 'chunks'],
    ['no-await-in-loop:2', 'all'],
    ['no-await-in-loop:3', undefined],
    ['no-await-in-loop:gatherAll', 'all'],
    ['no-sequential-await', undefined],
  ];
  for (const [wanted, text] of cases) {
    it(`takes "${wanted}" for ${text ?? 'nothing here'}`, () => {
      assert.equal(choiceOf(wanted).of(message)?.text, text);
    });
  }

  it('takes nothing of a finding without suggestions', () => {
    assert.equal(choiceOf('no-await-in-loop').of({ ...message, suggestions: undefined }), undefined);
  });

  for (const [wanted, meant] of [
    ['no-await-in-lop', 'no-await-in-loop'],
    ['', 'no-'],
    ['no-await-in-loop:gatherAl', 'gatherAll'],
    ['no-await-in-loop:0', 'reads'],
  ] as const) {
    it(`refuses "${wanted}" with another in its place`, () => {
      assert.throws(
        () => choiceOf(wanted),
        (error) => error instanceof UsageError && error.message.includes(`did you mean "${meant}`),
      );
    });
  }
});
