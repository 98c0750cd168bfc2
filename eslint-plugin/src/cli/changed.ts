// Which lines the branch changed, as git tells them: from the commit that it left the base at to the working tree.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { resolve } from 'node:path';
import { diffLines, parsePatch, type StructuredPatchHunk } from 'diff';
import type { Linter } from 'eslint';
import { changesOf } from '../formatters/offers.js';
import { Lines } from '../formatters/places.js';
import type { FileResult } from '../formatters/result.js';
import { UsageError } from '../files/find.js';
import type { Search } from '../files/walk.js';

/** Changed lines of a file, 1-based; every line of one that git does not know. */
export type ChangedLines = ReadonlySet<number> | 'all';

/** Changed lines by absolute path. */
export type Changed = ReadonlyMap<string, ChangedLines>;

/**
 * Asks git what changed since the branch left `base` in files of these endings, uncommitted changes and new files
 * included, in the whole repository that `cwd` is in.
 * @throws UsageError without git, outside of a repository, for a base that git does not know or that has nothing to do
 *   with the branch, and where the clone is too shallow to tell
 */
export function changedSince(base: string, { cwd, extensions }: Pick<Search, 'cwd' | 'extensions'>): Changed {
  const root = git(['rev-parse', '--show-toplevel'], cwd).trim();
  if (base.startsWith('-')) throw new UsageError(`"${base}" is no name of a commit: name a branch, a tag or a hash.`);
  const from = commonCommit(base, cwd);
  const diff = git(
    [
      ...['-c', 'core.quotePath=false', 'diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv'],
      // As text, since git takes UTF-16 for binary; but no picture.
      ...['--text', '--find-renames', '--src-prefix=a/', '--dst-prefix=b/', from, '--'],
      ...extensions.map((extension) => `*.${extension}`),
    ],
    root,
  );
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], root).split('\0').filter(Boolean);
  return new Map<string, ChangedLines>([
    ...parsePatch(diff).map(
      ({ newFileName = '', hunks }) => [resolve(root, newFileName.replace(/^b\//u, '')), addedLines(hunks)] as const,
    ),
    ...untracked.map((path) => [resolve(root, path), 'all'] as const),
  ]);
}

function addedLines(hunks: readonly StructuredPatchHunk[]): Set<number> {
  return new Set(
    hunks.flatMap(({ newStart, newLines }) => Array.from({ length: newLines }, (_, index) => newStart + index)),
  );
}

/** The commit that the branch left the base at. */
function commonCommit(base: string, cwd: string): string {
  const answer = ask(['merge-base', base, 'HEAD'], cwd);
  if (answer.status !== 0 && git(['rev-parse', '--is-shallow-repository'], cwd).trim() === 'true')
    throw new UsageError(
      `--base: This clone lacks the history of "${base}": run "git fetch --unshallow", or check out with "fetch-depth: 0".`,
    );
  // Git has no words for this one.
  if (answer.status === 1) throw new UsageError(`--base: "${base}" and this branch have no commit in common.`);
  return outputOf(answer).trim();
}

function git(args: readonly string[], cwd: string): string {
  return outputOf(ask(args, cwd));
}

function ask(args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const answer = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  if (answer.error) throw new UsageError(`--base needs git, which could not be run: ${answer.error.message}.`);
  return answer;
}

function outputOf({ status, stdout, stderr }: SpawnSyncReturns<string>): string {
  if (status !== 0) throw new UsageError(`--base: git says "${stderr.trim().split('\n')[0] ?? ''}".`);
  return stdout;
}

/** The results with the findings that have to do with a changed line, without those that have none. */
export function onlyChanged(results: readonly FileResult[], changed: Changed): FileResult[] {
  return results.flatMap((result) => {
    const lines = changed.get(result.filePath);
    const messages = lines ? findingsOn(lines, result.messages, result.source ?? '') : [];
    return messages.length > 0 ? [{ ...result, messages }] : [];
  });
}

/** The findings in a text that have to do with a changed line: one that they are about, or that they would rewrite. */
export function findingsOn(
  lines: ChangedLines,
  messages: readonly Linter.LintMessage[],
  text: string,
): Linter.LintMessage[] {
  if (lines === 'all') return [...messages];
  const source = new Lines(text);
  return messages.filter((message) => {
    // What a rewrite changes above may be the imports, which other changes of the branch touch.
    const rewritten = changesOf(message, source).flatMap(({ near, above: [first] }) => near ?? first ?? []);
    return [source.spanOf(message), ...rewritten.map(({ span }) => span)].some((span) => touches(span, lines, source));
  });
}

/** The changed lines of a text that was rewritten: those that were changed before, and those that the rewriting made. */
export function carriedOver(changed: ChangedLines, before: string, after: string): ChangedLines {
  if (changed === 'all') return changed;
  const carried = new Set<number>();
  let [old, now] = [1, 1];
  for (const { added, removed, count } of diffLines(before, after)) {
    if (!removed)
      for (let line = 0; line < count; line++) if (added || changed.has(old + line)) carried.add(now + line);
    if (!added) old += count;
    if (!removed) now += count;
  }
  return carried;
}

function touches([from, to]: readonly [number, number], changed: ReadonlySet<number>, source: Lines): boolean {
  const [first, last] = [source.at(from).line, source.at(to).line];
  for (let line = first; line <= last; line++) if (changed.has(line)) return true;
  return false;
}
