// The commands of the palette.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  env,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  guideCommand,
  type ScanProgress,
  scanProgress,
  scanRequest,
  type ScanResult,
  silenceCommand,
} from '../protocol.js';
import { silence } from './silence.js';
import { debugInformation } from './debug-information.js';
import { openGuide } from './guide.js';
import { openSample, rewriteSample } from './sample.js';

/** Makes the commands that `package.json` names. */
export function registerCommands(client: LanguageClient, extension: Uri): Disposable {
  return Disposables.from(
    commands.registerCommand('gather.scanWorkspace', () => scanWorkspace(client)),
    commands.registerCommand(silenceCommand, silence),
    commands.registerCommand(guideCommand, (chapter?: string) => openGuide(extension, chapter)),
    commands.registerCommand('gather.openSample', openSample),
    commands.registerCommand('gather.rewriteSample', rewriteSample),
    commands.registerCommand('gather.restartServer', () => client.restart()),
    commands.registerCommand('gather.showOutput', () => client.outputChannel.show()),
    commands.registerCommand('gather.copyDebugInformation', async () => {
      await env.clipboard.writeText(debugInformation(client));
      void window.showInformationMessage(l10n.t('Debug information was copied.'));
    }),
  );
}

/** Lints all files of the workspace, with a bar that can be cancelled. */
async function scanWorkspace(client: LanguageClient): Promise<ScanResult> {
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const options = { location: ProgressLocation.Notification, title: l10n.t('Gather: scanning'), cancellable: true };
  const result = await window.withProgress(options, async (progress, token) => {
    let last = 0;
    const listening = client.onNotification(scanProgress, ({ done, total }: ScanProgress) => {
      progress.report({ message: `${done}/${total}`, increment: ((done - last) / total) * 100 });
      last = done;
    });
    return client.sendRequest<ScanResult>(scanRequest, { folders }, token).finally(() => {
      listening.dispose();
    });
  });
  const text = result.cancelled
    ? l10n.t('Scan cancelled: {0} findings in {1} files so far.', result.findings, result.files)
    : l10n.t('{0} findings in {1} files.', result.findings, result.files);
  void window.showInformationMessage(text);
  return result;
}
