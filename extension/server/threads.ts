// The server's threads. They run its own file (see `main.ts`).
import { Worker } from 'node:worker_threads';
import type { ScanOrder } from './scan-worker.js';

/** What a thread is to do: lint a workspace and end, or lint by the project's ESLint whatever it is sent. */
export type Task = { scan: ScanOrder } | 'lint';

/** The server's own file, which is also that of its threads. */
const program = process.argv[1] ?? '';

/** Starts a thread. What code of the project prints there is kept from the editor, which reads the standard output. */
export function startThread(task: Task): Worker {
  const worker = new Worker(program, { workerData: task, stdout: true });
  worker.stdout.pipe(process.stderr, { end: false });
  return worker;
}
