// Gather's language server. It talks over standard input and output (`gather-language-server --stdio`) or
// over Node's channel to a parent process (`--node-ipc`, as VS Code starts it). It runs code of the workspace, its
// ESLint and the configuration of that, only where the editor says that the workspace is trusted.
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  MessageType,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import plugin from '../../eslint-plugin/src/index.js';
import { localeOf } from '../../eslint-plugin/src/locale/index.js';
import {
  environmentChanged,
  type LintStatus,
  lintStatus,
  scanProgress,
  type ScanParams,
  scanRequest,
} from '../protocol.js';
import { codeActionKinds, toCodeActions } from './code-actions.js';
import { emptyReport, toDiagnostic, toReport } from './diagnostics.js';
import { decidesAnew, readEnvironment } from './environment.js';
import { toHover } from './hover.js';
import { LintCache, type LintRun } from './lint-cache.js';
import { Pushes } from './pushes.js';
import { Linting } from './linting.js';
import { Scans } from './scan.js';
import { Tidying } from './tidying.js';
import { watchers } from './watched-files.js';
import { words } from './words.js';

if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket=\d+|pipe=.+)$/.test(argument))) {
  process.stderr.write('Start gather-language-server with --stdio, as a language server of your editor.\n');
  process.exit(2);
}

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const linting = new Linting((line) => connection.console.warn(line));
const lints = new LintCache(
  linting,
  tellOfRun,
  () => environment.locale,
  (line) => connection.console.error(line),
);
const scans = new Scans({
  isWanted: () => environment.diagnostics !== 'never',
  show: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }),
  progress: (progress) => void connection.sendNotification(scanProgress, progress),
  tell: (line) => connection.console.warn(line),
  warn: warnOf,
});
const pushes = new Pushes({
  lint: (document, token) => lints.run(document, environment.trusted, token),
  report,
  send: (params) => void connection.sendDiagnostics(params),
});
const tidying = new Tidying();
/** The broken configurations that were told of. */
const warned = new Set<string>();
let environment = readEnvironment(undefined);
let abilities: ClientCapabilities = {};

connection.onInitialize(({ initializationOptions, capabilities }: InitializeParams): InitializeResult => {
  environment = readEnvironment(initializationOptions);
  abilities = capabilities;
  return {
    serverInfo: { name: 'gather', version: plugin.meta.version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      diagnosticProvider: { identifier: 'gather', interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds },
      hoverProvider: true,
    },
  };
});

connection.onInitialized(() => {
  if (!watches()) return;
  void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
});

connection.onDidChangeWatchedFiles(({ changes }) => {
  for (const { uri, type } of changes) if (type === FileChangeType.Deleted) scans.deleted(uri);
  filesChanged(changes.map(({ uri }) => uri));
});
connection.onNotification(environmentChanged, (sent: unknown) => {
  const before = environment;
  environment = readEnvironment(sent);
  if (decidesAnew(before, environment)) startAnew();
});

function tellOfRun({ uri }: TextDocument, { rules, state, milliseconds, broken }: LintRun): void {
  const status: LintStatus = { uri, rules, state, milliseconds, ...(broken !== undefined && { broken }) };
  void connection.sendNotification(lintStatus, status);
  if (broken !== undefined) warnOf(broken);
  tidying.linted();
}

/** Shows that a configuration is broken: once, though every lint finds it so. */
function warnOf(broken: string): void {
  if (warned.has(broken)) return;
  warned.add(broken);
  const message = words[localeOf(environment.locale)].broken(broken);
  connection.console.warn(message);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

connection.onRequest(scanRequest, ({ folders }: ScanParams, token: CancellationToken) =>
  scans.run({ folders, trusted: environment.trusted, locale: environment.locale }, token),
);
documents.onDidOpen(({ document }) => scans.opened(document.uri));
documents.onDidChangeContent(({ document }) => {
  if (!asks()) pushes.changed(document);
});
documents.onDidClose(({ document }) => {
  if (!asks()) pushes.closed(document);
  scans.closed(document.uri, lints.last(document)?.findings.map(toDiagnostic) ?? []);
});

documents.onDidSave(({ document }) => {
  if (!watches()) filesChanged([document.uri]);
  if (lints.saved(document)) askAgain();
});

/** Whether the editor watches files for the server. */
function watches(): boolean {
  return abilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

function filesChanged(uris: readonly string[]): void {
  const paths = uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
  if (linting.changed(paths)) startAnew();
}

/** Forgets what was found, and shows what there is now. */
function startAnew(): void {
  lints.forget();
  scans.clear();
  askAgain();
}

/** Whether the editor asks for diagnostics; to one that does not they are sent. */
function asks(): boolean {
  return abilities.textDocument?.diagnostic !== undefined;
}

/** Has the editor ask again, or sends it what it would be told. */
function askAgain(): void {
  if (!asks()) for (const document of documents.all()) pushes.changed(document);
  if (!abilities.workspace?.diagnostics?.refreshSupport) return;
  connection.languages.diagnostics.refresh().catch((error: unknown) => {
    connection.console.warn(`The editor did not ask again: ${String(error)}`);
  });
}

/** Whether somebody else shows the same findings, or nobody wants to see them. */
function isSilent({ rules }: LintRun): boolean {
  if (environment.diagnostics !== 'auto') return environment.diagnostics === 'never';
  return rules === 'project' && environment.eslintShown;
}

/** What the editor is to show of a run, in place of the run with an id. */
function report(run: LintRun, previous: string | undefined): DocumentDiagnosticReport {
  return isSilent(run) ? emptyReport : toReport(run, previous);
}

/** Answers a request from its document's run; `absent` answers for a document that is not open. */
async function answer<T>(
  uri: string,
  token: CancellationToken,
  absent: T,
  from: (run: LintRun, document: TextDocument) => T,
): Promise<T> {
  const document = documents.get(uri);
  if (!document) return absent;
  const run = await lints.run(document, environment.trusted, token);
  if (!run) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  return from(run, document);
}

connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
  answer(textDocument.uri, token, emptyReport, (run) => report(run, previousResultId)),
);
connection.onCodeAction((params, token) =>
  answer(params.textDocument.uri, token, [], (run, document) =>
    toCodeActions(document, run, params, {
      ...environment,
      previews: abilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      refusals: abilities.textDocument?.codeAction?.disabledSupport === true,
    }),
  ),
);
connection.onHover(({ textDocument, position }, token) =>
  answer(textDocument.uri, token, null, (run, document) => toHover(document, run, position, environment)),
);

documents.listen(connection);
connection.listen();
