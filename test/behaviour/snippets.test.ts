// Every snippet of the tests of rules and rewrites for which something is suggested is run before and after, in a
// world that makes up what the snippet does not say. What cannot be run is counted, and its share may only shrink.
import assert from 'node:assert/strict';
import { snippetsOf } from './open/snippets.js';
import { tryOut } from './open/trial.js';

/** The share of snippets with suggestions that need not run. */
const tolerated = 0.06;

const byFile = new Map<string, ReturnType<typeof snippetsOf>>();
for (const snippet of snippetsOf(['rules', 'rewrite'])) {
  const file = snippet.at.replace(/:\d+$/, '');
  byFile.set(file, [...(byFile.get(file) ?? []), snippet]);
}

describe('suggestions for the snippets of the tests, executed', function () {
  this.timeout(120_000);
  const stuck: string[] = [];
  let ran = 0;

  for (const [file, snippets] of byFile) {
    it(file, async () => {
      const faults: string[] = [];
      // gather: sequential -- one program at a time has the process's unhandled rejections
      for (const snippet of snippets) {
        const trial = await tryOut(snippet);
        if (trial === 'nothing') continue;
        if ('cannot' in trial) stuck.push(`${snippet.at}: ${trial.cannot}`);
        else if (trial.fault !== undefined) faults.push(`${snippet.at}\n${trial.fault}`);
        else ran++;
      }
      assert.deepEqual(faults, [], faults.join('\n\n'));
    });
  }

  it('are nearly all that there are', () => {
    const share = stuck.length / (stuck.length + ran);
    assert.ok(ran > 300, `only ${String(ran)} ran`);
    assert.ok(share < tolerated, `${String(stuck.length)} of ${String(stuck.length + ran)}:\n${stuck.join('\n')}`);
  });
});
