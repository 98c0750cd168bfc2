// A small editor for the tests: it speaks the Language Server Protocol with the built server over stdio.
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../../../extension/protocol.js';

/** Absolute path of the built server. */
export const serverFile = fileURLToPath(new URL('../../../dist/server.cjs', import.meta.url));

/**
 * Starts the built server with the arguments of an editor.
 * @param nodeOptions for Node.js itself
 */
export function spawnServer(
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...nodeOptions, serverFile, ...args]);
}

/** A message as it goes over the wire. */
export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** An editor with one server. Positions are 0-based, characters in UTF-16 units. */
export class Editor {
  readonly connection: ProtocolConnection;
  private readonly documents = new Map<string, TextDocument>();

  constructor(readonly process = spawnServer(['--stdio'])) {
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.listen();
  }

  /** Starts an editor whose server is ready. */
  static async start(process?: ChildProcessWithoutNullStreams): Promise<Editor> {
    const editor = new Editor(process);
    await editor.initialize();
    return editor;
  }

  /** Says what the editor can do, which is to ask for diagnostics, and what there is to know of it. */
  async initialize(
    capabilities: ClientCapabilities = { textDocument: { diagnostic: {} } },
    environment?: Partial<Environment>,
  ): Promise<InitializeResult> {
    // By its name, because the type asks for a root that the protocol no longer wants.
    const result = await this.connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid,
      capabilities,
      initializationOptions: environment,
      workspaceFolders: [{ uri: 'file:///project', name: 'project' }],
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  /** Opens a document, by a name in the project or by a URI, and gives its URI. */
  async open(name: string, text: string, languageId = 'typescript'): Promise<string> {
    const uri = new URL(name, 'file:///project/').href;
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces the first occurrence of a text, and tells the server of that change alone. */
  async replace(uri: string, from: string, to: string): Promise<void> {
    const document = this.document(uri);
    const start = document.getText().indexOf(from);
    assert.notEqual(start, -1, `'${from}' is in the document`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
    const change = [{ range, text: to }];
    TextDocument.update(document, change, document.version + 1);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: change,
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.documents.keys()].map((uri) => this.close(uri)));
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Pulls without a previous result, to which the answer is a full one. */
  async pullFull(uri: string): Promise<FullDocumentDiagnosticReport> {
    const report = await this.pull(uri);
    assert.ok(report.kind === 'full');
    return report;
  }

  async codeActions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context: CodeActionContext = { diagnostics: [] };
    if (only) context.only = only;
    const params = { textDocument: { uri }, range, context };
    const actions = await this.connection.sendRequest(CodeActionRequest.type, params);
    return (actions ?? []) as CodeAction[];
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  /** The text that a code action makes of a document. */
  applied(uri: string, action: CodeAction): string {
    const document = this.document(uri);
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri, version: document.version });
    return TextDocument.applyEdits(document, change.edits as { range: Range; newText: string }[]);
  }

  /** The text of a range of a document. */
  textAt(uri: string, range: Range): string {
    return this.document(uri).getText(range);
  }

  /** The position of a text's first occurrence in a document. */
  positionOf(uri: string, text: string): Position {
    const document = this.document(uri);
    return document.positionAt(document.getText().indexOf(text));
  }

  /** Ends the server as an editor does, and gives its exit code. */
  async quit(): Promise<number | null> {
    const exit = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await exit;
    this.connection.dispose();
    return this.process.exitCode;
  }

  private document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    assert.ok(document, `${uri} is open`);
    return document;
  }
}
