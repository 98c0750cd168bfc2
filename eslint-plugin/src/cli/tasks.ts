// The things that the command does, each from its options to an exit code.
import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { printable, shownPath } from '../formatters/printable.js';
import { explainText } from '../lint/explained.js';
import type { Locale } from '../guide/model.js';
import { translated } from '../locale/index.js';
import { type Changed, changedSince, onlyChanged } from './changed.js';
import { type Choice, choiceOf } from './choice.js';
import { addToCache, cacheFile, type Entries } from '../files/cache.js';
import { codeOf, disk, reasonOf } from '../files/disk.js';
import { explained, findPlace } from './explain.js';
import { findFiles, unlintedReason, UsageError } from '../files/find.js';
import { type Fixed, fixFiles } from './fix.js';
import { lintSource } from '../files/lint-file.js';
import { complain } from './language.js';
import type { Options } from './options.js';
import { add, emptyOutcome, exitCodeOf, type Outcome } from '../files/outcome.js';
import type { Place } from './place.js';
import { threadsFor } from '../files/pool.js';
import { progressOf } from './progress.js';
import { decode } from '../files/read.js';
import { report, statistics } from './report.js';
import { lintFiles, type Run } from './run.js';
import { fixSummary, summary, unloaded, warnings } from './summary.js';
import { isLinted } from '../files/walk.js';
import { engineFor, type Setting } from '../files/work.js';

/** Explains the loops at a place. */
export async function explain(asked: string, options: Options, place: Place): Promise<number> {
  const found = findPlace(asked, place.search);
  const engine = engineFor(settingOf(options, place));
  const given = explainText(found.text, found.path, found, await engine.names(found.path));
  process.stdout.write(explained(found, given, options.locale, { cwd: place.search.cwd, color: place.color }));
  complain(unloaded(engine.complaints), options.locale);
  return 0;
}

/** Lints files, and reports or rewrites them. */
export async function lint(options: Options, place: Place): Promise<number> {
  const { search } = place;
  const choice = options.fix === undefined ? undefined : choiceOf(options.fix);
  const changed = options.base === undefined ? undefined : changedSince(options.base, search);
  const found = findFiles(options.paths, search);
  const files = found.files.filter(({ path }) => changed?.has(path) ?? true);
  const setting = settingOf(options, place);
  const threads = options.concurrency === 'auto' ? threadsFor(files.length) : options.concurrency;
  const progress = progressOf(files.length);
  const run = await lintFiles({ ...found, files }, setting, threads, progress.update).finally(progress.stop);
  const { outcome } = run;
  if (options.cache) remember(run.fresh, search.cwd, options.locale);
  if (changed) outcome.results = onlyChanged(outcome.results, changed);
  if (choice) {
    const fixed = await rewrite(run, choice, changed, setting, options, place);
    if (fixed.problems.length > 0) return 2;
    // What is found besides was not asked for.
    outcome.results = [];
  } else tell(run, options, place);
  // What a branch changed, or a hook names, may be nothing, or left out by the project's configuration.
  const isGiven = changed !== undefined || (files.length > 0 && files.every(({ named }) => named));
  return isGiven && outcome.ignored === files.length ? 0 : exitCodeOf(outcome, allowedWarnings(options));
}

/** Lints the standard input as the file that it is named. */
export async function lintInput(options: Options, name: string, place: Place): Promise<number> {
  const path = resolve(place.search.cwd, name);
  if (!isLinted(path, place.search)) throw new UsageError(`"${name}" ${unlintedReason(place.search)}.`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const source = decode(Buffer.concat(chunks));
  if (source.kind === 'problem') throw new UsageError(`The standard input ${source.reason}.`);
  const engine = engineFor(settingOf(options, place));
  const outcome = emptyOutcome();
  add(outcome, path, await lintSource(source.text, path, engine));
  tell({ outcome, complaints: [...engine.complaints] }, options, place);
  return outcome.ignored > 0 ? 0 : exitCodeOf(outcome, allowedWarnings(options));
}

/** Warnings that nobody sees do not count, unless they are asked for. */
function allowedWarnings({ maxWarnings, quiet }: Options): number {
  return maxWarnings ?? (quiet ? Infinity : 0);
}

function settingOf({ configLookup, cache }: Options, { search }: Place): Setting {
  return { cwd: search.cwd, usesProject: configLookup, usesCache: cache };
}

/** Applies a choice of suggestions, and tells what became of it. */
async function rewrite(
  { outcome, complaints }: Run,
  choice: Choice,
  changed: Changed | undefined,
  setting: Setting,
  options: Options,
  { search: { cwd } }: Place,
): Promise<Fixed> {
  const fixed = await fixFiles(outcome.results, choice, {
    engine: engineFor(setting),
    cwd,
    changed,
    write: !options.dryRun,
    show: (patch) => process.stdout.write(process.stdout.isTTY ? printable(patch) : patch),
  });
  const left: Outcome = { ...outcome, problems: [...outcome.problems, ...fixed.problems] };
  complain(warnings(left, complaints, cwd, changed !== undefined), options.locale);
  const offered = new Set(outcome.results.flatMap(({ messages }) => messages.flatMap(choice.offered)));
  if (fixed.suggestions + fixed.problems.length === 0 && offered.size > 0)
    complain(
      `warning: No finding has the suggestion "${options.fix ?? ''}": they have ${[...offered].join(', ')}\n`,
      options.locale,
    );
  process.stdout.write(fixSummary(fixed, options.dryRun, options.locale));
  return fixed;
}

/** Keeps what was linted anew for the next run, which goes without where that fails. */
function remember(fresh: Entries, cwd: string, locale: Locale): void {
  try {
    addToCache(cwd, disk, fresh);
  } catch (error) {
    complain(
      `warning: Nothing is remembered for the next run: ${shownPath(cacheFile(cwd), cwd)} ${reasonOf(error, 'written')}\n`,
      locale,
    );
  }
}

/** Writes the report and what stands beside it. */
function tell({ outcome, complaints }: Omit<Run, 'fresh'>, options: Options, { search: { cwd }, color }: Place): void {
  const { locale } = options;
  const results = outcome.results
    .map((result) => ({
      ...result,
      messages: result.messages
        .filter(({ severity }) => severity === 2 || !options.quiet)
        .map((message) => translated(message, locale)),
    }))
    .filter(({ messages }) => messages.length > 0);
  const telling = { format: options.format, cwd, color: color && options.output === undefined, locale };
  const text = report(results, outcome, telling);
  if (options.output === undefined) process.stdout.write(text);
  else writeReport(resolve(cwd, options.output), text, cwd);
  complain(warnings(outcome, complaints, cwd, options.base !== undefined), locale);
  // What a program reads from the standard output has to be the report alone.
  const beside = options.format === 'pretty' || options.output !== undefined ? process.stdout : process.stderr;
  if (options.statistics) beside.write(statistics(results, locale));
  if (beside === process.stdout) beside.write(summary(outcome, results, locale));
}

function writeReport(path: string, text: string, cwd: string): void {
  try {
    // What is no file, such as a pipe or a device, cannot be replaced by one.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) writeFileSync(path, text);
    else writeFileAtomic(path, text);
  } catch (error) {
    const name = shownPath(path, cwd);
    if (codeOf(error) === 'ENOENT') throw new UsageError(`There is no folder for ${name}: make it first.`);
    throw new UsageError(`${name} ${reasonOf(error, 'written')}.`);
  }
}
