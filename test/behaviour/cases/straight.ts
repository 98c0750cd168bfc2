// Independent awaits in a row.

export const straight: Readonly<Record<string, string>> = {
  'a call that throws at once': `
  function fetchHalf(n) {
    if (n % 2 === 1) throw new Error('odd');
    return fetchNumber(n / 2);
  }
  const number = await getNumber(1);
  const half = await fetchHalf(ids.length);
  return [number, half];`,
  'an array with a call that throws at once': `
  const fetchHalf = (n) => {
    if (n % 2 === 1) throw new Error('odd');
    return fetchNumber(n / 2);
  };
  return [await getNumber(1), await fetchHalf(ids.length), await getText(2)];`,
  'an object with a call that throws at once': `
  function fetchHalf(n) {
    if (n % 2 === 1) throw new Error('odd');
    return fetchNumber(n / 2);
  }
  return { number: await getNumber(1), half: await fetchHalf(ids.length) };`,

  'one that needs what is made of the first': `
  const number = await getNumber(1);
  const next = [number].length;
  const text = await getText(2);
  const other = await getNumber(next);
  return [number, text, other];`,
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
  'assignments to variables': `
  let number = 0;
  let text = '';
  number = await getNumber(1);
  text = await getText(2);
  return { number, text };`,
  'assignments to properties, and a constant': `
  const state = { number: 0 };
  state.number = await getNumber(1);
  state.text = await getText(2);
  const list = await getList(3);
  return { state, list };`,
  'parts of values': `
  const name = (await getItem(1)).name;
  const tag = (await getItem(2))?.tags[0];
  const size = tag === undefined ? 0 : tag.length;
  const text = await getText(3);
  return { name, tag, size, text };`,
  'conditions that choose what is awaited': `
  const number = await getNumber(ids.length);
  const text = ids.length > 1 ? await getText(2) : '';
  const list = ids.length > 2 ? await getList(3) : await getList(4);
  return { number, text, list };`,
  'hoisted variables': `
  var number = await getNumber(1);
  const text = await getText(2);
  var list = await getList(3);
  return { number, text, list };`,
  'a combinator of what was awaited': `
  const [number, text] = await Promise.all([await getNumber(1), await getText(2)]);
  return { number, text };`,
};
