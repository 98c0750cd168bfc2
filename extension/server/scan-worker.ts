// A thread that lints a whole workspace, so that the server can answer whoever types meanwhile. What it needed goes
// with it.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { disk } from '../../eslint-plugin/src/files/disk.js';
import { findFiles } from '../../eslint-plugin/src/files/find.js';
import { lintFile } from '../../eslint-plugin/src/files/lint-file.js';
import { extensionsFor } from '../../eslint-plugin/src/lint/extensions.js';
import { toDiagnostic } from './diagnostics.js';
import { toFindings } from './findings.js';
import { RuleSources } from './rule-sources.js';

/** What the thread is started with. */
export interface ScanOrder {
  /** Absolute. */
  folders: readonly string[];
  /** Whether code of the workspace may run. */
  trusted: boolean;
}

/** What the thread sends after each file. */
export interface ScanStep {
  done: number;
  total: number;
  /** The file's findings, if it has any. */
  found?: { uri: string; diagnostics: Diagnostic[] };
  /** What is to be told of, in one line. */
  complaint?: string;
}

async function scan({ folders, trusted }: ScanOrder, send: (step: ScanStep) => void): Promise<void> {
  const [cwd = '/'] = folders;
  const { files } = findFiles(folders, { cwd, extensions: extensionsFor(trusted), disk });
  const total = files.length;
  let done = 0;
  const sources = new RuleSources((complaint) => send({ done, total, complaint }));
  // gather: sequential -- linting is work for the processor, of which this thread has one
  for (const file of files) {
    const engine = await sources.engineFor(file.path, trusted);
    const outcome = await lintFile(file, engine, disk);
    sources.tellOf(engine);
    done++;
    if (outcome.kind === 'crash') send({ done, total, complaint: `Cannot lint ${file.path}: ${outcome.reason}` });
    const messages = outcome.kind === 'linted' ? outcome.messages : [];
    if (outcome.kind !== 'linted' || messages.length === 0) {
      send({ done, total });
      continue;
    }
    const uri = pathToFileURL(file.path).href;
    const document = TextDocument.create(uri, '', 0, outcome.source);
    send({ done, total, found: { uri, diagnostics: toFindings(document, messages).map(toDiagnostic) } });
  }
}

// A failure ends the thread, and is told to the one that started it.
void scan(workerData as ScanOrder, (step) => parentPort?.postMessage(step));
