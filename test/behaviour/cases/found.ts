// Shrunk programs whose rewrites once went wrong, and such as may have none: whatever is offered must behave.

export const found: Readonly<Record<string, string>> = {
  'one of two lists': `
  const even = [];
  const odd = [];
  for (const id of ids) {
    ((await isGood(id)) ? even : odd).push(id);
  }
  return { even, odd };`,
  'a fold in a called function, another one after the await': `
  let total = 0;
  function note(n) {
    if (n % 3 === 0) total += n;
  }
  for (const id of ids) {
    note(id);
    total = Math.max(total, 1 + (await getNumber(id)));
  }
  return total;`,
  'a store with the old value, under a condition': `
  const counts = {};
  for (const id of ids) {
    switch (id % 3) {
      case 0:
        counts[id] = (counts[id] ?? 0) + (await getNumber(id));
        break;
    }
  }
  return counts;`,
  'a Set that a called function adds to': `
  const seen = new Set();
  function note(n) {
    seen.add(n);
    return n;
  }
  for (const id of ids) {
    const number = await getNumber(id);
    note(number);
  }
  return seen;`,
  'what is collected reads the list': `
  const out = [];
  for (const id of ids) {
    await saveItem(id);
    out.push(id - (out.at(-1) ?? 0));
  }
  return out;`,
  'what is collected counts the list': `
  const out = [];
  for (const item of items) {
    await getNumber(item.value);
    out.push(out.length);
  }
  return out;`,
  'spread again and again': `
  let all = [];
  for (const id of ids) {
    all = [...all, await getNumber(id)];
  }
  return all;`,
  'object spread again and again': `
  let all = {};
  for (const item of items) {
    all = { ...all, [item.name]: await getNumber(item.id) };
  }
  return all;`,
  'counts by key': `
  const counts = {};
  for (const item of items) {
    counts[item.kind] = (counts[item.kind] ?? 0) + (await getNumber(item.id));
  }
  return counts;`,
  'caught and collected, in the order of the items': `
  const out = [];
  const errors = [];
  for (const id of ids) {
    try {
      out.push(await getNumber(id));
    } catch (error) {
      errors.push(error.message);
    }
  }
  return { out, errors };`,
  'a text that a called function adds to after its await': `
  let text = '';
  async function work(n) {
    const number = await getNumber(n);
    text += String(number);
    return number;
  }
  for (const id of ids) {
    await work(id);
    await getNumber(id);
  }
  return text;`,
  'a log in an arm that does not await': `
  for (const id of ids) {
    if (id % 2 === 0) {
      await getNumber(id);
    } else {
      console.log(id);
    }
    console.log(id);
  }`,
  'a constant stored by a key that may be new': `
  const index = {};
  for (const id of ids) {
    await saveItem(id);
    index['k' + id] = 3;
  }
  return index;`,
  'nothing of the fetching part is used': `
  for (const id of ids) {
    const number = await handleNumber(id);
    console.log('done');
  }`,
  'two ways of folding, before and after the await': `
  let total = 0;
  for (const id of ids) {
    total = Math.max(total, id);
    const number = await getNumber(id);
    total++;
    await getNumber(number);
  }
  return total;`,
  'a called function that adds by key across its await': `
  const counts = {};
  async function work(n) {
    counts[n] = (counts[n] ?? 0) + 1 + (await getNumber(n));
    return n;
  }
  for (const id of ids) {
    await work(id);
    await getNumber(id);
  }
  return counts;`,
  'a log of what is taken out of a list': `
  const out = [];
  for (const id of ids) {
    try {
      await getNumber(id);
    } finally {
      const rest = [...ids];
      while (rest.length > 0) {
        rest.shift();
        console.warn(rest.length);
        out.push(rest.length);
      }
    }
  }
  return out;`,
  'a callback that logs, behind an addition under a condition': `
  const out = [];
  for (const id of ids) {
    switch (id % 3) {
      case 0:
        out.push(1 + (await getNumber(id)));
    }
    ids.forEach((other) => {
      console.log(other);
    });
  }
  return out;`,
};
