// Results handled as soon as they are there: the same operations and values, sooner; and what a failure changes.
import assert from 'node:assert/strict';
import { inputsOf } from '../inputs.js';
import type { Outcome } from '../simulate.js';
import { execute } from './harness.js';

const rule = 'prefer-as-completed';

const bodies: Readonly<Record<string, string>> = {
  'two combinators': `
  const numbers = await Promise.all(ids.map(async (id) => getNumber(id)));
  await Promise.all(numbers.map(async (number) => saveNumber(number)));
  return 'done';`,
  'values that are returned': `
  const numbers = await Promise.all(ids.map((id) => getNumber(id)));
  return Promise.all(numbers.map((number) => getText(number)));`,
  'a loop': `
  const found = await Promise.all(items.map((item) => api.findItem(item.id)));
  for (const { id, name } of found) {
    if (id > 6) continue;
    await saveItem(id, name);
  }
  return 'done';`,
  'the items of lists, in a loop': `
  const numbers = (await Promise.all(ids.map((id) => getList(id)))).flat();
  for (const number of numbers) {
    await saveNumber(number);
  }
  return 'done';`,
  'the items of lists, whose values are returned': `
  const numbers = await Promise.all(ids.map((id) => getList(id)));
  return Promise.all(numbers.flat().map((number) => getText(number)));`,
};

function merged(after: Readonly<Record<string, Outcome>>): Outcome {
  const [outcome, ...others] = Object.values(after);
  assert.ok(outcome && others.length === 0);
  return outcome;
}

describe('prefer-as-completed, executed', () => {
  for (const [name, body] of Object.entries(bodies)) {
    it(`${name}: the same operations and value, sooner or at the same time`, async () => {
      let gained = 0;
      for (let seed = 0; seed < 8; seed++) {
        const { before, after } = await execute(rule, body, { seed });
        const { value, operations, time, unhandled } = merged(after);
        assert.equal(value, before.value);
        assert.deepEqual([...operations].sort(), [...before.operations].sort());
        assert.ok(time <= before.time);
        assert.deepEqual(unhandled, []);
        gained += before.time - time;
      }
      assert.ok(gained > 0);
    });
  }

  it('a fast one is handled before a slow one is there', async () => {
    const { before, after } = await execute(rule, bodies['two combinators'] ?? '');
    const isSave = (key: string): boolean => key.startsWith('saveNumber');
    const lastRead = ({ operations }: Outcome): number => operations.findLastIndex((key) => !isSave(key));
    assert.ok(before.operations.findIndex(isSave) > lastRead(before));
    // All reads start at once; what is seen of the order is that of the saves.
    const { operations } = merged(after);
    assert.notDeepEqual(operations.filter(isSave), before.operations.filter(isSave));
  });

  it('a failure comes with its own error still, but others may have been handled before', async () => {
    const [ids] = inputsOf(6) as [number[]];
    const failing = `getNumber(${String(ids.at(-1))})`;
    let early = 0;
    for (let seed = 0; seed < 8; seed++) {
      const { before, after } = await execute(rule, bodies['two combinators'] ?? '', {
        seed,
        fails: (key) => key === failing,
      });
      const { thrown, unhandled, operations } = merged(after);
      assert.equal(before.thrown, `${failing} failed`);
      assert.ok(!before.operations.some((key) => key.startsWith('save')));
      assert.equal(thrown, before.thrown);
      assert.deepEqual(unhandled, []);
      early += operations.filter((key) => key.startsWith('save')).length;
    }
    assert.ok(early > 0);
  });
});
