// Runs the editor's suite in a real VS Code twice: with the extension loaded from this repository, and
// with the packaged `.vsix` installed. VS Code is its server out of npm, shown in a headless Chromium.
// Both must have been built: `npm run test:vscode` does that first.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { cacheDirectory, repository } from './cache.js';
import { findChromium } from './chromium.js';
import { findVSCode } from './code-server.js';
import { findNode24 } from './node24.js';
import { installExtension, startServer, type Installation } from './vscode-server.js';
import { runInWorkbench } from './workbench.js';

const vsix = join(repository, `${manifest.name}-${manifest.version}.vsix`);
const suite = join(repository, 'dist', 'test', 'editor.cjs');
const workspaceFixture = join(repository, 'test', 'fixtures', 'workspace');

/** What has to be undone before this process ends, the latest first. */
const undo: (() => Promise<void>)[] = [];

async function cleanUp(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

/** Runs the suite in a VS Code of its own. */
async function pass(name: string, installation: Installation, browser: string, packaged: boolean): Promise<void> {
  console.log(`\nVS Code with ${name}`);
  const output = join(cacheDirectory, 'runs', packaged ? 'packaged' : 'development');
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const log = join(output, 'vscode.log');
  const home = await mkdtemp(join(tmpdir(), 'gather-vscode-'));
  undo.push(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(home, 'workspace');
  await cp(workspaceFixture, workspace, { recursive: true });
  // VS Code calls a suite only where it develops an extension: an empty one, where the packaged one is tested.
  const nothing = join(home, 'nothing');
  await mkdir(nothing);
  if (packaged) await installExtension(installation, home, vsix);

  const variables = {
    GATHER_PICTURES: output,
    GATHER_EXTENSION_BELOW: packaged ? join(home, 'extensions') : repository,
  };
  const server = await startServer(installation, home, variables);
  undo.push(() => server.stop());
  const code = await runInWorkbench({
    authority: server.authority,
    browser,
    workspace,
    suite,
    development: packaged ? nothing : repository,
    pictures: output,
    log,
  });
  await cleanUp();
  if (code !== 0) throw new Error(`The suite failed in VS Code with ${name}; all it logged is in ${log}.`);
}

async function main(): Promise<void> {
  const node = await findNode24();
  const browser = await findChromium(node);
  const installation = { node, vscode: await findVSCode() };
  await pass('the extension of this folder', installation, browser, false);
  await pass(`${manifest.name}-${manifest.version}.vsix installed`, installation, browser, true);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
}
main()
  .finally(cleanUp)
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
