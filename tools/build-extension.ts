// Bundles the extension and its language server, each into one file of dist/, and the suite for VS Code.
// `--minify` makes them small for the package.
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { clientFeatures } from './client-features.js';
import { compileAtOnce } from './compile-at-once.js';
import { writeNotices } from './notices.js';
import { parserOnly } from './parser-only.js';

/**
 * ESLint's build without a file system: the same linter, a third of the size. Only the package itself is
 * replaced, not the paths below it.
 */
const universalESLint: Plugin = {
  name: 'universal-eslint',
  setup(bundle) {
    bundle.onResolve({ filter: /^eslint$/ }, ({ resolveDir, kind }) =>
      bundle.resolve('eslint/universal', { resolveDir, kind }),
    );
  },
};

const minify = process.argv.includes('--minify');

// VS Code 1.91 loads an extension as CommonJS, on Node.js 20.9.
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
  minify,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

const [client, server] = await Promise.all([
  build({ ...common, entryPoints: ['extension/client/extension.ts'], external: ['vscode'], plugins: [clientFeatures] }),
  build({
    ...common,
    entryPoints: { server: 'extension/server/main.ts' },
    plugins: [universalESLint, parserOnly],
  }),
  build({
    ...common,
    entryPoints: { 'test/editor': 'test/editor/index.ts' },
    external: ['vscode'],
    minify: false,
    // mocha asks for files of its parallel runs only when it runs in parallel.
    logOverride: { 'require-resolve-not-external': 'silent' },
  }),
]);

const outputs = { ...client.metafile.outputs, ...server.metafile.outputs };
await writeNotices({ inputs: {}, outputs }, 'dist/NOTICES.txt');
if (minify) await Promise.all(['dist/extension.cjs', 'dist/server.cjs'].map(compileAtOnce));
