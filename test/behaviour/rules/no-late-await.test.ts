// Rejection gaps, run: the rejection is unhandled before, and handled after each suggestion, whichever operation fails.
import assert from 'node:assert/strict';
import { execute, type Executed } from './harness.js';

const rule = 'no-late-await';
const seeds = Array.from({ length: 6 }, (_, seed) => seed);

/**
 * Runs a program under many latencies, with each of the operations failing alone and with all of them failing.
 * @returns how many rejections nobody handled before, over all runs
 */
async function leaks(body: string, operations: readonly string[], form: string): Promise<number> {
  let before = 0;
  for (const seed of seeds) {
    const failures = [...operations.map((operation) => [operation]), operations];
    for (const failing of failures) {
      const run = await execute(rule, body, { seed, fails: (key) => failing.some((each) => key.startsWith(each)) });
      const after = only(run, form);
      assert.deepEqual(after.unhandled, []);
      assert.equal(after.thrown === undefined, run.before.thrown === undefined);
      before += run.before.unhandled.length;
    }
    const calm = await execute(rule, body, { seed });
    assert.equal(only(calm, form).value, calm.before.value);
    assert.deepEqual([...only(calm, form).operations].sort(), [...calm.before.operations].sort());
    assert.ok(only(calm, form).time <= calm.before.time);
  }
  return before;
}

/** The outcome of the one suggestion, which is of this form. */
function only({ after }: Executed, form: string): Executed['before'] {
  assert.deepEqual(Object.keys(after), [form]);
  const [outcome] = Object.values(after);
  assert.ok(outcome);
  return outcome;
}

const cases: Readonly<Record<string, { form: string; operations: string[]; body: string }>> = {
  'an await between the start and the await': {
    form: 'gatherAll',
    operations: ['getNumber', 'getText'],
    body: `
  const pending = getNumber(1);
  const text = await getText(2);
  const number = await pending;
  return [text, number];`,
  },
  'two starts, two awaits': {
    form: 'gatherAll',
    operations: ['getNumber', 'getText', 'getList'],
    body: `
  const first = getNumber(1), second = getText(2), third = getList(3);
  const number = await first;
  const text = await second;
  const list = await third;
  return [number, text, list];`,
  },
  'parts of one expression': {
    form: 'gatherAll',
    operations: ['getNumber', 'getText'],
    body: `
  const first = getNumber(1);
  const second = getText(2);
  return { number: await first, text: await second };`,
  },
  'a part of the next statement': {
    form: 'gatherAll',
    operations: ['getNumber', 'getText'],
    body: `
  const pending = getNumber(1);
  const text = await getText(2);
  return [text, (await pending) + 1];`,
  },
  'a list in a list': {
    form: 'gatherInside',
    operations: ['getNumber', 'getText', 'getList', 'getItem'],
    body: `
  return await Promise.all([getNumber(1), await getText(2), getList((await getItem(3)).id)]);`,
  },
  'pushes beside another await': {
    form: 'gatherMapped',
    operations: ['getNumber', 'saveItem(3', 'saveItem(5'],
    body: `
  const jobs = [];
  for (const id of [3, 4, 5]) {
    const number = await getNumber(id);
    jobs.push(saveItem(id, number));
  }
  await Promise.all(jobs);
  return jobs.length;`,
  },
  'pushes, settled later': {
    form: 'gatherMapped',
    operations: ['saveItem(3', 'saveItem(5'],
    body: `
  const jobs = [];
  for (const id of [3, 4, 5]) {
    const number = await getNumber(id);
    jobs.push(saveItem(id, number));
  }
  return (await Promise.allSettled(jobs)).map(({ status }) => status);`,
  },
  'awaits that need each other stand between': {
    form: 'handleEarly',
    operations: ['getNumber', 'getText', 'getList'],
    body: `
  const pending = getNumber(1);
  const text = await getText(2);
  const list = await getList(text);
  return [list, await pending];`,
  },
  'pushes on several ways, some of what may be there': {
    form: 'handleEarly',
    operations: ['saveItem', 'getNumber', 'getText', 'getList'],
    body: `
  const known = { 5: 'five' };
  const jobs = [];
  for (const id of [3, 4, 5, 6]) {
    if (id < 5) {
      jobs.push(saveItem(id));
      jobs.push(known[id + 1] ?? getText(id));
    } else if ((await getNumber(id)) > 0) jobs.push(getList(id));
  }
  return (await Promise.all(jobs)).length;`,
  },
  'a start that may give what is there': {
    form: 'handleEarly',
    operations: ['getNumber', 'getText', 'getList'],
    body: `
  const known = { 3: 'three' };
  const load = (id) => { if (id in known) return known[id]; return getText(id); };
  const found = [];
  for (const id of [3, 1]) {
    const pending = load(id);
    const number = await getNumber(id);
    const list = await getList(number);
    found.push(list, await pending);
  }
  return found;`,
  },
  'a start that may be left out': {
    form: 'handleEarly',
    operations: ['getNumber', 'getText', 'getList'],
    body: `
  const found = [];
  for (const hooks of [{}, { load: (id) => getText(id) }]) {
    const pending = hooks.load?.(1);
    const number = await getNumber(2);
    const list = await getList(number);
    found.push(list, await pending);
  }
  return found;`,
  },
  'pushes whose order is meant': {
    form: 'handleEarly',
    operations: ['saveItem(3', 'saveItem(5', 'getNumber'],
    body: `
  const jobs = [];
  let last = 0;
  for (const id of [3, 4, 5]) {
    jobs.push(saveItem(id, last));
    last = await getNumber(last);
  }
  await Promise.all(jobs);
  return last;`,
  },
};

describe('no-late-await, executed', () => {
  for (const [situation, { form, operations, body }] of Object.entries(cases)) {
    it(`${situation}: ${form}`, async () => {
      assert.ok((await leaks(body, operations, form)) > 0, 'nothing is unhandled before');
    });
  }
});
