// Measures the language server and the extension against their targets, beside vscode-eslint's server on the same files:
// `npm run bench:editor -- --vscode-eslint DIR`, where DIR has its built sources.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { run } from '../../tools/vscode/ending.js';
import { findNode24 } from '../../tools/vscode/node24.js';
import { machine, median, percentile } from '../statistics.js';
import { measure, type Figures } from './figures.js';
import { contenders } from './servers.js';
import { measureWindows } from './window.js';
import { makeWorkspace } from './workspace.js';

/** A line of the table. */
interface Row {
  title: string;
  unit: 'ms' | 'MB';
  /** The most that it may be, and whether that is of the median or of the 95th percentile. */
  target?: number;
  of?: 'median' | 'p95';
}

const rows: Readonly<Record<keyof Figures, Row>> = {
  start: { title: 'start of the server to first diagnostics', unit: 'ms' },
  keystroke: { title: 'keystroke to diagnostics, 1,000 lines of TypeScript', unit: 'ms', target: 60, of: 'p95' },
  hover: { title: 'hover', unit: 'ms', target: 30, of: 'p95' },
  memory: { title: 'resident memory with ten files open', unit: 'MB', target: 150, of: 'median' },
};

const windowRows = {
  activation: { title: 'activation in the extension host', unit: 'ms', target: 50, of: 'median' },
  diagnostics: { title: 'opening a file in a fresh window to diagnostics', unit: 'ms', target: 1_500, of: 'median' },
} satisfies Record<string, Row>;

/** Median and 95th percentile, and whether they keep within the target. */
function cell(values: readonly number[], { target, of }: Row): string {
  if (values.length === 0) return '–';
  const [middle, high] = [median(values), percentile(values, 95)];
  const kept = target === undefined ? '' : (of === 'p95' ? high : middle) <= target ? ' ✓' : ' ✗';
  return `${middle.toFixed(1)} (p95 ${high.toFixed(1)})${kept}`;
}

function head({ title, unit, target, of }: Row): string {
  return target === undefined ? `${title}, ${unit}` : `${title}, ${of ?? ''} ≤ ${target} ${unit}`;
}

async function versionOf(node: string): Promise<string> {
  const { stdout } = await promisify(execFile)(node, ['--version']);
  return stdout.trim().slice(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'vscode-eslint': { type: 'string' } } });
  const [node, workspace] = await Promise.all([findNode24(), makeWorkspace()]);
  const compiled = await mkdtemp(join(tmpdir(), 'gather-compiled-'));
  try {
    const table: Record<string, Record<string, string>> = {};
    const put = (row: Row, column: string, text: string): void => void ((table[head(row)] ??= {})[column] = text);
    const figures: Figures[] = [];
    // gather: sequential -- what runs beside would be measured too
    for (const contender of contenders({ node, compiled, vscodeESLint: values['vscode-eslint'] })) {
      const measured = await measure(contender, workspace);
      figures.push(measured);
      for (const [name, row] of Object.entries(rows))
        put(row, contender.name, cell(measured[name as keyof Figures], row));
    }
    const windows = await measureWindows(workspace.uri);
    for (const [name, row] of Object.entries(windowRows))
      put(row, 'Gather, recommended', cell(windows[name as keyof typeof windows], row));
    console.log(`\n${machine()}; the servers on Node.js ${await versionOf(node)}`);
    console.table(table);
    if (values['vscode-eslint'] === undefined)
      console.log('vscode-eslint is left out: give its folder with --vscode-eslint.');
  } finally {
    await workspace.remove();
    await rm(compiled, { recursive: true, force: true });
  }
}

run(main);
