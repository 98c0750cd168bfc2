// Runs the editor's suite in a real VS Code: with the extension loaded from this repository, in both languages, and with
// the packaged `.vsix` installed, in Restricted Mode. VS Code is its server out of npm, shown in a headless Chromium.
// Both must have been built: `npm run test:vscode` does that first.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { cacheDirectory, repository } from './cache.js';
import { findChromium } from './chromium.js';
import { findVSCode } from './code-server.js';
import { atEnd, end, run } from './ending.js';
import { findNode24 } from './node24.js';
import { makeWorkspace, suite } from './suite.js';
import { installExtension, startServer, type Installation } from './vscode-server.js';
import { runInWorkbench } from './workbench.js';

const vsix = join(repository, `${manifest.name}-${manifest.version}.vsix`);

/** A run of the suite in a VS Code of its own. */
interface Pass {
  /** Where its pictures and its log go. */
  folder: string;
  /** What VS Code is run with. */
  name: string;
  /** Whether the `.vsix` is tested, in Restricted Mode. */
  packaged: boolean;
  /** The display language; all of the suite runs in English, and in others what is seen. */
  language: string;
}

const passes: readonly Pass[] = [
  { folder: 'development', name: 'the extension of this folder', packaged: false, language: 'en' },
  { folder: 'chinese', name: 'the extension of this folder, in Chinese', packaged: false, language: 'zh-tw' },
  {
    folder: 'packaged',
    name: `${manifest.name}-${manifest.version}.vsix installed, in Restricted Mode`,
    packaged: true,
    language: 'en',
  },
];

async function runPass(
  { folder, name, packaged, language }: Pass,
  installation: Installation,
  browser: string,
): Promise<void> {
  console.log(`\nVS Code with ${name}`);
  const output = join(cacheDirectory, 'runs', folder);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const log = join(output, 'vscode.log');
  const home = await mkdtemp(join(tmpdir(), 'gather-vscode-'));
  atEnd(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(home, 'workspace');
  await makeWorkspace(workspace);
  // VS Code calls a suite only where it develops an extension: an empty one, where the packaged one is tested.
  const nothing = join(home, 'nothing');
  await mkdir(nothing);
  if (packaged) await installExtension(installation, home, vsix);

  const variables = {
    GATHER_PICTURES: output,
    GATHER_LANGUAGE: language,
    GATHER_EXTENSION_BELOW: packaged ? join(home, 'extensions') : repository,
    ...(packaged ? { GATHER_RESTRICTED: 'yes' } : {}),
  };
  const code = await runInWorkbench({
    authority: await startServer(installation, home, { trusted: !packaged, variables }),
    browser,
    workspace,
    suite,
    development: packaged ? nothing : repository,
    pictures: output,
    log,
    language,
  });
  await end();
  if (code !== 0) throw new Error(`The suite failed in VS Code with ${name}; all it logged is in ${log}.`);
}

async function main(): Promise<void> {
  if (process.platform !== 'linux')
    throw new Error('VS Code from npm runs on Linux: here, run `npm run test:electron`.');
  const node = await findNode24();
  const browser = await findChromium(node);
  const installation = { node, vscode: await findVSCode() };
  for (const pass of passes) await runPass(pass, installation, browser);
}

run(main);
