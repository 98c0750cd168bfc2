// What the packed extension holds: what it needs to run, and nothing of the repository besides.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';

describe('the vsix', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gather-vsix-'));
  });
  after(() => rm(directory, { recursive: true }));

  it('holds exactly what ships', async () => {
    const [pictures, steps] = await Promise.all([
      picturesIn('eslint-plugin/docs/images'),
      picturesIn('media/walkthrough'),
    ]);
    const packagePath = join(directory, 'gather.vsix');
    await createVSIX({ packagePath, dependencies: false });
    assert.deepEqual(Object.keys(unzipSync(await readFile(packagePath))).sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/NOTICES.txt',
      'extension/dist/extension.cjs',
      'extension/dist/server.cjs',
      'extension/eslint-plugin/docs/guide.md',
      'extension/eslint-plugin/docs/guide.zh-TW.md',
      ...pictures,
      'extension/l10n/bundle.l10n.zh-tw.json',
      'extension/media/icon.png',
      ...steps,
      'extension/package.json',
      'extension/package.nls.json',
      'extension/package.nls.zh-tw.json',
      'extension/readme.md',
    ]);
  });
});

/** The paths in the package of a folder's files. */
async function picturesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).map((name) => `extension/${folder}/${name}`).sort();
}
