#!/usr/bin/env node
// The command `gather`: arguments in, report and exit code out. It never calls `process.exit`, so that
// everything written arrives, however slow the reader of a pipe is.
import { extensionsFor } from '../lint/extensions.js';
import { colorWanted } from './color.js';
import { disk, reasonOf } from '../files/disk.js';
import { UsageError } from '../files/find.js';
import { complain, localeFor } from './language.js';
import { type Options, readOptions } from './options.js';
import type { Place } from './place.js';

/** ESLint takes a while to load, so that help and complaints come first. */
async function loadTasks(): Promise<typeof import('./tasks.js')> {
  try {
    return await import('./tasks.js');
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("Cannot find package 'eslint'")) throw error;
    throw new UsageError('Gather needs ESLint beside it: run "npm install --save-dev eslint".');
  }
}

async function main(options: Options): Promise<number> {
  const cwd = process.cwd();
  const place: Place = {
    search: { cwd, extensions: extensionsFor(options.configLookup && options.explain === undefined), disk },
    color: colorWanted(process.env, process.stdout.isTTY),
  };
  const { explain, lint, lintInput } = await loadTasks();
  if (options.explain !== undefined) return explain(options.explain, options, place);
  return options.stdinFilename === undefined ? lint(options, place) : lintInput(options, options.stdinFilename, place);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` does.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout) complain(`error: The standard output ${reasonOf(error, 'written')}.\n`, locale);
  });
}

const options = readOptions(process.argv.slice(2));
const locale = typeof options === 'number' ? localeFor(undefined) : options.locale;
try {
  process.exitCode ??= typeof options === 'number' ? options : await main(options);
} catch (error) {
  const text =
    error instanceof UsageError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  complain(`error: ${text}\n`, locale);
  process.exitCode = 2;
}
