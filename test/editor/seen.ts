// The extension as it is seen: brings the editor into a state and asks the runner outside for a picture, which does by
// mouse what the picture is to show.
import assert from 'node:assert/strict';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import {
  CodeActionTriggerKind,
  commands,
  env,
  languages,
  Selection,
  Uri,
  window,
  workspace,
  type Disposable,
  type Position,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { ScanResult } from '../../extension/protocol.js';
import { until, untilDiagnostics } from './events.js';

describe('What is seen', () => {
  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('notifications.clearAll');
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is in the language that was meant', () => {
    assert.equal(env.language, process.env['GATHER_LANGUAGE']);
  });

  it('the hover on a loop, and the picture in it', async () => {
    await atLoop();
    await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    await picture('hover');
    await picture('timeline');
  });

  it('the lightbulb, whose first entry rewrites the loop', async () => {
    const document = await atLoop();
    await picture('lightbulb');
    await picture('rewritten');
    await until(workspace.onDidChangeTextDocument, () =>
      document.getText().includes('Promise.all(') ? true : undefined,
    );
  });

  it('the preview of a rewrite', async () => {
    const document = await atLoop();
    const before = document.getText();
    await picture('preview');
    await commands.executeCommand('refactorPreview.discard');
    assert.equal(document.getText(), before);
  });

  it('why a loop has to stay sequential', async () => {
    const editor = await open('src/chain.ts');
    const loop = editor.document.getText().indexOf('for (');
    const listener = await settleAt(editor, editor.document.positionAt(loop));
    await commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite', apply: 'never' });
    await picture('refusal');
    await commands.executeCommand('hideCodeActionWidget');
    listener.dispose();
  });

  it('the language status, with the source of the rules', async () => {
    await atLoop();
    await picture('status');
  });

  it('the guide, with pictures in the colours of the theme', async () => {
    await commands.executeCommand('gather.openGuide');
    await picture('guide');
  });

  it('the walkthrough', async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', 'gather.gather#gather', false);
    await picture('walkthrough');
  });

  if (workspace.isTrusted) {
    it('a broken configuration, while the recommended rules go on', async () => {
      const { document } = await open('broken/loop.js');
      await untilDiagnostics(document.uri, 1);
      await commands.executeCommand('notifications.showList');
      await picture('broken');
    });

    it('a scan, which is cancelled, then fills the problems, and loses what is deleted', async () => {
      const wait = uriOf('waiting/wait');
      await workspace.fs.writeFile(wait, new Uint8Array());
      const scanning = scan();
      await commands.executeCommand('notifications.showList');
      await picture('scanning');
      await picture('cancelled');
      const first = await scanning;
      assert.ok(first.cancelled);

      await workspace.fs.delete(wait);
      await commands.executeCommand('notifications.clearAll');
      const second = await scan();
      assert.ok(!second.cancelled && first.files < second.files);
      const many = Array.from({ length: 20 }, (_, index) => uriOf(`many/${index}.js`));
      for (const uri of many) await untilDiagnostics(uri, 1);
      await commands.executeCommand('workbench.actions.view.problems');
      await picture('problems');
      await commands.executeCommand('workbench.action.closePanel');

      await workspace.fs.delete(uriOf('many'), { recursive: true });
      for (const uri of many) await untilDiagnostics(uri, 0);
    });
  } else {
    it('what is said of it in Restricted Mode', async () => {
      await commands.executeCommand('workbench.trust.manage');
      await picture('trust');
    });
  }
});

/** The URI of a file of the workspace. */
function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace. */
function open(name: string): Thenable<TextEditor> {
  return window.showTextDocument(uriOf(name), { preview: false });
}

/** Scans the workspace as the palette does. */
function scan(): Thenable<ScanResult> {
  return commands.executeCommand<ScanResult>('gather.scanWorkspace');
}

/** Opens a file with one marked loop, and puts the cursor at it. */
async function atLoop(): Promise<TextDocument> {
  const editor = await open('src/team.ts');
  const [diagnostic] = await untilDiagnostics(editor.document.uri, 1);
  assert.ok(diagnostic);
  const { start } = diagnostic.range;
  editor.selection = new Selection(start, start);
  return editor.document;
}

/**
 * Puts the cursor at a place and waits until VS Code has asked for code actions there by itself, as it does a moment after
 * the cursor moves, diagnostics change or a provider comes or goes: what is asked for before that, it forgets.
 * @returns the provider that listens, to be disposed of after the test
 */
function settleAt(editor: TextEditor, position: Position): Promise<Disposable> {
  return new Promise((resolve) => {
    const listener = languages.registerCodeActionsProvider('*', {
      provideCodeActions(_document, range, { triggerKind }) {
        if (triggerKind === CodeActionTriggerKind.Automatic && range.start.isEqual(position)) resolve(listener);
      },
    });
    editor.selection = new Selection(position, position);
  });
}

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
