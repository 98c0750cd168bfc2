// Gather's language server. It talks over standard input and output (`gather-language-server --stdio`) or
// over Node's channel to a parent process (`--node-ipc`, as VS Code starts it). It reads no file and runs
// no code of the workspace: all it knows are the texts the editor sends.
import {
  CodeActionKind,
  createConnection,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import plugin from '../../eslint-plugin/src/index.js';
import { toCodeActions } from './code-actions.js';
import { emptyReport, toReport } from './diagnostics.js';
import { toHover } from './hover.js';
import { LintCache, type LintRun } from './lint-cache.js';

if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket=\d+|pipe=.+)$/.test(argument))) {
  process.stderr.write('Start gather-language-server with --stdio, as a language server of your editor.\n');
  process.exit(2);
}

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const lints = new LintCache((line) => connection.console.error(line));

connection.onInitialize((): InitializeResult => ({
  serverInfo: { name: 'gather', version: plugin.meta.version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: { identifier: 'gather', interFileDependencies: false, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    hoverProvider: true,
  },
}));

/** Answers a request from its document's run; `absent` answers for a document that is not open. */
async function answer<T>(uri: string, token: CancellationToken, absent: T, from: (run: LintRun) => T): Promise<T> {
  const document = documents.get(uri);
  if (!document) return absent;
  const run = await lints.run(document, token);
  if (!run) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  return from(run);
}

connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
  answer(textDocument.uri, token, emptyReport, (run) => toReport(run, previousResultId)),
);
connection.onCodeAction((params, token) =>
  answer(params.textDocument.uri, token, [], (run) => toCodeActions(run, params)),
);
connection.onHover(({ textDocument, position }, token) =>
  answer(textDocument.uri, token, null, (run) => toHover(run, position)),
);

documents.listen(connection);
connection.listen();
