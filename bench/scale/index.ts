// `npm run test:scale`: a monorepo of 200 generated packages that Turborepo lints, and then Nx, each as its recipe in
// `docs/ci/monorepo.md` says and with a remote cache on this machine. A second clone takes every lint from the cache;
// after a change one package is linted again; and the packages' reports make up the report of one run over all. Prints
// times and hit rates, and ends with 1 where that is not so.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import mergeSarif from 'eslint-plugin-gather/formatters/sarif-merge';
import pMap from 'p-map';
import { machine } from '../statistics.js';
import type { Engine, Ran } from './engine.js';
import { nx } from './nx.js';
import { changedSource, clone, folderOf, install, makeRepository, report } from './repository.js';
import { turborepo } from './turbo.js';

const packages = Number(process.argv[2] ?? 200);
const command = resolve('eslint-plugin/dist/cli.js');
const folders = Array.from({ length: packages }, (_, index) => folderOf(index));

const folder = await mkdtemp(join(await realpath(tmpdir()), 'gather-scale-'));
try {
  console.log(`${packages} packages on ${machine()}`);
  for (const engine of [turborepo, nx]) await check(engine, join(folder, engine.name));
} finally {
  await rm(folder, { recursive: true });
}

/** Lints two clones of the monorepo, with one cache for both. */
async function check(engine: Engine, around: string): Promise<void> {
  const [first, second, stored] = [join(around, 'first'), join(around, 'second'), join(around, 'cache')];
  await Promise.all([mkdir(first, { recursive: true }), mkdir(stored, { recursive: true })]);
  const recipe = await readFile('docs/ci/monorepo.md', 'utf8');
  const configuration = configurationOf(engine, recipe);
  await makeRepository(first, packages, scriptIn(recipe), { [engine.configuration]: configuration });
  await clone(first, second);
  await Promise.all([install(first, command), install(second, command)]);

  const cache = await engine.startCache(stored);
  const tell = (what: string, { elapsed, tasks, hits }: Ran, expected: number): void => {
    const rate = ((100 * hits) / tasks).toFixed(1);
    console.log(`${engine.name}, ${what}: ${elapsed.toFixed(1)} s, ${hits} of ${tasks} from the cache (${rate} %)`);
    assert.deepEqual([tasks, hits], [packages, expected]);
  };
  try {
    tell('first clone', await engine.runLint(first, cache), 0);
    tell('second clone', await engine.runLint(second, cache), packages);
    await writeFile(join(second, folderOf(packages - 1), 'src/f0.js'), changedSource);
    tell('after a change in one package', await engine.runLint(second, cache), packages - 1);
  } finally {
    await cache.stop();
  }

  const read = async (each: string) => ({ folder: each, text: await readFile(join(second, each, report), 'utf8') });
  const reports = await pMap(folders, read, { concurrency: 20 });
  const whole = await wholeReport(second);
  assert.equal(mergeSarif(reports), whole);
  assert.equal(mergeSarif(reports.toReversed()), whole);
  console.log(`the ${packages} reports, merged in any order, are the report of one run: ${whole.length} characters`);
}

/** The configuration in an engine's chapter of the recipe. */
function configurationOf({ name }: Engine, recipe: string): string {
  return new RegExp(`^## ${name}\n+\`\`\`json\n(.*?)^\`\`\``, 'msu').exec(recipe)?.[1] ?? assert.fail(name);
}

/** The script by which a package lints itself. */
function scriptIn(recipe: string): string {
  const [, manifest = ''] = /^```json\n(.*?)^```/msu.exec(recipe) ?? [];
  return (JSON.parse(manifest) as { scripts: { lint: string } }).scripts.lint;
}

/** The report of one run over all packages. */
async function wholeReport(root: string): Promise<string> {
  const path = join(root, report);
  const args = [command, '--format', 'sarif', '--output', path, '--max-warnings', '100000', 'packages'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return readFile(path, 'utf8');
}
