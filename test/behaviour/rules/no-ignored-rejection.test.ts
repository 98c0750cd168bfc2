// What becomes of rejections that nobody looked at, once a suggestion is applied: each is logged, or all are thrown.
import assert from 'node:assert/strict';
import { execute, type Setting } from './harness.js';

const rule = 'no-ignored-rejection';
const failing: Setting = { fails: (key) => key === 'saveItem(1)' || key === 'getNumber(4)' || key === 'saveItem(4)' };

const dropped = `
  const saveAll = async (list) => { await Promise.allSettled(list.map(async (id) => saveItem(id))); };
  await saveAll([3, 1, 4]);
  return 'done';`;
const counted = `
  const results = await Promise.allSettled([3, 1, 4].map((id) => getNumber(id)));
  return results.filter((result) => result.status === 'fulfilled').length;`;
const inline = `
  return (await Promise.allSettled([3, 1, 4].map((id) => getNumber(id)))).flatMap((result) =>
    result.status === 'fulfilled' ? [result.value] : [],
  );`;
const apart = `
  const [one, other] = await Promise.allSettled([getNumber(3), getNumber(4)]);
  return [one.value, other.value];`;
const chained = `
  let sum = 0;
  await Promise.allSettled([3, 1, 4].map((id) => getNumber(id))).then((results) => {
    for (const result of results) if (result.status === 'fulfilled') sum += result.value;
  });
  return sum;`;

describe('no-ignored-rejection, executed', () => {
  it('results that are dropped: both failures are logged, or thrown as one error, once all have settled', async () => {
    const { before, after } = await execute(rule, dropped, failing);
    assert.deepEqual([before.value, before.warnings], ["'done'", []]);
    const { logReasons, throwReasons } = after;
    assert.ok(logReasons && throwReasons);
    assert.equal(logReasons.value, before.value);
    assert.equal(logReasons.warnings.length, 2);
    for (const key of ['saveItem(1)', 'saveItem(4)'])
      assert.ok(logReasons.warnings.some((line) => line.includes(`${key} failed`)));
    assert.equal(throwReasons.thrown, '2 of 3 failed: Error: saveItem(1) failed; Error: saveItem(4) failed');
    assert.equal(throwReasons.time, before.time);
  });

  for (const [name, body] of Object.entries({ counted, inline, apart, chained })) {
    it(`results that are ${name}: what comes out is the same, and the failure is told`, async () => {
      const { before, after } = await execute(rule, body, failing);
      assert.deepEqual(before.warnings, []);
      assert.ok(before.value !== undefined);
      assert.equal(after['logReasons']?.value, before.value);
      assert.equal(after['logReasons'].warnings.length, 1);
      assert.match(after['logReasons'].warnings[0] ?? '', /getNumber\(4\) failed/);
      if (after['throwReasons']) assert.match(after['throwReasons'].thrown ?? '', /^1 of \d failed: .*getNumber\(4\)/);
      for (const outcome of Object.values(after)) assert.deepEqual(outcome.unhandled, []);
    });
  }

  it('where nothing fails, nothing is another', async () => {
    for (const body of [dropped, counted, inline, apart, chained]) {
      const { before, after } = await execute(rule, body);
      for (const outcome of Object.values(after)) assert.deepEqual(outcome, before);
    }
  });
});
