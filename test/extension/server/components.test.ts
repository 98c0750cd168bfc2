// Vue, Svelte and Astro: linted by the parsers that the workspace has, and only where it is trusted.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { type Environment, silenceCommand, type Silencing } from '../../../extension/protocol.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { Editor } from './client.js';
import { makeWorkspace, uriOf } from './workspace.js';

const head = 'for (const id of ids)';
const loop = `${head} { out.push(await load(id)); }`;
const script = `  export async function all(ids, load) {
    const out = [];
    ${loop}
    return out;
  }
`;
const vue = `<template>\n  <p>{{ "😀" }}</p>\n</template>\n\n<script>\n${script}</script>\n`;
const setup = vue
  .replace('<script>', '<script setup lang="ts">')
  .replace(
    'export async function all(ids, load)',
    'async function all<T>(ids: string[], load: (id: string) => Promise<T>)',
  )
  .replace('out = []', 'out = [] as T[]');
const svelte = `<p>😀</p>\n\n<script>\n${script}</script>\n\n{#each [1] as one}<b>{one}</b>{/each}\n`;
const astro = `---\n${script}---\n\n<p>😀</p>\n`;

/** What is between the tags of a component's script. */
function scriptOf(component: string): string {
  return /(?:<script[^>]*>|^---$)(.*)(?:<\/script>|^---$)/msu.exec(component)?.[1] ?? assert.fail();
}

/** What the first rewrite makes of a script that has a file of its own. */
function rewriteOf(text: string): string {
  const fix = lintText(text, '/project/a.ts')[0]?.suggestions?.[0]?.fix ?? assert.fail();
  return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

describe('components', () => {
  let editor: Editor;
  before(async () => {
    editor = await startIn({ trusted: true, commands: true });
  });
  after(() => editor.quit());

  async function startIn(environment: Partial<Environment>): Promise<Editor> {
    const started = new Editor();
    await started.initialize(undefined, environment);
    return started;
  }

  const openIn = (root: string, name: string, text: string, client = editor): Promise<string> =>
    client.open(uriOf(root, name), text, extname(name).slice(1));

  for (const [title, name, text] of [
    ['of Vue', 'a.vue', vue],
    ['of Vue in TypeScript', 'a.vue', setup],
    ['of Vue with CRLF', 'a.vue', vue.replaceAll('\n', '\r\n')],
    ['of Svelte', 'a.svelte', svelte],
    [
      'of Svelte in TypeScript',
      'a.svelte',
      svelte.replace('<script>', '<script lang="ts">').replace('= []', '= [] as string[]'),
    ],
    ['of Astro', 'a.astro', astro],
    ['of Astro with CRLF', 'a.astro', astro.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`${title} are marked, rewritten and silenced in the script`, async () => {
      const root = makeWorkspace({});
      const uri = await openIn(root, name, text);
      const [item, ...others] = (await editor.pullFull(uri)).items;
      assert.deepEqual(others, []);
      assert.ok(item);
      assert.equal(editor.textAt(uri, item.range), head);
      const actions = await editor.codeActions(uri, item.range);
      const rewritten = editor.applied(uri, actions[0] ?? assert.fail('there is no rewrite'));
      assert.equal(rewritten, text.replace(scriptOf(text), rewriteOf(scriptOf(text))));

      const silencings = actions.flatMap(({ command }) =>
        command?.command === silenceCommand ? ((command.arguments ?? []) as Silencing[]) : [],
      );
      assert.equal(silencings.length, 2);
      const silenced = await Promise.all(
        silencings.map(({ line, text: comment }, index) => {
          const lines = text.split('\n');
          lines.splice(line, 0, comment.replace('{reason}', 'one at a time'));
          return openIn(root, `${index}-${name}`, lines.join('\n'));
        }),
      );
      const reports = await Promise.all(silenced.map((each) => editor.pullFull(each)));
      assert.deepEqual(
        reports.flatMap(({ items }) => items),
        [],
      );
    });
  }

  it('import the limiter of the project inside of the script', async () => {
    const root = makeWorkspace({ 'package.json': '{ "dependencies": { "p-map": "7.0.0" } }' });
    for (const [name, text] of [
      ['a.vue', vue],
      ['a.svelte', svelte],
      ['b.svelte', svelte.replace('export ', '')],
      ['a.astro', astro],
    ] as const) {
      const uri = await openIn(root, name, text);
      const [item] = (await editor.pullFull(uri)).items;
      const actions = await editor.codeActions(uri, item?.range ?? assert.fail());
      const texts = actions.filter(({ edit }) => edit).map((action) => editor.applied(uri, action));
      const limited = texts.find((each) => each.includes("import pMap from 'p-map'")) ?? assert.fail(texts.join());
      assert.ok(scriptOf(limited).includes('import pMap'), limited);
    }
  });

  const spy = {
    'node_modules/vue-eslint-parser/package.json': '{ "name": "vue-eslint-parser", "main": "index.js" }',
    'node_modules/vue-eslint-parser/index.js': `require('fs').writeFileSync(__dirname + '/was-run', '');
      exports.parseForESLint = require(${JSON.stringify(resolve('node_modules/vue-eslint-parser'))}).parseForESLint;`,
  };

  const wasRun = (root: string): boolean => existsSync(join(root, 'node_modules/vue-eslint-parser/was-run'));

  it('run the parser of the workspace where it is trusted', async () => {
    const root = makeTree(spy);
    assert.equal((await editor.pullFull(await openIn(root, 'a.vue', vue))).items.length, 1);
    assert.ok(wasRun(root));
  });

  it('run nothing of a workspace that is not trusted', async () => {
    const restricted = await startIn({ trusted: false });
    const root = makeTree(spy);
    assert.deepEqual((await restricted.pullFull(await openIn(root, 'a.vue', vue, restricted))).items, []);
    assert.ok(!wasRun(root));
    await restricted.quit();
  });

  it('find the parser of the plugin that the project has', async () => {
    const store = 'node_modules/.pnpm/vue/node_modules';
    const { 'node_modules/vue-eslint-parser/package.json': manifest, 'node_modules/vue-eslint-parser/index.js': main } =
      spy;
    const root = makeTree({
      [`${store}/vue-eslint-parser/package.json`]: manifest,
      [`${store}/vue-eslint-parser/index.js`]: main,
      [`${store}/eslint-plugin-vue/package.json`]: '{ "name": "eslint-plugin-vue", "main": "index.js" }',
      [`${store}/eslint-plugin-vue/index.js`]: '',
    });
    symlinkSync(join(root, store, 'eslint-plugin-vue'), join(root, 'node_modules/eslint-plugin-vue'), 'dir');
    assert.equal((await editor.pullFull(await openIn(root, 'a.vue', vue))).items.length, 1);
  });

  it('are left alone where there is no parser', async () => {
    assert.deepEqual((await editor.pullFull(await openIn(makeTree({}), 'a.svelte', svelte))).items, []);
  });

  it("are linted by the project's own ESLint where that enables the rules for them", async () => {
    const plugin = JSON.stringify(pathToFileURL(resolve('eslint-plugin/dist/index.js')).href);
    const root = makeWorkspace({
      'eslint.config.mjs': `import gather from ${plugin};
        import parser from 'vue-eslint-parser';
        export default [{ files: ['**/*.vue'], languageOptions: { parser }, plugins: { gather }, rules: { 'gather/no-await-in-loop': 'error' } }];`,
    });
    const [own] = (await editor.pullFull(await openIn(root, 'a.vue', vue))).items;
    assert.equal(own?.severity, DiagnosticSeverity.Error);
    const [embedded] = (await editor.pullFull(await openIn(root, 'a.svelte', svelte))).items;
    assert.equal(embedded?.severity, DiagnosticSeverity.Warning);
  });
});

it('VS Code starts the extension for the languages that the server lints', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { activationEvents: string[] };
  const server = readFileSync('extension/server/languages.ts', 'utf8');
  const client = readFileSync('extension/client/extension.ts', 'utf8');
  const languages = manifest.activationEvents.map((event) => event.replace('onLanguage:', ''));
  for (const language of languages) {
    assert.ok(server.includes(`['${language}', '`), language);
    assert.ok(client.includes(`'${language}'`), language);
  }
});
