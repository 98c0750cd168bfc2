// Builds the npm package eslint-plugin-gather into eslint-plugin/dist. It has no dependencies of its own,
// because an `@typescript-eslint/*` among them would not install beside TypeScript 7; what it needs is bundled.
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import ts from 'typescript';
import { writeNotices } from './notices.js';

const source = 'eslint-plugin/src';
const dist = 'eslint-plugin/dist';

/** The command holds CommonJS, which asks for Node's own modules by `require`. */
const requireBanner = `import { createRequire as bundleRequire } from 'node:module';
const require = bundleRequire(import.meta.url);`;

/** Loading TypeScript takes as long as all the rest, so a lint of JavaScript goes without. */
const lazyParser = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
export function parseForESLint(text, options) {
  return require('./parser.cjs').parseForESLint(text, options);
}`;

/** Each file of dist and the module it is made of. They import each other rather than hold each other. */
const bundles: { from: string; to: string; options?: BuildOptions }[] = [
  { from: 'index.ts', to: 'index.js' },
  { from: 'lint/embedded.ts', to: 'lint.js' },
  // TypeScript asks for `__filename` and more of CommonJS, so this one stays what it was.
  { from: 'lint/parser.ts', to: 'parser.cjs', options: { format: 'cjs', minify: true } },
  { from: 'cli/main.ts', to: 'cli.js', options: { banner: { js: requireBanner } } },
];

/** Turns an import of another bundle's module into an import of that bundle. */
function siblings(own: string): Plugin {
  return {
    name: 'siblings',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const module = join(resolveDir, path).replaceAll('\\', '/').replace(/\.js$/u, '.ts');
        const sibling = bundles.find(({ from, to }) => to !== own && module.endsWith(`/${source}/${from}`));
        if (sibling?.to === 'parser.cjs') return { path: 'parser', namespace: 'lazy' };
        return sibling && { path: `./${sibling.to}`, external: true };
      });
      bundle.onLoad({ filter: /^parser$/, namespace: 'lazy' }, () => ({ contents: lazyParser }));
    },
  };
}

async function bundle({ from, to, options }: (typeof bundles)[number]): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [join(source, from)],
    outfile: join(dist, to),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['eslint'],
    plugins: [siblings(to)],
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
    metafile: true,
  });
  return metafile;
}

/** The plugin is loaded by every lint, and TypeScript would cost each of them a third of a second. */
function refuseTypeScript({ inputs }: Metafile): void {
  const found = Object.keys(inputs).find((path) => path.includes('node_modules/typescript/'));
  if (found) throw new Error(`The plugin would load TypeScript (${found}): import types only, or a narrower entry.`);
}

/** `index.ts` speaks only of ESLint's types, so its declarations stand alone. */
async function writeTypes(): Promise<void> {
  const text = await readFile(join(source, 'index.ts'), 'utf8');
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, { reportDiagnostics: true });
  const [problem] = diagnostics;
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  await writeFile(join(dist, 'index.d.ts'), outputText);
}

const [plugin, ...others] = await Promise.all(bundles.map(bundle));
if (!plugin) throw new Error('Nothing was built.');
refuseTypeScript(plugin);
const outputs = Object.assign({}, plugin.outputs, ...others.map((metafile) => metafile.outputs)) as Metafile['outputs'];
await Promise.all([
  writeTypes(),
  writeNotices({ inputs: {}, outputs }, join(dist, 'NOTICES.txt')),
  chmod(join(dist, 'cli.js'), 0o755),
  copyFile('LICENSE', 'eslint-plugin/LICENSE'),
]);

const shipped = new Set([...Object.keys(outputs).map((path) => basename(path)), 'index.d.ts', 'NOTICES.txt']);
const stale = (await readdir(dist)).filter((file) => !shipped.has(file));
await Promise.all(stale.map((file) => rm(join(dist, file), { recursive: true })));
