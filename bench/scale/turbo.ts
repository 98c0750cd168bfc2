// Turborepo, with a remote cache of its own on this machine.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Engine, Ran, RemoteCache } from './engine.js';

const execute = promisify(execFile);
const require = createRequire(import.meta.url);

export const turborepo: Engine = { name: 'Turborepo', configuration: 'turbo.json', startCache, runLint };

async function startCache(folder: string): Promise<RemoteCache> {
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const server = spawn(process.execPath, [join(folderOf('turborepo-remote-cache'), 'dist/cli.js')], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It tells on its standard output of more before it listens.
  for await (const line of createInterface(server.stdout)) if (line.includes('listening')) break;
  server.stdout.resume();
  return {
    variables: {
      TURBO_API: `http://127.0.0.1:${port}`,
      TURBO_TOKEN: token,
      TURBO_TEAM: 'team_example',
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function runLint(root: string, { variables }: RemoteCache): Promise<Ran> {
  const turbo = join(folderOf('turbo'), 'bin/turbo');
  const args = [turbo, '--skip-infer', 'run', 'lint', '--summarize', '--output-logs=errors-only'];
  const start = performance.now();
  await execute(process.execPath, args, { cwd: root, env: { ...process.env, ...variables }, maxBuffer: 1e8 });
  const elapsed = (performance.now() - start) / 1000;
  const runs = join(root, '.turbo/runs');
  const [name = ''] = await readdir(runs);
  const { execution } = JSON.parse(await readFile(join(runs, name), 'utf8')) as {
    execution: { attempted: number; cached: number };
  };
  await rm(runs, { recursive: true });
  return { elapsed, tasks: execution.attempted, hits: execution.cached };
}

function folderOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
