// Every snippet of the tests of rules and rewrites for which something is suggested is run before and after, in a
// world that makes up what the snippet does not say. What cannot be run is counted by its reason, and may only shrink.
import assert from 'node:assert/strict';
import { snippetsOf } from './open/snippets.js';
import { tryOut } from './open/trial.js';

/** Why snippets with suggestions need not run, and how many of them at most. */
const tolerated: Readonly<Record<string, { most: number; because: string }>> = {
  'it is only a part of a file': { most: 4, because: 'the test puts more around it' },
  'JavaScript does not take it': { most: 2, because: '`super` and `#names` outside of classes pass a parser alone' },
  'it never ends': { most: 2, because: 'it goes on while there is something, and here there always is' },
  'it throws': { most: 10, because: 'it means to, reads its own variable too early, or calls what no name tells of' },
  'nothing that it awaits is reached': {
    most: 23,
    because: 'it asks first for a kind that no made-up value is of, or waits for timers or events of its own alone',
  },
  'no two operations meet': { most: 2, because: 'other promises of the snippet have the peak already' },
};

const byFile = new Map<string, ReturnType<typeof snippetsOf>>();
for (const snippet of snippetsOf(['rules', 'rewrite'])) {
  const file = snippet.at.replace(/:\d+$/, '');
  byFile.set(file, [...(byFile.get(file) ?? []), snippet]);
}

describe('suggestions for the snippets of the tests, executed', function () {
  this.timeout(120_000);
  const stuck: { at: string; cannot: string }[] = [];
  let ran = 0;

  for (const [file, snippets] of byFile) {
    it(file, async () => {
      const faults: string[] = [];
      // gather: sequential -- one program at a time has the process's unhandled rejections
      for (const snippet of snippets) {
        const trial = await tryOut(snippet);
        if (trial === 'nothing') continue;
        if ('cannot' in trial) stuck.push({ at: snippet.at, cannot: trial.cannot });
        else if (trial.fault !== undefined) faults.push(`${snippet.at}\n${trial.fault}`);
        else ran++;
      }
      assert.deepEqual(faults, [], faults.join('\n\n'));
    });
  }

  it('are nearly all that there are', () => {
    assert.ok(ran > 600, `only ${ran} ran`);
    for (const [reason, { most, because }] of Object.entries(tolerated)) {
      const those = stuck.filter(({ cannot }) => cannot.startsWith(reason));
      assert.ok(those.length <= most, `${reason}, since ${because}:\n${shown(those)}`);
    }
    const others = stuck.filter(({ cannot }) => !Object.keys(tolerated).some((reason) => cannot.startsWith(reason)));
    assert.deepEqual(others, [], shown(others));
  });
});

function shown(stuck: readonly { at: string; cannot: string }[]): string {
  return stuck.map(({ at, cannot }) => `${at}: ${cannot}`).join('\n');
}
