import assert from 'node:assert/strict';
import type { Linter } from 'eslint';
import { carried, isShortened } from '../../../eslint-plugin/src/lint/carried.js';
import { evidenceIn } from '../../../eslint-plugin/src/rules/evidence.js';

/** A finding with suggestions of these lengths, the first of which holds what proves it. */
function finding(...lengths: number[]): Linter.LintMessage {
  const [first, ...others] = lengths.map((length) => ({
    desc: String(length),
    fix: { range: [0, 0] as [number, number], text: 'x'.repeat(length) },
  }));
  const evidence = [{ note: 'waits', range: [1, 2] }];
  const suggestions = first && [{ ...first, data: { evidence } }, ...others];
  return {
    ...{ ruleId: 'gather/no-await-in-loop', severity: 1, message: 'm', line: 1, column: 1 },
    ...(suggestions && { suggestions }),
  };
}

const lengthsIn = (messages: readonly Linter.LintMessage[]): (number[] | undefined)[] =>
  messages.map(({ suggestions }) => suggestions?.map(({ fix }) => fix.text.length));

describe('the findings of a file', () => {
  it('keep all their suggestions where those are not too much', () => {
    assert.deepEqual(lengthsIn(carried([finding(3_000_000, 1), finding()], 'a.js')), [[3_000_000, 1], undefined]);
  });

  it('are without the longest suggestions of a file where they are, but not without what proves them', () => {
    const messages = carried([finding(5_000_000, 10), finding(3_000_000, 20), finding(6_000_000)], 'a.js');
    assert.deepEqual(lengthsIn(messages), [[10], [3_000_000, 20], []]);
    assert.deepEqual(messages.map(isShortened), [true, false, true]);
    for (const message of messages) assert.deepEqual(evidenceIn(message, 'a.js'), [{ note: 'waits', range: [1, 2] }]);
  });
});
