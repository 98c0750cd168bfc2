// Finds the files to lint below the paths that the user named.
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf } from './disk.js';
import { attempt, isLinted, type Problem, type Search, walk } from './walk.js';

/** A file to lint. */
export interface FoundFile {
  /** Absolute. */
  path: string;
  /** The user named it, so nothing but its content speaks against it. */
  named: boolean;
}

export interface Found {
  /** In the order of their paths, each once. */
  files: FoundFile[];
  /** Likewise. */
  problems: Problem[];
}

/** The user asked for something that cannot be done. The message says what to do instead. */
export class UsageError extends Error {}

/**
 * Finds every file to lint.
 * @param paths files and folders, as the user wrote them
 * @throws UsageError when one of the paths does not exist
 */
export function findFiles(paths: readonly string[], search: Search): Found {
  const problems: Problem[] = [];
  const files = new Map<string, FoundFile>();
  for (const path of paths.map((path) => existing(path, search.cwd))) {
    const entry = attempt(path, problems, () => search.disk.look(path).kind);
    if (entry === 'folder') {
      for (const found of walk(path, search, problems)) {
        if (!files.has(found)) files.set(found, { path: found, named: false });
      }
    } else if (entry === 'file' && isLinted(path, search)) {
      files.set(path, { path, named: true });
    } else if (entry) {
      problems.push({ path, reason: entry === 'file' ? unlintedReason(search) : 'is not a file' });
    }
  }
  const distinct = new Map(problems.map((problem) => [problem.path, problem]));
  return { files: [...files.values()].sort(byPath), problems: [...distinct.values()].sort(byPath) };
}

/** Why a file is not linted whose ending is not one of those; to be put after the path. */
export function unlintedReason({ extensions }: Search): string {
  return `does not end in one of ${extensions.map((extension) => `.${extension}`).join(', ')}`;
}

function existing(path: string, cwd: string): string {
  if (path === '') throw new UsageError('A path is empty: name a file or a folder, or "." for all of this one.');
  const absolute = resolve(cwd, path);
  // A link to nothing does exist; whatever else is wrong with a path is told when it is read.
  if (isThere(absolute)) return absolute;
  throw new UsageError(`There is no "${path}": check the spelling, and name files or folders rather than patterns.`);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return codeOf(error) !== 'ENOTDIR';
  }
}

/** For sorting by path. By UTF-16 units, so that the order is the same on every machine. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
