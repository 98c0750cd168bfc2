// What the packed extension holds: what it needs to run, and nothing of the repository besides.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
      'extension/media/icon.png',
      'extension/package.json',
      'extension/readme.md',
    ]);
  });
});
