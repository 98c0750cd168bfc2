// What a whole lint is measured with: the rules that most projects have, and what each plugin adds to them.
import eslint from '@eslint/js';
import type { ESLint, Linter } from 'eslint';
import gather from 'eslint-plugin-gather';
import tseslint from 'typescript-eslint';

/** What is added to the rules that most projects have. */
export interface Addition {
  name: string;
  configs: Linter.Config[];
}

/** ESLint's and typescript-eslint's recommended rules, for JavaScript and TypeScript. */
export const base: Linter.Config[] = [
  { ignores: ['!**/node_modules/'] },
  { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  ...(tseslint.configs.recommended as Linter.Config[]),
  { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
];

/** The plugins that Gather is compared with are installed here and nowhere else, so that they are named as data. */
async function loaded(name: string): Promise<ESLint.Plugin> {
  return ((await import(name)) as { default: ESLint.Plugin }).default;
}

const [promise, reactDoctor, sonarjs] = await Promise.all(
  ['eslint-plugin-promise', 'eslint-plugin-react-doctor', 'eslint-plugin-sonarjs'].map(loaded),
);

/** As many rules as Gather recommends, to tell what ESLint itself takes for having them. */
const idle: ESLint.Plugin = {
  rules: Object.fromEntries(
    gather.configs.recommended
      .flatMap(({ rules = {} }) => Object.keys(rules))
      .map((name) => [name.replace('/', '-'), { create: () => ({}) }]),
  ),
};

export const additions: readonly Addition[] = [
  { name: 'gather: `recommended`', configs: gather.configs.recommended },
  { name: 'as many rules that do nothing', configs: only('idle', idle, Object.keys(idle.rules ?? {})) },
  {
    name: 'react-doctor: three rules on awaits',
    configs: only('react-doctor', reactDoctor, ['async-await-in-loop', 'async-parallel', 'async-defer-await']),
  },
  {
    name: 'promise: `recommended`',
    configs: [promise?.configs?.['flat/recommended'] as Linter.Config],
  },
  {
    name: 'sonarjs: three rules on promises',
    configs: only('sonarjs', sonarjs, ['no-async-constructor', 'no-try-promise', 'prefer-promise-shorthand']),
  },
  { name: 'ESLint: `no-await-in-loop`', configs: [{ rules: { 'no-await-in-loop': 'warn' } }] },
];

function only(prefix: string, plugin: ESLint.Plugin | undefined, names: readonly string[]): Linter.Config[] {
  if (!plugin) throw new Error(`There is no plugin ${prefix}.`);
  const rules = Object.fromEntries(names.map((name) => [`${prefix}/${name}`, 'warn' as const]));
  return [{ plugins: { [prefix]: plugin }, rules }];
}
