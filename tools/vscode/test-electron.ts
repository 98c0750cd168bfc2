// Runs the editor's suite in a VS Code for the desktop, which is downloaded into the cache: the newest one, or
// that of the environment variable VSCODE_VERSION, such as 1.91.0. The extension must have been built.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheDirectory, repository } from './cache.js';
import { atEnd, run } from './ending.js';
import { makeWorkspace, suite } from './suite.js';

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cacheDirectory });
  } catch (error) {
    throw new Error('VS Code cannot be downloaded here: run `npm run test:vscode`, which takes it from npm.', {
      cause: error,
    });
  }
}

async function main(): Promise<void> {
  const [vscodeExecutablePath, home] = await Promise.all([
    download(process.env['VSCODE_VERSION'] ?? 'stable'),
    mkdtemp(join(tmpdir(), 'gather-vscode-')),
  ]);
  atEnd(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(home, 'workspace');
  await makeWorkspace(workspace);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: repository,
    extensionTestsPath: suite,
    extensionTestsEnv: { GATHER_EXTENSION_BELOW: repository },
    launchArgs: [
      workspace,
      ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')],
    ],
  });
}

run(main);
