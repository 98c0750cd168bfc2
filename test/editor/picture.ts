// Brings the editor into the state of the README's picture; the runner outside takes it.
import assert from 'node:assert/strict';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { commands, Selection, Uri, window, workspace } from 'vscode';
import { untilDiagnostics } from './events.js';

describe('The picture', () => {
  it('shows the marked loop and its hover', async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'src', 'team.ts'));
    const editor = await window.showTextDocument(document, { preview: false });
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const { start } = diagnostic.range;
    editor.selection = new Selection(start, start);
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    await picture('editor');
  });
});

/** Asks the runner for a picture and waits until it is taken. */
async function picture(name: string): Promise<void> {
  const directory = process.env['GATHER_PICTURES'];
  assert.ok(directory);
  await new Promise<void>((resolve) => {
    const watcher = watch(directory, () => {
      if (!existsSync(join(directory, `${name}.png`))) return;
      watcher.close();
      resolve();
    });
    console.log(`[picture] ${name}`);
  });
}
