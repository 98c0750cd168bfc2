// The language servers that are compared, each driven over stdio.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeEnvironment, nodeOptions } from '../../extension/client/node-options.js';
import { Editor, serverFile } from '../../test/extension/server/client.js';

/** A server to be measured. */
export interface Contender {
  name: string;
  /** Whether it answers hovers. */
  hovers: boolean;
  /** Starts it for a workspace, ready for its first document. */
  start: (workspace: string) => Promise<Editor>;
}

const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

/** An editor with a server, whose last words are shown. */
function listenedTo(server: ChildProcessWithoutNullStreams): Editor {
  server.stderr.pipe(process.stderr);
  return new Editor(server);
}

/** Where, and how, the servers run. */
export interface Runtime {
  /** The Node.js that VS Code brings, or as good as that. */
  node: string;
  /** Folder for what V8 compiled, which the extension has too. */
  compiled: string;
  /** vscode-eslint, built. */
  vscodeESLint: string | undefined;
}

/** Gather's server as VS Code starts it. */
function gather(name: string, trusted: boolean, { node, compiled }: Runtime): Contender {
  return {
    name,
    hovers: true,
    async start() {
      const env = { ...process.env, ...nodeEnvironment(compiled) };
      const editor = listenedTo(spawn(node, [...nodeOptions, serverFile, '--stdio'], { env }));
      await editor.initialize(capabilities, { trusted });
      return editor;
    },
  };
}

/** The server of vscode-eslint, as its published sources build it. */
function vscodeESLint(server: string, { node }: Runtime): Contender {
  return {
    name: 'vscode-eslint',
    hovers: false,
    async start(workspace) {
      const editor = listenedTo(spawn(node, [server, '--stdio']));
      const settings = { validate: 'on', workspaceFolder: { uri: workspace, name: 'workspace' } };
      editor.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => settings),
      );
      await editor.initialize(capabilities);
      return editor;
    },
  };
}

/**
 * The servers that there are.
 * @throws when there is no built vscode-eslint in the folder
 */
export function contenders(runtime: Runtime): Contender[] {
  const { vscodeESLint: folder } = runtime;
  const own = [gather('Gather, recommended', false, runtime), gather("Gather, project's ESLint", true, runtime)];
  if (folder === undefined) return own;
  const server = join(folder, 'server', 'out', 'eslintServer.js');
  if (!existsSync(server))
    throw new Error(`There is no ${server}: build vscode-eslint there, by its \`npm run esbuild\`.`);
  return [...own, vscodeESLint(server, runtime)];
}
