// The command `gather` beside `eslint` on the same files, from start to report; and what loading the plugin takes.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import pMap from 'p-map';
import { inTurn, run, type Taken } from './child.js';
import type { Source } from './files.js';
import { median } from './statistics.js';

const require = createRequire(import.meta.url);

/** Medians of what the processes took, in milliseconds. */
export interface Start {
  gather: number;
  eslint: number;
  oxlint: number;
}

/** ESLint with its own rule on awaits in loops, for the same files. */
const config = `import parser from ${JSON.stringify(require.resolve('@typescript-eslint/parser'))};
export default [
  { linterOptions: { reportUnusedDisableDirectives: 'off' }, rules: { 'no-await-in-loop': 'warn' } },
  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser } },
  { files: ['**/*.jsx'] },
  { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
];
`;

const oxlintConfig = { categories: { correctness: 'off' }, rules: { 'no-await-in-loop': 'warn' } };

/** Lints the files by each command, and gives the time that passes until the report is there. */
export async function startOf(sources: readonly Source[], rounds: number): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-start-'));
  const files = join(folder, 'files');
  try {
    await mkdir(files);
    const copy = ({ path }: Source, index: number) => cp(path, join(files, `${index}${extname(path)}`));
    await pMap(sources, copy, { concurrency: 8 });
    await writeFile(join(folder, 'eslint.plain.mjs'), config);
    await writeFile(join(folder, 'oxlint.json'), JSON.stringify(oxlintConfig));
    const bin = (name: string, path: string): string => join(dirname(require.resolve(`${name}/package.json`)), path);
    const [gather, eslint, oxlint] = await inTurn(rounds, [
      () => run(folder, resolve('eslint-plugin/dist/cli.js'), 'files'),
      () => run(folder, bin('eslint', 'bin/eslint.js'), '--config=eslint.plain.mjs', 'files'),
      () => run(folder, bin('oxlint', 'bin/oxlint'), '--config=oxlint.json', 'files'),
    ]);
    return { gather: elapsed(gather), eslint: elapsed(eslint), oxlint: elapsed(oxlint) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The milliseconds of CPU time that importing the plugin takes beside ESLint. */
export async function importOf(rounds: number): Promise<number> {
  const importing = (...modules: string[]) => {
    const code = modules.map((name) => `await import(${JSON.stringify(name)});`).join('');
    return () => run(process.cwd(), '--input-type=module', `--eval=${code}`);
  };
  const [both = [], eslint = []] = await inTurn(rounds, [
    importing('eslint', 'eslint-plugin-gather'),
    importing('eslint'),
  ]);
  return median(both.map(({ cpu }) => cpu)) - median(eslint.map(({ cpu }) => cpu));
}

function elapsed(taken: readonly Taken[] = []): number {
  return median(taken.map((each) => each.elapsed));
}
