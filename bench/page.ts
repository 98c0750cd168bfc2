// The page of the benchmark: its tables and its picture.
import { drawn, escape } from '../eslint-plugin/src/guide/drawing.js';
import type { Start } from './commands.js';
import { type Point, slopeOf } from './growth.js';
import type { Cost } from './rules.js';
import { machine } from './statistics.js';

/** Everything that was measured. */
export interface Measured {
  all: Cost;
  without: Cost;
  lines: readonly Point[];
  depths: readonly Point[];
  start: Start;
  startFiles: number;
  /** In milliseconds. */
  loading: number;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;

/** The page as Markdown, not yet formatted. */
export function pageOf({ all, without, lines, depths, start, startFiles, loading }: Measured): string {
  return `# Benchmark

<!-- Written by \`npm run bench\`. -->

Measured on ${machine()}. Other machines give other times; the ratios are what to look at. \`npm run bench -- DIR…\` measures on your own code.

## What the rules add to a lint

![The CPU time that each plugin adds to a lint](images/benchmark.svg)

The CPU time of a whole lint by the recommended rules of ESLint and typescript-eslint, without types, and what each of these adds. Each file is linted by all in turn, several times; the least of its times counts, which leaves out what else the machine did.

| added | ${all.files} files | ${without.files} of them without \`await\`, \`Promise\` and \`then\` |
| --- | --- | --- |
| nothing | ${milliseconds(all.base)} | ${milliseconds(without.base)} |
${[...all.added].map(([name, share]) => `| ${name} | ${percent(share)} | ${percent(without.added.get(name) ?? 0)} |`).join('\n')}

Less than nothing is noise, and shows how much of it there is.

## How it grows with a file

The rules' own CPU time on generated files. The exponent of growth, from the first to the last, is ${slopeOf(lines).toFixed(2)} with the lines; 1 is linear.

${table('lines', lines)}

Functions, loops, conditions and \`try\` nested into each other, with an exponent of ${slopeOf(depths).toFixed(2)}:

${table('depth', depths)}

## From start to report

${startFiles} files, each command as it comes, with one rule on awaits in loops in ESLint and oxlint:

| command | time that passes | to ESLint |
| --- | --- | --- |
| \`gather\` | ${milliseconds(start.gather)} | ${(start.gather / start.eslint).toFixed(2)} |
| \`eslint\`, \`no-await-in-loop\` | ${milliseconds(start.eslint)} | 1 |
| \`oxlint\`, \`no-await-in-loop\` | ${milliseconds(start.oxlint)} | ${(start.oxlint / start.eslint).toFixed(2)} |

Importing the plugin takes ${milliseconds(loading)} of CPU time beside importing ESLint.
`;
}

function table(what: string, points: readonly Point[]): string {
  const row = ({ size, time }: Point): string =>
    `| ${size} | ${milliseconds(time)} | ${((time * 1000) / size).toFixed(1)} µs |`;
  return [`| ${what} | time | for each |`, '| --- | --- | --- |', ...points.map(row)].join('\n');
}

const width = 640;
const margin = 16;
const bars = { from: 270, to: 560 };
const row = 26;

/** The picture: a bar for each addition. */
export function pictureOf({ added, files }: Cost): string {
  const shares = [...added];
  const most = Math.max(...added.values());
  const title = `CPU time added to a lint of ${files} files`;
  return drawn({
    width,
    height: margin * 2 + row * (shares.length + 1),
    title,
    description: shares.map(([name, share]) => `${name} ${percent(share)}`).join(', '),
    theme: 'auto',
    rules: ['.h{font-weight:600}.n{text-anchor:end}.g{fill:var(--d)}.c{fill:var(--o)}'],
    body: [
      `<text class="h" x="${margin}" y="${margin + 14}">${escape(title)}</text>`,
      ...shares.map(([name, share], index) => {
        const y = margin + row * (index + 1);
        const length = (Math.max(share, 0) / most) * (bars.to - bars.from);
        return [
          `<text class="n" x="${bars.from - 10}" y="${y + 16}">${escape(name)}</text>`,
          `<rect class="${index === 0 ? 'g' : 'c'}" x="${bars.from}" y="${y + 4}" width="${length.toFixed(1)}" height="${row - 8}" rx="2"/>`,
          `<text x="${(bars.from + length + 8).toFixed(1)}" y="${y + 16}">${percent(share)}</text>`,
        ].join('');
      }),
    ],
  });
}
