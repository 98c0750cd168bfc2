// Scanning a workspace by the built server, from a request to what is shown of files that are not open.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import {
  CancellationToken,
  CancellationTokenSource,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import {
  type Environment,
  environmentChanged,
  scanProgress,
  scanRequest,
  type ScanProgress,
  type ScanResult,
} from '../../../extension/protocol.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { Editor } from './client.js';
import { configuration, loop, makeWorkspace, uriOf } from './workspace.js';

/** A configuration that is never done with loading. */
const endless = 'await new Promise(() => setInterval(() => {}, 60_000));\nexport default [];\n';

/** So many files, each of so many loops. */
const filesOf = (count: number, text = loop): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.js`, text]));

describe('scanning a workspace', () => {
  let editor: Editor;
  /** How many diagnostics are shown, by URI. */
  let shown: Map<string, number>;
  let steps: ScanProgress[];
  const events = new EventEmitter();

  beforeEach(async () => {
    editor = new Editor();
    await editor.initialize(undefined, { trusted: true });
    shown = new Map();
    steps = [];
    editor.connection.onNotification(
      PublishDiagnosticsNotification.method,
      ({ uri, diagnostics }: PublishDiagnosticsParams) => void shown.set(uri, diagnostics.length),
    );
    editor.connection.onNotification(scanProgress, (step: ScanProgress) => {
      steps.push(step);
      events.emit('progress');
    });
  });
  afterEach(() => editor.quit());

  const scan = (root: string, token = CancellationToken.None): Promise<ScanResult> => scanAll([root], token);
  const scanAll = (folders: string[], token = CancellationToken.None): Promise<ScanResult> =>
    editor.connection.sendRequest(scanRequest, { folders }, token);
  const change = (uri: string, type: FileChangeType): Promise<void> =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  /** The server answers in order: what it was told before has been done then. */
  const settled = async (): Promise<unknown> => editor.pull('file:///none');

  it('shows the findings of every file that git does not ignore, and how far it is', async () => {
    const files = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`${index}.js`, index % 3 ? '' : loop]));
    const root = makeTree({ ...files, '.gitignore': 'gone\n', 'gone/a.js': loop, 'broken.js': 'for (' });
    const result = await scan(root);
    assert.deepEqual(result, { files: 46, findings: 15, cancelled: false });
    assert.equal(shown.size, 15);
    assert.equal(shown.get(uriOf(root, '0.js')), 1);
    assert.deepEqual(
      steps.map(({ done, total }) => `${done}/${total}`),
      ['20/46', '40/46', '46/46'],
    );
  });

  it('lints each folder of the workspace by the rules of its own configuration', async () => {
    const severities = new Map<string, unknown>();
    editor.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics: [first] }) => {
      severities.set(uri, first?.severity);
    });
    const roots = (['error', 'warn'] as const).map((level) =>
      makeWorkspace({ 'eslint.config.mjs': configuration(level), 'a.js': loop }),
    );
    assert.deepEqual(await scanAll(roots), { files: 4, findings: 2, cancelled: false });
    assert.deepEqual(
      roots.map((root) => severities.get(uriOf(root, 'a.js'))),
      [DiagnosticSeverity.Error, DiagnosticSeverity.Warning],
    );
  });

  it('takes away what an earlier scan has shown', async () => {
    const root = makeTree({ 'a.js': loop });
    await scan(root);
    assert.equal(shown.get(uriOf(root, 'a.js')), 1);
    await scan(makeTree({ 'b.js': '' }));
    assert.equal(shown.get(uriOf(root, 'a.js')), 0);
  });

  it('answers who types meanwhile', async () => {
    const root = makeTree(filesOf(80, loop.repeat(5)));
    const order: string[] = [];
    const type = async (): Promise<void> => {
      const uri = await editor.open('open.js', loop, 'javascript');
      assert.equal((await editor.pullFull(uri)).items.length, 1);
      order.push('typed');
    };
    const [{ files }] = await Promise.all([scan(root).finally(() => order.push('scanned')), type()]);
    assert.equal(files, 80);
    assert.deepEqual(order, ['typed', 'scanned']);
  });

  it('can be cancelled, and keeps what it has shown', async () => {
    const root = makeWorkspace({ ...filesOf(20), 'endless/eslint.config.mjs': endless, 'endless/a.js': loop });
    const source = new CancellationTokenSource();
    const [result] = await Promise.all([
      scan(root, source.token),
      once(events, 'progress').then(() => source.cancel()),
    ]);
    assert.deepEqual(result, { files: 20, findings: 20, cancelled: true });
    assert.deepEqual([shown.size, steps], [20, [{ done: 20, total: 22 }]]);
  });

  it('ends, and what it has shown goes, when a configuration is changed', async () => {
    const root = makeWorkspace({ ...filesOf(20), 'endless/eslint.config.mjs': endless, 'endless/a.js': loop });
    const changed = once(events, 'progress').then(() =>
      change(uriOf(root, 'eslint.config.mjs'), FileChangeType.Created),
    );
    const [{ cancelled }] = await Promise.all([scan(root), changed]);
    assert.ok(cancelled);
    assert.deepEqual([...new Set(shown.values())], [0]);
  });

  it('takes away what was found in a file or a folder that is deleted', async () => {
    const root = makeTree({ 'a.js': loop, 'ab.js': loop, '@b/c/d.js': loop, '@b/e.js': loop });
    await scan(root);
    await change(uriOf(root, 'a.js'), FileChangeType.Deleted);
    // As VS Code writes it.
    await change(uriOf(root, '@b').replace('@', '%40'), FileChangeType.Deleted);
    await settled();
    const counts = ['a.js', 'ab.js', '@b/c/d.js', '@b/e.js'].map((name) => shown.get(uriOf(root, name)));
    assert.deepEqual(counts, [0, 1, 0, 0]);
  });

  it('leaves files that are open to what is shown of those', async () => {
    const root = makeTree({ '@a/b.js': loop, '@a/c.js': loop });
    const [before, after] = ['@a/b.js', '@a/c.js'].map((name) => uriOf(root, name));
    const asEditor = (uri = ''): string => uri.replace('@', '%40');
    await editor.open(asEditor(before), loop, 'javascript');
    await scan(root);
    assert.deepEqual([...shown], [[after, 1]]);
    const uri = await editor.open(asEditor(after), loop, 'javascript');
    await editor.pullFull(uri);
    assert.equal(shown.get(after ?? ''), 0);
    await editor.close(uri);
    await settled();
    assert.equal(shown.get(after ?? ''), 1);
  });

  it('shows nothing where nothing is to be shown, and what ESLint’s extension shows of open files alone', async () => {
    const root = makeWorkspace({ 'eslint.config.mjs': configuration('error'), 'a.js': loop });
    const told = (environment: Partial<Environment>): Promise<void> =>
      editor.connection.sendNotification(environmentChanged, { trusted: true, ...environment });
    await told({ diagnostics: 'never' });
    assert.equal((await scan(root)).findings, 1);
    assert.deepEqual([...shown], []);
    await told({ diagnostics: 'auto', eslintShown: true });
    await scan(root);
    assert.deepEqual([...shown], [[uriOf(root, 'a.js'), 1]]);
    await told({ diagnostics: 'never' });
    await settled();
    assert.deepEqual([...shown], [[uriOf(root, 'a.js'), 0]]);
  });

  it('keeps what it has shown when only the colours change', async () => {
    const root = makeTree({ 'a.js': loop });
    await scan(root);
    await editor.connection.sendNotification(environmentChanged, { trusted: true, pictures: 'dark' });
    await settled();
    assert.equal(shown.get(uriOf(root, 'a.js')), 1);
  });

  it('speaks the language of the editor, and warns of a broken configuration once', async () => {
    const messages: string[] = [];
    editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
    const found: string[] = [];
    editor.connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
      found.push(...diagnostics.map(({ message }) => JSON.stringify(message)));
    });
    await editor.connection.sendNotification(environmentChanged, { trusted: true, locale: 'zh-tw' });
    const root = makeWorkspace({ 'eslint.config.mjs': 'export default [', 'a.js': loop, 'b.js': loop });
    await scan(root);
    assert.equal(found.length, 2);
    for (const text of [...found, ...messages]) assert.match(text, /\p{Script=Han}/u);
    assert.deepEqual(
      messages.map((message) => message.includes(join(root, 'eslint.config.mjs'))),
      [true],
    );
  });
});
