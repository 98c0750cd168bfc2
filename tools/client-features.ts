// Takes of the language client what Gather's server has use for. The other features would be half of the extension, all
// of which VS Code's extension host compiles and sets up as it activates it.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The modules of the features that stay; pulling diagnostics asks for notebooks, too. */
const kept: readonly string[] = [
  'codeAction',
  'diagnostic',
  'fileSystemWatcher',
  'hover',
  'notebook',
  'textSynchronization',
];

const client = /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]client\.js$/;

/** By these the client asks whether VS Code is new enough, which VS Code has seen to by the manifest. */
const versions = /^semver\/functions\/(?:parse|satisfies)$/;

/** The plugin for esbuild. A build fails where the client is no longer put together as it was. */
export const clientFeatures: Plugin = {
  name: 'client-features',
  setup(bundle) {
    bundle.onLoad({ filter: client }, async ({ path }) => ({
      contents: withoutOthers(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    bundle.onResolve({ filter: versions }, () => ({ path: 'version', namespace: 'checked' }));
    bundle.onLoad({ filter: /^version$/, namespace: 'checked' }, () => ({ contents: 'module.exports = () => true;' }));
  },
};

/** The client's module without the features that are not kept, and without their modules. */
function withoutOthers(text: string): string {
  const registered = new Set<string>();
  const code = text.replace(/^ *this\.registerFeature\(new (\w+)_1\.\w+\(.*\n/gmu, (line, module: string) => {
    registered.add(module);
    return kept.includes(module) ? line : '';
  });
  if (!kept.every((module) => registered.has(module)))
    throw new Error('The language client is put together in another way than before.');
  return code.replace(/^const (\w+)_1 = require\("\.\/\w+"\);\n/gmu, (line, module: string) =>
    registered.has(module) && !kept.includes(module) ? '' : line,
  );
}
