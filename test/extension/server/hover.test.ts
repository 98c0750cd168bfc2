// The hovers of the built server: what they tell, where, and that it is true of the text.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver/node';
import type { Environment } from '../../../extension/protocol.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { Editor } from './client.js';

const source = `export async function all(ids, load) {
  const pages = [];
  for (const id of ids) {
    const page = await load(id);
    console.log(page);
  }
  let cursor;
  for (const kind of ids) {
    const next = await load(kind, cursor);
    cursor = next.cursor;
  }
  const user = await fetchUser(ids[0]);
  const posts = await fetchPosts(ids[0]);
  // gather: sequential -- the service asks for it
  for (const id of ids) await load(id);
  // eslint-disable-next-line gather/no-await-in-loop, gather/no-sequential-await -- as asked for
  for (const item of ids) await load(item);
  let titles = [];
  try {
    titles = await Promise.all(ids.map((id) => fetchTitle(id)));
  } catch (error) {
    console.warn(error);
  }
  return { pages, user, posts, titles, users: await Promise.all(ids.map((id) => fetchUser(id))) };
}
`;

/** A hover, taken apart. */
interface Shown {
  uri: string;
  text: string;
  /** What it is on. */
  on: string;
  paragraphs: string[];
}

describe('hovers', () => {
  let editor: Editor;
  let opened = 0;
  before(async () => {
    editor = await Editor.start();
  });
  afterEach(() => editor.closeAll());
  after(() => editor.quit());

  /** Runs a test with an editor that tells of itself. */
  async function within(environment: Partial<Environment>, test: () => Promise<void>): Promise<void> {
    const usual = editor;
    editor = new Editor();
    await editor.initialize({}, environment);
    await test().finally(async () => {
      await editor.quit();
      editor = usual;
    });
  }

  async function at(uri: string, position: Position): Promise<Shown | undefined> {
    const hover = await editor.hover(uri, position);
    if (!hover) return undefined;
    assert.ok(hover.range && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    const { value } = hover.contents;
    return { uri, text: value, on: editor.textAt(uri, hover.range), paragraphs: value.split('\n\n') };
  }

  /** The hover on the first letter of a text's first occurrence, or further into it. */
  async function on(text: string, offset = 0, code = source): Promise<Shown | undefined> {
    const uri = await editor.open(`a b(${++opened}).js`, code, 'javascript');
    const { line, character } = editor.positionOf(uri, text);
    return at(uri, { line, character: character + offset });
  }

  /** The code that the links of a hover lead to, each up to the end of its line. */
  function linked({ uri, text }: Shown): string[] {
    const links = Array.from(text.matchAll(/\[(\d+):(\d+)\]\(([^)]*)#L(\d+),(\d+)\)/gu));
    return links.map(([, line = '', column = '', address = '', linkedLine, linkedColumn]) => {
      assert.equal(decodeURIComponent(address), decodeURIComponent(uri));
      assert.deepEqual([linkedLine, linkedColumn], [line, column]);
      return (source.split('\n')[Number(line) - 1] ?? '').slice(Number(column) - 1);
    });
  }

  function diffIn({ text }: Shown): string {
    return /```diff\n(.*?)\n```/su.exec(text)?.[1] ?? assert.fail(`no diff in ${text}`);
  }

  /** What a diff makes of a text that holds its old side once. */
  function patched(text: string, diff: string): string {
    return diff.split('\n…\n').reduce((now, hunk) => {
      const lines = hunk.split('\n');
      const side = (marks: string): string =>
        lines
          .filter(([mark = '']) => marks.includes(mark))
          .map((line) => line.slice(1))
          .join('\n');
      const parts = now.split(side(' -'));
      assert.equal(parts.length, 2, hunk);
      return parts.join(side(' +'));
    }, text);
  }

  it('tell on the head of a loop the rewrite, the verdict, the evidence and the chapter', async () => {
    const shown = (await on('for (const id of', 9)) ?? assert.fail();
    assert.equal(shown.on, 'for (const id of ids)');
    assert.match(shown.paragraphs[2] ?? '', /^\*\*Can run concurrently\*\*: no iteration needs another; /u);
    assert.deepEqual(linked(shown), ['console.log(page);']);
    const [fix] = await editor.codeActions(shown.uri, {
      start: { line: 2, character: 4 },
      end: { line: 2, character: 4 },
    });
    assert.ok(fix);
    assert.equal(shown.paragraphs[0], fix.title);
    assert.equal(patched(source, diffIn(shown)), editor.applied(shown.uri, fix));
    assert.ok(shown.paragraphs.includes('**Sequential I/O to concurrent**'));
    assert.doesNotMatch(shown.text, /```js/u);
    assert.match(shown.text, /\[The rule `gather\/no-await-in-loop`\]\(https:\/\/\S+\/no-await-in-loop\.md\)$/u);
  });

  it('tell why a loop has to stay sequential, and of nothing that cannot be done', async () => {
    const shown = (await on('for (const kind')) ?? assert.fail();
    assert.match(shown.paragraphs[0] ?? '', /^\*\*Has to stay sequential\*\*: `cursor` set at /u);
    assert.deepEqual(linked(shown), ['cursor = next.cursor;', 'cursor);']);
    assert.doesNotMatch(shown.text, /```|starts an item/u);
    assert.equal(shown.paragraphs.length, 2);
  });

  it('tell on an await the verdict on its loop, with the rewrite of that', async () => {
    const shown = (await on('await load(id)', 4)) ?? assert.fail();
    assert.equal(shown.on, 'await');
    assert.match(shown.text, /^\*\*Can run concurrently\*\*/u);
    assert.match(diffIn(shown), /^-.*for \(const id of ids\) \{$/mu);
    assert.match((await on('await load(kind'))?.text ?? '', /^\*\*Has to stay sequential\*\*/u);
  });

  it('tell on each await of a row that they need not wait, with one rewrite for all', async () => {
    const [first, second] = await Promise.all([on('await fetchUser'), on('await fetchPosts')]);
    assert.ok(first && second);
    for (const shown of [first, second]) {
      assert.deepEqual(linked(shown), ['await fetchUser(ids[0]);', 'await fetchPosts(ids[0]);']);
      assert.match(diffIn(shown), /^\+.*Promise\.all\(/mu);
      assert.match(shown.text, /no-sequential-await\.md\)$/u);
    }
  });

  it('tell on a combinator what it does, and what was found about it', async () => {
    const shown = (await on('Promise.all(ids.map((id) => fetchUser', 3)) ?? assert.fail();
    assert.equal(shown.on, 'Promise.all');
    assert.match(shown.text, /^`Promise\.all` waits for every one; the first failure rejects/u);
    assert.match(shown.text, /\*\*When one of them fails\*\*/u);
    const found = (await on('Promise.all(', 8)) ?? assert.fail();
    assert.match(found.text, /prefer-all-settled\.md\)$/u);
    assert.match(diffIn(found), /^\+.*Promise\.allSettled\(/mu);
  });

  for (const name of ['all', 'allSettled', 'race', 'any'])
    it(`tell on \`Promise.${name}\` what it does`, async () => {
      const shown = await on('Promise', 0, `await Promise.${name}(list);`);
      assert.match(shown?.paragraphs[0] ?? '', new RegExp(`^\`Promise\\.${name}\` `, 'u'));
    });

  for (const [comment, offset, rule, next] of [
    ['// gather: sequential', 5, 'no-await-in-loop', '**Can run concurrently**: '],
    ['// eslint-disable-next-line', 0, 'no-await-in-loop', '**Sequential I/O to concurrent**'],
    ['// eslint-disable-next-line', 60, 'no-sequential-await', '**Sequential I/O to concurrent**'],
  ] as const)
    it(`tell on ${comment}, letter ${offset}, which rule it silences, and of that`, async () => {
      const shown = (await on(comment, offset)) ?? assert.fail(comment);
      assert.equal(shown.paragraphs[0], `Silences \`gather/${rule}\`.`);
      assert.ok(shown.paragraphs[1]?.startsWith(next), shown.text);
      assert.match(shown.text, /```js\n\/\/ Bad/u);
    });

  it('tell on a comment what it silences, and what it would silence needlessly', async () => {
    const whole = await on('no-late', 0, `/* eslint-disable\n   gather/no-late-await -- why */\n${source}`);
    assert.match(whole?.text ?? '', /^Silences `gather\/no-late-await`\.\n\n\*\*The rejection gap\*\*/u);
    const needless = await on(
      'gather',
      0,
      '// gather: sequential -- why\nfor (const x of xs) last = await f(x, last);\n',
    );
    assert.match(needless?.text ?? '', /^\*\*Has to stay sequential\*\*/u);
    const row =
      'const a = await fetchUser(1);\nconst b = await fetchPosts(1); // eslint-disable-line gather/no-sequential-await\n';
    assert.match((await on('eslint-', 0, row))?.paragraphs[1] ?? '', /^\*\*Can run concurrently\*\*: the awaits at /u);
    const next = row.replace('const b', '// eslint-disable-next-line gather/no-sequential-await\nconst b');
    assert.match((await on('eslint-', 0, next))?.paragraphs[1] ?? '', /^\*\*Can run concurrently\*\*: the awaits at /u);
  });

  for (const name of ['eslint.config.js', 'packages/a/eslint.config.mjs', 'eslint.config.ts'])
    it(`tell in ${name} on a rule's name what the rule is about`, async () => {
      const config = "export default [{ rules: { 'gather/no-late-await': 'off', 'gather/none': 2 } }];\n";
      const uri = await editor.open(name, config);
      const shown = (await at(uri, editor.positionOf(uri, 'no-late'))) ?? assert.fail();
      assert.equal(shown.on, 'gather/no-late-await');
      assert.match(shown.text, /^\*\*The rejection gap\*\*\n\n[^]*```js\n\/\/ Bad/u);
      assert.match(shown.text, /no-late-await\.md\)$/u);
      assert.equal(await at(uri, editor.positionOf(uri, 'none')), undefined);
      assert.equal(await at(uri, editor.positionOf(uri, 'rules')), undefined);
      assert.equal(await on('gather/', 0, config), undefined);
    });

  it('are nowhere else', async () => {
    const texts = [
      'export',
      'const page =',
      'load(id);\n    console',
      'page);',
      'await Promise.all(ids.map((id) => fetchUser',
      'fetchPosts(ids',
      'map((id)',
      'return',
    ];
    assert.deepEqual(
      await Promise.all(texts.map(async (text) => on(text))),
      texts.map(() => undefined),
    );
    assert.equal(
      await on('eslint', 0, `// eslint-disable-next-line no-var, other/no-late-await\n${source}`),
      undefined,
    );
    assert.equal(await on('for', 0, `${source}const = ;`), undefined);
    const uri = await editor.open('node_modules/a/a.js', source, 'javascript');
    assert.equal(await at(uri, editor.positionOf(uri, 'for (')), undefined);
  });

  it('are of the text as it is now', async () => {
    const uri = await editor.open('typing.js', source, 'javascript');
    const head = editor.positionOf(uri, 'for (const kind');
    assert.match((await at(uri, head))?.text ?? '', /sequential/u);
    await editor.replace(uri, 'kind, cursor', 'kind');
    await editor.replace(uri, 'const pages = [];', '\n');
    assert.match((await at(uri, { ...head, line: head.line + 1 }))?.text ?? '', /^\*\*Can run concurrently\*\*/mu);
  });

  it('count places as editors do', async () => {
    const code = `\uFEFFconst text = '\u2028';\r\n/* 😀 */ for (const x of xs) last = await f(x, last);\r\n`;
    const shown = await on('for (', 0, code);
    assert.equal(shown?.on, 'for (const x of xs)');
    const column = '/* 😀 */ for (const x of xs) last = await f(x, '.length + 1;
    assert.ok(shown.text.includes(`#L2,${column})`), shown.text);
  });

  it('take no Markdown from the text', async () => {
    const code = '// must be in order: [x](command:y) <img src="z"> *a*\nfor (const x of xs) await f(x);\n';
    const [told = ''] = (await on('for ('.trim(), 0, code))?.paragraphs ?? [];
    assert.match(told, /says so: ‘must be in order: \\\[x\\\]\(command:y\) \\<img src="z"\\> \\\*a\\\*’/u);
  });

  it('tell what was found where no diagnostic shows it', () =>
    within({ diagnostics: 'never' }, async () => {
      const [found, needless] = await Promise.all([
        on('Promise.all('),
        on('gather', 0, '// gather: sequential -- why\nfor (const x of xs) last = await f(x, last);\n'),
      ]);
      assert.match((await on('for (const id'))?.paragraphs[0] ?? '', /^\*\*Can run concurrently\*\*/u);
      assert.match(found?.paragraphs[0] ?? '', /^The first failure loses/u);
      assert.match(needless?.paragraphs[0] ?? '', /^This comment silences nothing/u);
    }));

  it('have the parts of a rewrite apart from each other', async () => {
    const root = makeTree({ 'package.json': '{ "type": "module", "dependencies": { "p-map": "^7.0.0" } }' });
    const code = `import { save } from './store.js';\n\nconst ids = [1, 2];\n\nfor (const id of ids) {\n  await save(id);\n}\n`;
    const uri = await editor.open(pathToFileURL(join(root, 'a.js')).href, code, 'javascript');
    const start = editor.positionOf(uri, 'for (');
    const [shown, [fix]] = await Promise.all([at(uri, start), editor.codeActions(uri, { start, end: start })]);
    const diff = diffIn(shown ?? assert.fail());
    assert.match(diff, /^\+import pMap[^]*\n…\n[^]*^-for/mu);
    assert.equal(patched(code, diff), editor.applied(uri, fix ?? assert.fail()));
  });

  it('have no pictures and commands in an editor that says nothing of them', async () => {
    const plain = (await on('for (')) ?? assert.fail();
    assert.doesNotMatch(plain.text, /command:|!\[|data:/u);
    assert.match(plain.text, /\[The whole chapter\]\(https:\/\/\S+#sequential-to-concurrent\)/u);
  });

  for (const [pictures, background] of [
    ['light', '#fff'],
    ['dark', '#0d1117'],
  ] as const) {
    it(`have a ${pictures} picture, and no command but our own`, () =>
      within({ commands: true, pictures }, async () => {
        const { text } = (await on('for (')) ?? assert.fail();
        const [, data = ''] = /!\[[^\]]+\]\(data:image\/svg\+xml;base64,([\w+/=]+)\|width=\d+\)/u.exec(text) ?? [];
        const svg = Buffer.from(data, 'base64').toString();
        assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\s*$/u);
        assert.ok(svg.includes(`--b:${background};`));
        assert.doesNotMatch(svg, /prefers-color-scheme/u);
        const commands = Array.from(text.matchAll(/command:([^)?]+)\?([^)]+)/gu), ([, name, args = '']) => [
          name,
          JSON.parse(decodeURIComponent(args)) as unknown,
        ]);
        assert.deepEqual(commands, [['gather.openGuide', ['sequential-to-concurrent']]]);
      }));
  }

  it('are Chinese for who reads Chinese', () =>
    within({ locale: 'zh-tw', commands: true }, async () => {
      const sentences = [
        ['for (const id', '**可以併發**：沒有哪一輪需要另一輪；'],
        ['for (const kind', '**必須依序**：這一輪的結果在'],
        ['await fetchPosts', '**可以併發**：'],
        ['Promise.all(ids.map((id) => fetchUser', '`Promise.all` 等全部完成；'],
        ['Promise.all(', '`Promise.all` 等全部完成；'],
        ['// gather: seq', '這則註解讓 `gather/no-await-in-loop` 不再提示。'],
      ] as const;
      const shown = await Promise.all(sentences.map(async ([text]) => (await on(text))?.text ?? ''));
      for (const [index, text] of shown.entries()) {
        assert.ok(`\n${text}`.includes(`\n${sentences[index]?.[1] ?? assert.fail()}`), text);
        const words = text.replace(/(`+)[^]*?\1|\]\([^)]*\)/gu, '').replace(/reject(?:ion)?|promise|limiter/giu, '');
        assert.doesNotMatch(words, /[a-z]{3,}/iu);
      }
    }));
});
