// Which paths .gitignore files leave out. Each file's rules are kept apart and asked from the innermost to
// the outermost, as git does; one big list, rebased, is quadratic on a tree with many of them.
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { repositoryOf } from '../formatters/repository.js';
import type { Disk } from './disk.js';

/** The rules of one .gitignore. */
export interface IgnoreFile {
  /** The absolute path of the folder that it lies in. */
  base: string;
  rules: Ignore;
}

/** Reads the .gitignore of a folder. Throws Node's error when it cannot be read. */
export function readIgnoreFile(folder: string, disk: Disk): IgnoreFile {
  const text = disk
    .read(join(folder, '.gitignore'))
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  return { base: folder, rules: ignore({ ignorecase: false }).add(text) };
}

function test(file: IgnoreFile, path: string, isFolder: boolean): { ignored: boolean; unignored: boolean } {
  const below = relative(file.base, path).replaceAll(sep, '/');
  return file.rules.test(isFolder ? `${below}/` : below);
}

/**
 * Whether a path is left out.
 * @param files outermost first, all from folders above `path`
 */
export function isIgnored(files: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  for (const file of files.toReversed()) {
    const { ignored, unignored } = test(file, path, isFolder);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The ignore files that still speak inside a folder which is walked. One that would leave the whole folder out
 * has been overruled, by a nested `!rule` or by naming the folder, and says nothing about what is inside.
 */
export function within(files: readonly IgnoreFile[], folder: string): IgnoreFile[] {
  return files.filter((file) => !test(file, folder, true).ignored);
}

/**
 * The folders above one whose .gitignore speaks in it, outermost first: from the root of its git repository,
 * or where there is none from `cwd` if that is above.
 */
export function ignoringFoldersAbove(folder: string, cwd: string): string[] {
  const above: string[] = [];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) above.push(dirname(at));
  const root = repositoryOf(folder) ?? cwd;
  const inRepository = above.slice(0, above.indexOf(root) + 1).reverse();
  return inRepository.filter((at) => existsSync(join(at, '.gitignore')));
}
