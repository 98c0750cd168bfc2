// What both runners give to VS Code.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './cache.js';

/** Absolute path of the bundled suite, whose `run` VS Code calls. */
export const suite = join(repository, 'dist', 'test', 'editor.cjs');

const loop = 'export async function f(xs, g) {\n  for (const x of xs) await g(x);\n}\n';

/** Code that leaves a file beside itself, by which it is seen that it was run. */
const mark = "require('node:fs').writeFileSync(`${__dirname}/was-run`, '');\n";

/** What the workspace has beside the fixtures, by path: its own ESLint, and folders with configurations for that. */
const files: Readonly<Record<string, string>> = {
  'node_modules/eslint/package.json': '{ "name": "eslint", "main": "index.cjs" }',
  'node_modules/eslint/index.cjs': `${mark}module.exports = require(${JSON.stringify(join(repository, 'node_modules', 'eslint'))});\n`,
  'marking/eslint.config.cjs': `${mark}module.exports = [];\n`,
  'marking/loop.js': loop,
  'imported/eslint.config.mjs': `import gather from ${JSON.stringify(pathToFileURL(join(repository, 'eslint-plugin', 'dist', 'index.js')).href)};
import level from './level.mjs';
export default [{ plugins: { gather }, rules: { 'gather/no-await-in-loop': level } }];
`,
  'imported/level.mjs': "export default 'warn';\n",
  'imported/loop.js': loop,
  'broken/eslint.config.mjs': 'export default [',
  'broken/loop.js': loop,
  ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`many/${index}.js`, loop])),
  // Behind all others in their order: as long as there is a file `wait`, a scan does not come to its end.
  'waiting/eslint.config.mjs': `import { existsSync } from 'node:fs';
if (existsSync(new URL('wait', import.meta.url))) await new Promise(() => setInterval(() => {}, 60_000));
export default [];
`,
  'waiting/loop.js': loop,
};

/** Makes the workspace to be opened, in a folder that is not there yet. */
export async function makeWorkspace(folder: string): Promise<void> {
  await cp(join(repository, 'test', 'fixtures', 'workspace'), folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }),
  );
}
