// The same thing twice in a list, run: once is enough for the same values and the same failure.
import assert from 'node:assert/strict';
import { execute } from './harness.js';

const rule = 'no-duplicate-promise';

const cases: Readonly<Record<string, { saves: number; body: string }>> = {
  'a read, in three places': {
    saves: 1,
    body: `
  const [first, text, second] = await Promise.all([getItem(1), getText(2), getItem(1)]);
  return [first, text, second];`,
  },
  'a read, in patterns': {
    saves: 2,
    body: `
  const [{ id }, { name }, { tags }] = await Promise.all([getItem(1), getItem(1), getItem(1)]);
  return [id, name, tags];`,
  },
  'reads that are settled': {
    saves: 1,
    body: `
  const [first, second, third] = await Promise.allSettled([getNumber(1), getNumber(1), getText(2)]);
  return [first.value, second.value, third.value];`,
  },
  'one promise': {
    saves: 0,
    body: `
  const pending = getNumber(1);
  const [a, b, c] = await Promise.all([pending, pending, getText(2)]);
  return [a, b, c];`,
  },
  'one promise, for nothing but to be done': {
    saves: 0,
    body: `
  const pending = getNumber(1);
  await Promise.all([pending, pending]);
  return 'done';`,
  },
  'a race': {
    saves: 0,
    body: `
  const pending = getNumber(1);
  return await Promise.race([pending, getText(2), pending]);`,
  },
};

describe('no-duplicate-promise, executed', () => {
  for (const [situation, { saves, body }] of Object.entries(cases)) {
    it(situation, async () => {
      for (const seed of [1, 2, 3, 4]) {
        for (const failing of ['nothing', 'getItem', 'getNumber', 'getText']) {
          const { before, after } = await execute(rule, body, { seed, fails: (key) => key.startsWith(failing) });
          const once = after['useOnce'];
          assert.ok(once);
          assert.equal(once.value, before.value);
          assert.equal(once.thrown, before.thrown);
          assert.equal(once.time, before.time);
          assert.deepEqual(once.unhandled, []);
          assert.equal(before.operations.length - once.operations.length, saves);
          assert.deepEqual(new Set(once.operations), new Set(before.operations));
        }
      }
    });
  }
});
