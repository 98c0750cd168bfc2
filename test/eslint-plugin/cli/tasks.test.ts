// What the options of the built command do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint } from 'eslint';
import type { Log } from 'sarif';
import { formats } from '../../../eslint-plugin/src/cli/formats.js';
import { commit, makeRepository } from './repository.js';
import { dist, gather } from './spawned.js';
import { makeTree } from '../files/tree.js';

const loop = (name = 'f'): string => `async function ${name}(xs) {\n  for (const x of xs) {\n    await g(x);\n  }\n}\n`;
const row =
  'async function h(a) {\n  const one = await getOne(a);\n  const two = await getTwo(a);\n  return [one, two];\n}\n';
const plugin = JSON.stringify(pathToFileURL(resolve('eslint-plugin/dist/index.js')).href);

/** A configuration that makes one rule an error. */
const strictConfig = `import gather from ${plugin};
export default [...gather.configs.recommended, { rules: { 'gather/no-await-in-loop': 'error' } }];\n`;

/** Where each finding of a report in JSON is: `path:line rule`. */
function found(json: string, cwd: string): string[] {
  return (JSON.parse(json) as ESLint.LintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId }) => `${filePath.slice(cwd.length + 1)}:${line} ${String(ruleId)}`),
  );
}

describe('the command’s options', () => {
  describe('--explain', () => {
    const code = 'async function f(xs) {\n  for (const x of xs) {\n    await printer.send(x);\n  }\n}\n';
    const config = (rule: string): string =>
      `import gather from ${plugin};\nexport default [...gather.configs.recommended, { rules: { 'gather/no-await-in-loop': ${rule} } }];\n`;

    it('knows the names in the rule’s options, unless the configuration is not to be run', () => {
      const cwd = makeTree({ 'eslint.config.js': config("['warn', { serial: ['printer'] }]"), 'a.js': code });
      assert.match(gather(cwd, ['--explain', 'a.js:3']).stdout, /^a\.js:2:3 sequential: .*`printer`/u);
      const { stdout } = gather(cwd, ['--explain', 'a.js:3', '--no-config-lookup']);
      assert.match(stdout, /^a\.js:2:3 concurrent: /u);
    });

    it('says that the configuration cannot be loaded', () => {
      const cwd = makeTree({ 'eslint.config.js': 'throw new Error("broken here");\n', 'a.js': code });
      const { status, stdout, stderr } = gather(cwd, ['--explain', 'a.js:3']);
      assert.deepEqual([status, stdout.startsWith('a.js:2:3 concurrent: ')], [0, true]);
      assert.match(stderr, /^warning: .*broken here/u);
    });
  });

  describe('--format and --output', () => {
    const cwd = (): string => makeTree({ 'a.js': loop() });
    const starts: Record<(typeof formats)[number], RegExp> = {
      pretty: /^a\.js:2:3 /u,
      json: /^\[\{"filePath"/u,
      sarif: /^\{"\$schema"/u,
      rdjson: /^\{"source"/u,
      github: /^::warning file=a\.js,line=2,/u,
      markdown: /^### a\.js:1-4\n/u,
    };

    it('report in another language, with what proves a finding, from a thread or from the cache', () => {
      const folder = makeTree({ 'a.js': loop(), 'b.js': loop() });
      const options = ['--format', 'sarif', '--locale', 'zh-TW', '--cache', '--concurrency', '2'];
      const reports = [gather(folder, options), gather(folder, options)].map(({ stdout }) => stdout);
      assert.equal(reports[0], reports[1]);
      const [run] = (JSON.parse(reports[0] ?? '') as Log).runs;
      for (const result of run?.results ?? []) {
        assert.match(result.message.text ?? '', /這個迴圈/u);
        assert.match(result.relatedLocations?.[0]?.message?.text ?? '', /這裡在等待/u);
      }
      const [rule] = run?.tool.driver.rules ?? [];
      assert.match(rule?.shortDescription?.text ?? '', /^不允許/u);
      assert.match(rule?.help?.markdown ?? '', /在迴圈裡/u);
    });

    for (const format of formats) {
      it(`report as ${format}, to a file all the same`, () => {
        const folder = cwd();
        const { status, stdout, stderr } = gather(folder, ['--format', format]);
        assert.deepEqual([status, stderr], [1, '']);
        assert.match(stdout, starts[format]);
        const written = gather(folder, ['--format', format, '--output', 'out.txt']);
        assert.deepEqual([written.status, written.stdout], [1, '1 finding in 1 file, 1 file linted\n']);
        const text = readFileSync(join(folder, 'out.txt'), 'utf8');
        assert.equal(format === 'pretty' ? text + written.stdout : text, stdout);
      });
    }

    it('go into a pipe that has a name', () => {
      const folder = cwd();
      const command = '"$0" "$1" --format json --output /dev/stdout | cat';
      const { stdout } = spawnSync('sh', ['-c', command, process.execPath, join(dist, 'cli.js')], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.deepEqual(found(stdout.split('\n')[0] ?? '', folder), ['a.js:2 gather/no-await-in-loop']);
    });

    it('refuse what is no format or cannot be written', () => {
      const folder = cwd();
      assert.match(gather(folder, ['--format', 'sarf']).stderr, /Allowed choices are pretty, json, sarif/u);
      const { status, errors } = gather(folder, ['--output', 'no/out.txt']);
      assert.deepEqual([status, errors], [2, ['error: There is no folder for no/out.txt: make it first.']]);
      mkdirSync(join(folder, 'taken'));
      const taken = gather(folder, ['--output', 'taken']);
      assert.deepEqual([taken.status, taken.errors], [2, ['error: taken cannot be written: it is a folder.']]);
    });
  });

  describe('--base', () => {
    it('reports what the branch changed, and lints no other file', () => {
      const cwd = makeRepository({ 'old.js': loop(), 'both.js': loop(), 'broken.js': 'for (' });
      commit(cwd, { 'both.js': `${loop()}${loop('n')}`, 'new.js': loop() });
      const { status, stdout, stderr } = gather(cwd, ['--base', 'main', '--format', 'json']);
      assert.deepEqual([status, stderr], [1, '']);
      assert.deepEqual(found(stdout, cwd), ['both.js:7 gather/no-await-in-loop', 'new.js:2 gather/no-await-in-loop']);
    });

    it('is content with a branch that changed no code', () => {
      const cwd = makeRepository({ 'old.js': loop() });
      commit(cwd, { 'notes.txt': 'x' });
      const { status, stdout } = gather(cwd, ['--base', 'main']);
      assert.deepEqual([status, stdout], [0, 'no findings, 0 files linted\n']);
    });

    it('says what is wrong outside of a repository', () => {
      const { status, errors } = gather(makeTree({ 'a.js': loop() }), ['--base', 'main']);
      assert.equal(status, 2);
      assert.match(errors[0] ?? '', /^error: --base: git says "fatal: not a git repository/u);
    });
  });

  describe('--fix', () => {
    it('rewrites, shows the changes and tells how many', () => {
      const cwd = makeTree({ 'a.js': loop() + row, 'b.js': row });
      const dry = gather(cwd, ['--fix', 'no-await-in-loop:gatherAll', '--dry-run']);
      assert.deepEqual([dry.status, dry.stderr], [0, '']);
      assert.match(dry.stdout, /^\+ {2}await Promise\.all\(/mu);
      assert.match(dry.stdout, /^1 suggestion would be applied in 1 file$/mu);
      assert.equal(readFileSync(join(cwd, 'a.js'), 'utf8'), loop() + row);
      const real = gather(cwd, ['--fix', 'no-await-in-loop:gatherAll']);
      assert.match(real.stdout, /^1 suggestion applied in 1 file$/mu);
      const text = readFileSync(join(cwd, 'a.js'), 'utf8');
      assert.ok(text.includes('await Promise.all(') && text.endsWith(row));
      assert.equal(readFileSync(join(cwd, 'b.js'), 'utf8'), row);
    });

    it('guesses a mistyped rule, and needs one for a dry run', () => {
      const cwd = makeTree({ 'a.js': loop() });
      const { status, errors } = gather(cwd, ['--fix', 'no-await-in-lopp']);
      assert.deepEqual(
        [status, errors],
        [2, ['error: There is no rule "no-await-in-lopp": did you mean "no-await-in-loop"?']],
      );
      assert.match(gather(cwd, ['--dry-run']).stderr, /--dry-run needs --fix/u);
    });
  });

  describe('--quiet and --max-warnings', () => {
    it('decide on what is shown and on the exit code', () => {
      const cwd = makeTree({ 'eslint.config.mjs': strictConfig, 'a.js': loop(), 'b.js': row });
      const status = (...args: string[]): number | null => gather(cwd, args).status;
      assert.match(gather(cwd, ['--quiet']).stdout, /^1 finding in 1 file, 3 files linted, 1 warning not shown$/mu);
      assert.equal(status('a.js', '--max-warnings', '9'), 1);
      assert.equal(status('b.js', '--max-warnings', '0'), 1);
      assert.equal(status('b.js', '--max-warnings', '1'), 0);
      assert.equal(status('b.js', '--max-warnings', 'none'), 2);
      assert.equal(status('b.js', '--quiet'), 0);
      const { status: limited, stdout } = gather(cwd, ['b.js', '--quiet', '--max-warnings', '0']);
      assert.deepEqual([limited, stdout], [1, 'no findings, 1 file linted, 1 warning not shown\n']);
    });
  });

  describe('--statistics', () => {
    it('counts the findings of each rule, beside a report that is read by a program', () => {
      const cwd = makeTree({ 'a.js': loop() + loop('f2'), 'b.js': row });
      const counts =
        '2  gather/no-await-in-loop (2 with a rewrite)\n1  gather/no-sequential-await (1 with a rewrite)\n';
      assert.ok(gather(cwd, ['--statistics']).stdout.includes(`\n${counts}3 findings`));
      const json = gather(cwd, ['--statistics', '--format', 'json']);
      assert.equal(found(json.stdout, cwd).length, 3);
      assert.equal(json.stderr, counts);
    });
  });

  describe('--cache', () => {
    it('finds the same again, and sees a change', () => {
      const cwd = makeTree({ 'a.js': loop(), 'b.js': '' });
      const run = (): string[] => found(gather(cwd, ['--cache', '--format', 'json']).stdout, cwd);
      const first = run();
      assert.deepEqual(first, ['a.js:2 gather/no-await-in-loop']);
      // What the cache says is believed: it is not linted again.
      const path = join(cwd, '.gathercache');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"line":2', '"line":3'));
      assert.deepEqual(run(), ['a.js:3 gather/no-await-in-loop']);
      writeFileSync(join(cwd, 'a.js'), `\n${loop()}`);
      writeFileSync(join(cwd, 'b.js'), row);
      assert.deepEqual(run(), ['a.js:3 gather/no-await-in-loop', 'b.js:2 gather/no-sequential-await']);
    });

    it('is done without where it cannot be written', () => {
      const cwd = makeTree({ 'a.js': loop(), '.gathercache/taken': '' });
      const { status, stdout, errors } = gather(cwd, ['--cache', '--format', 'json']);
      assert.deepEqual([status, found(stdout, cwd)], [1, ['a.js:2 gather/no-await-in-loop']]);
      assert.equal(errors.length, 1);
      assert.match(
        errors[0] ?? '',
        /^warning: Nothing is remembered for the next run: \.gathercache cannot be written/u,
      );
    });

    it('is not made unless asked for', () => {
      const cwd = makeTree({ 'a.js': loop() });
      gather(cwd);
      assert.equal(existsSync(join(cwd, '.gathercache')), false);
    });
  });

  describe('--concurrency', () => {
    it('gives the same report from several threads', () => {
      const files = Array.from({ length: 120 }, (_, index) => [
        `${index % 7}/${index}.js`,
        index % 9 ? loop() : 'for (',
      ]);
      const cwd = makeTree(Object.fromEntries(files) as Record<string, string>);
      const alone = gather(cwd, ['--concurrency', '1']);
      const together = gather(cwd, ['--concurrency', '3']);
      assert.deepEqual(together, alone);
      assert.match(alone.stdout, /^106 findings in 106 files, 106 files linted, 14 not linted$/mu);
    });

    it('refuses what is no number of threads', () => {
      for (const value of ['0', '-1', 'all', '1.5'])
        assert.equal(gather(makeTree({}), [`--concurrency=${value}`]).status, 2, value);
    });
  });

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

  describe('--locale', () => {
    it('tells findings in Chinese, asked for by the option or the environment', () => {
      const cwd = makeTree({ 'a.js': loop() });
      const chinese = /這個迴圈/u;
      assert.match(gather(cwd, ['--locale', 'zh-TW']).stdout, chinese);
      assert.match(gather(cwd, [], { env: { LC_ALL: 'zh_TW.UTF-8' } }).stdout, chinese);
      assert.doesNotMatch(gather(cwd, ['--locale', 'en'], { env: { LC_ALL: 'zh_TW.UTF-8' } }).stdout, chinese);
      assert.equal(gather(cwd, ['--locale', 'de']).status, 2);
    });
  });

  describe('--stdin-filename', () => {
    it('lints the standard input as the file', () => {
      const { status, stdout } = gather(makeTree({}), ['--stdin-filename', 'src/x.ts', '--format', 'json'], {
        input: loop().replace('xs', 'xs: string[]'),
      });
      assert.equal(status, 1);
      assert.match(stdout, /src\/x\.ts/u);
    });

    for (const [title, args, input, error] of [
      ['a binary', ['--stdin-filename', 'a.js'], Buffer.from([0, 1]), 'error: The standard input is a binary file.'],
      ['another ending', ['--stdin-filename', 'a.css'], '', /^error: "a\.css" does not end in one of \.js/u],
      ['paths', ['--stdin-filename', 'a.js', '.'], '', 'error: --stdin-filename takes no paths'],
    ] as const) {
      it(`refuses ${title}`, () => {
        const { status, errors } = gather(makeTree({}), args, { input });
        assert.equal(status, 2);
        if (typeof error === 'string') assert.equal(errors[0], error);
        else assert.match(errors[0] ?? '', error);
      });
    }

    it('tells of a text that cannot be parsed', () => {
      const { status, errors } = gather(makeTree({}), ['--stdin-filename', 'a.js'], { input: 'for (' });
      assert.equal(status, 2);
      assert.match(errors[0] ?? '', /^warning: a\.js cannot be parsed/u);
    });
  });
});
