// An example monorepo: packages with a few files each, and a task that lints a package by Gather.
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pMap from 'p-map';

const execute = promisify(execFile);

/** Files of a package. */
const filesEach = 5;

/** The report of a package, in its folder. */
export const report = 'gather.sarif';

const source = (name: string): string => `export async function ${name}(ids, store) {
  const found = [];
  for (const id of ids) {
    found.push(await store.find(id));
  }
  return found;
}
`;

/** The folder of a package, from the root. */
export const folderOf = (index: number): string => `packages/p${String(index).padStart(3, '0')}`;

const manifest = { name: 'example', workspaces: ['packages/*'], devDependencies: { 'eslint-plugin-gather': '0.1.0' } };
const installed = { 'node_modules/eslint-plugin-gather': { version: '0.1.0', dev: true } };

/**
 * Writes the monorepo into an empty folder, as a git repository.
 * @param lint the script of each package that lints it
 * @param configurations of what runs the task, by the path from the root
 */
export async function makeRepository(
  root: string,
  packages: number,
  lint: string,
  configurations: Readonly<Record<string, string>>,
): Promise<void> {
  const files = new Map([
    ['.gitignore', `node_modules\n.turbo\n.nx\n${report}\n`],
    ['package.json', json({ ...manifest, private: true, packageManager: 'npm@10.9.0' })],
    ['package-lock.json', json({ name: 'example', lockfileVersion: 3, packages: { '': manifest, ...installed } })],
    ['eslint.config.js', 'export default [];\n'],
    ...Object.entries(configurations),
  ]);
  for (let index = 0; index < packages; index++) {
    const folder = folderOf(index);
    files.set(
      `${folder}/package.json`,
      json({ name: `p${index}`, version: '1.0.0', type: 'module', scripts: { lint } }),
    );
    for (let file = 0; file < filesEach; file++) files.set(`${folder}/src/f${file}.js`, source(`find${index}_${file}`));
  }
  const write = async ([path, text]: [string, string]): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await pMap(files, write, { concurrency: 20 });
  await git(root, 'init', '--quiet');
  await git(root, 'add', '.');
  await git(
    root,
    '-c',
    'user.name=Example',
    '-c',
    'user.email=example@example.org',
    'commit',
    '--quiet',
    '-m',
    'Begin',
  );
}

/** Clones the monorepo. */
export async function clone(from: string, to: string): Promise<void> {
  await git(dirname(to), 'clone', '--quiet', from, to);
}

/** Puts the command where npm finds it, and Nx where it looks for itself, as an installation would. */
export async function install(root: string, command: string): Promise<void> {
  await mkdir(join(root, 'node_modules/.bin'), { recursive: true });
  await symlink(command, join(root, 'node_modules/.bin/gather'));
  await symlink(dirname(createRequire(import.meta.url).resolve('nx/package.json')), join(root, 'node_modules/nx'));
}

/** The text of a file with something to be found in it. */
export const changedSource = source('changed');

async function git(cwd: string, ...args: string[]): Promise<void> {
  await execute('git', args, { cwd });
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
