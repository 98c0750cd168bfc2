// Loops that must stay as they are: each iteration needs the one before it, or the order is the point.

export const sequential: Readonly<Record<string, string>> = {
  'a count by which something is set, whatever is there': `
  const index = {};
  let i = 0;
  for (const id of ids) {
    i++;
    const n = await getNumber(i);
    (index[i] ??= {}).n = await getNumber(n);
    if (n % 2 === 0) continue;
  }
  return index;`,
  'sums by key of a function that begins each with nothing': `
  const sums = {};
  async function add(id) {
    sums[id] ??= 0;
    sums[id] += await getNumber(id);
  }
  for (const id of ids) {
    await add(id);
    await saveNumber(id);
  }
  return sums;`,
  'a function that adds to what the loop takes the greatest of': `
  let total = 0;
  function note(n) {
    total += n;
  }
  for (const id of ids) {
    total = Math.max(total, id + id);
    await saveItem(id);
    note(id);
  }
  return total;`,
  'a function that counts, awaits and takes the greatest': `
  let total = 0;
  async function work(n) {
    if (n % 2 !== 0) {
      total += 3;
      await getNumber(n);
    }
    total = Math.max(total, n);
  }
  for (const id of ids) await work(id * id);
  return total;`,
  cursor: `
  let cursor = 1;
  const out = [];
  while (cursor !== 0 && out.length < 9) {
    cursor = await getNumber(cursor);
    out.push(cursor);
  }
  return out;`,
  'the last result': `
  let last = 0;
  for (const id of ids) last = await getNumber(last + id);
  return last;`,
  'a property of one object': `
  const state = { at: 0 };
  for (const id of ids) {
    state.at = await getNumber(state.at + id);
  }
  return state;`,
  'the element before': `
  const out = [1];
  for (let i = 1; i < 6; i++) {
    out[i] = await getNumber(out[i - 1]);
  }
  return out;`,
  'seen before': `
  const seen = new Set();
  for (const id of ids) {
    if (seen.has(id)) continue;
    await saveItem(id);
    seen.add(id);
  }
  return seen;`,
  'a cache by key': `
  const cache = {};
  const out = [];
  for (const id of ids) {
    cache[id] ??= await getNumber(id);
    out.push(cache[id]);
  }
  return out;`,
  'a worklist': `
  const queue = [3];
  const out = [];
  while (queue.length > 0 && out.length < 20) {
    const next = queue.shift();
    out.push(next);
    queue.push(...(await getList(next)));
  }
  return out;`,
  'a list that grows while it is walked': `
  const all = [...ids];
  for (const id of all) {
    if (all.length < 20) all.push(await getNumber(id));
  }
  return all;`,
  'a budget': `
  let budget = 10;
  for (const id of ids) {
    if (budget <= 0) break;
    budget -= await getNumber(id);
  }
  return budget;`,
  'the first hit': `
  for (const id of ids) {
    const maybe = await getMaybe(id);
    if (maybe) return maybe;
  }
  return undefined;`,
  'stop at the first failure': `
  for (const id of ids) {
    try {
      await saveItem(id);
    } catch (error) {
      break;
    }
  }`,
  'retry until it works': `
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await getNumber(1);
    } catch (error) {
      console.warn(error.message);
    }
  }
  return undefined;`,
  'a labelled continue on awaited data': `
  const out = [];
  outer: for (const item of items) {
    for (const part of item.parts) {
      if (await isGood(part)) break outer;
    }
    out.push(item.name);
  }
  return out;`,
  'a reduction that needs the sum': `
  let sum = 0;
  for (const id of ids) {
    sum += await getNumber(sum + id);
  }
  return sum;`,
  'a function that advances': `
  let at = 0;
  async function advance(n) {
    at = await getNumber(at + n);
  }
  for (const id of ids) await advance(id);
  return at;`,
  'a function that adds across its await': `
  const box = { n: 0 };
  async function add(n) {
    box.n += await getNumber(n);
  }
  for (const id of ids) await add(id);
  return box;`,
  'a method that advances': `
  class Walker {
    at = 0;
    async step(n) {
      this.at = await getNumber(this.at + n);
    }
  }
  const walker = new Walker();
  for (const id of ids) await walker.step(id);
  return walker.at;`,
  'a getter of the state': `
  let position = 0;
  const read = () => position;
  for (const id of ids) {
    const next = await getNumber(read() + id);
    position = next;
  }
  return position;`,
  'log before and after': `
  for (const id of ids) {
    console.log('start', id);
    await getNumber(id);
    console.log('end', id);
  }`,
  'in generators': `
  async function* texts() {
    for (const id of ids) {
      yield await getText(id);
    }
  }
  const out = [];
  for await (const text of texts()) out.push(text);
  return out;`,
  'a flag that switches the rest off': `
  let failed = false;
  for (const id of ids) {
    if (failed) continue;
    try {
      await saveItem(id);
    } catch {
      failed = true;
    }
  }
  return failed;`,
  'swapped state': `
  let a = 1;
  let b = 2;
  for (const id of ids) {
    [a, b] = [b, await getNumber(a + id)];
  }
  return [a, b];`,
  'stated by a comment': `
  // one at a time: the service cannot do more
  for (const id of ids) await saveItem(id);`,
  'a transaction': `
  await db.transaction(async (trx) => {
    for (const id of ids) await trx.saveItem(id);
  });`,
};
