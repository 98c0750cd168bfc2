// The files of the repository as git knows them: what is tracked, and what is new and not ignored.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** Paths relative to the repository's root, with `/`. */
export const repositoryFiles = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: fileURLToPath(root),
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(new URL(path, root)));

/** The text of a file by its path relative to the repository's root. */
export function readText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The files that people write as text, without what tools write and what tests use as input. */
export const writtenFiles = repositoryFiles.filter(
  (path) => /\.(?:[cm]?[jt]sx?|md|json|ya?ml|css|html)$/.test(path) && !path.endsWith('package-lock.json'),
);
