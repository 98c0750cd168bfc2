// The files that are linted: the plugin's own sources, in a workspace whose ESLint has Gather's recommended rules.
import { realpathSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A file as an editor opens it. */
export interface OpenFile {
  uri: string;
  text: string;
}

/** What there is to open. */
export interface Workspace {
  uri: string;
  /** A loop that may run concurrently. */
  short: OpenFile;
  /** The first modules, of nearly 1,000 lines, and the loop. */
  thousand: OpenFile;
  /** The ten longest modules. */
  ten: readonly OpenFile[];
  remove: () => Promise<void>;
}

/** What the loop of `short` and `thousand` is marked for. */
export const awaited = 'await load(id)';

const loop = `export async function all(ids, load) {
  const out = [];
  for (const id of ids) out.push(${awaited});
  return out;
}
`;

const configuration = `import parser from '@typescript-eslint/parser';
import gather from 'eslint-plugin-gather';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, ...gather.configs.recommended];
`;

/** Makes the workspace in a folder of its own. */
export async function makeWorkspace(): Promise<Workspace> {
  const [root, modules] = await Promise.all([mkdtemp(join(realpathSync(tmpdir()), 'gather-bench-')), sources()]);
  const write = async (name: string, text: string): Promise<OpenFile> => {
    const path = join(root, name);
    await writeFile(path, text);
    return { uri: pathToFileURL(path).href, text };
  };
  const longest = modules.toSorted((a, b) => b.length - a.length).slice(0, 10);
  const [short, thousand, ten] = await Promise.all([
    write('short.ts', loop),
    write('thousand.ts', firstLines(modules, 1_000) + loop),
    Promise.all(longest.map((text, index) => write(`${index}.ts`, text))),
    write('package.json', '{ "type": "module" }'),
    write('eslint.config.js', configuration),
    symlink(join(repository, 'node_modules'), join(root, 'node_modules')),
  ]);
  return { uri: pathToFileURL(root).href, short, thousand, ten, remove: () => rm(root, { recursive: true }) };
}

async function sources(): Promise<string[]> {
  const folder = join(repository, 'eslint-plugin', 'src', 'facts');
  const names = await readdir(folder);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.ts'))
      .toSorted()
      .map((name) => readFile(join(folder, name), 'utf8')),
  );
}

/** The first modules that together have no more lines. */
function firstLines(modules: readonly string[], most: number): string {
  let text = '';
  for (const module of modules) {
    const longer = text + module;
    if (longer.split('\n').length > most) break;
    text = longer;
  }
  return text;
}
