// A small git repository for a test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree } from '../files/tree.js';

/** Runs git in a folder, with an author and nothing of the machine's configuration. */
export function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** A repository with the files on its branch `main`, and a branch `work` checked out. */
export function makeRepository(files: Record<string, string | Uint8Array>): string {
  const root = makeTree(files);
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(root);
  git(root, 'checkout', '--quiet', '-b', 'work');
  return root;
}

/** Commits files with the texts given, and all else that changed. */
export function commit(root: string, files: Record<string, string> = {}): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'change');
}
