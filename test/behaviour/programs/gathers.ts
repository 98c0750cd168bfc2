// Collections that a generated loop fills by itself, and reductions: what is declared right where it is filled.

/** A collection that is declared before a loop and filled by the last statement of its body. */
export interface Gathering {
  declared: string;
  last: string;
  /** What the program shows of it. */
  shown: string;
}

/**
 * The ways to fill a collection.
 * @param name a name for it
 * @param value what is awaited
 * @param key a number of the iteration
 */
function gatheringsOf(name: string, value: string, key: string): Gathering[] {
  const list = `const ${name} = [];`;
  const lists = `${list} const ${name}e = [];`;
  const both = `[${name}, ${name}e]`;
  return [
    { declared: list, last: `${name}.push(${value});`, shown: name },
    { declared: list, last: `${name}.push(${key}, ${value});`, shown: name },
    { declared: list, last: `${name}.push(...[${value}, ${key}]);`, shown: name },
    { declared: list, last: `${name}[${key}] = ${value};`, shown: name },
    { declared: list, last: `const ${name}v = ${value}; if (${name}v > 4) ${name}.push(${name}v);`, shown: name },
    { declared: `const ${name} = {};`, last: `${name}[${key}] = ${value};`, shown: name },
    { declared: `const ${name} = {};`, last: `{ ${name}[${key}] = {}; ${name}[${key}].n = ${value}; }`, shown: name },
    { declared: `const ${name} = {};`, last: `(${name}[${key}] ??= {}).n = ${value};`, shown: name },
    { declared: `const ${name} = new Map();`, last: `${name}.set(${key}, ${value});`, shown: name },
    { declared: `const ${name} = new Set();`, last: `${name}.add(${value});`, shown: name },
    { declared: `let ${name} = 0;`, last: `${name} += ${value};`, shown: name },
    {
      declared: lists,
      last: `try { ${name}.push(${value}); } catch (error) { ${name}e.push(error); }`,
      shown: both,
    },
    {
      declared: lists,
      last: `try { ${name}.push({ key: ${key}, n: ${value} }); } catch (error) { ${name}e.push({ key: ${key}, why: error.message }); }`,
      shown: both,
    },
    {
      declared: `const ${name} = {};`,
      last: `try { ${name}[${key}] = ${value}; } catch (error) { ${name}[${key}] = error.message; }`,
      shown: name,
    },
  ];
}

/** How many of a plan's numbers choose a way to gather; those above gather nothing. */
export const gatheringCount = gatheringsOf('', '', '').length;

/** The way of a number, where it chooses one. */
export function gatheringOf(way: number, name: string, value: string, key: string): Gathering | undefined {
  return gatheringsOf(name, value, key)[way];
}

/**
 * The async reductions, as expressions.
 * @param item the name of the item
 * @param value what is awaited
 * @param test a condition
 */
export function reductionsOf(item: string, value: string, test: string): string[] {
  const [sofar, held] = [`${item}s`, `${item}h`];
  const reduce = (list: string, body: string, start: string): string =>
    `await ${list}.reduce(async (${sofar}, ${item}) => ${body}, ${start})`;
  const from = (statements: string): string => `{ const ${held} = await ${sofar}; ${statements} return ${held}; }`;
  return [
    reduce('ids', `(await ${sofar}) + (${value})`, 'Promise.resolve(0)'),
    reduce('ids', `{ const ${held} = await ${sofar}; return ${held} + (${value}); }`, '0'),
    reduce('ids', `{ const ${held} = await ${sofar}; return ${held} * 2 + (${value}); }`, '0'),
    reduce('ids', `[...(await ${sofar}), ${value}]`, '[]'),
    reduce('ids', from(`${held}.push(${value});`), 'Promise.resolve([])'),
    reduce('ids', from(`if (${test}) ${held}.push(${value});`), '[]'),
    reduce('ids', from(`if (${test}) return ${held}; console.warn(${item}); ${held}.push(${value});`), '[]'),
    reduce('ids', from(`${held}[${item} % 3] = ${value};`), '{}'),
    reduce('ids', from(`${held}[${item} % 3] = (${held}[${item} % 3] ?? 0) + (${value});`), '{}'),
    reduce('ids', from(`${held}.set(${item} % 3, ${value});`), 'Promise.resolve(new Map())'),
    reduce('ids', from(`try { ${held}.push(${value}); } catch (error) { ${held}.push(error.message); }`), '[]'),
    `await ids.reduce((${sofar}, ${item}) => ${sofar}.then(async (${held}) => ${held} + (${value})), Promise.resolve(0))`,
  ];
}
