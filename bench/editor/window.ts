// What the extension takes in a fresh window of a real VS Code, out of npm as in the editor tests.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cacheDirectory, repository } from '../../tools/vscode/cache.js';
import { findChromium } from '../../tools/vscode/chromium.js';
import { findVSCode } from '../../tools/vscode/code-server.js';
import { end } from '../../tools/vscode/ending.js';
import { findNode24 } from '../../tools/vscode/node24.js';
import { startServer } from '../../tools/vscode/vscode-server.js';
import { runInWorkbench } from '../../tools/vscode/workbench.js';

/** In milliseconds, one of each window. */
export interface WindowFigures {
  /** From opening a file to its diagnostics. */
  diagnostics: number[];
  /** What VS Code says that loading and activating the extension took in the extension host. */
  activation: number[];
}

const windows = 5;

/** Opens windows on a workspace, one after the other, and measures in each but the first of the new installation. */
export async function measureWindows(workspace: string): Promise<WindowFigures> {
  const output = join(cacheDirectory, 'bench');
  await mkdir(output, { recursive: true });
  const suite = join(output, 'suite.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('suite.ts', import.meta.url))],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const figures: WindowFigures = { diagnostics: [], activation: [] };
  const home = await mkdtemp(join(tmpdir(), 'gather-vscode-'));
  try {
    await measureWindow(workspace, home, suite, output);
    // gather: sequential -- what runs beside would be measured too
    for (let index = 0; index < windows; index++) {
      const { diagnostics, activation } = await measureWindow(workspace, home, suite, output);
      figures.diagnostics.push(diagnostics);
      figures.activation.push(activation);
    }
    return figures;
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureWindow(
  workspace: string,
  home: string,
  suite: string,
  output: string,
): Promise<Record<keyof WindowFigures, number>> {
  const log = join(output, 'vscode.log');
  await rm(log, { force: true });
  const [node, vscode] = await Promise.all([findNode24(), findVSCode()]);
  const code = await runInWorkbench({
    authority: await startServer({ node, vscode }, home, { trusted: false, variables: {} }),
    browser: await findChromium(node),
    workspace: fileURLToPath(workspace),
    suite,
    development: repository,
    pictures: output,
    log,
    language: 'en',
  });
  await end();
  const said = /^\[figures\] (.*)$/m.exec(await readFile(log, 'utf8'))?.[1];
  if (code !== 0 || said === undefined) throw new Error(`VS Code measured nothing; all it logged is in ${log}.`);
  return JSON.parse(said) as Record<keyof WindowFigures, number>;
}
