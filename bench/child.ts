// Runs a script of Node in a process of its own, and tells what it took.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process took. */
export interface Taken {
  /** From start to end, in milliseconds. */
  elapsed: number;
  /** CPU time of all its threads, in milliseconds. */
  cpu: number;
  /** The most memory that it held at a time, in megabytes. */
  memory: number;
  stdout: string;
}

/** Writes, as the process ends, what it took to the file that it is told. */
const usage = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));`;

/**
 * @param args of Node: its options, the script, the script's own
 * @throws when it ends with another code than 0, or 1 as linters do that found something
 */
export async function run(cwd: string, ...args: readonly string[]): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-usage-'));
  try {
    const file = join(folder, 'usage.json');
    const preload = `--import=data:text/javascript,${encodeURIComponent(usage)}`;
    const options = { cwd, maxBuffer: 1e9, env: { ...process.env, BENCH_USAGE: file } };
    const start = performance.now();
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [preload, ...args], options, (error, out, stderr) => {
        if (error && error.code !== 1) reject(new Error(`${args.join(' ')}: ${stderr || error.message}`));
        else resolve(out);
      });
    });
    const elapsed = performance.now() - start;
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(file, 'utf8')) as NodeJS.ResourceUsage;
    return { elapsed, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, stdout };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs things in turn, so many rounds, and gives what each took in every round. */
export async function inTurn<T>(rounds: number, works: readonly (() => Promise<T>)[]): Promise<T[][]> {
  const taken: T[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) taken[index]?.push(await work());
  }
  return taken;
}
