// What the first failure lost, and is there once the suggestion is applied: the other failures, and the values.
import assert from 'node:assert/strict';
import type { Outcome } from '../simulate.js';
import { execute, type Setting } from './harness.js';

const rule = 'prefer-all-settled';
const saves: Setting = { fails: (key) => key === 'saveItem(1)' || key === 'saveItem(4)' };
const reads: Setting = { fails: (key) => key === 'getNumber(1)' };

const handler = `catch (error) {
    console.error(error.message);
  }`;
const effects: Readonly<Record<string, string>> = {
  'in a try': `
  try {
    await Promise.all([3, 1, 4].map(async (id) => saveItem(id)));
  } ${handler}
  console.log('after');
  return 'done';`,
  'filled before': `
  try {
    const all = [];
    for (const id of [3, 1, 4]) all.push(saveItem(id));
    await Promise.all(all);
  } ${handler}
  console.log('after');
  return 'done';`,
  'in a chain': `
  await Promise.all([3, 1, 4].map((id) => saveItem(id)))
    .then(() => { console.log('all saved'); })
    .catch((error) => console.error(error.message));
  console.log('after');
  return 'done';`,
};
const lists: Readonly<Record<string, string>> = {
  assigned: `
  let numbers = [];
  try {
    numbers = await Promise.all([3, 1, 4].map((id) => getNumber(id)));
  } ${handler}
  return numbers;`,
  'emptied by the catch': `
  let numbers;
  try {
    numbers = await Promise.all([3, 1, 4].map((id) => getNumber(id)));
  } catch (error) {
    console.error(error.message);
    numbers = [];
  }
  return numbers;`,
  returned: `
  try {
    return await Promise.all([3, 1, 4].map((id) => getNumber(id)));
  } catch (error) {
    console.error(error.message);
    return [];
  }`,
  'in a chain': `
  const numbers = await Promise.all([3, 1, 4].map((id) => getNumber(id))).catch((error) => {
    console.error(error.message);
    return [];
  });
  return numbers;`,
};

/** What the one suggestion does. */
function settled(after: Readonly<Record<string, Outcome>>): Outcome {
  const [outcome, ...others] = Object.values(after);
  assert.ok(outcome && others.length === 0);
  return outcome;
}

describe('prefer-all-settled, executed', () => {
  for (const [name, body] of Object.entries(effects)) {
    it(`effects, ${name}: every failure is told, and nothing runs on behind`, async () => {
      const { before, after } = await execute(rule, body, saves);
      assert.equal(before.warnings.length, 1);
      const { warnings, operations, logs, value, thrown, time, unhandled } = settled(after);
      assert.deepEqual(warnings.length, 1);
      for (const key of ['saveItem(1)', 'saveItem(4)'])
        assert.match(warnings[0] ?? '', new RegExp(`\\b${key.replace(/[()]/g, '\\$&')} failed`));
      assert.deepEqual(operations, before.operations);
      assert.deepEqual([logs, value, thrown, unhandled], [before.logs, before.value, undefined, []]);
      assert.ok(time >= before.time);
    });
  }

  for (const [name, body] of Object.entries(lists)) {
    it(`a list that is ${name}: the values that there are stay, and the failure is told`, async () => {
      const { before, after } = await execute(rule, body, reads);
      assert.deepEqual([before.value, before.warnings.length], ['[]', 1]);
      const whole = await execute(rule, body);
      const { value, warnings, unhandled } = settled(after);
      const [first, , last] = JSON.parse(whole.before.value ?? '') as number[];
      assert.equal(value, `[ ${String(first)}, ${String(last)} ]`);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', /getNumber\(1\) failed/);
      assert.deepEqual(unhandled, []);
    });
  }

  it('a handler that asks each failure for more than several have together is run for each', async () => {
    const body = `
  try {
    await Promise.all([3, 1, 4].map(async (id) => saveItem(id)));
  } catch (error) {
    console.error(error.message, error.cause);
  }
  return 'done';`;
    const { before, after } = await execute(rule, body, saves);
    assert.equal(before.warnings.length, 1);
    const { warnings, value, unhandled } = settled(after);
    assert.deepEqual(warnings, ["'saveItem(1) failed' undefined", "'saveItem(4) failed' undefined"]);
    assert.deepEqual([value, unhandled], [before.value, []]);
  });

  it('where nothing fails, nothing is another', async () => {
    for (const body of [...Object.values(effects), ...Object.values(lists)]) {
      const { before, after } = await execute(rule, body);
      assert.deepEqual(settled(after), before);
    }
  });
});
