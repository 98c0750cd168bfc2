// Silences a finding by a comment, once there is a reason for it.
import { l10n, Position, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Silencing } from '../protocol.js';

/** Asks for a reason and puts the comment with it above the line; no reason, no comment. */
export async function silence({ uri, line, text }: Silencing): Promise<void> {
  const reason = await window.showInputBox({
    title: l10n.t('Silence Gather'),
    prompt: l10n.t('Why is it right as it is? The reason becomes part of the comment.'),
    validateInput: (value) => (/\*\/|[\r\n]/u.test(value) ? l10n.t('A comment cannot hold that.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') return;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const edit = new WorkspaceEdit();
  const end = document.eol === 2 ? '\r\n' : '\n';
  edit.insert(document.uri, new Position(line, 0), `${text.replace('{reason}', () => reason.trim())}${end}`);
  await workspace.applyEdit(edit);
}
