// The sample of the walkthrough: a loop that waits in line, to be looked at and to be rewritten.
import { commands, env, Selection, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { localeOf } from '../../eslint-plugin/src/guide/model.js';
import { samples } from './guide.generated.js';

const head = 'for (';

let document: TextDocument | undefined;

/** Shows the sample beside the walkthrough, with the cursor in the loop's head; one that was rewritten makes way. */
export async function openSample(): Promise<void> {
  if (!document || document.isClosed || !document.getText().includes(head)) {
    document = await workspace.openTextDocument({ language: 'javascript', content: samples[localeOf(env.language)] });
  }
  const start = document.positionAt(document.getText().indexOf(head));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.Beside,
    selection: new Selection(start, start),
  });
}

/** Shows the sample and what can be done with it. */
export async function rewriteSample(): Promise<void> {
  await openSample();
  await commands.executeCommand('editor.action.quickFix');
}
