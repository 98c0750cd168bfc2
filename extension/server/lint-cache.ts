// Lints the open documents, each version once, however many requests ask for it.
import { setImmediate } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { lintedText, toFindings, type Finding } from './findings.js';
import { lintedName } from './languages.js';

/** What linting one version of a document gave. */
export interface LintRun {
  /** Differs between any two runs of a server. */
  id: string;
  version: number;
  /** `unreadable` while the text cannot be parsed, as in the middle of typing. */
  state: 'linted' | 'unreadable';
  findings: readonly Finding[];
}

/** Lints on demand and keeps each open document's last run. */
export class LintCache {
  private readonly runs = new WeakMap<TextDocument, LintRun>();
  private runCount = 0;

  /** @param onFailure is told in one line what could not be linted; it then counts as unreadable */
  constructor(private readonly onFailure: (line: string) => void) {}

  /**
   * The run of a document's version of now.
   * @returns undefined when the request was cancelled before its turn came
   */
  async run(document: TextDocument, token: CancellationToken): Promise<LintRun | undefined> {
    // A lint blocks; the messages that wait, among them a cancellation or a further change, go first.
    await setImmediate();
    if (token.isCancellationRequested) return undefined;
    const known = this.runs.get(document);
    if (known?.version === document.version) return known;
    const run = this.lint(document);
    this.runs.set(document, run);
    return run;
  }

  private lint(document: TextDocument): LintRun {
    const run = { id: String(++this.runCount), version: document.version };
    try {
      const name = lintedName(document.uri, document.languageId);
      const messages = name === undefined ? [] : lintText(lintedText(document), name);
      if (messages.some((message) => message.fatal)) return { ...run, state: 'unreadable', findings: [] };
      return { ...run, state: 'linted', findings: toFindings(document, messages) };
    } catch (error) {
      this.onFailure(`Cannot lint ${document.uri}: ${error instanceof Error ? error.message : String(error)}`);
      return { ...run, state: 'unreadable', findings: [] };
    }
  }
}
