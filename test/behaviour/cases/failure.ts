// Loops that meet failures: in the iteration, around the loop, at once or later.

export const failure: Readonly<Record<string, string>> = {
  'caught and logged for each item': `
  for (const id of ids) {
    try {
      await saveItem(id);
    } catch (error) {
      console.error(error.message);
    }
  }`,
  'caught, and told among what went well': `
  for (const id of ids) {
    try {
      const text = await getText(id);
      console.log(text);
    } catch (error) {
      console.log('no text: ' + error.message);
    }
  }`,
  'caught, and told with what comes in any case': `
  for (const id of ids) {
    try {
      await saveItem(id);
    } catch (error) {
      console.log(error.message);
    } finally {
      console.log('done with ' + id);
    }
  }`,
  'caught, with a value instead': `
  const out = [];
  for (const id of ids) {
    let value;
    try {
      value = await getNumber(id);
    } catch {
      value = null;
    }
    out.push(value);
  }
  return out;`,
  'caught by the promise': `
  const out = [];
  for (const id of ids) {
    out.push(await api.getNumber(id).catch(() => -1));
  }
  return out;`,
  'caught, then the next item': `
  const out = [];
  for (const id of ids) {
    let item;
    try {
      item = await getItem(id);
    } catch (error) {
      console.warn(error.message);
      continue;
    }
    const text = await getText(item.id);
    out.push(text);
  }
  return out;`,
  'a finally for each item': `
  let open = 0;
  const out = [];
  for (const id of ids) {
    open++;
    try {
      out.push(await getNumber(id));
    } finally {
      open--;
    }
  }
  return { open, out };`,
  'wrapped and thrown again': `
  const out = [];
  for (const item of items) {
    try {
      out.push(await getText(item.id));
    } catch (error) {
      throw new Error(item.name + ': ' + error.message, { cause: error });
    }
  }
  return out;`,
  'caught around the loop': `
  const out = [];
  try {
    for (const id of ids) {
      out.push(await getNumber(id));
    }
  } catch (error) {
    console.error(error.message);
    return 'failed';
  } finally {
    console.log('closed');
  }
  return out;`,
  'failing before the await': `
  const out = [];
  for (const item of items) {
    if (item.parts === undefined) throw new Error('no parts');
    out.push(await getNumber(item.parts.length));
  }
  return out;`,
  'two operations, either of which fails': `
  const out = [];
  for (const id of ids) {
    const number = await getNumber(id);
    const text = await getText(number);
    out.push(text);
  }
  return out;`,
  'a group in the iteration': `
  const out = [];
  for (const id of ids) {
    const [number, text] = await Promise.all([getNumber(id), getText(id)]);
    out.push(number + text);
  }
  return out;`,
  'nested try': `
  const errors = [];
  for (const item of items) {
    try {
      const text = await getText(item.id);
      try {
        await saveItem(text);
      } catch (error) {
        errors.push('save ' + error.message);
      }
    } catch (error) {
      errors.push('get ' + error.message);
    }
  }
  return errors;`,
};
