// What the built command takes from the project: its configuration, and its parsers of components.
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ESLint } from 'eslint';
import { commit, makeRepository } from './repository.js';
import { loop, plugin, strictConfig } from './samples.js';
import { gather } from './spawned.js';
import { makeTree } from '../files/tree.js';

describe('the command in a project', () => {
  describe('the project’s configuration', () => {
    it('gives the rules, unless its lookup is off', () => {
      const cwd = makeTree({ 'eslint.config.mjs': `console.log('was run');\n${strictConfig}`, 'a.js': loop() });
      const severity = (...args: string[]): unknown => {
        const { stdout } = gather(cwd, ['--format', 'json', 'a.js', ...args]);
        const ran = stdout.startsWith('was run\n');
        const [result] = JSON.parse(stdout.replace('was run\n', '')) as ESLint.LintResult[];
        return [ran, result?.messages[0]?.severity];
      };
      assert.deepEqual(severity(), [true, 2]);
      assert.deepEqual(severity('--no-config-lookup'), [false, 1]);
    });

    it('may leave everything out: of a folder in error, of what is named and of a branch by right', () => {
      const config = `import gather from ${plugin};\nexport default [{ ignores: ['b/'] }, ...gather.configs.recommended];\n`;
      const cwd = makeRepository({ 'eslint.config.mjs': config, 'b/a.js': '' });
      commit(cwd, { 'b/a.js': loop() });
      for (const [args, code] of [
        [['b'], 2],
        [['b/a.js'], 0],
        [['--base', 'main'], 0],
      ] as const) {
        const { status, errors } = gather(cwd, args);
        assert.deepEqual([status, errors.length], [code, 1], args.join(' '));
        assert.match(errors[0] ?? '', /^warning: Nothing was linted: .* by --no-config-lookup\.$/u);
      }
      assert.equal(gather(cwd, ['b', '--no-config-lookup']).status, 1);
      assert.equal(gather(cwd, ['--stdin-filename', 'b/a.js'], { input: loop() }).status, 0);
    });

    it('is told of once where it is broken, and the recommended rules lint', () => {
      const cwd = makeTree({ 'eslint.config.mjs': 'throw new Error("oh");', 'a.js': loop(), 'b/c.js': loop() });
      const { status, stdout, errors } = gather(cwd, ['a.js', 'b']);
      assert.equal(status, 1);
      assert.match(stdout, /^2 findings in 2 files/mu);
      assert.deepEqual(
        errors.map((line) => line.replace(/^.*: /u, '')),
        ['oh'],
      );
    });
  });

  describe('components', () => {
    const code = `const out = [];\nfor (const id of ids) {\n  out.push(await load(id));\n}\n`;
    const components = {
      'a.vue': `<script setup>\n${code}</script>\n`,
      'b.svelte': `<script>\n  async function all(ids) {\n${code}  }\n</script>\n`,
      'c.astro': `---\n${code}---\n`,
    };

    /** A folder with the packages of this repository. */
    function makeProject(files: Record<string, string>): string {
      const cwd = makeTree({ '.gitignore': 'node_modules\n', ...files });
      symlinkSync(resolve('node_modules'), join(cwd, 'node_modules'), 'dir');
      return cwd;
    }

    function severitiesIn(cwd: string): Record<string, (number | null)[]> {
      const results = JSON.parse(gather(cwd, ['--format', 'json']).stdout) as ESLint.LintResult[];
      return Object.fromEntries(
        results.map(({ filePath, messages }) => [basename(filePath), messages.map(({ severity }) => severity)]),
      );
    }

    it('of a folder are linted where the project has their parsers', () => {
      assert.deepEqual(severitiesIn(makeProject(components)), { 'a.vue': [1], 'b.svelte': [1], 'c.astro': [1] });
    });

    it('are linted as the project’s configuration says, by the parser that it names', () => {
      const config = `import gather from ${plugin};
        import parser from 'vue-eslint-parser';
        export default [
          { ignores: ['b.svelte'] },
          { files: ['**/*.vue'], languageOptions: { parser }, plugins: { gather }, rules: { 'gather/no-await-in-loop': 2 } },
        ];`;
      const cwd = makeProject({ ...components, 'eslint.config.mjs': config });
      assert.deepEqual(severitiesIn(cwd), { 'a.vue': [2], 'c.astro': [1] });
    });

    it('are rewritten', () => {
      const cwd = makeProject(components);
      assert.equal(gather(cwd, ['--fix', 'no-await-in-loop']).status, 0);
      for (const name of Object.keys(components)) assert.match(readFileSync(join(cwd, name), 'utf8'), /Promise\.all/u);
    });

    it('without a parser are counted, and told of where there is nothing else', () => {
      const cwd = makeTree({ ...components, 'd.js': loop() });
      assert.match(gather(cwd).stdout, /^1 finding in 1 file, 1 file linted, 3 without a parser left out$/mu);
      const { status, errors } = gather(cwd, ['a.vue']);
      assert.equal(status, 2);
      assert.match(errors.join(), /Install vue-eslint-parser/u);
    });

    it('run no parser of the project where its configuration is not looked up', () => {
      const cwd = makeProject({ ...components, 'd.js': loop() });
      assert.match(gather(cwd, ['--no-config-lookup']).stdout, /^1 finding in 1 file, 1 file linted$/mu);
      assert.match(gather(cwd, ['--no-config-lookup', 'a.vue']).stderr, /a\.vue does not end in one of/u);
    });
  });
});
