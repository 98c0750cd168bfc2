// Independent awaits in a row.

export const straight: Readonly<Record<string, string>> = {
  'two constants': `
  const number = await getNumber(1);
  const text = await getText(2);
  return { number, text };`,
  'three constants, one destructured': `
  const number = await getNumber(ids.length);
  const { name, tags: [tag] } = await getItem(2);
  const list = await getList(ids[0]);
  return { number, name, tag, list };`,
  'a pair, then what needs it': `
  const number = await getNumber(4);
  const text = await getText(5);
  const both = await api.getText(number + text);
  console.log(both);
  return both;`,
  'elements of an array': `
  return [await getNumber(1), await getText(2), await getList(3)];`,
  'properties of an object': `
  const all = { number: await getNumber(1), text: await getText(2) };
  return all;`,
  arguments: `
  console.log(await getNumber(1), await getText(2));`,
  'around a loop': `
  const number = await getNumber(1);
  const text = await getText(2);
  for (const id of ids) console.log(id, number, text);
  return number;`,
  'in a try': `
  try {
    const number = await getNumber(1);
    const text = await getText(2);
    return number + text;
  } catch (error) {
    console.error(error.message);
    return 'failed';
  }`,
  'in each iteration of a sequential loop': `
  let last = 0;
  for (const id of ids) {
    const one = await getNumber(last + id);
    const two = await getNumber(last * id);
    last = one + two;
  }
  return last;`,
};
