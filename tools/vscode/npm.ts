// Runs the user's own npm, with the user's own configuration.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { npmCommand } from '../npm.js';
import { atEnd } from './ending.js';

const execute = promisify(execFile);

/** No script of any package runs, and nothing but the packages is written. */
const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];

/**
 * Runs `npm install` in a folder.
 * @param directory the folder that gets the `node_modules`
 * @param packages what to install, such as `node@24`; none installs the folder's own package.json
 * @throws with npm's own words when npm fails
 */
export async function npmInstall(directory: string, ...packages: string[]): Promise<void> {
  const [program, ...first] = npmCommand();
  const args = [...first, 'install', '--prefix', directory, ...options, ...packages];
  const running = execute(program, args, { cwd: directory, maxBuffer: 64 * 1024 * 1024 });
  atEnd(() => void running.child.kill());
  await running;
}
