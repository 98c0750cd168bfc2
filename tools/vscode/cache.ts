// Keeps what the editor tests fetch in an ignored folder, so that only the first run fetches.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Where everything that is fetched lies; ignored by git. */
export const cacheDirectory = join(repository, '.vscode-test');

const unfinished = /\.(\d+)\.part$/;

/**
 * Gives a folder of the cache, filling it first if it is not there.
 * A run that dies half-way leaves only a `.part` folder, which the next run removes.
 * @param name the folder's name below the cache
 * @param fill puts the content into the empty folder it is given
 * @returns the folder's absolute path
 */
export async function cached(name: string, fill: (directory: string) => Promise<void>): Promise<string> {
  const target = join(cacheDirectory, name);
  if (existsSync(target)) return target;
  mkdirSync(cacheDirectory, { recursive: true });
  removeLeftovers();
  const part = `${target}.${process.pid}.part`;
  try {
    mkdirSync(part);
    await fill(part);
    moveInto(part, target);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return target;
}

/** Renames a filled folder to its final name, unless another run was quicker. */
function moveInto(part: string, target: string): void {
  try {
    renameSync(part, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

function removeLeftovers(): void {
  for (const name of readdirSync(cacheDirectory)) {
    const owner = unfinished.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(cacheDirectory, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
