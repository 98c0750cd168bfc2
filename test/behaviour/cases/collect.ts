// Loops that gather values, by every way of keeping them.

export const collect: Readonly<Record<string, string>> = {
  'below ids of which two are the same': `
  const rows = Object.fromEntries(ids.map((id) => [id, { n: 0 }]));
  for (const item of items) {
    rows[item.id].n = await getNumber(item.value);
  }
  return rows;`,
  'lists that a Map holds by group': `
  const byKind = new Map();
  for (const item of items) {
    if (!byKind.has(item.kind)) byKind.set(item.kind, []);
    byKind.get(item.kind).push(item);
  }
  const out = new Map();
  for (const [kind, group] of byKind) {
    out.set(kind, []);
    for (const item of group) {
      out.get(kind).push(await getNumber(item.id));
    }
  }
  return out;`,
  'what comes one by one': `
  const out = [];
  for (const id of ids) {
    const list = await getList(id);
    for await (const number of list) out.push(number);
  }
  return out;`,
  'lists that a Map holds by what is awaited': `
  const byTag = new Map();
  for (const id of ids) {
    const { tags } = await getItem(id);
    if (!byTag.has(tags[0])) byTag.set(tags[0], []);
    byTag.get(tags[0]).push(id);
  }
  return byTag;`,
  'by a function that is called for what was awaited': `
  const out = [];
  const at = new Map();
  const note = (item) => { out.push(item); at.set(item.id, out.length); };
  for (const id of ids) {
    const item = await getItem(id);
    if (item.id) note(item);
  }
  return { out, at };`,
  'by a function that is called around the await, and gives a value': `
  let total = 0;
  const sums = [];
  function add(number) { total += number; return total; }
  for (const id of ids) sums.push(add(await getNumber(id)));
  return sums;`,
  'push, declaration right before': `
  const out = [];
  for (const id of ids) {
    out.push(await getItem(id));
  }
  return out;`,
  'push, list used elsewhere': `
  const out = [0];
  for (const id of ids) out.push(await getNumber(id));
  out.push(1);
  return out;`,
  'push through a constant': `
  const out = [];
  for (const item of items) {
    const found = await fetchItem(item.id);
    out.push(found);
  }
  return out;`,
  'push of an object with several awaits': `
  const out = [];
  for (const item of items) {
    out.push({ id: item.id, number: await getNumber(item.id), text: await getText(item.id) });
  }
  return out;`,
  'push of several steps': `
  const out = [];
  for (const id of ids) {
    const item = await getItem(id);
    const list = await getList(item.id);
    const doubled = list.map((n) => n * 2);
    out.push({ name: item.name, doubled });
  }
  return out;`,
  'push with spread': `
  const out = [];
  for (const id of ids) {
    out.push(...(await getList(id)));
  }
  return out;`,
  'push of two values': `
  const out = [];
  for (const id of ids) {
    out.push(id, await getNumber(id));
  }
  return out;`,
  'push under a condition': `
  const out = [];
  for (const id of ids) {
    if (await isGood(id)) out.push(id);
  }
  return out;`,
  'push in both arms': `
  const out = [];
  for (const id of ids) {
    if (id % 2 === 0) {
      out.push(await getNumber(id));
    } else {
      out.push(-id);
    }
  }
  return out;`,
  'push into two lists': `
  const good = [];
  const bad = [];
  for (const id of ids) {
    const isFine = await isGood(id);
    if (isFine) good.push(id);
    else bad.push(id);
  }
  return { good, bad };`,
  'push of a pair around one await': `
  const out = [];
  for (const [name, id] of Object.entries(table)) {
    out.push([name, await getText(id)]);
  }
  return Object.fromEntries(out);`,
  'store at the index': `
  const out = [];
  for (let i = 0; i < ids.length; i++) {
    out[i] = await getNumber(ids[i]);
  }
  return out;`,
  'store at the index of entries': `
  const out = new Array(ids.length);
  for (const [i, id] of ids.entries()) {
    out[i] = await getNumber(id);
  }
  return out;`,
  'store by a key that repeats': `
  const byId = {};
  for (const item of items) {
    byId[item.id] = await getText(item.name);
  }
  return byId;`,
  'store by a key of what was fetched': `
  const byName = {};
  for (const id of ids) {
    const item = await getItem(id);
    byName[item.name] = item;
  }
  return byName;`,
  'store a constant by key': `
  const marked = {};
  for (const id of ids) {
    await saveItem(id);
    marked['k' + id] = true;
  }
  return marked;`,
  'map by key': `
  const byId = new Map();
  for (const id of ids) {
    byId.set(id, await getText(id));
  }
  return byId;`,
  'set of results': `
  const seen = new Set();
  for (const id of ids) {
    seen.add(await getNumber(id));
  }
  return seen;`,
  'groups of lists': `
  const groups = {};
  for (const item of items) {
    const text = await getText(item.id);
    (groups[item.kind] ??= []).push(text);
  }
  return groups;`,
  'groups of what is awaited where the list is made': `
  const groups = {};
  for (const item of items) {
    (groups[item.kind] ??= []).push(await getText(item.id));
  }
  return groups;`,
  'groups of what is awaited, beside a count': `
  const groups = {};
  let all = 0;
  for (const item of items) {
    (groups[item.kind] ||= []).push({ name: item.name, text: await getText(item.id) });
    all++;
  }
  return [groups, all];`,
  concat: `
  let all = [];
  for (const id of ids) {
    all = all.concat(await getList(id));
  }
  return all;`,
  'a property of the item': `
  for (const item of items) {
    item.value = await getNumber(item.id);
  }
  return items;`,
  'several properties of the item, one from the other': `
  for (const item of items) {
    item.value = await getNumber(item.id);
    item.kind = await getText(item.value);
  }
  return items;`,
  'assign to the item': `
  for (const item of items) {
    Object.assign(item, await getItem(item.id));
  }
  return items;`,
  'a property below a list of the item': `
  for (const item of items) {
    for (let i = 0; i < item.parts.length; i++) {
      item.parts[i] = await getNumber(item.parts[i]);
    }
  }
  return items;`,
  'closures that keep what was fetched': `
  const thunks = [];
  for (const id of ids) {
    const number = await getNumber(id);
    thunks.push(() => number + id);
  }
  return thunks.map((thunk) => thunk());`,
  'without semicolons': `
  const out = []
  for (const id of ids) {
    const text = await getText(id)
    out.push(text.toUpperCase())
  }
  ;[1].forEach((n) => out.push(n))
  return out`,
  'with comments': `
  const out = [];
  for (const id of ids) {
    // what it is
    const item = await getItem(id); // fetched
    /* and now */ out.push(item.name);
    // done
  }
  return out;`,
};
