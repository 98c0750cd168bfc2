// Remembers findings from one run to the next, by the content of each file and all else that decides on them.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Linter } from 'eslint';
import { sync as writeFileAtomic } from 'write-file-atomic';
import manifest from '../../package.json' with { type: 'json' };
import type { Disk } from './disk.js';
import type { Engine } from '../lint/engine.js';

/** The findings in one file, and the hash of all that decides on them. */
interface Entry {
  hash: string;
  messages: Linter.LintMessage[];
}

/** Entries by the file's path relative to the working directory, with `/`. */
export type Entries = Record<string, Entry>;

/** Another version may find something else, and so may another ESLint. */
const version = `${manifest.version} ${Linter.version}`;

/** Where the cache of a working directory lies. */
export function cacheFile(cwd: string): string {
  return join(cwd, '.gathercache');
}

/** What a run before has found; nothing where there is no file, or not one of this version. */
export function readCache(cwd: string, disk: Disk): Entries {
  try {
    const stored = JSON.parse(disk.read(cacheFile(cwd)).toString()) as { version?: unknown; entries?: Entries };
    return stored.version === version ? (stored.entries ?? {}) : {};
  } catch {
    // A cache that cannot be read is made anew.
    return {};
  }
}

/** Adds what was linted anew, without files that are gone. Throws Node's error when it cannot. */
export function addToCache(cwd: string, disk: Disk, fresh: Entries): void {
  if (Object.keys(fresh).length === 0) return;
  // Read anew, since another run may have written meanwhile.
  const kept = Object.entries({ ...readCache(cwd, disk), ...fresh }).filter(
    ([path]) => path in fresh || existsSync(resolve(cwd, path)),
  );
  writeFileAtomic(cacheFile(cwd), JSON.stringify({ version, entries: Object.fromEntries(kept) }));
}

/** The cache as one run, or one worker of it, uses it. */
export class Cache {
  /** What was linted anew. */
  readonly fresh: Entries = {};

  /** @param known what `readCache` gave for the absolute folder `cwd` */
  constructor(
    readonly cwd: string,
    readonly known: Entries,
  ) {}

  /** The findings in a text, linted only if it was not before, or nobody knows by what. */
  async through(path: string, text: string, engine: Engine): ReturnType<Engine['lint']> {
    const name = relative(this.cwd, path).replaceAll(sep, '/');
    const key = await engine.key(path);
    if (key === undefined) return engine.lint(text, path);
    const hash = createHash('sha256').update(`${key}\n${text}`).digest('base64');
    const known = Object.hasOwn(this.known, name) ? this.known[name] : undefined;
    if (known?.hash === hash) return known.messages;
    const messages = await engine.lint(text, path);
    if (typeof messages !== 'string') this.fresh[name] = { hash, messages };
    return messages;
  }
}
