// Diagnostics for an editor that does not ask for them.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { PublishDiagnosticsNotification, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toReport } from '../../../extension/server/diagnostics.js';
import type { LintRun } from '../../../extension/server/lint-cache.js';
import { Pushes } from '../../../extension/server/pushes.js';
import { lintStatus, type LintStatus } from '../../../extension/protocol.js';
import { Editor } from './client.js';

const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';

describe('an editor that does not ask for diagnostics', () => {
  let editor: Editor;
  let published: PublishDiagnosticsParams[];
  const events = new EventEmitter();

  beforeEach(async () => {
    editor = new Editor();
    published = [];
    editor.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      published.push(params);
      events.emit('published');
    });
    editor.connection.onNotification(lintStatus, (status: LintStatus) => void events.emit(status.state));
    await editor.initialize({});
  });
  afterEach(() => editor.quit());

  it('is sent them, for the version that was linted, and takes a quick fix', async () => {
    const uri = await editor.open('a.js', loop, 'javascript');
    await once(events, 'published');
    await editor.replace(uri, 'await g', 'g');
    await once(events, 'published');
    await editor.replace(uri, 'g(x)', 'await g(x)');
    await once(events, 'published');
    assert.deepEqual(
      published.map(({ version, diagnostics }) => [version, diagnostics.length]),
      [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
    );
    const [action] = await editor.codeActions(uri, published[2]?.diagnostics[0]?.range ?? assert.fail());
    assert.match(editor.applied(uri, action ?? assert.fail()), /Promise\.all/u);
  });

  it('keeps what it shows while a line is half typed', async () => {
    const uri = await editor.open('a.js', loop, 'javascript');
    await once(events, 'published');
    await editor.replace(uri, 'g(x)', 'g(x');
    await once(events, 'unreadable');
    await editor.replace(uri, 'g(x', 'h(x)');
    await once(events, 'published');
    assert.deepEqual(
      published.map(({ version }) => version),
      [1, 3],
    );
  });

  it('shows nothing of a document that is closed', async () => {
    const uri = await editor.open('a.js', loop, 'javascript');
    await once(events, 'published');
    await editor.close(uri);
    await once(events, 'published');
    assert.deepEqual(published.at(-1), { uri, diagnostics: [] });
  });
});

it('an editor that asks for diagnostics is sent none', async () => {
  const editor = await Editor.start();
  const published: PublishDiagnosticsParams[] = [];
  editor.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void published.push(params));
  const uri = await editor.open('a.js', loop, 'javascript');
  assert.equal((await editor.pullFull(uri)).items.length, 1);
  // An editor that does not ask is told at once that a closed document has none.
  await editor.close(uri);
  await editor.pull(uri);
  await editor.quit();
  assert.deepEqual(published, []);
});

describe('pushing diagnostics', () => {
  const document = TextDocument.create('file:///a.js', 'javascript', 1, '');
  const run = (version: number): LintRun => ({
    id: String(version),
    version,
    state: 'linted',
    rules: 'recommended',
    milliseconds: 1,
    findings: [],
  });

  /** Pushes whose runs end when the test says so. */
  function made(): {
    pushes: Pushes;
    started: EventEmitter;
    ends: ((run: LintRun) => void)[];
    sent: (number | undefined)[];
  } {
    const started = new EventEmitter();
    const ends: ((run: LintRun) => void)[] = [];
    const sent: (number | undefined)[] = [];
    const pushes = new Pushes({
      lint: () =>
        new Promise((resolve) => {
          ends.push(resolve);
          started.emit('run');
        }),
      report: toReport,
      send: ({ version }) => {
        sent.push(version);
        started.emit('sent');
      },
    });
    return { pushes, started, ends, sent };
  }

  it('lints once for changes that follow each other closely', async () => {
    const { pushes, started, ends } = made();
    pushes.changed(document);
    pushes.changed(document);
    pushes.changed(document);
    await once(started, 'run');
    assert.equal(ends.length, 1);
  });

  it('sends nothing of a run that a change has overtaken, nor the same twice', async () => {
    const { pushes, started, ends, sent } = made();
    pushes.changed(document);
    await once(started, 'run');
    pushes.changed(document);
    await once(started, 'run');
    ends[0]?.(run(1));
    ends[1]?.(run(2));
    await once(started, 'sent');
    assert.deepEqual(sent, [2]);
    pushes.changed(document);
    await once(started, 'run');
    ends[2]?.(run(2));
    pushes.changed(document);
    await once(started, 'run');
    assert.deepEqual(sent, [2]);
  });
});
