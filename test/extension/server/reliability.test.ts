// The built language server under what an editor, a file system or a generated file may do to it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  ErrorCodes,
  type DocumentDiagnosticReport,
  type Range,
} from 'vscode-languageserver/node';
import { lintStatus, scanRequest, type LintStatus, type ScanResult } from '../../../extension/protocol.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { Editor, framed, serverFile, spawnServer } from './client.js';

const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';

describe('the language server under stress', () => {
  let editor: Editor;
  /** The states that it tells of, by URI. */
  let states: Map<string, LintStatus['state'][]>;
  beforeEach(async () => {
    editor = await Editor.start();
    states = new Map();
    editor.connection.onNotification(lintStatus, ({ uri, state }: LintStatus) => {
      states.set(uri, [...(states.get(uri) ?? []), state]);
    });
  });
  afterEach(() => editor.quit());

  /** It still finds what there is in a document. */
  async function goesOn(): Promise<void> {
    const uri = await editor.open('other.ts', loop);
    assert.equal((await editor.pullFull(uri)).items.length, 1);
    await editor.close(uri);
  }

  const uri = 'file:///project/a.ts';
  const opened = { textDocument: { uri, languageId: 'typescript', version: 1, text: loop } };
  const change = (contentChanges: unknown, version = 2): object => ({
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version }, contentChanges },
  });
  const range: Range = { start: { line: 7, character: 9 }, end: { line: 1, character: 99_999 } };

  describe('goes on after', () => {
    const wire: Record<string, string> = {
      'a message that is no JSON': 'Content-Length: 12\r\n\r\n{"jsonrpc": ',
      'an empty message': 'Content-Length: 4\r\n\r\nnull',
      'a list of messages': 'Content-Length: 2\r\n\r\n[]',
      'a message that is neither request nor answer': framed({}),
      'an answer to nothing': framed({ id: 4711, result: null }),
      'a notification that it does not know': framed({ method: 'no/such', params: {} }),
      'a notification without what belongs to it': framed({ method: 'textDocument/didOpen' }),
      'a document without a text': framed({ method: 'textDocument/didOpen', params: { textDocument: { uri } } }),
      'a document whose URI is none': framed({
        method: 'textDocument/didOpen',
        params: { textDocument: { ...opened.textDocument, uri: 'no address' } },
      }),
      'a change of a document that is not open': framed(change([{ text: '' }])),
      'the closing of a document that is not open': framed({
        method: 'textDocument/didClose',
        params: { textDocument: { uri } },
      }),
      'the cancellation of no request': framed({ method: '$/cancelRequest', params: { id: 4711 } }),
      'an environment that is none': framed({ method: 'gather/environment', params: 'Paris' }),
    };
    for (const [what, bytes] of Object.entries(wire)) {
      it(what, async () => {
        editor.process.stdin.write(bytes);
        await goesOn();
      });
    }

    for (const [what, { method, params, code }] of Object.entries({
      'a request that it does not know': { method: 'no/such', params: {}, code: ErrorCodes.MethodNotFound },
      'a request without parameters': {
        method: 'textDocument/hover',
        params: undefined,
        code: ErrorCodes.InvalidParams,
      },
      'a request with others': { method: 'textDocument/codeAction', params: {}, code: ErrorCodes.InternalError },
      'a scan of nothing': { method: scanRequest, params: {}, code: ErrorCodes.InternalError },
    })) {
      it(`${what}, to which an error is the answer`, async () => {
        await assert.rejects(editor.connection.sendRequest(method, params), { code });
        await goesOn();
      });
    }

    it('a pull before it was initialized', async () => {
      const early = new Editor();
      const first = await early.open('early.ts', loop);
      assert.equal((await early.pullFull(first)).items.length, 1);
      await early.initialize();
      assert.equal((await early.pullFull(first)).items.length, 1);
      await early.quit();
    });

    it('a document that is opened twice, with its second text', async () => {
      await editor.open('a.ts', '');
      await editor.open('a.ts', loop);
      assert.equal((await editor.pullFull(uri)).items.length, 1);
    });

    it('changes of places that the text does not have, of no place, and of an earlier version', async () => {
      await editor.open('a.ts', loop);
      const { connection } = editor;
      await connection.sendNotification(DidChangeTextDocumentNotification.method, change([{ range, text: '' }]));
      editor.process.stdin.write(
        framed(change(null)) + framed(change([{ range, text: '// end' }])) + framed(change([{ text: loop }], 1)),
      );
      assert.equal((await editor.pullFull(uri)).items.length, 1);
    });
  });

  describe('with a file that is too long for it', () => {
    it('leaves 5 MB alone, says so, and has time for others', async () => {
      const long = await editor.open('long.ts', loop.repeat(Math.ceil(5_000_000 / loop.length)));
      const [{ items }] = await Promise.all([editor.pullFull(long), goesOn()]);
      assert.deepEqual(items, []);
      assert.deepEqual(states.get(long), ['skipped']);
    });

    it('lints 20,000 lines, and never answers a change with less than it knew', async () => {
      const long = await editor.open('long.ts', `${'f();\n'.repeat(20_000)}${loop}`);
      let { resultId, items } = await editor.pullFull(long);
      assert.equal(items.length, 1);
      for (const [from, to] of [
        ['await', ' await'],
        [' await', 'await'],
        ['f();', 'g();'],
      ] as const) {
        await editor.replace(long, from, to);
        const report = await editor.pull(long, resultId);
        if (report.kind === 'full') ({ resultId, items } = report);
        assert.equal(items.length, 1);
      }
      await goesOn();
    });
  });

  it('answers the last of 200 quick edits with what is there then', async () => {
    await editor.open('a.ts', loop);
    let previous: CancellationTokenSource | undefined;
    const answers: Promise<DocumentDiagnosticReport | undefined>[] = [];
    for (let edit = 0; edit < 200; edit++) {
      previous?.cancel();
      previous = new CancellationTokenSource();
      const [from, to] = edit % 2 ? (['g(x)', 'await g(x)'] as const) : (['await ', '\n'] as const);
      await editor.replace(uri, from, to);
      const params = { textDocument: { uri } };
      answers.push(
        editor.connection.sendRequest(DocumentDiagnosticRequest.type, params, previous.token).catch(() => undefined),
      );
    }
    const last = (await Promise.all(answers)).at(-1);
    assert.ok(last?.kind === 'full');
    assert.deepEqual(
      last.items.map((item) => editor.textAt(uri, item.range)),
      ['for (const x of xs)'],
    );
    assert.equal(states.get(uri)?.at(-1), 'linted');
  });

  describe('with a file that goes while it is linted', () => {
    it('finds the same when it is deleted', async () => {
      const root = makeTree({ 'a.ts': loop, 'package.json': '{}' });
      const document = await editor.open(pathToFileURL(join(root, 'a.ts')).href, loop);
      const pull = editor.pullFull(document);
      rmSync(join(root, 'a.ts'));
      rmSync(join(root, 'package.json'));
      assert.equal((await pull).items.length, 1);
      await editor.replace(document, 'await', ' await');
      assert.equal((await editor.pullFull(document)).items.length, 1);
    });

    it('finds it under its new name, and nothing more under the old one', async () => {
      const root = makeTree({ 'a.ts': loop });
      const before = await editor.open(pathToFileURL(join(root, 'a.ts')).href, loop);
      const rename = async (): Promise<string> => {
        renameSync(join(root, 'a.ts'), join(root, 'b.ts'));
        await editor.close(before);
        return editor.open(pathToFileURL(join(root, 'b.ts')).href, loop);
      };
      const [, after] = await Promise.all([editor.pull(before), rename()]);
      assert.equal((await editor.pullFull(after)).items.length, 1);
      assert.deepEqual((await editor.pullFull(before)).items, []);
    });

    it('scans the others to their end', async () => {
      const root = makeTree(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`src/${index}.js`, loop])));
      editor.connection.onNotification('gather/scanProgress', () =>
        rmSync(join(root, 'src'), { recursive: true, force: true }),
      );
      const { files, cancelled } = await editor.connection.sendRequest<ScanResult>(scanRequest, { folders: [root] });
      assert.deepEqual({ files, cancelled }, { files: 100, cancelled: false });
      await goesOn();
    });
  });
});

describe('an editor that is killed', () => {
  for (const [transport, stdio] of [
    ['stdio', ['pipe', 'pipe', 'inherit']],
    ['node-ipc', ['ignore', 'ignore', 'inherit', 'ipc']],
  ] as const) {
    it(`leaves no server behind, over ${transport}`, async () => {
      const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } };
      // An editor that says when its server answers, and whose standard error the server shares.
      const program = `
        const server = require('node:child_process').spawn(
          process.execPath, [${JSON.stringify(serverFile)}, '--${transport}'], { stdio: ${JSON.stringify(stdio)} });
        const message = { ...${JSON.stringify(initialize)}, params: { processId: process.pid, capabilities: {} } };
        const answered = () => process.stdout.write('ready');
        if (server.channel) server.on('message', answered).send(message);
        else {
          const body = JSON.stringify(message);
          server.stdout.on('data', answered);
          server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
        }`;
      const editor = spawn(process.execPath, ['--eval', program]);
      const [said] = await Promise.all([
        readAll(editor.stderr),
        once(editor.stdout, 'data').then(() => editor.kill('SIGKILL')),
      ]);
      assert.equal(said, '');
    });
  }
});

describe('the memory of the language server', () => {
  it('is near where it was after 3,000 files were scanned, and 1,000 opened and closed', async () => {
    const measuring = `
      import { setFlagsFromString } from 'node:v8';
      import { runInNewContext } from 'node:vm';
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc');
      process.on('SIGUSR2', () => {
        collect();
        process.stderr.write(String(process.memoryUsage().heapUsed));
      });`;
    const server = spawnServer(['--stdio'], ['--import', `data:text/javascript,${encodeURIComponent(measuring)}`]);
    const editor = await Editor.start(server);
    const megabytes = async (): Promise<number> => {
      server.kill('SIGUSR2');
      const [said] = (await once(server.stderr, 'data')) as [Buffer];
      return Number(said.toString()) / 2 ** 20;
    };
    const text = `/* ${'a long story '.repeat(2_000)} */\n${loop}`;
    const root = makeTree(Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`${index}.js`, text])));
    const scan = (): Promise<ScanResult> => editor.connection.sendRequest(scanRequest, { folders: [root] });
    /** Opens, pulls and closes some of the files. */
    const look = async (from: number, to: number): Promise<void> => {
      for (let index = from; index < to; index++) {
        const uri = await editor.open(pathToFileURL(join(root, `${index}.js`)).href, text, 'javascript');
        assert.equal((await editor.pullFull(uri)).items.length, 1);
        await editor.close(uri);
      }
    };

    await look(0, 20);
    const before = await megabytes();
    assert.equal((await scan()).findings, 3_000);
    await look(0, 1_000);
    const after = await megabytes();
    await editor.quit();
    assert.ok(after - before < 10, `${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`);
  }).timeout(60_000);
});
