// Builds the npm package eslint-plugin-gather into eslint-plugin/dist. It has no dependencies of its own,
// because an `@typescript-eslint/*` among them would not install beside TypeScript 7; what it needs is bundled.
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import ts from 'typescript';
import { writeNotices } from './notices.js';
import { parserOnly } from './parser-only.js';

const source = 'eslint-plugin/src';
const dist = 'eslint-plugin/dist';

/** The command holds CommonJS, which asks for Node's own modules by `require` and for its own name. */
const requireBanner = `import { createRequire as bundleRequire } from 'node:module';
import { fileURLToPath as bundlePath } from 'node:url';
const require = bundleRequire(import.meta.url);
const __filename = bundlePath(import.meta.url);`;

/** Loading it takes nearly as long as all the rest, so a lint of JavaScript goes without. What asks for it is shared. */
const lazyParser = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
export function parseForESLint(text, options) {
  return require('../parser.cjs').parseForESLint(text, options);
}`;

/** A file of dist by its name without ending, and the module that it is made of. */
type Modules = Readonly<Record<string, string>>;

/** Files of dist that are built together. */
interface Bundle {
  modules: Modules;
  options?: BuildOptions;
}

const formatters: Modules = {
  'formatters/github': 'formatters/github.ts',
  'formatters/markdown': 'formatters/markdown.ts',
  'formatters/rdjson': 'formatters/rdjson.ts',
  'formatters/sarif': 'formatters/sarif.ts',
  'formatters/sarif-merge': 'formatters/sarif-merge.ts',
};

/** What may be imported, with types. */
const library: Modules = { index: 'index.ts', explain: 'lint/explain.ts', ...formatters };

/** What the command and the language server take from beside the library. */
const reasoning: Modules = {
  guide: 'guide/index.ts',
  lint: 'lint/embedded.ts',
  explained: 'lint/explained.ts',
  // It reads what the rules keep while they run.
  carried: 'lint/carried.ts',
  locale: 'locale/index.ts',
};

/** Modules of types alone, which those of the library name. */
const typeModules: Modules = { 'formatters/result': 'formatters/result.ts' };

/** The bundles import each other rather than hold each other. */
const bundles: Bundle[] = [
  // What they share, above all the reasoning, goes into files of its own.
  { modules: { ...library, ...reasoning }, options: { splitting: true, chunkNames: 'shared/[hash]' } },
  // TypeScript asks for `__filename` and more of CommonJS, so this one stays what it was.
  { modules: { parser: 'lint/parser.ts' }, options: { format: 'cjs', outExtension: { '.js': '.cjs' }, minify: true } },
  {
    modules: { cli: 'cli/main.ts', worker: 'files/worker.ts', server: '../../extension/server/main.ts' },
    options: { banner: { js: requireBanner }, splitting: true, chunkNames: 'cli-[hash]' },
  },
];

/** Turns an import of another bundle's module into an import of that bundle. */
function siblings(own: Bundle): Plugin {
  const others = bundles.filter((other) => other !== own).flatMap(({ modules }) => Object.entries(modules));
  return {
    name: 'siblings',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const module = join(resolveDir, path).replaceAll('\\', '/').replace(/\.js$/u, '.ts');
        const [sibling] = others.find(([, from]) => module.endsWith(`/${source}/${from}`)) ?? [];
        if (sibling === 'parser') return { path: 'parser', namespace: 'lazy' };
        return sibling === undefined ? undefined : { path: `./${sibling}.js`, external: true };
      });
      bundle.onLoad({ filter: /^parser$/, namespace: 'lazy' }, () => ({ contents: lazyParser }));
    },
  };
}

async function bundle(own: Bundle): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: Object.fromEntries(Object.entries(own.modules).map(([to, from]) => [to, join(source, from)])),
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['eslint'],
    plugins: [siblings(own), parserOnly],
    legalComments: 'none',
    logLevel: 'warning',
    ...own.options,
    metafile: true,
  });
  return metafile;
}

/** The plugin is loaded by every lint, and what parses TypeScript takes several times as long to load as all of it. */
function refuseTypeScript({ inputs }: Metafile): void {
  const found = Object.keys(inputs).find((path) => path.includes('node_modules/typescript/'));
  if (found) throw new Error(`The plugin would load TypeScript (${found}): import types only, or a narrower entry.`);
}

/** The library's modules export only what speaks of ESLint's types, so their declarations stand alone. */
async function writeTypes(to: string, from: string): Promise<string> {
  const text = await readFile(join(source, from), 'utf8');
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, { reportDiagnostics: true });
  const [problem] = diagnostics;
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  const written = Object.keys({ ...library, ...typeModules });
  const foreign = ts
    .preProcessFile(outputText)
    .importedFiles.find(
      ({ fileName }) =>
        fileName !== 'eslint' &&
        !written.includes(join(dirname(to), fileName).replace(/\\/gu, '/').replace(/\.js$/u, '')),
    );
  if (foreign) throw new Error(`The types of ${from} would need ${foreign.fileName}, which a user need not have.`);
  await writeFile(join(dist, `${to}.d.ts`), outputText);
  return `${to}.d.ts`;
}

const [plugin, ...others] = await Promise.all(bundles.map(bundle));
if (!plugin) throw new Error('Nothing was built.');
refuseTypeScript(plugin);
const outputs = Object.assign({}, plugin.outputs, ...others.map((metafile) => metafile.outputs)) as Metafile['outputs'];
const [types] = await Promise.all([
  Promise.all(Object.entries({ ...library, ...typeModules }).map(([to, from]) => writeTypes(to, from))),
  writeNotices({ inputs: {}, outputs }, join(dist, 'NOTICES.txt')),
  ...['cli.js', 'server.js'].map((program) => chmod(join(dist, program), 0o755)),
  copyFile('LICENSE', 'eslint-plugin/LICENSE'),
]);

const shipped = new Set([...Object.keys(outputs).map((path) => relative(dist, path)), ...types, 'NOTICES.txt']);
const files = await readdir(dist, { recursive: true, withFileTypes: true });
const stale = files
  .filter((entry) => !entry.isDirectory())
  .map(({ parentPath, name }) => relative(dist, join(parentPath, name)))
  .filter((path) => !shipped.has(path.replaceAll(sep, '/')));
await Promise.all(stale.map((path) => rm(join(dist, path))));
