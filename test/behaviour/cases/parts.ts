// Loops that add to several things, from several places: each iteration gathers parts of its own.

export const parts: Readonly<Record<string, string>> = {
  'values and failures, settled': `
  const values = [];
  const failures = [];
  for (const id of ids) {
    try {
      values.push(await getNumber(id));
    } catch (error) {
      failures.push(error.message);
    }
  }
  return { values, failures };`,
  'values of several steps, and failures': `
  const values = [];
  const failures = [];
  for (const item of items) {
    try {
      const number = await getNumber(item.id);
      const text = await getText(number);
      values.push({ number, text });
    } catch (error) {
      failures.push(String(error));
    }
  }
  return { values, failures };`,

  'two lists in one try': `
  const out = [];
  const errors = [];
  for (const id of ids) {
    try {
      const number = await getNumber(id);
      await saveItem(number);
      out.push(number);
    } catch (error) {
      errors.push(error.message);
    }
  }
  return { out, errors };`,
  'two lists, filled between awaits': `
  const found = [];
  const saved = [];
  for (const item of items) {
    if (item.parts.length === 1) continue;
    const number = await getNumber(item.id);
    found.push(number, item.name);
    if (number > 2) {
      await saveItem(item.id);
      saved.push(item.name);
    }
  }
  return { found, saved };`,
  'a list, a Set, a Map and an object': `
  const out = [];
  const seen = new Set();
  const byName = new Map();
  const byKind = {};
  for (const item of items) {
    if (item.value === 2) continue;
    const number = await getNumber(item.id);
    out.push(number);
    seen.add(number);
    byName.set(item.name, number);
    byKind[item.kind] = number;
    await saveItem(item.id);
  }
  return { out, seen, byName, byKind };`,
  'a text, a sum and the last one': `
  let text = '';
  let total = 0;
  let last;
  for (const id of ids) {
    const number = await getNumber(id);
    text += number + ' ';
    total += number / 3;
    if (number > 4) last = number;
    await saveItem(id);
  }
  return { text, total, last };`,
  'the last error': `
  let failure;
  for (const id of ids) {
    try {
      await saveItem(id);
      await saveNumber(id);
    } catch (error) {
      failure = error.message;
    }
  }
  return failure;`,
  'the first that is there': `
  let first;
  for (const id of ids) {
    const { tags } = await getItem(id);
    first ??= tags;
    await saveItem(id);
  }
  return first;`,
  'a list that is replaced each time': `
  let all = [];
  for (const id of ids) {
    const list = await getList(id);
    all = all.concat(list);
    await saveItem(id);
  }
  return all;`,
  'a list that is spread each time': `
  let all = [];
  let names = [];
  for (const id of ids) {
    const { parts, name } = await getItem(id);
    all = [...all, ...parts];
    names = [...names, name];
    await saveItem(id);
  }
  return { all, names };`,
  'logs in the branches': `
  for (const id of ids) {
    const number = await getNumber(id);
    if (number > 2) {
      await saveItem(id);
      console.log('saved', id);
    }
    console.info(id, number);
  }`,
  'logs beside a list': `
  const out = [];
  for (const item of items) {
    try {
      const number = await getNumber(item.id);
      out.push(number);
      if (number > 3) await saveItem(number);
      console.log(item.name, number);
    } catch (error) {
      console.error(error.message);
    }
  }
  return out;`,
  'a property of what was given': `
  const report = { lines: [], size: 0 };
  for (const id of ids) {
    const text = await getText(id + report.size);
    report.lines.push(text);
    await saveItem(id);
  }
  return report;`,
  'in a callback that is called at once': `
  const out = [];
  for (const id of ids) {
    const list = await getList(id);
    list.forEach((number) => {
      out.push(number + id);
    });
    await saveItem(id);
  }
  return out;`,
  'two lists of one record, out of a try': `
  const out = { texts: [], failed: [] };
  for (const item of items) {
    try {
      if (item.id > 3) out.texts.push(await getText(item.id));
      else out.failed.push(await getNumber(item.id));
    } catch (error) {
      out.failed.push(error.message);
    }
  }
  return out;`,
};
