// The built language server, driven over stdio as any editor drives it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import { CodeActionKind, DiagnosticSeverity, LSPErrorCodes } from 'vscode-languageserver/node';
import manifest from '../../../package.json' with { type: 'json' };
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { Editor, framed, spawnServer } from './client.js';

const head = 'for (const id of ids)';
const loop = `${head} { out.push(await load(id)); }`;

/** A module with one loop that can run concurrently. */
function source(before = '', after = ''): string {
  return [
    before,
    'export async function all(ids, load) {',
    '  const out = [];',
    `  ${loop}${after}`,
    '  return out;',
    '}',
    '',
  ].join('\n');
}

/** What the rewrites of a text give, as ESLint describes them. */
function rewritten(text: string): string[] {
  const [message] = lintText(text, '/project/module.ts');
  return (message?.suggestions ?? []).map(
    ({ fix }) => text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
  );
}

describe('the language server', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
  });
  afterEach(() => editor.closeAll());
  after(() => editor.quit());

  it('says what it can do', async () => {
    const other = new Editor();
    const { serverInfo, capabilities } = await other.initialize();
    await other.quit();
    assert.deepEqual(serverInfo, { name: 'gather', version: manifest.version });
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite.gather', 'source.fixAll.gather'],
    });
  });

  describe('diagnostics', () => {
    for (const [name, languageId] of [
      ['a.js', 'javascript'],
      ['a.jsx', 'javascriptreact'],
      ['a.ts', 'typescript'],
      ['a.tsx', 'typescriptreact'],
      ['Jakefile', 'javascript'],
    ] as const) {
      it(`marks a loop's head in ${name} (${languageId})`, async () => {
        const uri = await editor.open(name, source(), languageId);
        const { items } = await editor.pullFull(uri);
        assert.deepEqual(
          items.map((item) => ({ ...item, message: typeof item.message, text: editor.textAt(uri, item.range) })),
          [
            {
              range: { start: { line: 3, character: 2 }, end: { line: 3, character: 2 + head.length } },
              severity: DiagnosticSeverity.Warning,
              source: 'gather',
              code: 'no-await-in-loop',
              codeDescription: {
                href: 'https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/rules/no-await-in-loop.md',
              },
              message: 'string',
              text: head,
            },
          ],
        );
      });
    }

    it('reads JSX and types by the ending of the language', async () => {
      const jsx = await editor.open('view', source('const view = <p>{1 as number}</p>;'), 'typescriptreact');
      assert.equal((await editor.pullFull(jsx)).items.length, 1);
      const cast = await editor.open('cast', source('const one = <number>1;'), 'typescript');
      assert.equal((await editor.pullFull(cast)).items.length, 1);
    });

    it('follows incremental changes', async () => {
      const uri = await editor.open('changing.ts', source());
      assert.equal((await editor.pullFull(uri)).items.length, 1);
      await editor.replace(uri, 'await ', '');
      assert.deepEqual((await editor.pullFull(uri)).items, []);
      await editor.replace(uri, 'load(id)', 'await load(id)');
      await editor.replace(uri, 'export', '\n\nexport');
      const { items } = await editor.pullFull(uri);
      assert.deepEqual(
        items.map(({ range }) => range.start),
        [{ line: 5, character: 2 }],
      );
    });

    it('answers a pull of what has not changed in one word', async () => {
      const uri = await editor.open('same.ts', source());
      const { resultId } = await editor.pullFull(uri);
      assert.ok(resultId);
      assert.deepEqual(await editor.pull(uri, resultId), { kind: 'unchanged', resultId });
      await editor.replace(uri, 'await ', '');
      assert.equal((await editor.pull(uri, resultId)).kind, 'full');
    });

    it('shows nothing of its own for a text that does not parse', async () => {
      const uri = await editor.open('broken.ts', `${source()}const = ;`);
      assert.deepEqual((await editor.pullFull(uri)).items, []);
    });

    it('keeps what it shows while a line is half typed', async () => {
      const uri = await editor.open('typing.ts', source());
      const { resultId } = await editor.pullFull(uri);
      assert.ok(resultId);
      await editor.replace(uri, 'return out;', 'return out.;');
      assert.deepEqual(await editor.pull(uri, resultId), { kind: 'unchanged', resultId });
      await editor.replace(uri, 'return out.;', 'return out.length;');
      const report = await editor.pull(uri, resultId);
      assert.ok(report.kind === 'full');
      assert.equal(report.items.length, 1);
    });

    it('leaves a language that it does not know alone', async () => {
      const uri = await editor.open('a.html', source(), 'html');
      assert.deepEqual((await editor.pullFull(uri)).items, []);
    });

    it('leaves installed packages alone', async () => {
      const uri = await editor.open('node_modules/a/index.js', source(), 'javascript');
      assert.deepEqual((await editor.pullFull(uri)).items, []);
    });

    it('leaves rules that a comment switches on to the project', async () => {
      const uri = await editor.open('own.js', '/* eslint no-var: 2, gone/away: 2 */ var a = 1;', 'javascript');
      assert.deepEqual((await editor.pullFull(uri)).items, []);
    });

    it('obeys a disable comment', async () => {
      const text = source().replace(`  ${head}`, `  // eslint-disable-next-line gather/no-await-in-loop\n  ${head}`);
      const uri = await editor.open('silenced.ts', text);
      assert.deepEqual((await editor.pullFull(uri)).items, []);
    });

    it('forgets a document that is closed', async () => {
      const uri = await editor.open('closed.ts', source());
      await editor.close(uri);
      assert.deepEqual(await editor.pullFull(uri), { kind: 'full', items: [] });
      assert.equal(await editor.hover(uri, { line: 3, character: 4 }), null);
      await editor.open('closed.ts', source('\n\n'));
      const [item] = (await editor.pullFull(uri)).items;
      assert.deepEqual(item?.range.start, { line: 5, character: 2 });
    });
  });

  describe('positions', () => {
    const texts = {
      'a byte order mark': `\uFEFF${source()}`,
      'a byte order mark on the line of the loop': `\uFEFFexport async function all(ids, load) { const out = []; ${loop} return out; }`,
      CRLF: source('// one\n// two').replaceAll('\n', '\r\n'),
      'emoji before the loop': source('', '').replace(`  ${head}`, `  /* 😀👩‍👩‍👧 */ ${head}`),
      'line separators that only the language counts as line ends': source('const a = "\u2028\u2029";'),
    };
    for (const [what, text] of Object.entries(texts)) {
      it(`are right with ${what}`, async () => {
        const uri = await editor.open('positions.ts', text);
        const [item] = (await editor.pullFull(uri)).items;
        assert.ok(item);
        assert.equal(editor.textAt(uri, item.range), head);
        const [action] = await editor.codeActions(uri, item.range);
        assert.ok(action);
        const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
        assert.equal(editor.applied(uri, action), mark + (rewritten(text.slice(mark.length))[0] ?? ''));
      });
    }
  });

  describe('quick fixes', () => {
    it('are the suggestions, the first one preferred', async () => {
      const text = source();
      const uri = await editor.open('fix.ts', text);
      const [item] = (await editor.pullFull(uri)).items;
      assert.ok(item);
      const actions = await editor.codeActions(uri, item.range);
      const results = rewritten(text);
      assert.ok(results.length > 0);
      assert.deepEqual(
        actions.map((action) => editor.applied(uri, action)),
        results,
      );
      assert.deepEqual(
        actions.map(({ isPreferred }) => isPreferred),
        results.map((_result, index) => index === 0),
      );
      for (const { title, kind, diagnostics } of actions) {
        assert.ok(title.length > 0);
        assert.equal(kind, CodeActionKind.QuickFix);
        assert.deepEqual(diagnostics, [item]);
      }
    });

    it("are offered at a bare cursor in the loop's head, and nowhere else", async () => {
      const uri = await editor.open('cursor.ts', source());
      const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
      assert.notDeepEqual(await editor.codeActions(uri, at(3, 2)), []);
      assert.notDeepEqual(await editor.codeActions(uri, at(3, 2 + head.length)), []);
      assert.deepEqual(await editor.codeActions(uri, at(3, 1)), []);
      assert.deepEqual(await editor.codeActions(uri, at(2, 4)), []);
    });

    it('of two loops do not mix', async () => {
      const second = `for (const name of ids) { out.push(await load(name)); }`;
      const uri = await editor.open('two.ts', source('', `\n  ${second}`));
      const { items } = await editor.pullFull(uri);
      assert.equal(items.length, 2);
      const [first, other] = items;
      assert.ok(first && other);
      // gather: sequential -- one request after the other, as an editor sends them
      for (const { range } of items) {
        const [action] = await editor.codeActions(uri, range);
        assert.ok(action);
        const result = editor.applied(uri, action);
        assert.equal(result.includes(loop), range.start.line === other.range.start.line);
        assert.equal(result.includes(second), range.start.line === first.range.start.line);
      }
      const both = await editor.codeActions(uri, { start: first.range.start, end: other.range.end });
      assert.equal(both.length, rewritten(source('', `\n  ${second}`)).length * 2);
    });

    it('are not sent to a request for another kind', async () => {
      const uri = await editor.open('kinds.ts', source());
      const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 2 } };
      assert.deepEqual(await editor.codeActions(uri, range, [CodeActionKind.Refactor]), []);
      assert.notDeepEqual(await editor.codeActions(uri, range, [CodeActionKind.QuickFix]), []);
    });
  });
});

describe('the life of the language server', () => {
  it('ends with 0 after shutdown and exit', async () => {
    const editor = await Editor.start();
    assert.equal(await editor.quit(), 0);
  });

  it('ends with 1 when the editor goes without a word', async () => {
    const editor = await Editor.start();
    const exit = once(editor.process, 'exit');
    editor.process.stdin.end();
    await exit;
    assert.equal(editor.process.exitCode, 1);
  });

  it('does not lint for a request that was cancelled meanwhile', async () => {
    const server = spawnServer(['--stdio']);
    const uri = 'file:///project/stale.ts';
    // In one piece, so that the cancellation is there when the request's turn comes.
    server.stdin.write(
      [
        { id: 'start', method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
        { method: 'initialized', params: {} },
        {
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'typescript', version: 1, text: source() } },
        },
        { id: 'stale', method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
        { method: '$/cancelRequest', params: { id: 'stale' } },
        { id: 'fresh', method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
      ]
        .map(framed)
        .join(''),
    );
    const answers = await answersUntil(server.stdout, 'fresh');
    server.kill();
    assert.equal(answers.find(({ id }) => id === 'stale')?.error?.code, LSPErrorCodes.RequestCancelled);
    assert.equal(answers.find(({ id }) => id === 'fresh')?.result?.resultId, '1');
  });

  it('says how to start it when it is started wrongly', async () => {
    const server = spawnServer([]);
    const [said] = await Promise.all([readAll(server.stderr), once(server, 'exit')]);
    assert.equal(said, 'Start gather-language-server with --stdio, as a language server of your editor.\n');
    assert.equal(server.exitCode, 2);
  });
});

interface Answer {
  id?: string;
  result?: { resultId?: string };
  error?: { code: number };
}

/** The messages that come over the wire, up to the answer with an id. */
async function answersUntil(stream: AsyncIterable<Buffer>, id: string): Promise<Answer[]> {
  let received = '';
  for await (const chunk of stream) {
    received += chunk.toString();
    if (received.includes(`"id":"${id}"`) && received.endsWith('}')) break;
  }
  return received
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter(Boolean)
    .map((body) => JSON.parse(body) as Answer);
}
