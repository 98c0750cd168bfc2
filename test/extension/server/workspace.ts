// Workspaces on a disk, with the ESLint of this repository.
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTree } from '../../eslint-plugin/files/tree.js';

/** A module with one loop that can run concurrently. */
export const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';

const plugin = JSON.stringify(pathToFileURL(resolve('eslint-plugin/dist/index.js')).href);

/** An `eslint.config.mjs` that marks the loop as a warning or an error. */
export function configuration(level: 'warn' | 'error'): string {
  return `import gather from ${plugin};\nexport default [{ plugins: { gather }, rules: { 'gather/no-await-in-loop': '${level}' } }];\n`;
}

/**
 * Makes a workspace that is removed after the test.
 * @param files contents by path relative to the workspace
 * @returns the workspace's absolute path
 */
export function makeWorkspace(files: Record<string, string>): string {
  const root = makeTree({ 'package.json': '{}', ...files });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  return root;
}

/** The URI of a file, as Node.js writes it. */
export function uriOf(root: string, name: string): string {
  return pathToFileURL(join(root, name)).href;
}
