// Scans the whole workspace in a thread, and shows what it finds in files that are not open.
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';
import type { ScanProgress, ScanResult } from '../protocol.js';
import type { ScanOrder, ScanStep } from './scan-worker.js';
import { startThread } from './threads.js';

/** Who shows the results of scans. */
export interface ScanHost {
  /** Whether findings are to be shown at all. */
  isWanted(): boolean;
  show(uri: string, diagnostics: readonly Diagnostic[]): void;
  progress(progress: ScanProgress): void;
  tell(line: string): void;
  /** Is told of a configuration that cannot be loaded, maybe more than once. */
  warn(broken: string): void;
}

/** How many files go by between two reports of progress. */
const stride = 20;

/** The scans of a workspace, one at a time, and what the last one has shown. */
export class Scans {
  /** The URIs of files, as `ownUri` writes them. */
  #shown = new Set<string>();
  #open = new Set<string>();
  #stop: (() => void) | undefined;

  constructor(private readonly host: ScanHost) {}

  /** Lints all files; findings in files that are open are left to whoever shows those. */
  async run(order: ScanOrder, token: CancellationToken): Promise<ScanResult> {
    this.clear();
    const result: ScanResult = { files: 0, findings: 0, cancelled: false };
    const worker = startThread({ scan: order });
    worker.on('message', (step: ScanStep) => this.#take(step, result));
    const stop = (): void => {
      result.cancelled = true;
      void worker.terminate();
    };
    const cancelling = token.onCancellationRequested(stop);
    this.#stop = stop;
    try {
      await once(worker, 'exit');
      return result;
    } finally {
      cancelling.dispose();
      if (this.#stop === stop) this.#stop = undefined;
    }
  }

  /** Takes away what was shown, and ends the scan that runs. */
  clear(): void {
    this.#stop?.();
    for (const uri of this.#shown) this.host.show(uri, []);
    this.#shown.clear();
  }

  /** To be called when a document is opened: from then on its own diagnostics are shown. */
  opened(uri: string): void {
    this.#open.add(ownUri(uri));
    if (this.#shown.has(ownUri(uri))) this.host.show(ownUri(uri), []);
  }

  /** To be called when a document is closed, with what was last found in it. */
  closed(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.#open.delete(ownUri(uri));
    if (this.#shown.has(ownUri(uri))) this.host.show(ownUri(uri), diagnostics);
  }

  /** To be called when a file or a folder is deleted. */
  deleted(uri: string): void {
    const gone = ownUri(uri);
    for (const shown of this.#shown) {
      if (shown !== gone && !shown.startsWith(`${gone}/`)) continue;
      this.#shown.delete(shown);
      this.host.show(shown, []);
    }
  }

  #take({ done, total, found, complaint, broken }: ScanStep, result: ScanResult): void {
    // What was on its way when the scan ended comes all the same.
    if (result.cancelled) return;
    if (complaint !== undefined) this.host.tell(complaint);
    if (broken !== undefined) this.host.warn(broken);
    if (found) {
      result.findings += found.diagnostics.length;
      if (this.host.isWanted()) {
        this.#shown.add(found.uri);
        if (!this.#open.has(found.uri)) this.host.show(found.uri, found.diagnostics);
      }
    }
    result.files = done;
    if (done % stride === 0 || done === total) this.host.progress({ done, total });
  }
}

/** The URI of a file as Node.js writes it; editors escape other characters. Any other URI is given back as it is. */
function ownUri(uri: string): string {
  return uri.startsWith('file:') ? pathToFileURL(fileURLToPath(uri)).href : uri;
}
