// A thread that lints a whole workspace, so that the server can answer whoever types meanwhile. What it needed goes
// with it.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { disk } from '../../eslint-plugin/src/files/disk.js';
import { findFiles } from '../../eslint-plugin/src/files/find.js';
import { lintFile } from '../../eslint-plugin/src/files/lint-file.js';
import type { FileOutcome } from '../../eslint-plugin/src/files/outcome.js';
import type { Locale } from '../../eslint-plugin/src/guide/index.js';
import { extensionsFor } from '../../eslint-plugin/src/lint/extensions.js';
import { localeOf, translated } from '../../eslint-plugin/src/locale/index.js';
import { toDiagnostic } from './diagnostics.js';
import { toFindings } from './findings.js';
import { RuleSources } from './rule-sources.js';

/** What the thread is started with. */
export interface ScanOrder {
  /** Absolute. */
  folders: readonly string[];
  /** Whether code of the workspace may run. */
  trusted: boolean;
  /** The language of the findings, as a tag of BCP 47. */
  locale: string;
}

/** What the thread sends after each file. */
export interface ScanStep {
  done: number;
  total: number;
  /** The file's findings, if it has any. */
  found?: { uri: string; diagnostics: Diagnostic[] };
  /** What is to be told of, in one line. */
  complaint?: string;
  /** A configuration that cannot be loaded: its absolute path, and the error. */
  broken?: string;
}

async function scan({ folders, trusted, locale }: ScanOrder, send: (step: ScanStep) => void): Promise<void> {
  const [cwd = '/'] = folders;
  const { files } = findFiles(folders, { cwd, extensions: extensionsFor(trusted), disk });
  const total = files.length;
  let done = 0;
  const sources = new RuleSources((complaint) => send({ done, total, complaint }));
  // gather: sequential -- linting is work for the processor, of which this thread has one
  for (const file of files) {
    const engine = await sources.engineFor(file.path, trusted);
    const outcome = await lintFile(file, engine, disk);
    const [broken] = engine.complaints;
    done++;
    send({ done, total, ...(broken !== undefined && { broken }), ...told(file.path, outcome, localeOf(locale)) });
  }
}

/** What there is to tell of a file. */
function told(path: string, outcome: FileOutcome, locale: Locale): Pick<ScanStep, 'found' | 'complaint'> {
  if (outcome.kind === 'crash') return { complaint: `Cannot lint ${path}: ${outcome.reason}` };
  if (outcome.kind !== 'linted' || outcome.messages.length === 0) return {};
  const uri = pathToFileURL(path).href;
  const document = TextDocument.create(uri, '', 0, outcome.source);
  const translations = outcome.messages.map((message) => translated(message, locale));
  return { found: { uri, diagnostics: toFindings(document, translations).map(toDiagnostic) } };
}

// A failure ends the thread, and is told to the one that started it.
void scan((workerData as { scan: ScanOrder }).scan, (step) => parentPort?.postMessage(step));
