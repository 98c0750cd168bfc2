// Nx, with a remote cache of its own on this machine that speaks the protocol of self-hosted ones.
// See https://nx.dev/docs/kb/self-hosted-caching
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Engine, Ran, RemoteCache } from './engine.js';

const execute = promisify(execFile);

export const nx: Engine = { name: 'Nx', configuration: 'nx.json', startCache, runLint };

async function startCache(): Promise<RemoteCache> {
  const token = randomBytes(16).toString('hex');
  const server = createServer(keeping(token)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    variables: {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: `http://127.0.0.1:${port}`,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token,
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Keeps what is put at an address, and gives it to whoever has the token. */
function keeping(token: string): RequestListener {
  const kept = new Map<string | undefined, Buffer>();
  return (request, response) => {
    const answer = (status: number, body?: Buffer): unknown => response.writeHead(status).end(body);
    if (request.headers.authorization !== `Bearer ${token}`) answer(401);
    else if (request.method === 'PUT')
      buffer(request).then(
        (body) => {
          kept.set(request.url, body);
          answer(200);
        },
        () => answer(400),
      );
    else answer(kept.has(request.url) ? 200 : 404, kept.get(request.url));
  };
}

async function runLint(root: string, { variables }: RemoteCache): Promise<Ran> {
  const own = join(root, '.nx');
  const env = {
    ...process.env,
    ...variables,
    NX_CACHE_DIRECTORY: join(own, 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(own, 'data'),
    NX_NATIVE_FILE_CACHE_DIRECTORY: join(own, 'native'),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
  };
  const command = join(root, 'node_modules/nx/dist/bin/nx.js');
  const args = [command, 'run-many', '--target', 'lint', '--outputStyle', 'static-failures-only'];
  const start = performance.now();
  await execute(process.execPath, args, { cwd: root, env, maxBuffer: 1e8 });
  const elapsed = (performance.now() - start) / 1000;
  const { tasks } = JSON.parse(await readFile(join(own, 'cache/run.json'), 'utf8')) as {
    tasks: { cacheStatus: string }[];
  };
  return { elapsed, tasks: tasks.length, hits: tasks.filter(({ cacheStatus }) => cacheStatus.endsWith('-hit')).length };
}
