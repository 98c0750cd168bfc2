// Whose rules lint a file, in workspaces on a disk.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleSources } from '../../../extension/server/rule-sources.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';
import { configuration, loop, makeWorkspace } from './workspace.js';

const error = configuration('error');
const warning = configuration('warn');

async function severities(
  sources: RuleSources,
  root: string,
  names: readonly string[],
  trusted = true,
): Promise<(number | undefined)[]> {
  return Promise.all(
    names.map(async (name) => {
      const path = join(root, name);
      const engine = await sources.engineFor(path, trusted);
      const messages = await engine.lint(loop, path);
      return typeof messages === 'string' ? undefined : messages[0]?.severity;
    }),
  );
}

/** Sources, and what they complained of. */
function made(): { sources: RuleSources; told: string[] } {
  const told: string[] = [];
  return { sources: new RuleSources((line) => told.push(line)), told };
}

describe('the rules of a workspace', () => {
  it('are found upward from each file, the nearest configuration first', async () => {
    const { sources, told } = made();
    const root = makeWorkspace({
      'eslint.config.mjs': warning,
      'packages/a/eslint.config.mjs': error,
      'packages/b/x.js': '',
    });
    assert.deepEqual(await severities(sources, root, ['x.js', 'packages/a/src/x.js', 'packages/b/x.js']), [1, 2, 1]);
    assert.deepEqual(told, []);
  });

  it('are not loaded where the workspace is not trusted, nor for a text that is no file', async () => {
    const { sources } = made();
    const root = makeWorkspace({ 'eslint.config.mjs': `globalThis.wasRun = true;\n${error}` });
    assert.deepEqual(await severities(sources, root, ['x.js'], false), [1]);
    assert.equal(await (await sources.engineFor(undefined, true)).sourceOf('x.js'), 'recommended');
    assert.equal(Reflect.get(globalThis, 'wasRun'), undefined);
  });

  const eslint = (text: string): Record<string, string> => ({
    'eslint.config.mjs': error,
    'node_modules/eslint/package.json': '{ "name": "eslint", "main": "index.js" }',
    'node_modules/eslint/index.js': text,
  });
  for (const [title, files, complaint] of [
    ['there is no ESLint', { 'eslint.config.mjs': error }, /Cannot find module/u],
    ['it is an old one', eslint('module.exports.ESLint = class {};'), /older than 9/u],
    ['it cannot be loaded', eslint('throw new Error("oh");'), /oh$/u],
  ] as const) {
    it(`are the recommended ones where ${title}, which is told once`, async () => {
      const { sources, told } = made();
      assert.deepEqual(await severities(sources, makeTree(files), ['x.js', 'y/x.js']), [1, 1]);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', complaint);
    });
  }

  it('change with the configuration once what was known is forgotten', async () => {
    const { sources } = made();
    const root = makeWorkspace({ 'eslint.config.mjs': warning });
    assert.deepEqual(await severities(sources, root, ['a/x.js']), [1]);
    mkdirSync(join(root, 'a'));
    writeFileSync(join(root, 'a/eslint.config.mjs'), error);
    assert.deepEqual(await severities(sources, root, ['a/x.js']), [1]);
    sources.forget();
    assert.deepEqual(await severities(sources, root, ['a/x.js']), [2]);
  });
});
