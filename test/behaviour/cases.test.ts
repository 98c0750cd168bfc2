// Written programs: every suggestion is executed under many latencies and failures, and what must stay is left alone.
import assert from 'node:assert/strict';
import { collect } from './cases/collect.js';
import { failure } from './cases/failure.js';
import { fold } from './cases/fold.js';
import { heads, typed } from './cases/heads.js';
import { found } from './cases/found.js';
import { parts } from './cases/parts.js';
import { sequential } from './cases/sequential.js';
import { differences } from './compare.js';
import { straight } from './cases/straight.js';
import { runOf, faultOf, seeds, tell } from './check.js';
import { programOf } from './inputs.js';
import { calm } from './world.js';
import { reportsOn, type Rewrite } from './rewrites.js';

const chosen = seeds(20);

const tables = { collect, fold, failure, heads, typed, parts, straight };

for (const [title, cases] of Object.entries(tables)) {
  const name = title === 'typed' ? 'program.ts' : 'program.js';
  describe(`rewrites, executed: ${title}`, () => {
    for (const [situation, body] of Object.entries(cases)) {
      const text = programOf(body, name);

      it(situation, async () => {
        const reports = reportsOn(text, name);
        assert.ok(reports.length > 0, 'nothing is reported');
        for (const report of reports) assert.ok(report.rewrites.length > 0, 'no rewrite is offered');
        const fault = await faultOf(reports, name, chosen);
        if (fault) assert.fail(tell(text, fault));
        // gather: sequential -- one program at a time has the process's unhandled rejections
        for (const rewrite of reports.flatMap((report) => report.rewrites)) await gains(text, rewrite, name);
        await oneByOne(text, name);
      });
    }
  });
}

/** More is in flight at once, and it takes less time, whenever two or more items wait. */
async function gains(text: string, rewrite: Rewrite, name: string): Promise<void> {
  let saved = 0;
  for (const seed of chosen) {
    const before = await runOf(text, name, calm(seed), 8);
    const after = await runOf(rewrite.text, name, calm(seed), 8);
    assert.ok(after.peak > before.peak, `the peak in flight stays at ${String(before.peak)}: ${rewrite.title}`);
    saved += before.time - after.time;
  }
  assert.ok(saved > 0, `no time is saved: ${rewrite.title}`);
}

/** The first suggestions, applied one after another until none is left, behave as the original all the same. */
async function oneByOne(text: string, name: string): Promise<void> {
  const before = await runOf(text, name, calm(0), 12);
  let current = text;
  for (let round = 0; round < 5; round++) {
    const rewrite = reportsOn(current, name)[0]?.rewrites[0];
    if (!rewrite) return;
    current = rewrite.text;
    const after = await runOf(current, name, calm(0), 12);
    assert.deepEqual(differences(before, after, { size: undefined }), [], current);
  }
  assert.fail(`suggestions never end:\n${current}`);
}

describe('rewrites, executed: found by generated programs', () => {
  for (const [situation, body] of Object.entries(found)) {
    const text = programOf(body, 'program.js');

    it(situation, async () => {
      const fault = await faultOf(reportsOn(text, 'program.js'), 'program.js', chosen);
      if (fault) assert.fail(tell(text, fault));
    });
  }
});

describe('loops that stay sequential', () => {
  for (const [situation, body] of Object.entries(sequential)) {
    it(situation, () => {
      assert.deepEqual(reportsOn(programOf(body, 'program.js'), 'program.js'), []);
    });
  }
});
