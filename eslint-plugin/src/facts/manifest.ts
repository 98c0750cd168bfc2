// Reads the nearest `package.json` above a file: which packages its code may import, and of which kind its modules are.
import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** What a `package.json` says of the code beside it. */
export interface Manifest {
  /** The version ranges of the packages that the code finds wherever it runs, by name. */
  packages: ReadonlyMap<string, string>;
  /** The names of all packages that are there where it is worked on, types among them. */
  installed: ReadonlySet<string>;
  /** Whether `.js` files are ES modules. */
  isModule: boolean;
  /** The range of Node's versions under `engines`. */
  node: string | undefined;
}

/**
 * The manifest for a file. One that names neither itself nor a package, as in folders that only have a `type`, lets
 * the next one above speak of everything else.
 * @param filename absolute; any other, such as `<input>`, is no file on a disk and has none
 * @returns undefined where there is none, or where the nearest is not to be read
 */
export function manifestFor(filename: string): Manifest | undefined {
  if (!isAbsolute(filename)) return undefined;
  let isModule: boolean | undefined;
  for (let folder = dirname(filename), below = ''; folder !== below; below = folder, folder = dirname(folder)) {
    const found = contentAt(join(folder, 'package.json'));
    if (found === 'nothing') continue;
    if (found === 'unreadable') return undefined;
    isModule ??= found['type'] === 'module';
    if ('name' in found || dependencyKinds.some((kind) => kind in found)) return { ...manifestOf(found), isModule };
  }
  return isModule === undefined ? undefined : { ...manifestOf({}), isModule };
}

type Content = Readonly<Record<string, unknown>>;

const dependencyKinds = ['dependencies', 'peerDependencies', 'devDependencies'];

function manifestOf(content: Content): Omit<Manifest, 'isModule'> {
  const [needed, shared, development] = dependencyKinds.map((kind) => stringsOf(content[kind]));
  // What is never published runs with all that it was built with; a published package comes without that.
  const packages = new Map([
    ...(content['private'] === true ? (development ?? []) : []),
    ...(shared ?? []),
    ...(needed ?? []),
  ]);
  const installed = new Set([...(development ?? []), ...packages].map(([name]) => name));
  return { packages, installed, node: new Map(stringsOf(content['engines'])).get('node') };
}

function stringsOf(value: unknown): [string, string][] {
  if (!isContent(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

interface Known {
  /** Differs for every state of the file. */
  stamp: string;
  content: Content | 'unreadable';
}

/** By path. */
const known = new Map<string, Known>();

/** So many are remembered at most: an editor runs for days. */
const maxKnown = 200;

/** Larger files are no manifest that anyone wrote. */
const maxSize = 1_000_000;

function contentAt(path: string): Content | 'unreadable' | 'nothing' {
  const stats = statsOf(path);
  if (!stats?.isFile()) return 'nothing';
  if (stats.size > maxSize) return 'unreadable';
  const stamp = `${stats.mtimeMs}:${stats.size}:${stats.ino}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.content;
  if (known.size >= maxKnown) known.clear();
  const content = read(path);
  known.set(path, { stamp, content });
  return content;
}

/** Nothing, too, where a folder may not be looked into, or the path is none. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function read(path: string): Known['content'] {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return isContent(content) ? content : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
