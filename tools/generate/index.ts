// Writes every generated file of the repository; with `--check` it only tells which are stale.
// Run by `npm run generate` and `npm run generate:check`.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import pMap from 'p-map';
import { format, resolveConfig } from 'prettier';
import { generatedFiles, generatedFolders, root } from './files.js';

/** Files that are open at a time. */
const concurrency = 8;

const isCheck = process.argv.includes('--check');
const files = await generatedFiles();
const isStale = await pMap(files, async ([path, text]) => update(path, text), { concurrency });
const present = await pMap(generatedFolders, async (folder) => namesIn(folder), { concurrency });
const left = present.flat().filter((path) => !files.has(path));
const stale = [...[...files.keys()].filter((_, index) => isStale[index]), ...left];

if (!isCheck) await pMap(left, async (path) => rm(new URL(path, root)), { concurrency });
else if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

/** Writes a file, unless files are only checked; the result tells whether it is another than it was. */
async function update(path: string, text: string): Promise<boolean> {
  const target = new URL(path, root);
  const fresh = path.endsWith('.svg') ? text : await format(text, { ...(await resolveConfig(target)), filepath: path });
  if ((await readFile(target, 'utf8').catch(() => undefined)) === fresh) return false;
  if (!isCheck) {
    await mkdir(new URL('./', target), { recursive: true });
    await writeFile(target, fresh);
  }
  return true;
}

/** The paths of a folder's files, from the root. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(new URL(folder, root))).map((name) => folder + name);
}
