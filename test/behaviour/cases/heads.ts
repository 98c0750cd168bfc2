// Every kind of loop head, and loops in every kind of place.

export const heads: Readonly<Record<string, string>> = {
  'a counter beside the items': `
  const out = [];
  let position = 0;
  for (const id of ids) {
    const number = await getNumber(id);
    out.push(position + ':' + number);
    position++;
  }
  return out;`,
  'a counter from one, of writes': `
  const errors = [];
  let line = 1;
  for (const item of items) {
    try {
      await saveItem(item.id, line);
    } catch (error) {
      errors.push(line + error.message);
    }
    line += 1;
  }
  return errors;`,
  'a while over a list': `
  const out = [];
  let i = 0;
  while (i < ids.length) {
    const id = ids[i];
    out.push(await getNumber(id));
    i++;
  }
  return out;`,
  'a bound that is asked for once': `
  const out = [];
  for (let i = 0, n = ids.length; i < n; i++) out.push(await getNumber(ids[i] + i));
  for (let i = 0, n = items.length; i < n; i += 2) {
    const item = items[i];
    await saveItem(item.id, i);
  }
  return out;`,
  'a var of the loop alone, with comments': `
  const out = [];
  for (var i = 0; i < ids.length; i++ /* each */) { // of them
    const id = ids[i]; // this one
    out.push(await getNumber(id));
  }
  return out;`,
  'a while that writes, with its counter': `
  let i = 2;
  while (i <= 8) {
    const number = await getNumber(i);
    await saveItem(i, number);
    i++;
  }`,
  'counting down': `
  const out = [];
  for (let i = ids.length - 1; i >= 0; i--) out.push(await getNumber(ids[i] + i));
  for (let i = 7; i > 3; --i) await saveItem(i);
  return out;`,

  'a label, for going on from an inner loop': `
  const out = [];
  outer: for (const item of items) {
    for (const part of item.parts) {
      if (part === 4) continue outer;
    }
    out.push(await getNumber(item.id));
  }
  return out;`,
  'a label, needed after the await': `
  let text = '';
  outer: for (const item of items) {
    const number = await getNumber(item.id);
    for (const part of item.parts) {
      if (part === 1) continue outer;
    }
    text += number + item.name;
  }
  return text;`,
  'a label that only acts': `
  outer:
  for (const item of items) {
    if (item.value === 2) continue outer;
    await saveItem(item.id);
  }`,
  'a list': `
  const out = [];
  for (const id of [5, 3, 5, 1]) out.push(await getNumber(id));
  return out;`,
  'a Map': `
  const out = [];
  for (const [name, id] of map) {
    out.push(name + (await getText(id)));
  }
  return out;`,
  'the keys of a Map': `
  const out = [];
  for (const name of map.keys()) {
    out.push(await getText(name));
  }
  return out;`,
  'a Set': `
  const out = [];
  for (const id of set) {
    out.push(await getText(id));
  }
  return out;`,
  'a string': `
  const out = [];
  for (const letter of 'añ🎉z') {
    out.push(await getText(letter));
  }
  return out;`,
  'a generator': `
  function* even() {
    for (const id of ids) if (id % 2 === 0) yield id;
  }
  const out = [];
  for (const id of even()) {
    out.push(await getText(id));
  }
  return out;`,
  'what was awaited': `
  const out = [];
  for (const n of await getList(0)) {
    out.push(await getText(n));
  }
  return out;`,
  'destructuring with defaults': `
  const out = [];
  for (const { id, missing = 3, parts: [first = 1] } of items) {
    out.push(await getText(id + missing + first));
  }
  return out;`,
  'let, assigned in the body': `
  const out = [];
  for (let id of ids) {
    id += 1;
    out.push(await getNumber(id));
  }
  return out;`,
  entries: `
  const out = [];
  for (const [index, id] of ids.entries()) {
    out.push(index + (await getNumber(id)));
  }
  return out;`,
  'counting over a list': `
  const out = [];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    out.push(await getNumber(id));
  }
  return out;`,
  'counting over a list, index used': `
  const seen = new Set();
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    await saveItem(i);
    seen.add(1 + (await getNumber(id)));
  }
  return seen;`,
  'counting without a list': `
  const out = [];
  for (let page = 1; page <= 12; page++) {
    out.push(await getList(page));
  }
  return out;`,
  'counting by a step': `
  const out = [];
  for (let offset = 2; offset < 33; offset += 5) {
    out.push(await getNumber(offset));
  }
  return out;`,
  'counting up to a bound that is computed': `
  const out = [];
  const size = 3;
  for (let offset = 0; offset <= ids.length - 1; offset += size) {
    out.push(await getNumber(offset));
  }
  return out;`,
  'counting, writing': `
  for (let i = 1; i < ids.length; i++) {
    await saveItem(ids[i], i);
  }`,
  'for in': `
  const out = {};
  for (const name in table) {
    out[name] = await getNumber(table[name]);
  }
  return out;`,
  'for in, writing': `
  for (const name in table) {
    await saveItem(name, table[name]);
  }`,
  'nested, both concurrent': `
  const out = [];
  for (const item of items) {
    for (const part of item.parts) {
      out.push(await getNumber(part + item.id));
    }
  }
  return out;`,
  'nested, collected by the inner one': `
  const out = [];
  for (const item of items) {
    const texts = [];
    for (const part of item.parts) {
      texts.push(await getText(part));
    }
    out.push({ name: item.name, texts });
  }
  return out;`,
  'nested in a sequential loop': `
  const out = [];
  let cursor = 1;
  while (cursor < 30) {
    for (const id of ids) {
      out.push(await getNumber(id + cursor));
    }
    cursor += 1 + (await getNumber(cursor)) * 5;
  }
  return out;`,
  'an inner loop whose items depend on each other': `
  const out = [];
  for (const item of items) {
    let position = item.id;
    for (const part of item.parts) {
      position = await getNumber(position + part);
    }
    out.push(position);
  }
  return out;`,
  'the items of another loop': `
  for (const id of ids) {
    for (const item of items) {
      item.value = await getNumber(id + item.id);
    }
  }
  return items;`,
  'under a condition, without braces': `
  const out = [];
  if (ids.length > 0)
    for (const id of ids)
      out.push(await getNumber(id));
  return out;`,
  'in an arrow function': `
  const all = async (list) => {
    const out = [];
    for (const n of list) {
      out.push(await getNumber(n));
    }
    return out;
  };
  return all(ids);`,
  'in a method, with this': `
  class Service {
    #prefix = 'p';
    found = [];
    async load(list) {
      for (const n of list) {
        const text = await this.fetch(n);
        this.found.push(text);
      }
      return this.found;
    }
    async fetch(n) {
      return this.#prefix + (await getText(n));
    }
  }
  return new Service().load(ids);`,
  'in a method that stores by id': `
  class Store {
    constructor() {
      this.byId = new Map();
    }
    async fill(list) {
      for (const { id, name } of list) {
        this.byId.set(name, await getItem(id));
      }
    }
  }
  const store = new Store();
  await store.fill(items);
  return store.byId;`,
  'in a function with arguments and super near': `
  class Base {
    async get(n) { return getNumber(n); }
  }
  class Derived extends Base {
    async all(list) {
      const out = [];
      for (const n of list) {
        out.push(await super.get(n));
      }
      return out;
    }
  }
  return new Derived().all(ids);`,
  'names that are taken': `
  const pending = 1, start = 2, offset = 3, all = 4, part = 5, entry = 6, number = 7, value = 8, result = 9, fetched = 10;
  let total = pending + start + offset + all + part + entry + number + value + result + fetched;
  for (const id of set) {
    if (id === 3) continue;
    total += 1 + (await doNumber(id));
    console.log(total);
  }
  return total;`,
  'a var of the body': `
  const out = [];
  for (const id of ids) {
    var text = await getText(id);
    out.push(text);
  }
  return out;`,
  'a local function with state of its own': `
  const out = [];
  async function twice(n) {
    let sum = 0;
    sum += await getNumber(n);
    sum += await getNumber(n + 1);
    return sum;
  }
  for (const id of ids) {
    out.push(await twice(id));
  }
  return out;`,
  'two loops, one after the other': `
  const first = [];
  for (const id of ids) {
    first.push(await getNumber(id));
  }
  const second = [];
  for (const n of first) {
    second.push(await getText(n));
  }
  return { first, second };`,
  'lines of a template': `
  for (const item of items) {
    await saveItem(\`
  name: \${item.name}
      id: \${item.id}
\`);
  }`,
};

/** The same in TypeScript. */
export const typed: Readonly<Record<string, string>> = {
  'typed list': `
  const out: string[] = [];
  for (const id of ids) {
    const text: string = await getText(id);
    out.push(text);
  }
  return out;`,
  'typed under a condition': `
  const out: Item[] = [];
  for (const id of ids) {
    const item = (await getItem(id)) as Item;
    if (item.parts!.length > 0) out.push(item satisfies Item);
  }
  return out;`,
  'typed record': `
  const out: Record<string, number> = {};
  for (const { name, id } of items) {
    out[name] = await getNumber(id);
  }
  return out;`,
  'typed map': `
  const out = new Map<string, string>();
  for (const item of items as readonly Item[]) {
    out.set(item.name, await getText(item.id));
  }
  return out;`,
  'typed total': `
  let total: number = 0;
  for (const id of ids) {
    total += (await getNumber(id)) as number;
  }
  return total;`,
  'typed writes': `
  for (const item of items) {
    await saveItem(<Item>item);
  }`,
  'typed entries of a record': `
  const out: Array<[string, number]> = [];
  for (const [name, id] of Object.entries<number>(table)) {
    const n: number | undefined = await getMaybe(id);
    if (n === undefined) continue;
    out.push([name, n]);
  }
  return out;`,
};
