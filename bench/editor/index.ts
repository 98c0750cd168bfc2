// Measures the language server and the extension against their targets, beside vscode-eslint's server on the same files:
// `npm run bench:editor -- --vscode-eslint DIR`, where DIR has its built sources. Writes docs/benchmark-editor.md.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { run } from '../../tools/vscode/ending.js';
import { findNode24 } from '../../tools/vscode/node24.js';
import { writePage } from '../write-page.js';
import { measure } from './figures.js';
import { type Column, pageOf } from './page.js';
import { contenders } from './servers.js';
import { measureWindows } from './window.js';
import { makeWorkspace } from './workspace.js';

async function versionOf(node: string): Promise<string> {
  const { stdout } = await promisify(execFile)(node, ['--version']);
  return stdout.trim().slice(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'vscode-eslint': { type: 'string' } } });
  const [node, workspace] = await Promise.all([findNode24(), makeWorkspace()]);
  const compiled = await mkdtemp(join(tmpdir(), 'gather-compiled-'));
  try {
    const columns: Column[] = [];
    // gather: sequential -- what runs beside would be measured too
    for (const contender of contenders({ node, compiled, vscodeESLint: values['vscode-eslint'] })) {
      columns.push({ name: contender.name, figures: await measure(contender, workspace) });
    }
    const windows = await measureWindows(workspace.uri);
    await writePage('docs/benchmark-editor.md', pageOf({ columns, windows, node: await versionOf(node) }));
  } finally {
    await workspace.remove();
    await rm(compiled, { recursive: true, force: true });
  }
}

run(main);
