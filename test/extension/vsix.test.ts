// What the packed extension holds: what it needs to run, and nothing of the repository besides.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';

describe('the vsix', () => {
  let directory: string;
  /** The contents of the packed files, by their paths. */
  let packed: Record<string, Uint8Array>;
  before(async function () {
    this.timeout(60_000);
    directory = await mkdtemp(join(tmpdir(), 'gather-vsix-'));
    const packagePath = join(directory, 'gather.vsix');
    await createVSIX({ packagePath, dependencies: false });
    packed = unzipSync(await readFile(packagePath));
  });
  after(() => rm(directory, { recursive: true }));

  it('holds exactly what ships', async () => {
    const [pictures, rules, steps] = await Promise.all([
      filesIn('eslint-plugin/docs/images'),
      filesIn('eslint-plugin/docs/rules'),
      filesIn('media/walkthrough'),
    ]);
    assert.deepEqual(Object.keys(packed).sort(), [
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
      ...rules,
      'extension/l10n/bundle.l10n.zh-tw.json',
      'extension/media/guide.css',
      'extension/media/icon.png',
      ...steps,
      'extension/package.json',
      'extension/package.nls.json',
      'extension/package.nls.zh-tw.json',
      'extension/readme.md',
    ]);
  });

  it('leads from the guide to nothing that it does not hold', () => {
    const pages = Object.keys(packed).filter((path) => /\/docs\/.*\.md$/u.test(path));
    assert.ok(pages.length > 2);
    const missing = pages.flatMap((page) => {
      const links = new TextDecoder().decode(packed[page]).matchAll(/\]\((?!\w+:|#)([^)#]+)/gu);
      return [...links].map(([, link = '']) => posix.join(posix.dirname(page), link)).filter((path) => !packed[path]);
    });
    assert.deepEqual(missing, []);
  });
});

/** The paths in the package of a folder's files. */
async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).map((name) => `extension/${folder}/${name}`).sort();
}
