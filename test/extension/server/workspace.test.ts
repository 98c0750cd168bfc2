// The built server in a workspace on a disk whose own ESLint it may run.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import { type Environment, environmentChanged, lintStatus, type LintStatus } from '../../../extension/protocol.js';
import { Editor } from './client.js';
import { configuration, loop, makeWorkspace, uriOf } from './workspace.js';

const trusted: Partial<Environment> = { trusted: true };

describe('in a workspace that is trusted', () => {
  let editor: Editor;
  let messages: ShowMessageParams[];
  let statuses: LintStatus[];
  const events = new EventEmitter();

  beforeEach(async () => {
    editor = new Editor();
    messages = [];
    statuses = [];
    editor.connection.onNotification(ShowMessageNotification.type, (message) => void messages.push(message));
    editor.connection.onNotification(lintStatus, (status: LintStatus) => void statuses.push(status));
    editor.connection.onRequest(DiagnosticRefreshRequest.type, () => void events.emit('refresh'));
    await editor.initialize(
      { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
      trusted,
    );
  });
  afterEach(() => editor.quit());

  const open = (root: string, name: string): Promise<string> => editor.open(uriOf(root, name), loop, 'javascript');
  const severities = async (uri: string): Promise<unknown[]> =>
    (await editor.pullFull(uri)).items.map(({ severity }) => severity);
  const change = (uri: string, type: FileChangeType): Promise<void> =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });

  it('a broken configuration is shown once, with its path and its error, and the recommended rules go on', async () => {
    const root = makeWorkspace({ 'eslint.config.mjs': 'export default [' });
    const [first, second] = await Promise.all([open(root, 'a.js'), open(root, 'b/b.js')]);
    assert.deepEqual(await Promise.all([severities(first), severities(second)]), [[2], [2]]);
    await change(uriOf(root, 'package.json'), FileChangeType.Changed);
    await once(events, 'refresh');
    assert.deepEqual(await severities(first), [2]);
    const broken = `${join(root, 'eslint.config.mjs')}: Unexpected end of input`;
    assert.deepEqual(
      statuses.map((status) => [status.rules, status.broken]),
      Array(3).fill(['recommended', broken]),
    );
    const [message, ...others] = messages;
    assert.equal(message?.type, MessageType.Warning);
    assert.ok(message.message.endsWith(broken));
    assert.deepEqual(others, []);
  });

  it('a configuration that is changed is heeded from then on', async () => {
    const root = makeWorkspace({ 'eslint.config.mjs': configuration('warn') });
    const uri = await open(root, 'a.js');
    assert.deepEqual(await severities(uri), [2]);
    writeFileSync(join(root, 'eslint.config.mjs'), configuration('error'));
    assert.deepEqual(await severities(uri), [2]);
    await change(uriOf(root, 'eslint.config.mjs'), FileChangeType.Changed);
    await once(events, 'refresh');
    assert.deepEqual(await severities(uri), [1]);
  });

  it('a .gitignore that is changed is heeded by a configuration that reads it', async () => {
    const ignores = "readFileSync(new URL('.gitignore', import.meta.url), 'utf8').split('\\n')";
    const text = `import { readFileSync } from 'node:fs';\n${configuration('error')}`;
    const root = makeWorkspace({
      'eslint.config.mjs': text.replace('export default [', `export default [{ ignores: ${ignores} }, `),
      '.gitignore': 'none',
    });
    const uri = await open(root, 'a.js');
    assert.deepEqual(await severities(uri), [1]);
    writeFileSync(join(root, '.gitignore'), 'a.js');
    await Promise.all([once(events, 'refresh'), change(uriOf(root, '.gitignore'), FileChangeType.Changed)]);
    assert.deepEqual(await severities(uri), []);
  });

  it('a package.json that is changed is heeded by the rewrites', async () => {
    const root = makeWorkspace({ 'package.json': '{ "type": "module" }' });
    const uri = await open(root, 'a.js');
    const preferred = async (): Promise<string> => {
      const [{ range }] = (await editor.pullFull(uri)).items as [Diagnostic];
      const action = (await editor.codeActions(uri, range)).find(({ isPreferred }) => isPreferred);
      assert.ok(action);
      return editor.applied(uri, action);
    };
    assert.doesNotMatch(await preferred(), /p-map/u);
    writeFileSync(join(root, 'package.json'), '{ "type": "module", "dependencies": { "p-map": "*" } }');
    await Promise.all([once(events, 'refresh'), change(uriOf(root, 'package.json'), FileChangeType.Changed)]);
    assert.match(await preferred(), /p-map/u);
  });

  describe('a module that a configuration imports', () => {
    /** A configuration whose level is told from module to module, and one of them prints. */
    const files = {
      'eslint.config.mjs': `import { level } from './config/rules.js';\n${configuration('warn').replace("'warn'", 'level')}`,
      'config/rules.js': "import level from './level.cjs';\nexport { level };\n",
      'config/level.cjs': "console.log('loaded');\nmodule.exports = require('./told');\n",
      'config/told.json': '"warn"',
      'config/package.json': '{ "type": "module" }',
    };
    let refreshes: number;
    beforeEach(() => {
      refreshes = 0;
      events.on('refresh', () => refreshes++);
    });
    afterEach(() => events.removeAllListeners());

    it('is heeded when it changes, and when it does again, however it is imported', async () => {
      const root = makeWorkspace(files);
      const uri = await open(root, 'a.js');
      assert.deepEqual(await severities(uri), [2]);
      for (const [name, text, severity] of [
        ['config/told.json', '"error"', 1],
        ['config/rules.js', "export const level = 'warn';\n", 2],
      ] as const) {
        writeFileSync(join(root, name), text);
        await Promise.all([once(events, 'refresh'), change(uriOf(root, name), FileChangeType.Changed)]);
        assert.deepEqual(await severities(uri), [severity], name);
      }
      assert.equal(statuses.at(-1)?.rules, 'project');
    });

    it('is heeded once it is there, and once it can be read', async () => {
      const root = makeWorkspace({ ...files, 'config/told.json': '"war' });
      rmSync(join(root, 'config/rules.js'));
      const uri = await open(root, 'a.js');
      await severities(uri);
      assert.match(statuses.at(-1)?.broken ?? '', /rules\.js/u);
      writeFileSync(join(root, 'config/rules.js'), files['config/rules.js']);
      await Promise.all([once(events, 'refresh'), change(uriOf(root, 'config/rules.js'), FileChangeType.Created)]);
      await severities(uri);
      assert.match(statuses.at(-1)?.broken ?? '', /told\.json/u);
      writeFileSync(join(root, 'config/told.json'), '"error"');
      await Promise.all([once(events, 'refresh'), change(uriOf(root, 'config/told.json'), FileChangeType.Changed)]);
      assert.deepEqual(await severities(uri), [1]);
      assert.equal(statuses.at(-1)?.broken, undefined);
    });

    it('is heeded as it is saved where the editor watches no files', async () => {
      const root = makeWorkspace(files);
      const uri = await open(root, 'a.js');
      const level = await editor.open(uriOf(root, 'config/level.cjs'), files['config/level.cjs'], 'javascript');
      assert.deepEqual(await severities(uri), [2]);
      writeFileSync(join(root, 'config/level.cjs'), "module.exports = 'error';\n");
      await Promise.all([
        once(events, 'refresh'),
        editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: level } }),
      ]);
      assert.deepEqual(await severities(uri), [1]);
    });

    it('is told from the files that are none', async () => {
      const root = makeWorkspace({ ...files, 'other.js': '' });
      const uri = await open(root, 'a.js');
      await severities(uri);
      await change(uriOf(root, 'other.js'), FileChangeType.Changed);
      await severities(uri);
      assert.equal(statuses.length, 1);
      assert.equal(refreshes, 0);
    });
  });

  it('each folder has the rules of its own configuration', async () => {
    const [strict, lenient, none] = [
      makeWorkspace({ 'eslint.config.mjs': configuration('error') }),
      makeWorkspace({ 'eslint.config.mjs': configuration('warn') }),
      makeWorkspace({}),
    ];
    const uris = await Promise.all([strict, lenient, none].map((root) => open(root, 'a.js')));
    assert.deepEqual(await Promise.all(uris.map(severities)), [[1], [2], [2]]);
    assert.deepEqual(
      uris.map((uri) => statuses.find((status) => status.uri === uri)?.rules),
      ['project', 'project', 'recommended'],
    );
  });

  describe('gather.diagnostics', () => {
    const tell = (environment: Partial<Environment>): Promise<void> =>
      editor.connection.sendNotification(environmentChanged, { ...trusted, ...environment });

    for (const [diagnostics, eslintShown, project, recommended] of [
      ['auto', true, 0, 1],
      ['auto', false, 1, 1],
      ['always', true, 1, 1],
      ['never', false, 0, 0],
    ] as const) {
      const also = eslintShown ? 'shows' : 'does not show';
      it(`'${diagnostics}', where ESLint's extension ${also} the project's rules`, async () => {
        const own = await open(makeWorkspace({ 'eslint.config.mjs': configuration('error') }), 'a.js');
        const other = await open(makeWorkspace({}), 'a.js');
        await tell({ diagnostics, eslintShown });
        const shown = await Promise.all([severities(own), severities(other)]);
        assert.deepEqual(
          shown.map(({ length }) => length),
          [project, recommended],
        );
        // Whatever is shown, the rest is there.
        const at = editor.positionOf(own, 'for');
        assert.match(JSON.stringify(await editor.hover(own, at)), /Can run concurrently/u);
        assert.ok((await editor.codeActions(own, { start: at, end: at })).length > 0);
      });
    }
  });
});
