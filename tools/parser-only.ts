// Takes of TypeScript what reads a text and leaves the rest out of a bundle. Gather asks for no types, and the checker,
// the emitter and the language service would be half of the server, and take 50 MB of memory as they are loaded.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The modules of TypeScript that are left in: all up to the parser, in its file's own order, and those with its nodes. */
const lastOfParser = '// src/compiler/parser.ts\n';
const nodeModules = ['// src/services/utilities.ts\n', '// src/services/services.ts\n'];

/** TypeScript in one file, and the packages that ask for it. */
const typescript = /[\\/]typescript[\\/]lib[\\/]typescript\.js$/;
const askers = /[\\/]node_modules[\\/](?:@typescript-eslint|ts-api-utils)[\\/].*\.js$/;

/** What typescript-eslint does with a program of TypeScript, which there is none of without types. */
const programs =
  /[\\/]@typescript-eslint[\\/](?:project-service[\\/]|typescript-estree[\\/]dist[\\/](?:create-program[\\/](?:createIsolatedProgram|createProjectProgram|getWatchProgramsForProjects|useProvidedPrograms)|useProgramFromProjectService|semantic-or-syntactic-errors)\.js$)/;

/**
 * The plugin for esbuild. A build fails where TypeScript is no longer put together as it was, or where something of it is
 * imported that is not there; that the rest of it parses as all of it would is tested.
 */
export const parserOnly: Plugin = {
  name: 'parser-only',
  setup(bundle) {
    bundle.initialOptions.logOverride = { ...bundle.initialOptions.logOverride, 'import-is-undefined': 'error' };
    bundle.onLoad({ filter: typescript }, async ({ path }) => ({
      contents: parserOf(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    bundle.onLoad({ filter: programs }, () => ({ contents: '' }));
    bundle.onLoad({ filter: askers }, async ({ path }) => ({
      contents: importing(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** The parser as a module, whose exports esbuild can tell apart and leave out. */
function parserOf(text: string): string {
  const [head = '', exported = '', ...modules] = text.split(/^(?=\/\/ src\/)/mu);
  const last = modules.findIndex((module) => module.startsWith(lastOfParser));
  const nodes = nodeModules.map((name) => modules.find((module) => module.startsWith(name)));
  const [, helpers] = head.split('"use strict";\n');
  if (helpers === undefined || last === -1 || nodes.includes(undefined))
    throw new Error('TypeScript is put together in another way than before.');
  const code = [helpers, ...modules.slice(0, last + 1), ...nodes].join('');
  const declared = new Set(
    Array.from(code.matchAll(/^(?:async )?(?:var|function\*?|class) (\w+)/gmu), ([, name]) => name),
  );
  const names = Array.from(exported.matchAll(/^ {2}(\w+): \(\) => \1,?$/gmu), ([, name]) => name).filter((name) =>
    declared.has(name),
  );
  return `${code}\nexport { ${names.join(', ')} };`;
}

/** A module that imports TypeScript, and the utilities on it, rather than to require all of them. */
function importing(text: string): string {
  return text
    .replace(
      /^const (\w+) = (?:__importStar\()?require\("(typescript|ts-api-utils)"\)\)?;$/gmu,
      'import * as $1 from "$2";',
    )
    .replace(/^import (\w+) from 'typescript';$/gmu, "import * as $1 from 'typescript';");
}
