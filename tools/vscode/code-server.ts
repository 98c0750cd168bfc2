// Fetches VS Code's server (with its workbench for the browser) out of npm's `code-server`.
import { join } from 'node:path';
import { cached } from './cache.js';
import { npmInstall } from './npm.js';

const version = '4.139.1';

/** @returns absolute path of VS Code's folder, the one that has `out/server-main.js` */
export async function findVSCode(): Promise<string> {
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  const directory = await cached(`code-server-${version}`, async (target) => {
    await npmInstall(target, `code-server@${version}`);
    await npmInstall(join(target, inside));
    await npmInstall(join(target, inside, 'extensions'));
  });
  return join(directory, inside);
}
