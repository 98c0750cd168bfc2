// `npm run bench:memory`: the most memory that the command holds on 5,000 generated files and on ten times as many, with
// one thread and with two. What it holds beside the findings must not grow with the files.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pMap from 'p-map';
import { run } from './child.js';
import { machine } from './statistics.js';

const [few, many] = [5000, 50_000];

/** Files that are open at a time. */
const concurrency = 20;

/** Every so many files have a finding. */
const perFinding = 100;

const clean = (index: number): string => `export const add${index} = (a, b) => a + b + ${index};
export async function load${index}(id) {
  const response = await fetch('/api/' + id);
  return response.json();
}
`;

const withFinding = (index: number): string => `${clean(index)}
export async function loadAll${index}(ids) {
  for (const id of ids) await load${index}(id);
}
`;

/** Files in a folder. */
const together = 500;

/** Writes the files from one number up to another. */
async function writeFiles(root: string, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const folderOf = (file: number): string => join(root, `d${Math.floor(file / together)}`);
  await pMap(new Set(numbers.map(folderOf)), (each) => mkdir(each), { concurrency });
  const write = (file: number): Promise<void> =>
    writeFile(join(folderOf(file), `f${file}.js`), file % perFinding === 0 ? withFinding(file) : clean(file));
  await pMap(numbers, write, { concurrency });
}

const folder = await mkdtemp(join(tmpdir(), 'gather-memory-'));
try {
  const lint = (threads: number) =>
    run(folder, resolve('eslint-plugin/dist/cli.js'), '--no-config-lookup', '--concurrency', String(threads), '.');
  console.log(`The most memory that is held, on ${machine()}:`);
  await writeFiles(folder, 0, few);
  const small = [await lint(1), await lint(2)];
  await writeFiles(folder, few, many);
  const large = [await lint(1), await lint(2)];
  for (const [index, { memory }] of small.entries()) {
    const more = large[index]?.memory ?? 0;
    const threads = index === 0 ? '1 thread' : '2 threads';
    console.log(
      `${threads}: ${memory.toFixed(0)} MB for ${few} files, ${more.toFixed(0)} MB for ${many}: ${(more / memory).toFixed(2)} times`,
    );
  }
} finally {
  await rm(folder, { recursive: true });
}
