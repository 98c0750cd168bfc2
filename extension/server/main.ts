#!/usr/bin/env node
// The server's one file: the language server, and its threads, one that scans a workspace and one that lints by the
// project's ESLint. All are of the same parts, which would multiply the package were they files of their own.
import { isMainThread, workerData } from 'node:worker_threads';
import type { Task } from './threads.js';

if (isMainThread) void import('./server.js');
else if ((workerData as Task) === 'lint') void import('./lint-worker.js');
else void import('./scan-worker.js');
