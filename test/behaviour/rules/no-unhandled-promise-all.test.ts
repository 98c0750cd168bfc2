// What becomes of a rejection that nobody handled, once a suggestion is applied: it is thrown, handed on, or logged.
import assert from 'node:assert/strict';
import { execute, type Executed } from './harness.js';

const rule = 'no-unhandled-promise-all';
const isFailing = (key: string): boolean => key === 'saveItem(3)' || key === 'saveItem(4)';
const failures = ['saveItem(3) failed', 'saveItem(4) failed'];

/** Runs a program in which two of the saves fail, and asserts that the failure was lost. */
async function lost(body: string): Promise<Executed['after']> {
  const { before, after } = await execute(rule, body, { fails: isFailing });
  assert.ok(before.unhandled.length > 0, 'nothing is lost');
  for (const [id, outcome] of Object.entries(after)) assert.deepEqual(outcome.unhandled, [], id);
  return after;
}

describe('no-unhandled-promise-all, executed', () => {
  it('a statement: awaited, or each settled and logged', async () => {
    const { awaitIt, settleAndLog, ...others } = await lost(`
  Promise.all([3, 4, 5].map(async (id) => saveItem(id)));
  return 'done';`);
    assert.deepEqual(others, {});
    assert.ok(awaitIt && settleAndLog);
    assert.ok(failures.includes(awaitIt.thrown ?? ''));
    assert.equal(settleAndLog.value, "'done'");
    for (const failure of failures)
      assert.ok(
        settleAndLog.warnings.some((line) => line.includes(failure)),
        failure,
      );
    assert.equal(settleAndLog.warnings.length, 2);
    assert.equal(settleAndLog.operations.length, 3);
  });

  it('nothing but its end is another where nothing fails', async () => {
    const body = `
  Promise.all([3, 4, 5].map(async (id) => saveItem(id)));
  return 'done';`;
    const { before, after } = await execute(rule, body);
    assert.deepEqual(before.unhandled, []);
    for (const outcome of Object.values(after)) {
      assert.equal(outcome.value, before.value);
      assert.deepEqual(outcome.operations, before.operations);
      assert.deepEqual(outcome.warnings, []);
    }
    assert.ok((after['awaitIt']?.time ?? 0) > before.time);
    assert.equal(after['settleAndLog']?.time, before.time);
  });

  it('a chain: its callback does not run, the failure is told', async () => {
    const { awaitIt, logFailure } = await lost(`
  Promise.all([saveItem(3), saveItem(5)]).then(() => console.log('shown'));
  return 1;`);
    assert.ok(awaitIt && logFailure);
    assert.equal(awaitIt.thrown, 'saveItem(3) failed');
    assert.deepEqual(logFailure.logs, []);
    assert.equal(logFailure.warnings.length, 1);
  });

  it('a chain for each item: its callback does not run, every failure is told once all have settled', async () => {
    const { settleAndLog } = await lost(`
  const saveAll = () => {
    Promise.all([3, 4, 5].map((id) => saveItem(id))).then(() => console.log('shown'));
  };
  saveAll();
  return 1;`);
    assert.ok(settleAndLog);
    assert.deepEqual(settleAndLog.logs, []);
    assert.equal(settleAndLog.warnings.length, 1);
    for (const failure of failures) assert.ok(settleAndLog.warnings[0]?.includes(failure), failure);
  });

  it('a return in a try: the catch runs', async () => {
    const { before, after } = await execute(
      rule,
      `
  async function load() {
    try {
      return Promise.all([saveItem(3), saveItem(5)]);
    } catch (error) {
      return error.message;
    }
  }
  return load();`,
      { fails: isFailing },
    );
    assert.equal(before.thrown, 'saveItem(3) failed');
    assert.equal(after['returnAwait']?.value, "'saveItem(3) failed'");
  });

  it('a return in a try of a function that is made async: the catch runs', async () => {
    const { before, after } = await execute(
      rule,
      `
  const load = () => {
    try {
      return Promise.all([saveItem(3), saveItem(5)]);
    } catch (error) {
      return error.message;
    }
  };
  return load();`,
      { fails: isFailing },
    );
    assert.equal(before.thrown, 'saveItem(3) failed');
    assert.equal(after['makeAsync']?.value, "'saveItem(3) failed'");
  });

  it('an executor: its promise rejects instead of waiting for ever', async () => {
    const { passOn } = await lost(`
  return await new Promise((resolve) => {
    Promise.all([saveItem(3), saveItem(5)]).then(resolve);
  });`);
    assert.equal(passOn?.thrown, 'saveItem(3) failed');
  });

  it('a callback of a chain: the chain gets the failure', async () => {
    const { returnIt } = await lost(`
  return await getList(1).then(() => {
    Promise.all([saveItem(3), saveItem(5)]);
  });`);
    assert.equal(returnIt?.thrown, 'saveItem(3) failed');
  });
});
