// Bounded combinators, run beside the unbounded: the same results in the same order, and never more under way than said.
import assert from 'node:assert/strict';
import { limiters } from '../../../eslint-plugin/src/knowledge/limiters.js';
import { offersIn } from '../../eslint-plugin/rewrite/project.js';
import { runOf } from '../check.js';
import { programOf } from '../inputs.js';
import type { Outcome } from '../simulate.js';
import { calm, type Conditions } from '../world.js';
import { execute } from './harness.js';

const rule = 'no-unbounded-concurrency';

/** Bodies of `run`, each with the combinator in another place. */
const programs: Readonly<Record<string, string>> = {
  'for the effect': 'const users = items;\n  await Promise.all(users.map(async (item) => { await saveItem(item); }));',
  declared: 'const out = await Promise.all(ids.map((id) => fetchNumber(id)));\n  return out;',
  returned: 'const users = set;\n  return Promise.all(Array.from(users, async (id) => fetchItem(id)));',
  'made something of':
    'const users = items;\n  return (await Promise.all(users.map(({ id }) => fetchNumber(id)))).reduce((sum, one) => sum + one, 0);',
  assigned: 'let out = [];\n  out = await Promise.all(ids.map((id) => fetchNumber(id)));\n  return out;',
  'by index': 'return await Promise.all(ids.map(async (id, index) => [index, await fetchNumber(id)]));',
  'by count': 'return await Promise.all(Array.from({ length: ids.length }, async (_, index) => fetchNumber(index)));',
  'of what changes':
    'await Promise.all(ids.map(async (id) => { await fetchNumber(id); ids.length = 0; }));\n  return ids;',
  settled:
    'const out = await Promise.allSettled(ids.map((id) => fetchNumber(id)));\n  return out.map(({ status }) => status);',
  'in a loop':
    'const out = [];\n  for (const id of [1, 2]) out.push(...(await Promise.all(ids.map((each) => fetchItem(each + id)))));\n  return out;',
};

const failing: Conditions = { ...calm(2), fails: (key) => /\b[5]\)$/.test(key) };

/** Asserts that a run is as one before it, and bounded. */
function isAlike(before: Outcome, after: Outcome, text: string): void {
  assert.equal(after.value, before.value, text);
  assert.equal(after.thrown, before.thrown, text);
  assert.deepEqual(after.unhandled, [], text);
  if (before.thrown === undefined) assert.deepEqual([...after.operations].sort(), [...before.operations].sort(), text);
  assert.ok(
    after.peak > 1 && after.peak <= 10 && before.peak === 14,
    `${String(before.peak)} → ${String(after.peak)}\n${text}`,
  );
}

describe('no-unbounded-concurrency, executed', () => {
  for (const [situation, body] of Object.entries(programs)) {
    const count = situation === 'returned' ? 'distinct' : 'all';

    it(`${situation}: in chunks, and through what is to be installed`, async () => {
      const { before, after } = await execute(rule, body, { count: 14 });
      assert.deepEqual(Object.keys(after), ['gatherChunks', 'gatherProposed']);
      for (const outcome of Object.values(after)) {
        assert.equal(outcome.value, before.value);
        assert.ok(outcome.peak <= 10 && outcome.peak > 1, String(outcome.peak));
        assert.ok(outcome.peak < before.peak || count === 'distinct');
      }
    });

    for (const name of new Set(limiters.map((limiter) => limiter.package))) {
      const text = programOf(body, 'program.js');
      const project = { manifest: { name: 'app', dependencies: { [name]: '*' } }, file: 'program.mjs' };
      const offer = offersIn(project, text, rule).find(({ id }) => id === 'gatherLimited');
      if (!offer || situation === 'returned') continue;

      it(`${situation}: through ${name}`, async () => {
        // gather: sequential -- one program at a time has the process's unhandled rejections
        for (const conditions of [calm(1), failing]) {
          const before = await runOf(text, 'program.js', conditions, 14);
          isAlike(before, await runOf(offer.text, 'program.js', conditions, 14), offer.text);
        }
      });
    }
  }
});
