// Scanning a workspace by the built server, from a request to what is shown of files that are not open.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { scanProgress, scanRequest, type ScanProgress, type ScanResult } from '../../../extension/protocol.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { Editor } from './client.js';

const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';

describe('scanning a workspace', () => {
  let editor: Editor;
  /** How many diagnostics are shown, by URI. */
  let shown: Map<string, number>;
  let steps: ScanProgress[];

  beforeEach(async () => {
    editor = await Editor.start();
    shown = new Map();
    steps = [];
    editor.connection.onNotification(
      PublishDiagnosticsNotification.method,
      ({ uri, diagnostics }: PublishDiagnosticsParams) => void shown.set(uri, diagnostics.length),
    );
    editor.connection.onNotification(scanProgress, (step: ScanProgress) => void steps.push(step));
  });
  afterEach(() => editor.quit());

  const scan = (root: string): Promise<ScanResult> => editor.connection.sendRequest(scanRequest, { folders: [root] });
  const uriOf = (root: string, name: string): string => pathToFileURL(join(root, name)).href;

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

  it('takes away what an earlier scan has shown', async () => {
    const root = makeTree({ 'a.js': loop });
    await scan(root);
    assert.equal(shown.get(uriOf(root, 'a.js')), 1);
    await scan(makeTree({ 'b.js': '' }));
    assert.equal(shown.get(uriOf(root, 'a.js')), 0);
  });

  it('answers who types meanwhile', async () => {
    const root = makeTree(
      Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`${index}.js`, loop.repeat(5)])),
    );
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

  it('can be cancelled', async () => {
    const root = makeTree(
      Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`${index}.js`, loop.repeat(5)])),
    );
    const source = new CancellationTokenSource();
    editor.connection.onNotification(scanProgress, () => source.cancel());
    const result = await editor.connection
      .sendRequest<ScanResult>(scanRequest, { folders: [root] }, source.token)
      .catch((error: unknown) => {
        assert.equal((error as { code?: number }).code, LSPErrorCodes.RequestCancelled);
        return undefined;
      });
    if (result) assert.ok(result.cancelled && result.files < 120);
  });
});
