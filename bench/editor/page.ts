// The page of the editor's benchmark: its tables.
import { machine, median, percentile } from '../statistics.js';
import type { Figures } from './figures.js';
import type { WindowFigures } from './window.js';

/** A server and what it takes. */
export interface Column {
  name: string;
  figures: Figures;
}

/** Everything that was measured. */
export interface Measured {
  columns: readonly Column[];
  windows: WindowFigures;
  /** The version of the servers' Node.js. */
  node: string;
}

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
  opened: { title: 'resident memory as the tenth file is linted', unit: 'MB' },
  memory: { title: 'resident memory with ten files open, seven seconds later', unit: 'MB', target: 150, of: 'median' },
};

const windowRows: Readonly<Record<keyof WindowFigures, Row>> = {
  activation: { title: 'activation in the extension host', unit: 'ms', target: 50, of: 'median' },
  diagnostics: { title: 'opening a file in a fresh window to diagnostics', unit: 'ms', target: 1_500, of: 'median' },
};

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

/** The page as Markdown, not yet formatted. */
export function pageOf({ columns, windows, node }: Measured): string {
  const servers = Object.entries(rows).map(([name, row]) => [
    head(row),
    ...columns.map(({ figures }) => cell(figures[name as keyof Figures], row)),
  ]);
  const window = Object.entries(windowRows).map(([name, row]) => [
    head(row),
    cell(windows[name as keyof WindowFigures], row),
  ]);
  return `# Benchmark of the editor

<!-- Written by \`npm run bench:editor\`. -->

Medians, and 95th percentiles in parentheses, measured on ${machine()}; the servers on Node.js ${node}. A target is met (✓) or missed (✗). \`npm run bench:editor -- --vscode-eslint DIR\` measures anew, beside the server of vscode-eslint where DIR has its built sources.

## The language server

On the same files, driven over stdio: by the recommended rules that come with it, and by the ESLint of the project.

${table(['', ...columns.map(({ name }) => name)], servers)}

## The extension

In fresh windows of a real VS Code, by the recommended rules.

${table(['', 'Gather'], window)}
`;
}

function table(heads: readonly string[], lines: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...lines.map(line)].join('\n');
}
