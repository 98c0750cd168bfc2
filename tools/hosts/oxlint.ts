// oxlint as a host, by its JS plugins: all cases at once, as files of a folder.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pMap from 'p-map';
import type { Case, Difference, Finding } from './cases.js';

const require = createRequire(import.meta.url);

/** Files that are open at a time. */
const concurrency = 50;

/** Modules by their endings: another file without imports is a script to oxlint, where `await (x)` is a call. */
const endings: Record<Case['language'], string> = { js: 'mjs', ts: 'mts', tsx: 'tsx' };

/** What oxlint prints, as far as it is read. Offsets are in bytes. */
interface Report {
  diagnostics: {
    message: string;
    code?: string;
    filename: string;
    labels: { span: { offset: number; length: number } }[];
  }[];
}

/** Lints and rewrites cases, and tells how that differs from what was recorded: in a report, or in the rewritten text. */
export async function differences(cases: readonly Case[]): Promise<Difference[]> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'gather-oxlint-'));
  try {
    const named = cases.map((each, index) => ({ ...each, file: `${each.rule}/${index}.${endings[each.language]}` }));
    await Promise.all([...new Set(cases.map(({ rule }) => rule))].map((rule) => mkdir(join(folder, rule))));
    await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify(configFor(named)));
    await pMap(named, ({ file, code }) => writeFile(join(folder, file), code), { concurrency });
    const { diagnostics } = JSON.parse(await oxlint(folder, '--format=json')) as Report;
    const byFile = new Map(named.map(({ file }): [string, Report['diagnostics']] => [file, []]));
    for (const report of diagnostics) byFile.get(report.filename.replaceAll('\\', '/'))?.push(report);
    await oxlint(folder, '--fix-suggestions');
    return await pMap(
      named,
      async ({ file, code, found }) => {
        const reports = byFile.get(file) ?? [];
        const failure = reports.find((report) => report.code?.startsWith('gather(') !== true);
        if (failure) return failure.message;
        const reported = reports.map((report) => placed(code, report)).sort();
        if (!isDeepStrictEqual(reported, found.map(placeOf).sort())) return `found ${reported.join(', ')}`;
        const text = await readFile(join(folder, file), 'utf8');
        return text === rewritten(code, found) ? undefined : `rewritten as ${text}`;
      },
      { concurrency },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each file is linted by the one rule that its folder is named for. */
function configFor(cases: readonly (Case & { file: string })[]): object {
  const rules = [...new Set(cases.map(({ rule }) => rule))];
  const withOptions = cases.filter(({ options }) => options.length > 0);
  return {
    jsPlugins: [{ name: 'gather', specifier: require.resolve('eslint-plugin-gather') }],
    categories: { correctness: 'off' },
    overrides: [
      ...rules.map((rule) => ({ files: [`${rule}/*`], rules: { [`gather/${rule}`]: 'warn' } })),
      ...withOptions.map(({ file, rule, options }) => ({
        files: [file],
        rules: { [`gather/${rule}`]: ['warn', ...options] },
      })),
    ],
  };
}

/** Runs oxlint on a folder, and gives what it printed. It ends with 1 where it found errors. */
async function oxlint(folder: string, ...args: string[]): Promise<string> {
  const bin = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
  const options = { cwd: folder, maxBuffer: 1e9 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, ...args, '.'], options, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(`oxlint failed: ${stderr || stdout}`));
      else resolve(stdout);
    });
  });
}

/** A report as a line: its place by ESLint's lines and columns, and what it says. */
function placeOf({ message, line, column, endLine, endColumn }: Finding): string {
  return [line, column, endLine, endColumn, message].join(':');
}

function placed(code: string, { message, labels: [label] }: Report['diagnostics'][number]): string {
  const { offset, length } = label?.span ?? { offset: 0, length: 0 };
  const bytes = Buffer.from(code);
  const at = (end: number): { line: number; column: number } => {
    const lines = bytes.subarray(0, end).toString().split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const { line: endLine, column: endColumn } = at(offset + length);
  return placeOf({ message, ...at(offset), endLine, endColumn, suggestions: [] });
}

/** A text with the first suggestion of each report, without those that overlap. */
function rewritten(code: string, found: readonly Finding[]): string {
  let text = '';
  let end = 0;
  const changes = found.flatMap(({ suggestions }) => suggestions.slice(0, 1));
  for (const { range, text: inserted } of changes.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (range[0] < end) continue;
    text += code.slice(end, range[0]) + inserted;
    end = range[1];
  }
  return text + code.slice(end);
}
