// What rules add to the CPU time of a whole lint. Each file is linted with each configuration in turn, so that whatever
// else the machine does meets all of them alike.
import { ESLint } from 'eslint';
import type { Source } from './files.js';
import { additions, base } from './plugins.js';

/** CPU time, in milliseconds, and the share of it that each addition costs on top. */
export interface Cost {
  files: number;
  base: number;
  /** By the name of the addition; 0.03 is 3 %. */
  added: Map<string, number>;
}

/** Files that say none of this have nothing for Gather to look at. */
const asynchronous = /\bawait\b|\bPromise\b|\bthen\b/u;

/** Measures files of both kinds: with something asynchronous in them and without. */
export async function costOf(sources: readonly Source[], rounds: number): Promise<{ all: Cost; without: Cost }> {
  // One instance for each configuration, as in a run of `eslint`: it makes a configuration ready once.
  const linters = [base, ...additions.map(({ configs: more }) => [...base, ...more])].map(
    (config) => new ESLint({ cwd: '/', overrideConfigFile: true, overrideConfig: config }),
  );
  const files: Measured[] = [];
  // gather: sequential -- one instance lints one text after the other anyway
  for (const source of sources) if (await isReadable(linters[0], source)) files.push({ source, least: [] });
  // gather: sequential -- what runs beside would be measured too
  for (let round = 0; round < rounds; round++) {
    for (const [index, { source, least }] of files.entries()) {
      for (let turn = 0; turn < linters.length; turn++) {
        const at = (turn + index + round) % linters.length;
        const time = await lintTimeOf(linters[at], source);
        least[at] = Math.min(least[at] ?? time, time);
      }
    }
  }
  return { all: summed(files), without: summed(files.filter(({ source }) => !asynchronous.test(source.text))) };
}

/** A file with the least time that each configuration took in any round: what else ran meanwhile is left out. */
interface Measured {
  source: Source;
  least: number[];
}

/** The sums of all files. */
function summed(files: readonly Measured[]): Cost {
  const sum = (at: number): number => files.reduce((total, { least }) => total + (least[at] ?? 0), 0);
  return {
    files: files.length,
    base: sum(0),
    added: new Map(additions.map(({ name }, index) => [name, sum(index + 1) / sum(0) - 1])),
  };
}

async function isReadable(linter: ESLint | undefined, { text, path }: Source): Promise<boolean> {
  const results = (await linter?.lintText(text, { filePath: path })) ?? [];
  return results.every(({ fatalErrorCount }) => fatalErrorCount === 0);
}

/** The CPU time of this process while a file is linted, in milliseconds. */
async function lintTimeOf(linter: ESLint | undefined, { text, path }: Source): Promise<number> {
  const before = process.cpuUsage();
  await linter?.lintText(text, { filePath: path });
  return since(before);
}

/** The CPU time of this process while something runs, in milliseconds. */
export function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
