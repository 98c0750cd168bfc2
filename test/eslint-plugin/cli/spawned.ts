// The built command in a process of its own, as a user runs it.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const dist = resolve('eslint-plugin/dist');

interface Given {
  env?: NodeJS.ProcessEnv;
  /** The script to run. */
  cli?: string;
  /** What comes in by the standard input. */
  input?: string | Uint8Array;
  /** The user who runs it. */
  uid?: number;
}

/** Runs the command in a folder, without colour unless `env` asks for it. */
export function gather(
  cwd: string,
  args: readonly string[] = [],
  { env = {}, cli = join(dist, 'cli.js'), input = '', uid }: Given = {},
): { status: number | null; stdout: string; stderr: string; errors: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env: {
      ...process.env,
      LC_ALL: 'C',
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      GITHUB_STEP_SUMMARY: undefined,
      ...env,
    },
    encoding: 'utf8',
    maxBuffer: 1e9,
    input,
    ...(uid !== undefined && { uid }),
  });
  return { status, stdout, stderr, errors: stderr.split('\n').slice(0, -1) };
}
