// The extension as VS Code loads it: composes what there is around the language server.
import { type ExtensionContext, Uri, window } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { guideCommand } from '../protocol.js';
import { registerCommands } from './commands.js';
import { environment, watchEnvironment } from './environment.js';
import { nodeEnvironment, nodeOptions } from './node-options.js';
import { showStatus } from './status.js';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro'];

/** Texts that someone edits: not the old side of a comparison, nor the output of a command. */
const schemes = ['file', 'untitled', 'vscode-vfs'];

const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));

let client: LanguageClient | undefined;

/** Called by VS Code when the first document of one of the languages is opened, or a command is called. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Gather', { log: true });
  const compiled = Uri.joinPath(context.globalStorageUri, 'compiled');
  client = new LanguageClient(
    'gather',
    'Gather',
    {
      module: context.asAbsolutePath('dist/server.cjs'),
      transport: TransportKind.ipc,
      options: { execArgv: nodeOptions, env: nodeEnvironment(compiled.fsPath) },
    },
    {
      documentSelector,
      outputChannel: output,
      initializationOptions: environment,
      // Texts of the workspace come into hovers: a link in one runs no command but this.
      markdown: { isTrusted: { enabledCommands: [guideCommand] } },
      diagnosticPullOptions: { onChange: true, onTabs: false },
    },
  );
  context.subscriptions.push(
    output,
    registerCommands(client, context.extensionUri),
    showStatus(client, documentSelector),
    watchEnvironment(client),
  );
  await client.start();
  output.info(`The language server runs, version ${String(client.initializeResult?.serverInfo?.version)}.`);
}

/** Called by VS Code before it ends. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
