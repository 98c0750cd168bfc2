// Async reductions: their rewrites are executed under many latencies and failures, and run their calls at once.
import assert from 'node:assert/strict';
import { faultOf, runOf, seeds, tell } from './check.js';
import { programOf } from './inputs.js';
import { reportsOn } from './rewrites.js';
import { calm } from './world.js';

const name = 'program.js';
const chosen = seeds(20);

const cases: Readonly<Record<string, string>> = {
  push: `
  const out = await ids.reduce(async (sofar, id) => {
    const out = await sofar;
    out.push(await getNumber(id));
    return out;
  }, []);
  return out;`,
  'push from a promise, of an object, out of a pattern': `
  return await items.reduce(async (sofar, { id, name }) => {
    const all = await sofar;
    all.push({ name, item: await getItem(id) });
    return all;
  }, Promise.resolve([]));`,
  'push of a list that stays whole': `
  const out = await ids.reduce(async (sofar, id) => {
    const out = await sofar;
    out.push([id, await getList(id)]);
    return out;
  }, []);
  return out;`,
  'push under a failure that is caught around': `
  try {
    const out = await ids.reduce(async (sofar, id) => {
      const out = await sofar;
      out.push((await getText(id)) + id);
      return out;
    }, []);
    return out;
  } catch (error) {
    return error.message;
  }`,
  'array spread': `
  const out = await ids.filter((id) => id > 1).reduce(async (sofar, id) => {
    const out = await sofar;
    return [...out, 1 + (await getNumber(id))];
  }, []);
  return out;`,
  'store by key': `
  const byKey = await items.reduce(async (sofar, item) => {
    const byKey = await sofar;
    byKey[item.name] = await getText(item.id);
    return byKey;
  }, {});
  return byKey;`,
  'store by a key that comes again': `
  const byKey = await items.reduce(async (sofar, item) => {
    const byKey = await sofar;
    byKey[item.kind] = await getNumber(item.value);
    return byKey;
  }, {});
  return byKey;`,
  'store by a key that is awaited': `
  return await ids.reduce(async (sofar, id) => {
    const byKey = await sofar;
    byKey[await getText(id)] = await getNumber(id);
    return byKey;
  }, Promise.resolve({}));`,
  'object spread': `
  return await items.reduce(async (sofar, item) => {
    const byKey = await sofar;
    return { ...byKey, [item.kind]: await getItem(item.id) };
  }, Promise.resolve({}));`,
  'object spread of one key': `
  return await ids.reduce(async (sofar, id) => {
    const byKey = await sofar;
    return { ...byKey, last: await getNumber(id) };
  }, {});`,
  'sum, awaited in place': `
  return await ids.reduce(async (sofar, id) => (await sofar) + (await getNumber(id)), Promise.resolve(0));`,
  'text in the order of the items': `
  const text = await ids.reduce(async (sofar, id) => {
    const text = await sofar;
    const more = await getText(id);
    return text + more;
  }, '');
  return text;`,
  'lists put together': `
  return await ids.reduce(async (sofar, id) => [...(await sofar), ...(await getList(id))], []);`,
  'several keys': `
  return await items.reduce(async (sofar, item) => ({
    ...(await sofar),
    [item.kind]: await getText(item.id),
    [item.name]: item.value,
  }), {});`,
  'several statements': `
  return await items.reduce(async (sofar, item) => {
    const byKey = await sofar;
    const found = await getItem(item.id);
    byKey[item.kind] = [found, item.value];
    return byKey;
  }, {});`,
  'parts of a list, left early': `
  return await ids.reduce(async (sofar, id) => {
    const out = await sofar;
    if (id > 3) return out;
    out.push(id);
    if ((await getNumber(id)) % 2 === 0) out.push(await getText(id));
    return out;
  }, []);`,
  'parts of an object, out of failures': `
  return await items.reduce(async (sofar, item) => {
    const byKey = await sofar;
    try {
      byKey[item.kind] = await getItem(item.id);
    } catch (error) {
      byKey[item.name] = error.message;
    }
    return byKey;
  }, {});`,
  'parts of a Map': `
  const byKind = await items.reduce(async (sofar, item) => {
    const byKind = await sofar;
    if (await getNumber(item.id)) byKind.set(item.kind, item.name);
    return byKind;
  }, Promise.resolve(new Map()));
  return [...byKind];`,
  'counts by key': `
  const counts = await items.reduce(async (sofar, item) => {
    const counts = await sofar;
    const text = await getText(item.kind);
    counts[text] = (counts[text] ?? 0) + 1;
    return counts;
  }, {});
  return counts;`,
  'sums by key, of an await in place, with a log': `
  const sums = await items.reduce(async (sofar, { id, kind }) => {
    const sums = await sofar;
    const text = await getText(id);
    // In the order of the items.
    sums[kind] = (await getNumber(id)) - (sums[kind] ?? 0);
    console.log(kind, text, sums[kind]);
    return sums;
  }, Promise.resolve({}));
  return sums;`,
  'sums by key, in a line': `
  return await items.reduce(async (sofar, item) => {
    const sums = await sofar; sums[item.kind] = (sums[item.kind] ?? 0) + (await getNumber(item.id)); return sums;
  }, {});`,
  'sums by key, in a line without semicolons at its end': `
  const sums = await items.reduce(async (sofar, item) => {
    const sums = await sofar; sums[item.kind] = (sums[item.kind] ?? 0) + (await getNumber(item.id)); return sums }, {})
  return sums`,
  'a value that grows, beside a log': `
  return await items.reduce(async (sofar, item) => {
    const total = await sofar;
    const number = await getNumber(item.value);
    console.log(item.name, total);
    return total * 2 + number;
  }, 0);`,
  'values of a Set': `
  const kinds = await items.reduce(async (sofar, item) => {
    const kinds = await sofar;
    kinds.add((await getText(item.id)) + item.kind);
    return kinds;
  }, new Set());
  return [...kinds];`,
};

describe('rewrites, executed: reductions', () => {
  for (const [situation, body] of Object.entries(cases)) {
    const text = programOf(body, name);

    it(situation, async () => {
      const [report, ...others] = reportsOn(text, name);
      const [rewrite] = report?.rewrites ?? [];
      assert.ok(report && rewrite, 'no rewrite is offered');
      assert.equal(others.length, 0);
      const fault = await faultOf([report], name, chosen);
      if (fault) assert.fail(tell(text, fault));
      const before = await runOf(text, name, calm(1), 8);
      const after = await runOf(rewrite.text, name, calm(1), 8);
      assert.ok(after.peak > before.peak, `the peak in flight stays at ${String(before.peak)}`);
      assert.ok(after.time < before.time, 'no time is saved');
    });
  }
});
