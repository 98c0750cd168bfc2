// Starts VS Code's server in throw-away folders.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { atEnd } from './ending.js';

const run = promisify(execFile);

/** The user's settings: nobody is there to answer questions, or to chat, and a file stays as it is unless it is saved. */
const userSettings = {
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** What a server needs to run. */
export interface Installation {
  /** Absolute path of a Node.js 24. */
  node: string;
  /** Absolute path of VS Code's folder. */
  vscode: string;
}

/**
 * Installs a `.vsix` for the servers that are started on the same folder.
 * @param home the throw-away folder that stands for the user's home
 */
export async function installExtension(installation: Installation, home: string, vsix: string): Promise<void> {
  const args = [entryOf(installation), '--install-extension', vsix, ...folderOptions(home)];
  await run(installation.node, args, { env: environment(home) }).catch((error: unknown) => {
    throw new Error(`VS Code cannot install ${vsix}; build it with \`npm run package\`.`, { cause: error });
  });
}

/**
 * Starts a server on a free port of this machine. It ends with the run, and its extension hosts too.
 * @param home the throw-away folder that stands for the user's home
 * @param trusted whether the workspace is trusted; otherwise it opens in Restricted Mode
 * @param variables environment variables for the extension host
 * @returns host and port, as the browser and VS Code's remote addresses name them
 * @throws when the server ends before it listens
 */
export async function startServer(
  installation: Installation,
  home: string,
  { trusted, variables }: { trusted: boolean; variables: Record<string, string> },
): Promise<string> {
  const options = [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-telemetry', '--enable-smoke-test-driver', '--enable-remote-auto-shutdown'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...folderOptions(home),
  ];
  await mkdir(join(home, 'user', 'User'), { recursive: true });
  await writeFile(join(home, 'user', 'User', 'settings.json'), JSON.stringify(userSettings));
  const server = spawn(installation.node, [entryOf(installation), ...options], {
    env: { ...environment(home), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  atEnd(() => stopGroup(server));
  return `127.0.0.1:${await listeningPort(server)}`;
}

function entryOf({ vscode }: Installation): string {
  return join(vscode, 'out', 'server-main.js');
}

function folderOptions(home: string): string[] {
  const folders = { 'user-data-dir': 'user', 'extensions-dir': 'extensions', 'server-data-dir': 'server' };
  return Object.entries(folders).flatMap(([option, name]) => [`--${option}`, join(home, name)]);
}

function environment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C.UTF-8' };
}

/** Reads the port from what the server says, and keeps its last lines for the error. */
async function listeningPort(server: ChildProcess): Promise<number> {
  const lines: string[] = [];
  const port = new Promise<number>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        const match = /Extension host agent listening on (\d+)/.exec(line);
        if (match) resolve(Number(match[1]));
      });
    }
  });
  const ended = once(server, 'exit').then(() => {
    throw new Error(`VS Code's server ended before it listened:\n${lines.slice(-20).join('\n')}`);
  });
  return Promise.race([port, ended]);
}

/** The server leads a process group of its own, in which its extension hosts are too. */
async function stopGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // Every process of the group has ended already.
  }
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}
