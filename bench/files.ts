// The real files that are linted: those below the folders that are named, else the sources of installed packages.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { disk } from '../eslint-plugin/src/files/disk.js';
import { findFiles } from '../eslint-plugin/src/files/find.js';
import { readSource } from '../eslint-plugin/src/files/read.js';
import { lintedExtensions } from '../eslint-plugin/src/lint/extensions.js';

/** A file with its text. */
export interface Source {
  /** Absolute. */
  path: string;
  text: string;
}

/** In UTF-16 units; what is longer than this is mostly generated. */
const longest = 200_000;

/**
 * Up to so many files, evenly taken from all that are there.
 * @param folders absolute; with none, the sources of the packages below `modules`
 */
export function sourcesIn(folders: readonly string[], modules: string, most: number): Source[] {
  const paths = folders.length > 0 ? folders : sourceFolders(modules);
  const { files } = findFiles(paths, { cwd: modules, extensions: lintedExtensions, disk });
  const sources = files
    .filter(({ path }) => !/\.d\.[cm]?ts$/u.test(path))
    .flatMap((file): Source[] => {
      const source = readSource(file, disk);
      return source.kind === 'text' && source.text.length < longest ? [{ path: file.path, text: source.text }] : [];
    });
  const step = Math.max(1, sources.length / most);
  return sources.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** The folders `src` and `lib` of packages. */
function sourceFolders(modules: string): string[] {
  const namesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
  const packages = namesIn(modules).flatMap((path) => (path.includes('@') ? namesIn(path) : [path]));
  return packages.flatMap((path) => ['src', 'lib'].map((name) => join(path, name))).filter(isFolder);
}

function isFolder(path: string): boolean {
  try {
    return disk.look(path).kind === 'folder';
  } catch {
    return false;
  }
}
