// Lints the open documents, each version once, however many requests ask for it.
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { localeOf, translated } from '../../eslint-plugin/src/locale/index.js';
import type { Names } from '../../eslint-plugin/src/lint/explain.js';
import type { LintStatus } from '../protocol.js';
import { lintedText, toFindings, type Finding } from './findings.js';
import { lintedName } from './languages.js';
import type { RuleSources } from './rule-sources.js';

/** What linting one version of a document gave. */
export interface LintRun extends Omit<LintStatus, 'uri'> {
  /** Differs between any two runs of a server. */
  id: string;
  version: number;
  findings: readonly Finding[];
  /** Names that the project adds, by which a verdict may differ. */
  names?: Names;
}

/** In UTF-16 units: a longer text is not linted at all. */
const longest = 500_000;

/**
 * In milliseconds of the processor, whatever else keeps it busy. A lint cannot be interrupted: a document that takes
 * longer is linted when it is saved.
 */
const budget = 1_000;

/** How often in a row a document may take longer: the first time it may have been the project's ESLint that was loaded. */
const patience = 2;

/** Lints on demand and keeps each open document's last run. */
export class LintCache {
  #runs = new WeakMap<TextDocument, LintRun>();
  /** How often in a row a document took longer than it may. */
  #overruns = new WeakMap<TextDocument, number>();
  #runCount = 0;

  /**
   * @param onRun is told of each run
   * @param locale tells the language of the findings, as a tag of BCP 47
   * @param onFailure is told in one line what could not be linted; it then counts as unreadable
   * @param processorTime what the processor has worked, in milliseconds
   */
  constructor(
    private readonly sources: Pick<RuleSources, 'lint'>,
    private readonly onRun: (document: TextDocument, run: LintRun) => void,
    private readonly locale: () => string,
    private readonly onFailure: (line: string) => void,
    private readonly processorTime: () => number = timeOfProcess,
  ) {}

  /**
   * The run of a document's version of now.
   * @param trusted whether code of the workspace may run
   * @returns undefined when the request was cancelled before its turn came
   */
  async run(document: TextDocument, trusted: boolean, token: CancellationToken): Promise<LintRun | undefined> {
    // A lint blocks; the messages that wait, among them a cancellation or a further change, go first.
    await setImmediate();
    if (token.isCancellationRequested) return undefined;
    const known = this.#runs.get(document);
    if (known?.version === document.version) return known;
    const runs = this.#runs;
    const { version } = document;
    const start = performance.now();
    const before = this.processorTime();
    const linted = await this.#lint(document, trusted);
    const milliseconds = Math.round(performance.now() - start);
    if (linted.state !== 'deferred') {
      this.#overruns.set(document, this.processorTime() - before > budget ? this.#overrunsOf(document) + 1 : 0);
    }
    const run = { ...linted, id: String(++this.#runCount), version, milliseconds };
    // Linting by the workspace's ESLint is not done at once: the text may have changed, or all may be asked anew.
    if (document.version !== version || runs !== this.#runs) return this.run(document, trusted, token);
    runs.set(document, run);
    this.onRun(document, run);
    return run;
  }

  /** What was last found in a document, whatever its version then. */
  last(document: TextDocument): LintRun | undefined {
    return this.#runs.get(document);
  }

  /** To be called when the rules may have changed. */
  forget(): void {
    this.#runs = new WeakMap();
    this.#overruns = new WeakMap();
  }

  /** To be called when a document is saved; tells whether it is to be asked for again, as it waited for that. */
  saved(document: TextDocument): boolean {
    if (this.#runs.get(document)?.state !== 'deferred') return false;
    this.#runs.delete(document);
    this.#overruns.set(document, patience - 1);
    return true;
  }

  #overrunsOf(document: TextDocument): number {
    return this.#overruns.get(document) ?? 0;
  }

  async #lint(document: TextDocument, trusted: boolean): Promise<Omit<LintRun, 'id' | 'version' | 'milliseconds'>> {
    const runs = this.#runs;
    try {
      const name = lintedName(document.uri, document.languageId);
      if (name === undefined) return { state: 'linted', rules: 'none', findings: [] };
      if (document.getText().length > longest) return { state: 'skipped', rules: 'none', findings: [] };
      if (this.#overrunsOf(document) >= patience) return { state: 'deferred', rules: 'none', findings: [] };
      const { messages, source, names, broken } = await this.sources.lint(
        lintedText(document),
        name,
        pathOf(document),
        trusted,
      );
      if (source === 'ignored' || source === 'parserless') return { state: 'linted', rules: 'none', findings: [] };
      const locale = localeOf(this.locale());
      const translations = messages.map((message) => translated(message, locale));
      return {
        state: messages.some((message) => message.fatal) ? 'unreadable' : 'linted',
        rules: source,
        findings: toFindings(document, translations),
        ...(names && { names }),
        ...(broken !== undefined && { broken }),
      };
    } catch (error) {
      // What ends because all is asked anew has not failed.
      if (runs === this.#runs)
        this.onFailure(`Cannot lint ${document.uri}: ${error instanceof Error ? error.message : String(error)}`);
      return { state: 'unreadable', rules: 'none', findings: [] };
    }
  }
}

/** The file that a document is of, if it is one. */
function pathOf({ uri }: TextDocument): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}

function timeOfProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
