// What rules add to the CPU time of a whole lint. Each file is linted with each configuration in turn, so that whatever
// else the machine does meets all of them alike.
import { Linter } from 'eslint';
import type { Source } from './files.js';
import { additions, base } from './plugins.js';
import { median } from './statistics.js';

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
export function costOf(sources: readonly Source[], rounds: number): { all: Cost; without: Cost } {
  const linter = new Linter({ cwd: '/' });
  const configs = [base, ...additions.map(({ configs: more }) => [...base, ...more])];
  const readable = sources.filter(
    ({ text, path }) => !linter.verify(text, base, path).some(({ fatal }) => fatal === true),
  );
  const isWithout = readable.map(({ text }) => !asynchronous.test(text));
  const whole = Array.from({ length: rounds }, () => configs.map(() => 0));
  const quiet = Array.from({ length: rounds }, () => configs.map(() => 0));
  for (let round = 0; round < rounds; round++) {
    for (const [index, { text, path }] of readable.entries()) {
      for (let turn = 0; turn < configs.length; turn++) {
        const at = (turn + index + round) % configs.length;
        const time = timeOf(() => linter.verify(text, configs[at] ?? [], path));
        for (const times of isWithout[index] ? [whole[round], quiet[round]] : [whole[round]])
          if (times) times[at] = (times[at] ?? 0) + time;
      }
    }
  }
  return {
    all: summed(readable.length, whole),
    without: summed(isWithout.filter(Boolean).length, quiet),
  };
}

/** The CPU time of this process while something runs, in milliseconds. */
export function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The medians of all rounds. */
function summed(files: number, rounds: readonly number[][]): Cost {
  const share = (at: number): number => median(rounds.map((times) => (times[at] ?? 0) / (times[0] ?? 1) - 1));
  return {
    files,
    base: median(rounds.map(([time = 0]) => time)),
    added: new Map(additions.map(({ name }, index) => [name, share(index + 1)])),
  };
}
