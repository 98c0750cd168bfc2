// Lints the files that were found, and gathers what became of them.
import type { Entries } from '../files/cache.js';
import { byPath, type Found } from '../files/find.js';
import { add, emptyOutcome, type Outcome } from '../files/outcome.js';
import { lintInThreads } from '../files/pool.js';
import type { Setting } from '../files/work.js';

/** What linting came to. */
export interface Run {
  outcome: Outcome;
  /** Why configurations could not be loaded. */
  complaints: string[];
  /** What the cache has to learn. */
  fresh: Entries;
}

/**
 * Lints every file; whatever stands against one is told, and the others are linted.
 * @param onProgress called with the number of files done so far
 */
export async function lintFiles(
  { files, problems }: Found,
  setting: Setting,
  threads: number,
  onProgress: (done: number) => void,
): Promise<Run> {
  const outcome = emptyOutcome(problems);
  const complaints = new Set<string>();
  const fresh: Entries = {};
  let count = 0;
  await lintInThreads(files, setting, threads, (batch, done) => {
    for (const [index, { path }] of batch.entries()) {
      const file = done.outcomes[index];
      if (file) add(outcome, path, file);
    }
    for (const complaint of done.complaints) complaints.add(complaint);
    Object.assign(fresh, done.fresh);
    onProgress((count += batch.length));
  });
  outcome.results.sort((a, b) => byPath({ path: a.filePath }, { path: b.filePath }));
  outcome.problems.sort(byPath);
  outcome.crashes.sort(byPath);
  return { outcome, complaints: [...complaints], fresh };
}
