// The heads of generated loops. Every one ends, and gives an iteration numbers to work with.

export interface Head {
  /** What stands before the loop's body, without its brace. */
  text: string;
  /** What the loop ends with, behind the closing brace. */
  tail?: string;
  /** The numbers of an iteration. */
  declared: readonly string[];
  /** An expression for an object whose `value` can be written. */
  item?: string;
  /** A statement before the loop, and the first one of its body. */
  before?: string;
  first?: string;
  /** What takes the loop on: the last statement of the body, or the first where an iteration may be left early. */
  step?: string;
}

/** Where a loop stands. */
export interface Place {
  /** An object with parts around it. */
  item: string | undefined;
  isAsync: boolean;
}

type Made = (name: string, place: Place) => Head;

const overIds: Made = (name) => ({ text: `for (const ${name} of ids)`, declared: [name] });

const overParts: Made = (name, { item }) =>
  item === undefined
    ? {
        text: `for (const ${name} of items)`,
        declared: [`${name}.id`, `${name}.value`, `${name}.parts.length`],
        item: name,
      }
    : { text: `for (const ${name} of ${item}.parts)`, declared: [name] };

const heads: readonly Made[] = [
  overIds,
  overIds,
  overIds,
  overParts,
  overParts,
  (name) => ({ text: `for (const { id: ${name}, value: ${name}v } of items)`, declared: [name, `${name}v`] }),
  (name) => ({ text: `for (const [${name}k, ${name}] of map)`, declared: [name, `${name}k.length`] }),
  (name) => ({
    text: `for (const [${name}k, ${name}] of Object.entries(table))`,
    declared: [name, `${name}k.length`],
  }),
  (name) => ({ text: `for (const ${name} of set)`, declared: [name] }),
  (name) => ({
    text: `for (let ${name}i = 0; ${name}i < ids.length; ${name}i++)`,
    declared: [name, `${name}i`],
    first: `const ${name} = ids[${name}i];`,
  }),
  (name) => ({ text: `for (let ${name} = 1; ${name} <= 5; ${name} += 2)`, declared: [name] }),
  (name) => ({ text: `for (const ${name} in table)`, declared: [`table[${name}]`, `${name}.length`] }),
  (name) => ({ text: `for (const [${name}i, ${name}] of ids.entries())`, declared: [name, `${name}i`] }),
  (name, { isAsync }) => ({
    text: `for (const ${name} of ${isAsync ? 'await getList(2)' : '[1, 2]'})`,
    declared: [name],
  }),
  (name) => ({
    text: `for (let ${name} = 0; ${name} < items.length; ${name}++)`,
    declared: [name, `items[${name}].id`],
    item: `items[${name}]`,
  }),
  (name) => ({ text: `for (let ${name} of ids)`, declared: [name] }),
  (name) => ({
    before: `let ${name}i = 0;`,
    text: `while (${name}i < ids.length)`,
    first: `const ${name} = ids[${name}i];`,
    declared: [name],
    step: `${name}i++;`,
  }),
  (name) => ({ before: `let ${name} = 0;`, text: `while (${name} <= 3)`, declared: [name], step: `${name} += 1;` }),
  (name) => ({
    before: `const ${name}s = [...ids];`,
    text: `while (${name}s.length > 0)`,
    first: `const ${name} = ${name}s.shift();`,
    declared: [name, `${name}s.length`],
  }),
  (name) => ({
    before: `let ${name} = 0;`,
    text: 'do',
    declared: [name],
    first: `${name}++;`,
    tail: ` while (${name} < 3);`,
  }),
  (name) => ({ text: `for (let ${name} = ids.length - 1; ${name} >= 0; ${name}--)`, declared: [`ids[${name}]`, name] }),
  (name) => ({
    text: `for (let ${name} = 0, ${name}n = ids.length; ${name} < ${name}n; ${name}++)`,
    declared: [`ids[${name}]`, name],
  }),
  (name) => ({
    before: `let ${name};`,
    text: `for (${name} = 0; ${name} < 4; ${name}++)`,
    declared: [name],
  }),
  (name) => ({
    before: `let ${name}i = 0;`,
    text: `for (const ${name} of set)`,
    declared: [name, `${name}i`],
    step: `${name}i++;`,
  }),
  (name) => ({ text: `for (const ${name} of new Set(ids))`, declared: [name] }),
  (name) => ({
    before: `const ${name}t = '3😀1';`,
    text: `for (let ${name}i = 0; ${name}i < ${name}t.length; ${name}i++)`,
    declared: [`${name}.charCodeAt(0)`],
    first: `const ${name} = ${name}t[${name}i];`,
  }),
  (name) => ({ text: `for (const ${name} of '3😀1')`, declared: [`${name}.length`] }),
  (name, { isAsync }) => ({ text: `for ${isAsync ? 'await ' : ''}(const ${name} of ids)`, declared: [name] }),
];

/** How many kinds of heads there are. */
export const headCount = heads.length;

/** The head of a kind, whose variable has a name. */
export function headOf(kind: number, name: string, place: Place): Head {
  const make = heads[kind % headCount] ?? overIds;
  return make(name, place);
}
