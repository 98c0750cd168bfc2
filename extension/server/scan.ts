// Scans the whole workspace in a thread, and shows what it finds in files that are not open.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';
import type { ScanProgress, ScanResult } from '../protocol.js';
import type { ScanOrder, ScanStep } from './scan-worker.js';

/** Who shows the results of scans. */
export interface ScanHost {
  isOpen(uri: string): boolean;
  show(uri: string, diagnostics: readonly Diagnostic[]): void;
  progress(progress: ScanProgress): void;
  tell(line: string): void;
}

/** The server's own file, which is also that of its threads. */
const program = process.argv[1] ?? '';

/** How many files go by between two reports of progress. */
const stride = 20;

/** The scans of a workspace, one at a time, and what the last one has shown. */
export class Scans {
  #shown = new Set<string>();

  constructor(private readonly host: ScanHost) {}

  /** Lints all files; findings in files that are open are left to whoever shows those. */
  async run(order: ScanOrder, token: CancellationToken): Promise<ScanResult> {
    this.clear();
    const result: ScanResult = { files: 0, findings: 0, cancelled: false };
    const worker = new Worker(program, { workerData: order });
    worker.on('message', (step: ScanStep) => this.#take(step, result));
    const cancelling = token.onCancellationRequested(() => {
      result.cancelled = true;
      void worker.terminate();
    });
    try {
      await once(worker, 'exit');
      return result;
    } finally {
      cancelling.dispose();
    }
  }

  /** Takes away what was shown. */
  clear(): void {
    for (const uri of this.#shown) this.host.show(uri, []);
    this.#shown.clear();
  }

  /** To be called when a document is opened: from then on its own diagnostics are shown. */
  opened(uri: string): void {
    if (this.#shown.has(uri)) this.host.show(uri, []);
  }

  /** To be called when a document is closed, with what was last found in it. */
  closed(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (this.#shown.has(uri)) this.host.show(uri, diagnostics);
  }

  #take({ done, total, found, complaint }: ScanStep, result: ScanResult): void {
    if (complaint !== undefined) this.host.tell(complaint);
    if (found) {
      result.findings += found.diagnostics.length;
      this.#shown.add(found.uri);
      if (!this.host.isOpen(found.uri)) this.host.show(found.uri, found.diagnostics);
    }
    result.files = done;
    if (done % stride === 0 || done === total) this.host.progress({ done, total });
  }
}
