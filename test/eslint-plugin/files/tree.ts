// Small folders of files for a test, in the system's temporary folder.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'mocha';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/**
 * Makes a folder that is removed after the test.
 * @param files contents by path relative to the folder, with `/`
 * @returns the folder's absolute path, without links in it
 */
export function makeTree(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'gather-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The error that Node throws for a failed read. */
export function nodeError(code: string): Error {
  return Object.assign(new Error(`${code}: a test says so`), { code });
}
