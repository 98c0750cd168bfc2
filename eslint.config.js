// ESLint on the project's own code: strict types, the rooms' import direction, and Gather's own rules as built.
import { join } from 'node:path';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores, includeIgnoreFile } from 'eslint/config';
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
  'plugin/knowledge': ['plugin/facts/model.ts'],
  'plugin/facts': ['plugin/knowledge'],
  'plugin/verdict': [
    'plugin/facts/model.ts',
    'plugin/facts/promises/model.ts',
    'plugin/facts/steps.ts',
    'plugin/knowledge',
  ],
  'plugin/rewrite': ['plugin/facts', 'plugin/verdict', 'plugin/knowledge'],
  'plugin/rules': ['plugin/facts', 'plugin/verdict', 'plugin/rewrite', 'plugin/knowledge'],
  'plugin/explain.ts': ['plugin/facts', 'plugin/verdict', 'plugin/knowledge'],
  'plugin/guide': ['plugin/rules'],
  'plugin/locale': ['plugin/rules', 'plugin/verdict/sentence.ts', 'plugin/guide/model.ts'],
  'plugin/lint': [
    'plugin/index.ts',
    'plugin/rules/evidence.ts',
    'plugin/rules/rule-id.ts',
    'plugin/explain.ts',
    'plugin/verdict/sentence.ts',
    'plugin/facts/manifest.ts',
    'plugin/facts/intent.ts',
    'plugin/facts/reduce.ts',
    'plugin/facts/promises',
    'plugin/facts/syntax.ts',
    'plugin/facts/variables.ts',
  ],
  'plugin/formatters': [
    'plugin/guide',
    'plugin/rules/evidence.ts',
    'plugin/rules/rule-id.ts',
    'plugin/rules/suggestions.ts',
  ],
  'plugin/files': ['plugin/lint', 'plugin/formatters', 'eslint-plugin/package.json'],
  'plugin/cli': [
    'plugin/files',
    'plugin/formatters',
    'plugin/guide/model.ts',
    'plugin/lint',
    'plugin/locale',
    'plugin/index.ts',
    'plugin/rules/rule-id.ts',
    'eslint-plugin/package.json',
  ],
  'extension/server': [
    'extension/protocol.ts',
    'plugin/explain.ts',
    'plugin/files',
    'plugin/formatters/markup.ts',
    'plugin/guide',
    'plugin/lint',
    'plugin/locale',
    'plugin/index.ts',
    'plugin/rules/rule-id.ts',
  ],
  'extension/client': ['extension/protocol.ts', 'plugin/guide/model.ts'],
};

/** A room's folder: `plugin/` stands for the plugin's sources. */
const folder = (room) => `./${room.replace(/^plugin\//, 'eslint-plugin/src/')}`;

const sleepless = 'Wait for the event itself; mocha ends a test that hangs.';

export default defineConfig(
  includeIgnoreFile(join(import.meta.dirname, '.gitignore')),
  globalIgnores(['test/fixtures/']),
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
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: Object.entries(rooms).map(([room, mayImport]) => ({
            target: folder(room),
            from: './',
            except: ['./node_modules', ...[room, ...mayImport].map(folder)],
            message: `'${room}' may import ${mayImport.join(', ') || 'nothing of the project'}; see ARCHITECTURE.md.`,
          })),
        },
      ],
      // Syntax trees are compared by ESTree's plain names, so that no parser is loaded for an enum.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
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
  // Expressions hold functions, functions statements, statements expressions: reading a tree goes in circles.
  { files: ['eslint-plugin/src/facts/**'], rules: { 'import-x/no-cycle': 'off' } },
  { files: ['eslint-plugin/src/rules/**'], extends: [eslintPlugin.configs.recommended] },
  {
    // The lists of a test, a tool or a benchmark are short, and what it started it waits for, failed or not.
    files: ['bench/**', 'test/**', 'tools/**'],
    rules: { 'gather/no-unbounded-concurrency': 'off', 'gather/prefer-abort-on-failure': 'off' },
  },
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
        { selector: 'Property[key.name=/^(only|skip)$/][value.value=true]', message: 'Every test runs.' },
        { selector: 'CallExpression[callee.name="setTimeout"]', message: sleepless },
        { selector: 'ImportDeclaration[source.value=/timers.promises/]', message: sleepless },
      ],
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
