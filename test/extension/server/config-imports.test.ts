// Which files a configuration is made of, in workspaces on a disk.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesOf } from '../../../extension/server/config-imports.js';
import { makeTree } from '../../eslint-plugin/files/tree.js';

/** The files that the configuration of a workspace is made of, relative to that, beside itself. */
function imported(root: string, name = 'eslint.config.js'): string[] {
  const [itself, ...others] = [...filesOf([join(root, name)])].map((path) => relative(root, path));
  assert.equal(itself, name);
  return others;
}

describe('the files of a configuration', () => {
  for (const [title, text, module] of [
    ['a module that is imported', "import rules, { more } from './a.mjs';", 'a.mjs'],
    ['one without a name', 'import "./a.mjs";', 'a.mjs'],
    ['one that is given on', "export * from './lib/a.js';", 'lib/a.js'],
    ['one that is imported on the way', "const rules = await import( './a.mjs' );", 'a.mjs'],
    ['one that is required', "const rules = require('./a.cjs');", 'a.cjs'],
    ['one without its ending', "const rules = require('./a');", 'a.json'],
    ['one that is a folder', "const rules = require('./lib');", 'lib/index.js'],
    ['one that is written in TypeScript', "import rules from './typed.js';", 'typed.ts'],
    ['a file that is read', "const text = readFileSync(new URL('.gitignore', import.meta.url), 'utf8');", '.gitignore'],
    ['one of a folder above', "import rules from '../a.mjs';", '../a.mjs'],
  ] as const) {
    it(`are, beside itself, ${title}`, () => {
      const root = makeTree({ 'in/eslint.config.js': text, [join('in', module)]: '' });
      assert.deepEqual(imported(join(root, 'in')), [module]);
    });
  }

  it('are found from module to module, also where they import each other', () => {
    const root = makeTree({
      'eslint.config.js': "import './a.js';",
      'a.js': "import './b/b.js';",
      'b/b.js': "import '../a.js'; import './c.js'",
      'b/c.js': '',
    });
    assert.deepEqual(imported(root), ['a.js', 'b/b.js', 'b/c.js']);
  });

  it('are those of packages that are linked into the workspace, and not those of installed ones', () => {
    const root = makeTree({
      'eslint.config.js': "import 'installed'; import '@own/linked'; import 'absent'; import 'node:fs'; import 'path';",
      'node_modules/installed/package.json': '{ "main": "index.js" }',
      'node_modules/installed/index.js': '',
      'packages/linked/package.json': '{ "exports": "./main.js" }',
      'packages/linked/main.js': "require('./more');",
      'packages/linked/more.js': '',
    });
    mkdirSync(join(root, 'node_modules/@own'));
    symlinkSync(join(root, 'packages/linked'), join(root, 'node_modules/@own/linked'), 'dir');
    assert.deepEqual(imported(root), ['packages/linked/main.js', 'packages/linked/more.js']);
  });

  it('are all that a module may be that is not there', () => {
    const files = imported(makeTree({ 'eslint.config.js': "import './a';" }));
    for (const name of ['a', 'a.js', 'a.json', 'a.cts', 'a/index.mjs']) assert.ok(files.includes(name), name);
  });
});
