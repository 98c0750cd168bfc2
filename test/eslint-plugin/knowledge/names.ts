// Exercises a table of names: a loop for each name that is held back because of it, and its twin with a neutral name.
import assert from 'node:assert/strict';
import type { Known } from '../../../eslint-plugin/src/knowledge/words.js';
import type { Reason } from '../../../eslint-plugin/src/verdict/model.js';
import { lint } from '../rules/no-await-in-loop/linted.js';

/** What the rule says of a text: the messages' ids, or the reasons for its silence. */
export function saidOf(code: string): string[] {
  const { messages, reasons } = lint(code, 'ts', '@typescript-eslint/parser');
  return messages.length > 0
    ? messages.map(({ messageId }) => messageId ?? '')
    : reasons.map((reason) => reason ?? 'concurrent');
}

/** A name of a table as code may use it: a trailing `*` stands for anything. */
export function used(name: string): string {
  return name.replace(/\*$/, 'Something').replace(/^.*\./, '');
}

/** Registers a test for each name: the loop that `code` makes with it is held back by `reason`, with `neutral` it is reported. */
export function holdBack(
  reason: Reason,
  names: Iterable<string>,
  neutral: string,
  code: (name: string) => string,
): void {
  for (const name of names) {
    it(name, () => assert.deepEqual(saidOf(code(used(name))), [reason], code(used(name))));
  }
  it(`not ${neutral}`, () => {
    const said = saidOf(code(neutral));
    assert.ok(said.length === 1 && ['reads', 'writes'].includes(said[0] ?? ''), `${said.join()}: ${code(neutral)}`);
  });
}

/** All names of a table's groups. */
export function namesIn(groups: readonly Known[]): string[] {
  return groups.flatMap(({ names }) => names);
}
