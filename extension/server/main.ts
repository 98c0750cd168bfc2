#!/usr/bin/env node
// The server's one file: the language server, and in its threads the scan of a workspace. Both are of the same parts,
// which would double the package were they two files.
import { isMainThread } from 'node:worker_threads';

void import(isMainThread ? './server.js' : './scan-worker.js');
