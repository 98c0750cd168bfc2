// A thread that lints the files it is sent, a batch at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, type Done, type Setting, workOn } from './work.js';

const work = workOn(workerData as Setting);

parentPort?.on('message', (batch: Batch) => {
  void work(batch).then((done: Done) => parentPort?.postMessage(done));
});
