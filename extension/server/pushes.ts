// Diagnostics for an editor that does not ask for them: sent when a document is opened, when its rules may have changed,
// and when its typist pauses.
import {
  type CancellationToken,
  CancellationTokenSource,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintRun } from './lint-cache.js';

/** Who lints, and who is told. */
export interface PushHost {
  /** Gives undefined when cancelled. */
  lint(document: TextDocument, token: CancellationToken): Promise<LintRun | undefined>;
  /** What is to be shown of a run, in place of the one with an id. */
  report(run: LintRun, previous: string | undefined): DocumentDiagnosticReport;
  send(params: PublishDiagnosticsParams): void;
}

/** In milliseconds; changes that follow each other more closely are linted once. */
const pause = 50;

/** What open documents are shown to hold, and what is about to be. */
export class Pushes {
  /** The ids of the runs that are shown, by URI. */
  #shown = new Map<string, string | undefined>();
  /** What stops a run that is to come, by URI. */
  #stops = new Map<string, () => void>();

  constructor(private readonly host: PushHost) {}

  /** To be called when a document is opened or changed, or what decides on its findings has. */
  changed(document: TextDocument): void {
    this.#stops.get(document.uri)?.();
    const source = new CancellationTokenSource();
    const timer = setTimeout(() => void this.#push(document, source.token), pause);
    this.#stops.set(document.uri, () => {
      clearTimeout(timer);
      source.cancel();
    });
  }

  /** To be called when a document is closed. */
  closed({ uri }: TextDocument): void {
    this.#stops.get(uri)?.();
    this.#stops.delete(uri);
    this.#shown.delete(uri);
    this.host.send({ uri, diagnostics: [] });
  }

  async #push(document: TextDocument, token: CancellationToken): Promise<void> {
    const { uri } = document;
    const run = await this.host.lint(document, token);
    if (!run || token.isCancellationRequested) return;
    const report = this.host.report(run, this.#shown.get(uri));
    if (report.kind === DocumentDiagnosticReportKind.Unchanged) return;
    this.#shown.set(uri, report.resultId);
    this.host.send({ uri, version: run.version, diagnostics: report.items });
  }
}
