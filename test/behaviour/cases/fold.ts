// Loops that fold, filter, log or only act.

export const fold: Readonly<Record<string, string>> = {
  'sum of awaited numbers': `
  let total = 0;
  for (const id of ids) {
    total += await getNumber(id);
  }
  return total;`,
  'sums by kind': `
  const sums = {};
  for (const item of items) {
    sums[item.kind] = (sums[item.kind] ?? 0) + (await getNumber(item.id));
  }
  return sums;`,
  'told to a function that came in': `
  const told = [];
  const each = async (tell) => {
    for (const id of ids) tell(await getText(id));
  };
  await each((text) => told.push(text));
  return told;`,
  'sum through a constant': `
  let total = 0;
  for (const id of ids) {
    const number = await getNumber(id);
    total = total + number;
  }
  return total;`,
  'sum of fractions': `
  let total = 0.1;
  for (const id of ids) {
    total += (await getNumber(id)) / 7;
  }
  return total;`,
  'product and sum of one variable': `
  let total = 1;
  for (const id of ids) {
    const number = await getNumber(id);
    total *= 2;
    total += number;
  }
  return total;`,
  'a list that is awaited in the head of an inner loop': `
  const seen = new Set();
  const out = [];
  for (const id of ids) {
    for (const each of await getList(id)) {
      if (seen.has(each)) continue;
      seen.add(each);
      out.push(each);
    }
  }
  return out;`,
  'an object that is spread anew': `
  let byKind = {};
  for (const item of items) {
    byKind = { ...byKind, [item.kind]: await getText(item.id) };
  }
  return byKind;`,
  count: `
  let count = 0;
  for (const id of ids) {
    if (await isGood(id)) count++;
  }
  return count;`,
  'counts in a map': `
  const counts = new Map();
  for (const item of items) {
    const number = await getNumber(item.id);
    counts.set(item.kind, (counts.get(item.kind) ?? 0) + number);
  }
  return counts;`,
  largest: `
  let best = -1;
  for (const id of ids) {
    best = Math.max(best, await getNumber(id));
  }
  return best;`,
  text: `
  let text = '';
  for (const id of ids) {
    text += await getText(id);
  }
  return text;`,
  'text in a template': `
  let text = '';
  for (const id of ids) {
    text += \`<\${id}: \${await getText(id)}>\`;
  }
  return text;`,
  'text put before': `
  let text = '';
  for (const id of ids) {
    text = (await getText(id)) + text;
  }
  return text;`,
  'a flag': `
  let anyGood = false;
  for (const id of ids) {
    if (await isGood(id)) anyGood = true;
  }
  return anyGood;`,
  'logical fold': `
  let all = true;
  for (const id of ids) {
    all = (await isGood(id)) && all;
  }
  return all;`,
  'the last one': `
  let last;
  for (const id of ids) {
    last = await getText(id);
  }
  return last;`,
  'the first one that is there, fetched for all': `
  let first;
  for (const id of ids) {
    const maybe = await getMaybe(id);
    first ??= maybe;
  }
  return first;`,
  'continue before the await': `
  const out = [];
  for (const id of ids) {
    if (id % 2 === 0) continue;
    out.push(await getNumber(id));
  }
  return out;`,
  'continue after the await': `
  const out = [];
  for (const id of ids) {
    const maybe = await getMaybe(id);
    if (maybe === undefined) continue;
    out.push(maybe);
  }
  return out;`,
  'continue before and after, then a log': `
  let total = 0;
  for (const id of ids) {
    if (id === 3) continue;
    const maybe = await getMaybe(id);
    if (!maybe) continue;
    console.log(id, maybe);
    total += maybe;
  }
  return total;`,
  'continue of an inner loop': `
  let text = '';
  for (const item of items) {
    for (const part of item.parts) {
      if (await isGood(part)) continue;
      await getNumber(part);
    }
    text += await getText(item.id);
  }
  return text;`,
  'break of a switch': `
  const out = [];
  for (const item of items) {
    switch (item.kind) {
      case 'a':
        out.push(await getText(item.id));
        break;
      case 'b':
        out.push(item.name);
        break;
      default:
        continue;
    }
  }
  return out;`,
  'log after the await': `
  for (const id of ids) {
    const item = await getItem(id);
    console.log(item.name, id);
  }`,
  'log of the await itself': `
  for (const id of ids) {
    console.log(await getText(id));
  }`,
  'log in a called function after the await': `
  const note = (n) => {
    console.log('got', n);
  };
  for (const id of ids) {
    const number = await getNumber(id);
    note(number);
  }`,
  'log before the await': `
  for (const id of ids) {
    console.log('start', id);
    await getNumber(id);
  }`,
  'log in a callback after the await': `
  for (const id of ids) {
    const list = await getList(id);
    list.forEach((n) => console.log(n));
  }`,
  'acting alone': `
  for (const id of ids) {
    await saveItem(id);
  }
  return 'done';`,
  'acting without braces': `
  for (const id of ids) await saveItem(id);`,
  'acting in several steps': `
  for (const item of items) {
    const text = await getText(item.id);
    await db.saveItem({ name: item.name, text });
    await api.sendText(text);
  }`,
  'acting, then a log': `
  for (const item of items) {
    await deleteItem(item.id);
    console.log('deleted', item.name);
  }`,
  'acting, collecting what was written': `
  const saved = [];
  for (const item of items) {
    const result = await saveItem(item.id);
    saved.push({ result, name: item.name });
  }
  return saved;`,
  'acting, counting': `
  let done = 0;
  for (const id of ids) {
    await saveItem(id);
    done += 1;
  }
  return done;`,
  'awaiting in the condition alone': `
  const out = [];
  for (const id of ids) {
    if (!(await hasAccess(id))) {
      out.push(id);
      console.log('refused', id);
    }
  }
  return out;`,
  'ternary and logic around the await': `
  const out = [];
  for (const item of items) {
    out.push(item.id > 3 ? await getText(item.id) : item.name, item.value && (await getNumber(item.value)));
  }
  return out;`,
  'throwing on what was fetched': `
  const out = [];
  for (const id of ids) {
    const number = await getNumber(id);
    if (number > 100) throw new Error('too many');
    out.push(number);
  }
  return out;`,
  'a counter that is stepped first': `
  let line = 0;
  const out = [];
  for (const id of ids) {
    line++;
    const text = await getText(id + line);
    out.push(text);
  }
  return out;`,
  'a variable from outside that is set anew each time': `
  let item;
  const out = [];
  for (const id of ids) {
    item = await getItem(id);
    out.push([id, await getText(item.id)]);
  }
  return out;`,
};
