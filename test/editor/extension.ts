// The extension inside a real VS Code: diagnostics while typing, the quick fix, the hover.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  env,
  extensions,
  languages,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { gatherDiagnostics, until, untilDiagnostics } from './events.js';

const opening = 'export async function all(ids: string[], load: (id: string) => Promise<string>) {\n';
const loop = 'const out = [];\nfor (const id of ids) {\nout.push(await load(id));\n}\nreturn out;\n}\n';

/** The URI of a file of the workspace. */
function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the workspace is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a source of the workspace in an editor. */
async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(`src/${name}`));
  await window.showTextDocument(document);
  return document;
}

describe('Gather in VS Code', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is the extension that was meant to be tested', () => {
    const extension = extensions.getExtension('gather.gather');
    assert.ok(extension);
    const expected = process.env['GATHER_EXTENSION_BELOW'];
    if (expected !== undefined) assert.ok(join(extension.extensionPath, '/').startsWith(join(expected, '/')));
  });

  it('runs with the trust that was meant', () => {
    assert.equal(workspace.isTrusted, process.env['GATHER_RESTRICTED'] === undefined);
  });

  for (const name of ['script.js', 'typed.ts', 'view.jsx', 'typed-view.tsx']) {
    it(`marks the loop's head in ${name}`, async () => {
      const document = await open(name);
      const [diagnostic] = await untilDiagnostics(document.uri, 1);
      assert.ok(diagnostic);
      assert.equal(document.getText(diagnostic.range), 'for (const id of ids)');
      assert.ok(typeof diagnostic.code === 'object');
      assert.equal(diagnostic.code.value, 'no-await-in-loop');
    });
  }

  it('follows what is typed', async () => {
    const document = await workspace.openTextDocument({ language: 'typescript', content: opening });
    const editor = await window.showTextDocument(document);
    const end = document.positionAt(opening.length);
    editor.selection = new Selection(end, end);
    assert.deepEqual(gatherDiagnostics(document.uri), []);
    await commands.executeCommand('type', { text: loop });
    await untilDiagnostics(document.uri, 1);

    const awaited = document.getText().indexOf('await ');
    const edit = new WorkspaceEdit();
    edit.delete(document.uri, new Range(document.positionAt(awaited), document.positionAt(awaited + 'await '.length)));
    assert.ok(await workspace.applyEdit(edit));
    await untilDiagnostics(document.uri, 0);
  });

  it('applies the preferred quick fix', async () => {
    const document = await open('typed.ts');
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      CodeActionKind.QuickFix.value,
    );
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit);
    assert.ok(await workspace.applyEdit(preferred.edit));
    assert.match(document.getText(), /Promise\.all\(/);
    assert.doesNotMatch(document.getText(), /for \(/);
    await untilDiagnostics(document.uri, 0);
  });

  it('comes back when its server is killed, and marks what is open again', async () => {
    const document = await open('typed.ts');
    await untilDiagnostics(document.uri, 1);
    process.kill(serverOf(process.pid), 'SIGKILL');
    await untilDiagnostics(document.uri, 0);
    await untilDiagnostics(document.uri, 1);
  });

  it('runs code of the workspace where that is trusted alone, and marks what is open in either case', async () => {
    const document = await open('../marking/loop.js');
    await untilDiagnostics(document.uri, 1);
    if (!workspace.isTrusted) await commands.executeCommand('gather.scanWorkspace');
    const run = ['node_modules/eslint/was-run', 'marking/was-run'].map((name) => existsSync(uriOf(name).fsPath));
    assert.deepEqual(run, [workspace.isTrusted, workspace.isTrusted]);
  });

  if (workspace.isTrusted) {
    it('heeds a module that a configuration imports as soon as it changes', async () => {
      const document = await open('../imported/loop.js');
      const marked = (severity: DiagnosticSeverity): Promise<unknown> =>
        until(languages.onDidChangeDiagnostics, () =>
          gatherDiagnostics(document.uri).find((diagnostic) => diagnostic.severity === severity),
        );
      await marked(DiagnosticSeverity.Warning);
      await workspace.fs.writeFile(uriOf('imported/level.mjs'), Buffer.from("export default 'error';\n"));
      await marked(DiagnosticSeverity.Error);
    });
  }

  it('copies versions and states for a report of a bug, and no path', async () => {
    await commands.executeCommand('gather.copyDebugInformation');
    const text = await env.clipboard.readText();
    assert.match(text, /^- Gather: \d+\.\d+\.\d+\n- VS Code: \d/u);
    assert.match(text, /^- server: Running$/mu);
    assert.match(text, new RegExp(`^- trusted: ${String(workspace.isTrusted)}$`, 'mu'));
    assert.ok(!text.includes(uriOf('').fsPath));
  });

  it("tells on the loop's head the verdict, the rewrite and the guide, and runs our command alone", async () => {
    const document = await open('script.js');
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const own = (await hoversAt(document, diagnostic)).find(({ value }) => value.includes('**Can run concurrently**'));
    assert.ok(own);
    assert.match(own.value, /\n```diff\n-[^]*^\+.*Promise\.all\(/mu);
    assert.match(own.value, /\*\*Sequential I\/O to concurrent\*\*/u);
    assert.match(own.value, /!\[[^\]]+\]\(data:image\/svg\+xml;base64,/u);
    assert.match(own.value, /\]\(command:gather\.openGuide\?/u);
    assert.deepEqual(own.isTrusted, { enabledCommands: ['gather.openGuide'] });
    assert.ok(own.supportHtml !== true);
  });
});

/** The process of the language server that a process has started. */
function serverOf(parent: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const [, server] = new RegExp(String.raw`^ *(\d+) +${parent} .*server\.cjs`, 'm').exec(processes) ?? [];
  assert.ok(server, 'a server is running');
  return Number(server);
}

/** All hovers at a diagnostic's start. */
async function hoversAt(document: TextDocument, { range }: Diagnostic): Promise<MarkdownString[]> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
  return hovers.flatMap(({ contents }) => contents as MarkdownString[]);
}
