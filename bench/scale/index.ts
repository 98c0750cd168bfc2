// `npm run test:scale`: a monorepo of 200 generated packages that Turborepo lints, with a remote cache on this machine.
// A second clone takes every lint from the cache; after a change one package is linted again; and the packages' reports
// make up the report of one run over all. Prints times and hit rates, and ends with 1 where that is not so.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import mergeSarif from 'eslint-plugin-gather/formatters/sarif-merge';
import pMap from 'p-map';
import { machine } from '../statistics.js';
import { changedSource, clone, folderOf, install, makeRepository, report } from './repository.js';
import { type Ran, runLint, startCache } from './turbo.js';

const packages = Number(process.argv[2] ?? 200);
const command = resolve('eslint-plugin/dist/cli.js');

const folder = await mkdtemp(join(await realpath(tmpdir()), 'gather-scale-'));
const [first, second, stored] = ['first', 'second', 'cache'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
await mkdir(stored);
await makeRepository(await made(first), packages);
await clone(first, second);
await Promise.all([install(first, command), install(second, command)]);

const cache = await startCache(stored);
try {
  console.log(`${packages} packages on ${machine()}`);
  tell('first clone', await runLint(first, cache), 0);
  tell('second clone', await runLint(second, cache), packages);
  await writeFile(join(second, folderOf(packages - 1), 'src/f0.js'), changedSource);
  tell('after a change in one package', await runLint(second, cache), packages - 1);
  const folders = Array.from({ length: packages }, (_, index) => folderOf(index));
  const reports = await pMap(
    folders,
    async (each) => ({ folder: each, text: await readFile(join(second, each, report), 'utf8') }),
    { concurrency: 20 },
  );
  const whole = await wholeReport(second);
  assert.equal(mergeSarif(reports), whole);
  assert.equal(mergeSarif(reports.toReversed()), whole);
  console.log(`the ${packages} reports, merged in any order, are the report of one run: ${whole.length} characters`);
} finally {
  await cache.stop();
  await rm(folder, { recursive: true });
}

/** The report of one run over all packages. */
async function wholeReport(root: string): Promise<string> {
  const args = [command, '--no-config-lookup', '--max-warnings', '100000', '--format', 'sarif', 'packages'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e9 });
  return stdout;
}

async function made(path: string): Promise<string> {
  await mkdir(path);
  return path;
}

function tell(what: string, { elapsed, tasks, hits }: Ran, expected: number): void {
  console.log(
    `${what}: ${elapsed.toFixed(1)} s, ${hits} of ${tasks} from the cache (${((100 * hits) / tasks).toFixed(1)} %)`,
  );
  assert.deepEqual([tasks, hits], [packages, expected]);
}
