// Finds the Node.js that VS Code's server runs on: this one if it is of the right version, else npm's.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.js';
import { npmInstall } from './npm.js';

/**
 * @returns absolute path of a Node.js 24, fetched from npm if this process runs on another one
 * @throws where npm has none for this platform
 */
export async function findNode24(): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const directory = await cached('node-24', (target) => npmInstall(target, `${name}@24`));
  const binary = join(directory, 'node_modules', name, 'bin', 'node');
  if (!existsSync(binary)) throw new Error(`Run the editor tests with Node.js 24: npm has none as ${name}.`);
  return binary;
}
