// Threads that share the files to lint.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Batch, type Done, type Setting, workOn } from './work.js';

/** Files sent to a thread at once: few enough that none waits long for the last one. */
const batchSize = 25;

/** Below so many files for each, a thread costs more to start than it saves. */
const filesPerThread = 200;

/** How many threads `auto` means for so many files. */
export function threadsFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / filesPerThread)));
}

/**
 * Lints files, and hands over each batch as it is done.
 * @param threads one lints in this thread
 * @param onDone called with a batch and what became of it, in no order
 */
export async function lintInThreads(
  files: Batch,
  setting: Setting,
  threads: number,
  onDone: (batch: Batch, done: Done) => void,
): Promise<void> {
  const batches: Batch[] = [];
  for (let start = 0; start < files.length; start += batchSize) batches.push(files.slice(start, start + batchSize));
  const takeFrom = async (work: (batch: Batch) => Promise<Done>): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) onDone(batch, await work(batch));
  };
  if (threads === 1) return takeFrom(workOn(setting));
  const helpers = Array.from({ length: threads }, () => new Thread(setting));
  try {
    await Promise.all(helpers.map(async (helper) => takeFrom((batch) => helper.work(batch))));
  } finally {
    await Promise.all(helpers.map(async (helper) => helper.end()));
  }
}

/** A thread and its way to work: one batch at a time. A thread that dies takes its batch along, and is replaced. */
class Thread {
  #worker: Worker | undefined;

  constructor(readonly setting: Setting) {}

  async work(batch: Batch): Promise<Done> {
    const worker = (this.#worker ??= new Worker(new URL('worker.js', import.meta.url), { workerData: this.setting }));
    try {
      worker.postMessage(batch);
      const [done] = (await once(worker, 'message')) as [Done];
      return done;
    } catch (error) {
      this.#worker = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      return { outcomes: batch.map(() => ({ kind: 'crash', reason })), fresh: {}, complaints: [] };
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}
