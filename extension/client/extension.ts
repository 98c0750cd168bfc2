// The extension as VS Code loads it: starts the language server and stops it again.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type DocumentSelector } from 'vscode-languageclient/node';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** Texts that someone edits: not the old side of a comparison, nor the output of a command. */
const schemes = ['file', 'untitled', 'vscode-vfs'];

const documentSelector: DocumentSelector = schemes.flatMap((scheme) =>
  languages.map((language) => ({ scheme, language })),
);

let client: LanguageClient | undefined;

/** Called by VS Code when the first document of one of the languages is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'gather',
    'Gather',
    { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc },
    { documentSelector, diagnosticPullOptions: { onChange: true, onTabs: false } },
  );
  await client.start();
}

/** Called by VS Code before it ends. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
