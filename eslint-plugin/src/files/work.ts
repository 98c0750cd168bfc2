// What each thread does: lints files one after another. The main thread does the same where it needs no others.
import { ESLint } from 'eslint';
import { Cache, type Entries, readCache } from './cache.js';
import { disk } from './disk.js';
import { type Engine, ofProject, recommended } from '../lint/engine.js';
import type { FoundFile } from './find.js';
import { lintFile } from './lint-file.js';
import type { FileOutcome } from './outcome.js';

/** All that a thread has to know; plain data, so that it can be sent there. */
export interface Setting {
  /** Absolute. */
  cwd: string;
  /** Whether the project's ESLint configuration is read, and so run. */
  usesProject: boolean;
  usesCache: boolean;
}

export type Batch = readonly FoundFile[];

/** What became of the files of a batch, in their order. */
export interface Done {
  outcomes: FileOutcome[];
  /** What the cache has to learn. */
  fresh: Entries;
  /** Why configurations could not be loaded. */
  complaints: readonly string[];
}

/** What lints in this setting. */
export function engineFor({ cwd, usesProject }: Setting): Engine {
  return usesProject ? ofProject(cwd, ESLint) : recommended();
}

/** A function that lints batches in this thread. It never throws. */
export function workOn(setting: Setting): (batch: Batch) => Promise<Done> {
  const engine = engineFor(setting);
  const known = setting.usesCache ? readCache(setting.cwd, disk) : undefined;
  return async (batch) => {
    const cache = known && new Cache(setting.cwd, known);
    const outcomes: FileOutcome[] = [];
    // gather: sequential -- linting is work for the processor, and there is one a thread
    for (const file of batch) outcomes.push(await lintFile(file, engine, disk, cache));
    return { outcomes, fresh: cache?.fresh ?? {}, complaints: engine.complaints };
  };
}
