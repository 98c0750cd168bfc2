// Lints by the project's ESLint in a thread. What Node.js has imported stays as it was for as long as a thread runs, and
// goes with it.
import type { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  type MessageConnection,
  NotificationType,
  PortMessageReader,
  PortMessageWriter,
  RequestType3,
} from 'vscode-languageserver/node';
import type { Linted } from './rule-sources.js';
import { startThread } from './threads.js';

/** The request to lint, by the text, the name under which it is linted, and the path of the file that it is of. */
export const lintRequest = new RequestType3<string, string, string, Linted, void>('lint');

/** The notification of why an ESLint could not be loaded, in one line. */
export const complaint = new NotificationType<string>('complaint');

/** A thread that lints, started by the first text that it is asked for. */
export class LintThread {
  #worker: Worker | undefined;
  #connection: MessageConnection | undefined;

  /** @param onComplaint is told in one line why an ESLint could not be loaded, or the thread has ended */
  constructor(private readonly onComplaint: (line: string) => void) {}

  /**
   * Lints a text as `RuleSources` does in a workspace that is trusted.
   * @throws when the thread ends before it is done
   */
  lint(text: string, name: string, path: string): Promise<Linted> {
    this.#connection ??= this.#start();
    return this.#connection.sendRequest(lintRequest, text, name, path);
  }

  /** Ends the thread; whoever waits for it waits in vain. */
  end(): void {
    this.#connection?.dispose();
    this.#connection = undefined;
    void this.#worker?.terminate();
  }

  #start(): MessageConnection {
    const worker = startThread('lint');
    const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
    this.#worker = worker;
    connection.onNotification(complaint, this.onComplaint);
    connection.listen();
    worker.on('error', (error) => {
      this.onComplaint(`The thread of the project's ESLint has ended: ${String(error)}`);
    });
    worker.on('exit', () => {
      connection.dispose();
      if (this.#connection === connection) this.#connection = undefined;
    });
    return connection;
  }
}
