#!/usr/bin/env node
// The command `gather`: arguments in, report and exit code out. It never calls `process.exit`, so that
// everything written arrives, however slow the reader of a pipe is.
import { pretty } from '../formatters/pretty.js';
import { lintedExtensions } from '../lint/extensions.js';
import { colorWanted } from './color.js';
import { disk } from './disk.js';
import { explained, findPlace } from './explain.js';
import { findFiles, UsageError } from './files.js';
import { type Options, readOptions } from './options.js';
import { exitCodeOf, lintFiles } from './run.js';
import { summary, warnings } from './summary.js';

/** ESLint takes a while to load, so that help and complaints come first. */
async function loadLinting(): Promise<typeof import('../lint/embedded.js')> {
  try {
    return await import('../lint/embedded.js');
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("Cannot find package 'eslint'")) throw error;
    throw new UsageError('Gather needs ESLint beside it: run "npm install --save-dev eslint".');
  }
}

const cwd = process.cwd();
const search = { cwd, extensions: lintedExtensions, disk };
const color = colorWanted(process.env, process.stdout.isTTY);

async function lint(paths: readonly string[]): Promise<number> {
  const found = findFiles(paths, search);
  const { lintText } = await loadLinting();
  const outcome = lintFiles(found, lintText, disk);
  process.stdout.write(pretty(outcome.results, { cwd, color }));
  process.stderr.write(warnings(outcome, cwd));
  process.stdout.write(summary(outcome));
  return exitCodeOf(outcome);
}

async function explain(place: string): Promise<number> {
  const asked = findPlace(place, search);
  const { explainText } = await loadLinting();
  process.stdout.write(explained(asked, explainText(asked.text, asked.path, asked), { cwd, color }));
  return 0;
}

async function main(options: Options): Promise<number> {
  return options.explain === undefined ? await lint(options.paths) : await explain(options.explain);
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` does.
    if (error.code !== 'EPIPE') throw error;
  });
}

const options = readOptions(process.argv.slice(2));
try {
  process.exitCode = typeof options === 'number' ? options : await main(options);
} catch (error) {
  const text =
    error instanceof UsageError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`error: ${text}\n`);
  process.exitCode = 2;
}
