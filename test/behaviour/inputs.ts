// What the programs run on: made anew for each run, since programs change what they are given.

interface Item {
  id: number;
  name: string;
  kind: string;
  parts: number[];
  value: number;
}

/** The parameters of `run`, with their types for programs in TypeScript. */
const parameters = ['ids', 'items', 'table', 'map', 'set'] as const;
const typedParameters =
  'ids: number[], items: Item[], table: Record<string, number>, map: Map<string, number>, set: Set<number>';
const itemType = 'interface Item { id: number; name: string; kind: string; parts: number[]; value: number }';

const digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];

/** Inputs with `count` entries (at most 14). Ids repeat, items do not. */
export function inputsOf(count: number): readonly unknown[] {
  const ids = digits.slice(0, count);
  const items = ids.map((id, index): Item => ({
    id,
    name: `n${String(index)}`,
    kind: 'abc'.charAt(id % 3),
    parts: ids.slice(0, index % 3),
    value: index,
  }));
  const table = Object.fromEntries(items.map(({ name, id }) => [name, id]));
  return [ids, items, table, new Map(Object.entries(table)), new Set(ids)];
}

/** A whole program out of the body of `run`. */
export function programOf(body: string, name: string): string {
  const isTyped = name.endsWith('.ts');
  const head = isTyped
    ? `${itemType}\nasync function run(${typedParameters})`
    : `async function run(${parameters.join(', ')})`;
  return `${head} {\n${body}\n}\n`;
}
