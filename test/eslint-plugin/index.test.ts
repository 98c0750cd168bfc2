// The built plugin, as ESLint and a configuration see it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import type { GatherPlugin } from '../../eslint-plugin/src/index.js';
import { makeTree } from './files/tree.js';

const dist = resolve('eslint-plugin/dist');
const built = join(dist, 'index.js');
const presets = ['recommended', 'strict', 'all'] as const;
const loop =
  'async function all(xs, f) {\n  const out = [];\n  for (const x of xs) out.push(await f(x));\n  return out;\n}\n';

describe('the plugin', () => {
  let plugin: GatherPlugin;

  before(async () => {
    plugin = ((await import(pathToFileURL(built).href)) as { default: GatherPlugin }).default;
  });

  it('needs nothing but itself, least of all TypeScript', () => {
    const cwd = makeTree({ 'package.json': '{"type":"module"}' });
    for (const part of ['index.js', 'shared']) cpSync(join(dist, part), join(cwd, part), { recursive: true });
    // Every module that Node loads for the import, in either module system.
    const script = `
      import { createRequire, register } from 'node:module';
      import { writeSync } from 'node:fs';
      register('data:text/javascript,' + encodeURIComponent(\`
        import { writeSync } from 'node:fs';
        export function load(url, context, next) { writeSync(1, url + '\\\\n'); return next(url, context); }
      \`));
      await import('./index.js');
      for (const path of Object.keys(createRequire(import.meta.url).cache)) writeSync(1, path + '\\n');
    `;
    const args = ['--no-warnings', '--input-type=module', '--eval', script];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
    assert.equal(stderr, '');
    const [first, ...others] = stdout.split('\n').filter((line) => line && !line.startsWith('node:'));
    assert.equal(first, pathToFileURL(join(cwd, 'index.js')).href);
    const shared = pathToFileURL(join(cwd, 'shared/')).href;
    assert.deepEqual(
      others.filter((url) => !url.startsWith(shared)),
      [],
    );
  });

  it('says who it is', () => {
    const { name, version } = JSON.parse(readFileSync('eslint-plugin/package.json', 'utf8')) as Record<string, string>;
    assert.deepEqual(plugin.meta, { name, version, namespace: 'gather' });
  });

  it('has rules that each document themselves and belong to a preset', () => {
    assert.ok(Object.keys(plugin.rules).length > 0);
    for (const [name, rule] of Object.entries(plugin.rules)) {
      assert.ok(rule.meta?.docs?.url?.endsWith(`/${name}.md`), name);
      assert.ok(`gather/${name}` in (plugin.configs.all[0]?.rules ?? {}), name);
    }
  });

  it('has presets that each contain the one before', () => {
    const rules = presets.map((preset) => Object.keys(plugin.configs[preset][0]?.rules ?? {}));
    assert.ok(rules[0]?.includes('gather/no-await-in-loop'));
    for (const [width, names] of rules.entries()) {
      const narrower = rules[width - 1] ?? [];
      assert.deepEqual(
        narrower.filter((name) => !names.includes(name)),
        [],
      );
    }
  });

  for (const preset of presets) {
    const uses: Record<string, () => Linter.Config[]> = {
      spread: () => [...plugin.configs[preset]],
      'extended by value': () => defineConfig({ files: ['**/*.js'], extends: [plugin.configs[preset]] }),
      'extended by name': () =>
        defineConfig({ files: ['**/*.js'], plugins: { gather: plugin }, extends: [`gather/${preset}`] }),
    };
    for (const [use, config] of Object.entries(uses)) {
      it(`works with ${preset} ${use}`, () => {
        const messages = new Linter().verify(loop, config(), { filename: 'a.js' });
        assert.deepEqual(
          messages.map(({ ruleId, severity, line }) => [ruleId, severity, line]),
          [['gather/no-await-in-loop', 1, 3]],
        );
      });
    }
  }
});
