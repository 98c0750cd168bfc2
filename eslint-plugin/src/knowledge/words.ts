// How a name is compared with what `knowledge/` knows: by its words, so that `queryRunner`, `QueryRunner` and
// `query_runner` are one.

/** A group of names that share one reason. */
export interface Known {
  /** Names in lower camel case. One that ends in `*` matches every name that begins with these words. */
  names: readonly string[];
  /** Why the names are here; shown to the user as evidence. */
  because: string;
  /** Whether it can be read from concurrently all the same. */
  readable?: true;
}

/** The words of an identifier in lower case: `getHTTPStatus` → `get`, `http`, `status`; `UUIDv4` → `uuid`, `v4`. */
export function wordsOf(name: string): readonly string[] {
  let words = remembered.get(name);
  if (!words) {
    if (remembered.size >= maxRemembered) remembered.clear();
    words = split(name);
    remembered.set(name, words);
  }
  return words;
}

/** Names whose words are remembered, as many as a large file has. */
const maxRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

function split(name: string): string[] {
  return name
    .replace(/(?<=[A-Z])v\d/g, ' $&')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether a name has one of some words, as they are written there. */
export function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => words.has(word));
}

/** The words as `knowledge/` compares them: `hooks` as `hook`, `batches` as `batch`, `queries` as `query`. */
function stemsOf(name: string): string[] {
  return wordsOf(name).map((word) => {
    if (word.length <= 3) return word;
    const singular = word.replace(/(?<!s)s$/, '');
    // Of both numbers, so that `caches` and `cache` are still one.
    return singular.replace(/(?<=ch|sh|ss|x)e$/, '').replace(/(?<=.{3})ie$/, 'y');
  });
}

interface Index {
  exact: Map<string, Known>;
  prefixes: Map<string, Known>;
  /** What was found before: the same names are looked up again and again. */
  found: Map<string, Known | undefined>;
}

const indexes = new WeakMap<readonly Known[], Index>();

function indexOf(groups: readonly Known[]): Index {
  let index = indexes.get(groups);
  if (!index) {
    index = { exact: new Map(), prefixes: new Map(), found: new Map() };
    for (const group of groups) {
      for (const name of group.names) {
        const key = stemsOf(name).join(' ');
        (name.endsWith('*') ? index.prefixes : index.exact).set(key, group);
      }
    }
    indexes.set(groups, index);
  }
  return index;
}

/** The first group that holds the name, or `undefined`. */
export function lookUp(groups: readonly Known[], name: string): Known | undefined {
  const index = indexOf(groups);
  const known = index.found.get(name);
  if (known || index.found.has(name)) return known;
  if (index.found.size >= maxRemembered) index.found.clear();
  const found = lookUpIn(index, stemsOf(name));
  index.found.set(name, found);
  return found;
}

function lookUpIn({ exact, prefixes }: Index, words: readonly string[]): Known | undefined {
  const whole = exact.get(words.join(' '));
  if (whole) return whole;
  for (let length = words.length; length > 0; length--) {
    const known = prefixes.get(words.slice(0, length).join(' '));
    if (known) return known;
  }
  return undefined;
}

/** Like `lookUp`, for the last word alone: `mainPage` is a `page`, `openPages` is not. */
export function lookUpByLastWord(groups: readonly Known[], name: string): Known | undefined {
  const last = wordsOf(name).at(-1);
  return lookUp(groups, name) ?? (last === undefined ? undefined : lookUp(groups, last));
}
