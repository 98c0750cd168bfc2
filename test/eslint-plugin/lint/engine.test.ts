import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { type LeftOut, ofProject, recommended } from '../../../eslint-plugin/src/lint/engine.js';
import { makeTree } from '../files/tree.js';

const loop = 'async function f(xs) {\n  for (const x of xs) await g(x);\n}\n';
const plugin = JSON.stringify(pathToFileURL(resolve('eslint-plugin/dist/index.js')).href);

/** A configuration of the project, with what stands in the array. */
const config = (entries: string): string => `import gather from ${plugin};\nexport default [${entries}];\n`;

async function idsIn(cwd: string, path = 'a.js', text = loop, loaded = ESLint): Promise<string[] | LeftOut> {
  const messages = await ofProject(cwd, loaded).lint(text, join(cwd, path));
  return typeof messages === 'string'
    ? messages
    : messages.map(({ ruleId, severity }) => `${String(ruleId)} ${severity}`);
}

describe('the rules that lint a file', () => {
  it('are the recommended ones without a configuration', async () => {
    assert.deepEqual(await idsIn(makeTree({ 'a.js': loop })), ['gather/no-await-in-loop 1']);
  });

  it('are those that the project enables, at its level and with its options', async () => {
    const enabled = (rule: string): string => config(`{ plugins: { gather }, rules: { ${rule} } }`);
    const at = async (rule: string) => idsIn(makeTree({ 'eslint.config.mjs': enabled(rule) }));
    assert.deepEqual(await at(`'gather/no-await-in-loop': 'error'`), ['gather/no-await-in-loop 2']);
    assert.deepEqual(await at(`'gather/no-await-in-loop': ['error', { reportWrites: false }]`), []);
    assert.deepEqual(await at(`'gather/no-sequential-await': 'error'`), []);
  });

  it('have the names that the project adds to them', async () => {
    const namesIn = async (entry: string) => {
      const text = config(`{ plugins: { gather }, rules: { 'gather/no-await-in-loop': ${entry} } }`);
      const root = makeTree({ 'eslint.config.mjs': text });
      return ofProject(root, ESLint).names(join(root, 'a.js'));
    };
    assert.deepEqual((await namesIn("['error', { serial: ['printer'] }]"))?.serial, ['printer']);
    assert.deepEqual((await namesIn("'error'"))?.serial, []);
    assert.equal(await recommended().names('/a.js'), undefined);
  });

  it('are the recommended ones where the project enables none of ours, its own left out', async () => {
    const ids = (rule: string) =>
      idsIn(makeTree({ 'eslint.config.mjs': config(`{ plugins: { gather }, rules: { ${rule} } }`) }));
    assert.deepEqual(await ids(`'no-await-in-loop': 'error'`), ['gather/no-await-in-loop 1']);
    assert.deepEqual(await ids(`'gather/no-await-in-loop': 'off'`), ['gather/no-await-in-loop 1']);
  });

  for (const loaded of [ESLint, ESLint9]) {
    it(`are those of the configuration that is nearest to the file, in ESLint ${loaded.version}`, async () => {
      const enabled = (level: number) =>
        config(`{ plugins: { gather }, rules: { 'gather/no-await-in-loop': ${level} } }`);
      const cwd = makeTree({
        'a/eslint.config.mjs': enabled(2),
        'b/c/eslint.config.mjs': config(`{ ignores: ['d.js'] }`),
      });
      assert.deepEqual(await idsIn(cwd, 'a/b.js', loop, loaded), ['gather/no-await-in-loop 2']);
      assert.deepEqual(await idsIn(cwd, 'b/c/d.js', loop, loaded), 'ignored');
      assert.deepEqual(await idsIn(cwd, 'b/e.js', loop, loaded), ['gather/no-await-in-loop 1']);
    });
  }

  it('leave out what the project leaves out, but not files that it says nothing of', async () => {
    const entries = `{ ignores: ['gone/**'] }, { files: ['**/*.js'], plugins: { gather }, rules: { 'gather/no-await-in-loop': 2 } }`;
    const cwd = makeTree({ 'eslint.config.mjs': config(entries) });
    assert.equal(await idsIn(cwd, 'gone/a.js'), 'ignored');
    assert.deepEqual(await idsIn(cwd, 'a.ts'), ['gather/no-await-in-loop 1']);
  });

  it('are the recommended ones where the configuration is broken, which is told once', async () => {
    // What cannot be parsed does not say where it stands.
    const cwd = makeTree({ 'eslint.config.mjs': 'export default [' });
    const engine = ofProject(cwd, ESLint);
    const found = await Promise.all(['a.js', 'b.js', 'c/d.js'].map(async (name) => engine.lint(loop, join(cwd, name))));
    assert.deepEqual(
      found.map((messages) => messages.length),
      [1, 1, 1],
    );
    assert.deepEqual(engine.complaints, [`${join(cwd, 'eslint.config.mjs')}: Unexpected end of input`]);
  });

  it('are told whose they are', async () => {
    const entries = `{ ignores: ['gone/**'] }, { files: ['**/*.js'], plugins: { gather }, rules: { 'gather/no-await-in-loop': 2 } }`;
    const cwd = makeTree({ 'eslint.config.mjs': config(entries) });
    const engine = ofProject(cwd, ESLint);
    const sources = await Promise.all(
      ['a.js', 'a.ts', 'gone/a.js'].map(async (name) => engine.sourceOf(join(cwd, name))),
    );
    assert.deepEqual(sources, ['project', 'recommended', 'ignored']);
  });

  it('have a key that tells configurations and packages apart', async () => {
    const enabled = config(`{ plugins: { gather }, rules: { 'gather/no-await-in-loop': 2 } }`);
    const key = async (files: Record<string, string>): Promise<string | undefined> => {
      const cwd = makeTree(files);
      return ofProject(cwd, ESLint).key(join(cwd, 'a.js'));
    };
    const keys = await Promise.all([
      key({}),
      key({ 'package.json': '{ "name": "x", "dependencies": { "p-limit": "6.0.0" } }' }),
      key({ 'eslint.config.mjs': enabled }),
      key({ 'eslint.config.mjs': enabled.replace('2 }', '1 }') }),
      key({ 'eslint.config.mjs': config(`{ ignores: ['a.js'] }`) }),
    ]);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(await key({}), keys[0]);
    const nameless = enabled.replace('plugins:', 'languageOptions: { parser: { parse() {} } }, plugins:');
    assert.equal(await key({ 'eslint.config.mjs': nameless }), undefined);
  });
});

describe('the recommended rules', () => {
  it('run nothing of the project', async () => {
    const cwd = makeTree({ 'eslint.config.mjs': 'throw new Error("was run");' });
    const messages = await recommended().lint(loop, join(cwd, 'a.js'));
    assert.ok(typeof messages !== 'string');
    assert.deepEqual(
      messages.map(({ ruleId }) => ruleId),
      ['gather/no-await-in-loop'],
    );
  });
});
