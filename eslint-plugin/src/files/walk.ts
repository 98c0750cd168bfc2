// Walks a folder for files to lint.
import type { Dirent } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { type Disk, reasonOf } from './disk.js';
import { type IgnoreFile, ignoringFoldersAbove, isIgnored, readIgnoreFile, within } from './ignored.js';

export interface Search {
  /** Absolute; relative paths start here. */
  cwd: string;
  /** Endings of the files that are linted, without the dot. */
  extensions: readonly string[];
  disk: Disk;
}

/** Something that stays unlinted, and why. */
export interface Problem {
  /** Absolute. */
  path: string;
  /** To be put after the path: `is a binary file`. */
  reason: string;
}

/** A folder to look into, and the .gitignore files above it that speak in it. */
interface Folder {
  path: string;
  ignoreFiles: readonly IgnoreFile[];
}

/** What a walk has seen so far. */
interface Seen {
  files: string[];
  /** Links whose names end like a file's to lint. */
  links: string[];
  /** Yet to be looked into. */
  folders: Folder[];
}

/** Folders that are never entered unless the user names them. */
const skippedFolders = new Set(['node_modules', '.git']);

/** Whether a file's ending is one of those to lint. */
export function isLinted(path: string, { extensions }: Search): boolean {
  return extensions.includes(extname(path).slice(1));
}

/** What `read` gives; when it throws that is one more problem with `path`, and there is nothing. */
export function attempt<T>(path: string, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    problems.push({ path, reason: reasonOf(error) });
    return undefined;
  }
}

/**
 * The files to lint below a folder, in no order. Links to folders are not followed, so no cycle is possible;
 * of several links to one file, and the file itself, one is given.
 */
export function walk(root: string, search: Search, problems: Problem[]): string[] {
  const above = ignoringFoldersAbove(root, search.cwd).flatMap((folder) => ignoreFilesOf(folder, search, problems));
  const seen: Seen = { files: [], links: [], folders: [{ path: root, ignoreFiles: within(above, root) }] };
  for (let folder = seen.folders.pop(); folder; folder = seen.folders.pop()) {
    lookInto(folder, seen, search, problems);
  }
  return [...seen.files, ...linkedFiles(seen, root, search.disk, problems)];
}

function ignoreFilesOf(folder: string, { disk }: Search, problems: Problem[]): IgnoreFile[] {
  const file = attempt(join(folder, '.gitignore'), problems, () => readIgnoreFile(folder, disk));
  return file ? [file] : [];
}

function lookInto(folder: Folder, seen: Seen, search: Search, problems: Problem[]): void {
  const entries = attempt(folder.path, problems, () => search.disk.list(folder.path)) ?? [];
  const hasOwn = entries.some((entry) => entry.name === '.gitignore' && !entry.isDirectory());
  const own = hasOwn ? ignoreFilesOf(folder.path, search, problems) : [];
  const ignoreFiles = [...folder.ignoreFiles, ...own];
  for (const entry of entries) {
    const path = join(folder.path, entry.name);
    if (isWanted(entry, path, search) && !isIgnored(ignoreFiles, path, entry.isDirectory())) {
      if (entry.isDirectory()) seen.folders.push({ path, ignoreFiles: within(ignoreFiles, path) });
      else if (entry.isSymbolicLink()) seen.links.push(path);
      else if (entry.isFile()) seen.files.push(path);
      else problems.push({ path, reason: 'is not a file' });
    }
  }
}

function isWanted(entry: Dirent, path: string, search: Search): boolean {
  return entry.isDirectory() ? !skippedFolders.has(entry.name) : isLinted(path, search);
}

/** The links that lead to a file which is not linted already. */
function linkedFiles({ links, files }: Seen, root: string, disk: Disk, problems: Problem[]): string[] {
  if (links.length === 0) return [];
  const realRoot = disk.real(root);
  const targets = new Set(files.map((file) => join(realRoot, relative(root, file))));
  return links.sort().filter((link) =>
    attempt(link, problems, () => {
      const target = disk.real(link);
      return disk.look(link).kind === 'file' && !targets.has(target) && targets.add(target);
    }),
  );
}
