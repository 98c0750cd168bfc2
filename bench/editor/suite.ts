// Runs inside VS Code, in a fresh window: opens the first file, and says how long that took and what VS Code itself
// measured of the extension's activation.
import { commands, Uri, window, workspace } from 'vscode';
import { until, untilDiagnostics } from '../../test/editor/events.js';

export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No workspace is open.');
  const begun = performance.now();
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'short.ts'));
  await window.showTextDocument(document);
  await untilDiagnostics(document.uri, 1);
  const diagnostics = performance.now() - begun;
  await commands.executeCommand('perfview.show');
  const [, , , load, call] = await until(workspace.onDidChangeTextDocument, () => activation());
  console.log(`[figures] ${JSON.stringify({ diagnostics, activation: Number(load) + Number(call) })}`);
}

/** The extension's line in VS Code's own report on its start, once it is there. */
function activation(): string[] | undefined {
  const report = workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
  return /^.*\bgather\.gather\b.*$/m.exec(report)?.[0].split('|');
}
