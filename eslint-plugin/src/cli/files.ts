// Finds the files to lint below the paths that the user named.
import { lstatSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { type Disk, reasonOf } from './disk.js';
import { ignoreFilesAbove, isIgnored, readIgnoreFile, within, type IgnoreFile } from './ignored.js';

/** A file to lint. */
export interface FoundFile {
  /** Absolute. */
  path: string;
  /** The user named it, so nothing but its content speaks against it. */
  named: boolean;
}

/** Something that stays unlinted, and why. */
export interface Problem {
  /** Absolute. */
  path: string;
  /** To be put after the path: `is a binary file`. */
  reason: string;
}

export interface Found {
  /** In the order of their paths, each once. */
  files: FoundFile[];
  problems: Problem[];
}

/** The user asked for something that cannot be done. The message says what to do instead. */
export class UsageError extends Error {}

export interface Search {
  /** Absolute; relative paths start here. */
  cwd: string;
  /** Endings of the files that are linted, without the dot. */
  extensions: readonly string[];
  disk: Disk;
}

/** Folders that are never entered unless the user names them. */
const skippedFolders = new Set(['node_modules', '.git']);

/**
 * Finds every file to lint.
 * @param paths files and folders, as the user wrote them
 * @throws UsageError when one of the paths does not exist
 */
export function findFiles(paths: readonly string[], search: Search): Found {
  const problems: Problem[] = [];
  const files = new Map<string, FoundFile>();
  for (const path of paths.map((path) => existing(path, search.cwd))) {
    const entry = look(path, search.disk, problems);
    if (entry === 'folder') {
      for (const found of walk(path, search, problems)) {
        if (!files.has(found)) files.set(found, { path: found, named: false });
      }
    } else if (entry === 'file' && isLinted(path, search)) {
      files.set(path, { path, named: true });
    } else if (entry) {
      const endings = search.extensions.map((extension) => `.${extension}`).join(', ');
      problems.push({ path, reason: entry === 'file' ? `does not end in one of ${endings}` : 'is not a file' });
    }
  }
  return { files: [...files.values()].sort((a, b) => byPath(a.path, b.path)), problems };
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
  } catch {
    return true;
  }
}

/** By UTF-16 units, so that the order is the same on every machine. */
function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isLinted(path: string, { extensions }: Search): boolean {
  return extensions.includes(extname(path).slice(1));
}

function look(path: string, disk: Disk, problems: Problem[]): 'file' | 'folder' | 'other' | undefined {
  try {
    return disk.look(path).kind;
  } catch (error) {
    problems.push({ path, reason: reasonOf(error) });
    return undefined;
  }
}

/** The files below a folder. Links to folders are not followed, so no cycle is possible. */
function walk(root: string, search: Search, problems: Problem[]): string[] {
  const files: string[] = [];
  const links: string[] = [];
  const folders: { path: string; ignoreFiles: IgnoreFile[] }[] = [];
  attempt(root, problems, () => {
    folders.push({ path: root, ignoreFiles: within(ignoreFilesAbove(root, search.cwd, search.disk), root) });
  });

  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { path, ignoreFiles } = folder;
    attempt(path, problems, () => {
      const entries = search.disk.list(path);
      const own = entries.some((entry) => entry.name === '.gitignore' && !entry.isDirectory());
      const inside = own ? [...ignoreFiles, readIgnoreFile(path, search.disk)] : ignoreFiles;
      for (const entry of entries) {
        const at = join(path, entry.name);
        if (entry.isDirectory()) {
          if (skippedFolders.has(entry.name) || isIgnored(inside, at, true)) continue;
          folders.push({ path: at, ignoreFiles: within(inside, at) });
        } else if (isLinted(at, search) && !isIgnored(inside, at, false)) {
          if (entry.isSymbolicLink()) links.push(at);
          else if (entry.isFile()) files.push(at);
          else problems.push({ path: at, reason: 'is not a file' });
        }
      }
    });
  }
  return [...files, ...linked(links, files, root, search.disk, problems)];
}

/** The links that lead to a file which is not linted already. */
function linked(links: readonly string[], files: readonly string[], root: string, disk: Disk, problems: Problem[]) {
  if (links.length === 0) return [];
  const realRoot = disk.real(root);
  const seen = new Set(files.map((file) => join(realRoot, relative(root, file))));
  return links.toSorted(byPath).filter((link) => {
    if (look(link, disk, problems) !== 'file') return false;
    const target = disk.real(link);
    return !seen.has(target) && seen.add(target);
  });
}

function attempt(path: string, problems: Problem[], read: () => void): void {
  try {
    read();
  } catch (error) {
    problems.push({ path, reason: reasonOf(error) });
  }
}
