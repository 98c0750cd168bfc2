// Finds a Chromium: the one of CHROME_PATH or the PATH, else npm's, else Debian's.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cached } from './cache.js';
import { npmInstall } from './npm.js';

const run = promisify(execFile);

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const npmPackage = '@sparticuz/chromium';
const advice = 'Install Chromium, or set CHROME_PATH to the one you have, and run the editor tests again.';

/**
 * @param node a Node.js 24, which npm's package asks for
 * @returns absolute path of a Chromium that starts. CHROME_PATH may name the file, or be `npm` to
 *   pass over the installed ones.
 * @throws with what to do where there is none and none can be fetched
 */
export async function findChromium(node: string): Promise<string> {
  const wish = process.env['CHROME_PATH'];
  if (wish !== undefined && wish !== '' && wish !== 'npm') return wish;
  const installed = wish === 'npm' ? undefined : onPath();
  return installed ?? (await fromNpm(node)) ?? (await fromDebian()) ?? Promise.reject(new Error(advice));
}

function onPath(): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return directories.flatMap((directory) => names.map((name) => join(directory, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** npm's package unpacks itself below TMPDIR, which is set to its own folder of the cache. */
async function fromNpm(node: string): Promise<string | undefined> {
  try {
    const directory = await cached('chromium', async (target) => {
      await npmInstall(target, `${npmPackage}@153.0.0`);
      const entry = pathToFileURL(join(target, 'node_modules', npmPackage, 'build', 'esm', 'index.js'));
      const script = `import(${JSON.stringify(entry.href)}).then((module) => module.default.executablePath())`;
      await run(node, ['--eval', script], { env: { ...process.env, TMPDIR: target } });
    });
    const file = join(directory, 'chromium');
    await run(file, ['--version']);
    return file;
  } catch (error) {
    console.error(`npm's ${npmPackage} does not run here: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  } catch (error) {
    console.error(`Debian's chromium cannot be installed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return onPath();
}
