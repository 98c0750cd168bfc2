// The npm package as it would be published, packed once for all tests.
import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from '../../tools/npm.js';

const execute = promisify(execFile);

/** What `npm pack` says of a tarball. Sizes are in bytes. */
export interface Packed {
  filename: string;
  size: number;
  unpackedSize: number;
  files: { path: string; mode: number }[];
}

/**
 * Runs the user's own npm with the user's own configuration.
 * @returns what it printed
 * @throws with npm's own words when npm fails
 */
export async function npm(cwd: string, ...args: string[]): Promise<string> {
  const [program, ...first] = npmCommand();
  const { stdout } = await execute(program, [...first, '--loglevel=error', ...args], { cwd, maxBuffer: 1e8 });
  return stdout;
}

/** Makes an empty folder outside the repository. `remove` takes it away again. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'gather-package-'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/** Packs the built package into a folder. */
export async function pack(folder: string): Promise<Packed & { path: string }> {
  const output = await npm(resolve('eslint-plugin'), 'pack', '--json', '--pack-destination', folder);
  const [packed] = JSON.parse(output) as Packed[];
  if (!packed) throw new Error('npm packed nothing.');
  return { ...packed, path: join(folder, packed.filename) };
}
