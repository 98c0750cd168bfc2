// Bundles the extension and its language server, each into one file of dist/.
// `--minify` makes them small for the package. The suite for VS Code is bundled beside them.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

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
  minify,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

const bundles: (BuildOptions & { outfile: string })[] = [
  { entryPoints: ['extension/client/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  {
    entryPoints: ['extension/server/server.ts'],
    outfile: 'dist/server.cjs',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [universalESLint],
  },
];

for (const bundle of bundles) {
  await build({ ...common, ...bundle });
  const { size } = await stat(bundle.outfile);
  console.log(`${basename(bundle.outfile)}: ${(size / 1e6).toFixed(2)} MB`);
}
