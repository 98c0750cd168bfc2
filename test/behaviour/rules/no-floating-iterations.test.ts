// What becomes of promises that nobody waited for, once a suggestion is applied: the code behind waits, each failure is
// thrown or logged, and the answers are answers.
import assert from 'node:assert/strict';
import { execute, type Setting } from './harness.js';

const rule = 'no-floating-iterations';
const failing: Setting = { count: 4, fails: (key) => /^(?:save|fetch|get)\w+\(1/.test(key) };

/** Programs that go on before their items are done, by the suggestions that mend them. */
const unawaited: Readonly<Record<string, { body: string; ids: string[] }>> = {
  forEach: {
    body: `
  ids.forEach(async (id) => {
    await saveNumber(id);
  });
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach by a function of the file': {
    body: `
  const save = async (id, index) => { if (id > 1) await saveNumber(id, index); else await saveItem(id); };
  ids.forEach(save);
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach of what may not be there': {
    body: `
  ids?.forEach(async (id) => { await saveNumber(id); });
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach of a Map': {
    body: `
  const prices = new Map(map);
  prices.forEach(async (price, name) => { await saveNumber(price, name); });
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach of a Set': {
    body: `
  const unique = new Set(set);
  unique.forEach(async (id) => saveNumber(id));
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach whose results are kept in order': {
    body: `
  const texts = [];
  ids.forEach(async (id) => {
    if (id === 5) return;
    texts.push(await getNumber(id));
  });
  console.log('done', texts.length);
  return texts;`,
    ids: ['takeTurns', 'gatherAll'],
  },
  'forEach that hands on what it got': {
    body: `
  let last = 0;
  items.forEach(async (item, index) => { last = await getNumber(item.id + last, index); });
  console.log('done');
  return last;`,
    ids: ['takeTurns', 'gatherAll'],
  },
  'map alone': {
    body: `
  ids.map(async (id) => saveNumber(id));
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'a list among the promises of a combinator': {
    body: `
  await Promise.all([getText(0), ids.map(async (id) => saveNumber(id))]);
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'a list for each item of a combinator': {
    body: `
  await Promise.all(items.map(async (item) => item.parts.map(async (part) => saveNumber(part, item.id))));
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'lists for each item, among the promises of a combinator': {
    body: `
  await Promise.all([getText(0), items.flatMap(async ({ parts }) => parts.map(async (part) => saveNumber(part)))]);
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'forEach of what makes lists': {
    body: `
  items.forEach(async ({ id, parts }) => {
    if (await getNumber(id)) return parts.map(async (part) => saveNumber(part));
  });
  console.log('done');`,
    ids: ['gatherAll'],
  },
  'a callback without return': {
    body: `
  await Promise.all(ids.map((id) => {
    saveNumber(id);
  }));
  console.log('done');`,
    ids: ['returnCall'],
  },
};

describe('no-floating-iterations, executed', () => {
  for (const [situation, { body, ids }] of Object.entries(unawaited)) {
    it(`${situation}: what follows waits`, async () => {
      const { before, after } = await execute(rule, body, { count: 5 });
      assert.deepEqual(Object.keys(after), ids);
      for (const [id, outcome] of Object.entries(after)) {
        assert.equal(outcome.thrown, undefined, id);
        assert.ok(outcome.time > before.time, `${id}: nothing is waited for`);
      }
    });

    it(`${situation}: a failure is thrown`, async () => {
      const { before, after } = await execute(rule, body, failing);
      assert.ok(before.unhandled.length > 0, 'nothing is lost');
      for (const [id, outcome] of Object.entries(after)) {
        assert.deepEqual(outcome.unhandled, [], id);
        assert.match(outcome.thrown ?? '', / failed$/, id);
        assert.deepEqual(outcome.logs, [], id);
      }
    });
  }

  it('a loop keeps the order that promises side by side do not', async () => {
    const { body } = unawaited['forEach that hands on what it got'] ?? { body: '' };
    const { after } = await execute(rule, body, { count: 5 });
    assert.equal(after['takeTurns']?.peak, 1);
    assert.ok((after['gatherAll']?.peak ?? 0) > 1);
  });

  it('where nobody can wait, each failure is logged', async () => {
    const { before, after } = await execute(
      rule,
      `
  function leave() {
    ids.forEach(async (id) => { await saveNumber(id); });
  }
  leave();
  return 'left';`,
      failing,
    );
    const { settleAndLog, ...others } = after;
    assert.deepEqual(others, {});
    assert.ok(settleAndLog);
    assert.equal(before.unhandled.length, 2);
    assert.deepEqual(settleAndLog.unhandled, []);
    assert.equal(settleAndLog.value, "'left'");
    assert.deepEqual(settleAndLog.operations, before.operations);
    assert.equal(settleAndLog.warnings.length, 2);
  });

  it('an executor rejects', async () => {
    const { after } = await execute(
      rule,
      `
  return await new Promise((resolve, reject) => {
    ids.forEach(async (id) => { if (await saveNumber(id)) resolve(id); });
  });`,
      failing,
    );
    assert.equal(after['passOn']?.thrown, 'saveNumber(1) failed');
    assert.deepEqual(after['passOn'].unhandled, []);
  });

  it('what nobody can wait for does all', async () => {
    const { before, after } = await execute(
      rule,
      `
  const leave = () => {
    ids.some(async (id) => { try { await saveNumber(id); } catch (error) { console.error(error.message); } });
  };
  leave();`,
      failing,
    );
    const saved = ['saveNumber(3)', 'saveNumber(1)', 'saveNumber(4)', 'saveNumber(1)'];
    assert.deepEqual(before.operations, saved.slice(0, 1));
    const { sayVoid } = after;
    assert.deepEqual(sayVoid?.operations, saved);
    assert.deepEqual(sayVoid.unhandled, []);
  });

  it('a list that is not there needs no waiting', async () => {
    const { after } = await execute(rule, 'table.missing?.forEach(async (id) => { await saveItem(id); }); return 1;');
    assert.equal(after['gatherAll']?.value, '1');
  });

  const answered: Readonly<Record<string, string>> = {
    filter: 'const high = ids.filter(async (id) => (await getNumber(id)) > 4); return high;',
    'filter in a chain':
      'return load().filter(async (id) => (await getNumber(id)) > 4).map((id) => id * 2); function load() { return ids; }',
    some: 'return ids.some(async (id) => (await getNumber(id)) > 9);',
    every: 'return ids.every(async (id) => (await getNumber(id)) > 4);',
    find: 'const found = ids.find(async (id) => (await getNumber(id)) < 3); return found;',
    'find, in vain': 'return ids.find(async (id) => (await getNumber(id)) > 9);',
    findIndex: 'return ids.findIndex(async (id) => (await getNumber(id)) < 3);',
    findLast: 'return ids.findLast(async (id) => (await getNumber(id)) < 3);',
  };

  for (const [method, body] of Object.entries(answered)) {
    it(`${method} goes by the answers`, async () => {
      // The same with a test that answers at once.
      const table = 'const numbers = {}; for (const id of ids) numbers[id] = await getNumber(id);';
      const plain = body.replace(/async |await /g, '').replaceAll('getNumber(id)', 'numbers[id]');
      const expected = await execute(rule, `${table} ids.forEach(async () => {}); ${plain}`);
      const { before, after } = await execute(rule, body);
      const asked = after['askFirst'];
      assert.ok(asked);
      assert.equal(asked.value, expected.before.value);
      assert.notEqual(before.value, asked.value, 'it made no difference');
      assert.ok(asked.peak > 1);
    });
  }

  it('await of a list gives values, made flat where they are lists', async () => {
    const values = await execute(rule, 'return await ids.map(async (id) => getNumber(id));');
    assert.match(values.after['gatherAll']?.value ?? '', /^\[\s+\d/);
    const flat = await execute(rule, 'return await ids.flatMap(async (id) => [id, await getNumber(id)]);');
    assert.match(flat.after['gatherAll']?.value ?? '', /^\[\s+3, \d, 1, \d, /);
    const lists = await execute(
      rule,
      'return await ids.flatMap(async (id) => [id].map(async (one) => getNumber(one)));',
    );
    assert.equal(lists.after['gatherAll']?.value, values.after['gatherAll']?.value);
  });

  it('forEach in a combinator no longer breaks it', async () => {
    const { before, after } = await execute(rule, 'await Promise.all(ids.forEach((id) => { saveNumber(id); }));');
    assert.match(before.thrown ?? '', /not iterable/);
    assert.equal(after['gatherAll']?.thrown, undefined);
    assert.ok((after['gatherAll']?.time ?? 0) > 0);
  });

  it('a callback that waits for nothing throws where it is called', async () => {
    const body = `
  try {
    ids.forEach(async (id) => { if (id === 1) throw new Error('one'); });
  } catch (error) {
    return error.message;
  }`;
    const { before, after } = await execute(rule, body);
    assert.deepEqual(before.unhandled, ['one', 'one']);
    assert.equal(after['removeAsync']?.value, "'one'");
    assert.deepEqual(after['removeAsync'].unhandled, []);
  });

  it('a reduction sums values, not promises', async () => {
    const { before, after } = await execute(
      rule,
      'return await ids.reduce(async (sum, id) => sum + (await getNumber(id)), 0);',
    );
    assert.match(before.value ?? '', /object Promise/);
    assert.match(after['awaitSofar']?.value ?? '', /^\d+$/);
  });

  it('for await: no promise rejects before its turn', async () => {
    const body = `
  const texts = [];
  const requests = ids.map((id) => getText(id));
  for await (const text of requests) texts.push(text);
  return texts;`;
    const lost = await execute(rule, body, { fails: (key) => key === 'getText(9)' || key === 'getText(5)', count: 8 });
    assert.ok(lost.before.unhandled.length > 0, 'nothing is lost');
    assert.deepEqual(lost.after['gatherFirst']?.unhandled, []);
    const { before, after } = await execute(rule, body);
    assert.equal(after['gatherFirst']?.value, before.value);
  });
});
