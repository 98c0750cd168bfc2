// ESLint on the project's own code: strict types, the rooms' import direction, and Gather's own rules as built.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import gather from 'eslint-plugin-gather';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * What each room may import, besides itself. Data flows tree → facts → verdict → rewrite → host, and
 * nothing below knows who asked. ARCHITECTURE.md tells why.
 */
const rooms = {
  'eslint-plugin/src/knowledge': [],
  'eslint-plugin/src/facts': ['eslint-plugin/src/knowledge'],
  'eslint-plugin/src/verdict': ['eslint-plugin/src/facts', 'eslint-plugin/src/knowledge'],
  'eslint-plugin/src/rewrite': ['facts', 'verdict', 'knowledge'].map((room) => `eslint-plugin/src/${room}`),
  'eslint-plugin/src/rules': ['facts', 'verdict', 'rewrite', 'knowledge'].map((room) => `eslint-plugin/src/${room}`),
  'eslint-plugin/src/guide': ['eslint-plugin/src/rules'],
  'eslint-plugin/src/lint': ['eslint-plugin/src/index.ts'],
  'eslint-plugin/src/formatters': ['eslint-plugin/src/guide', 'eslint-plugin/src/lint'],
  'extension/client': ['package.json'],
  'extension/server': ['guide', 'lint', 'index.ts'].map((room) => `eslint-plugin/src/${room}`),
};

const sleepless = 'Wait for the event itself; mocha ends a test that hangs.';

export default defineConfig(
  globalIgnores(['**/dist/', 'test/fixtures/', '.vscode-test/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  gather.configs.all,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      globals: globals.nodeBuiltin,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
    },
    rules: {
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-unresolved': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: Object.entries(rooms).map(([room, mayImport]) => ({
            target: `./${room}`,
            from: './',
            except: [room, ...mayImport, 'node_modules'].map((path) => `./${path}`),
            message: `'${room}' may import ${mayImport.join(', ') || 'nothing of the project'}; see ARCHITECTURE.md.`,
          })),
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['eslint-plugin/src/{knowledge,verdict}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^[^.]`,
              message: 'Plain data and decisions need no package: no syntax tree, no ESLint.',
            },
          ],
        },
      ],
    },
  },
  { files: ['eslint-plugin/src/rules/**'], extends: [eslintPlugin.configs.recommended] },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression > MemberExpression.callee[property.name=/^(only|skip)$/]',
          message: 'Every test runs.',
        },
        { selector: 'CallExpression[callee.name=/^x(describe|context|it|specify)$/]', message: 'Every test runs.' },
        { selector: 'Property[key.name=/^(only|skip)$/]', message: 'Every test runs.' },
        { selector: 'CallExpression[callee.name="setTimeout"]', message: sleepless },
        { selector: 'ImportDeclaration[source.value=/timers.promises/]', message: sleepless },
      ],
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
