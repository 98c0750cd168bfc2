// The item in the editor's language status: whose rules lint the file, and how long they took.
import {
  type Disposable,
  type DocumentSelector,
  Disposable as Disposables,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type LintStatus, lintStatus } from '../protocol.js';

const sources = (): Record<LintStatus['rules'], string> => ({
  project: l10n.t('rules of the project'),
  recommended: l10n.t('recommended rules'),
  none: l10n.t('not linted'),
});

/** Whether a reader may want to do something about it. */
function isWarning({ state, broken }: LintStatus): boolean {
  return broken !== undefined || state === 'skipped' || state === 'deferred';
}

/** Shows what the server says of the file in the active editor. */
export function showStatus(client: LanguageClient, selector: DocumentSelector): Disposable {
  const item = languages.createLanguageStatusItem('gather', selector);
  item.name = 'Gather';
  item.command = { command: 'gather.showOutput', title: l10n.t('Show output') };
  const known = new Map<string, LintStatus>();
  const show = (): void => {
    const status = known.get(window.activeTextEditor?.document.uri.toString() ?? '');
    item.text = status ? `Gather: ${sources()[status.rules]}` : 'Gather';
    item.detail = status ? detailOf(status) : '';
    item.severity = status && isWarning(status) ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  };
  show();
  return Disposables.from(
    item,
    client.onNotification(lintStatus, (status: LintStatus) => {
      known.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
  );
}

function detailOf({ state, rules, milliseconds, broken }: LintStatus): string {
  if (broken !== undefined) return l10n.t('broken configuration: {0}', broken);
  if (state === 'skipped') return l10n.t('too large to be linted');
  if (state === 'deferred') return l10n.t('takes long: linted when saved');
  if (state === 'unreadable') return l10n.t('cannot be parsed');
  return rules === 'none' ? '' : l10n.t('{0} ms', milliseconds);
}
