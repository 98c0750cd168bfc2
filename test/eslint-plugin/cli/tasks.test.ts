// What the options of the built command do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ESLint } from 'eslint';
import type { Log } from 'sarif';
import { formats } from '../../../eslint-plugin/src/cli/formats.js';
import { commit, git, makeRepository } from './repository.js';
import { loop, plugin, row, strictConfig } from './samples.js';
import { dist, gather } from './spawned.js';
import { makeTree } from '../files/tree.js';

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
      const withoutRewrite = 'async function f(out) {\n  for (const x of xs) out.push(await g(x, arguments));\n}\n';
      const folder = makeTree({ 'a.js': loop(), 'b.js': withoutRewrite });
      const options = ['--format', 'sarif', '--locale', 'zh-TW', '--cache', '--concurrency', '2'];
      const reports = [gather(folder, options), gather(folder, options)].map(({ stdout }) => stdout);
      assert.equal(reports[0], reports[1]);
      const [run] = (JSON.parse(reports[0] ?? '') as Log).runs;
      assert.equal(run?.results?.length, 2);
      for (const result of run.results) {
        assert.match(result.message.text ?? '', /這個迴圈/u);
        assert.match(result.relatedLocations?.[0]?.message?.text ?? '', /這裡在等待/u);
      }
      const [rule] = run.tool.driver.rules ?? [];
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

  it('refuse each other where one would be left unheeded', () => {
    const cwd = makeTree({ 'a.js': loop() });
    for (const args of [
      ['--fix', 'no-await-in-loop', '--format', 'json'],
      ['--fix', 'no-await-in-loop', '--output', 'out.txt'],
      ['--explain', 'a.js:2', '--fix', 'no-await-in-loop'],
      ['--explain', 'a.js:2', '--stdin-filename', 'a.js'],
      ['--stdin-filename', 'a.js', '--base', 'main'],
    ]) {
      const { status, stdout, errors } = gather(cwd, args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(errors[0] ?? '', /^error: option '--[^']+' cannot be used with option '-/u);
    }
    assert.equal(readFileSync(join(cwd, 'a.js'), 'utf8'), loop());
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
      const { status, stdout, stderr } = gather(cwd, ['--base', 'main']);
      assert.deepEqual([status, stdout], [0, 'no findings, 0 files linted\n']);
      assert.match(stderr, /^warning: Nothing was linted: the branch changed no [^\n]+\n$/u);
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

    it('shows a patch that git applies, whatever the names, line ends and marks', () => {
      const cwd = makeRepository({
        'crlf "甲".js': `\uFEFF${loop()}`.replaceAll('\n', '\r\n'),
        'escape.js': `// \u001B[31m\n${loop()}`,
        'wide.js': Buffer.from(`\uFEFF${loop()}`, 'utf16le'),
      });
      const fix = ['--fix', 'no-await-in-loop'];
      const { stdout, errors } = gather(cwd, [...fix, '--dry-run']);
      assert.match(stdout, /^2 suggestions would be applied in 2 files, 1 file left as it was$/mu);
      assert.match(errors.join(), /^warning: wide\.js is left as it is: .* not saved as UTF-8$/u);
      writeFileSync(join(cwd, 'fix.patch'), stdout);
      git(cwd, 'apply', 'fix.patch');
      const patched = git(cwd, 'diff');
      git(cwd, 'checkout', '--quiet', '.');
      gather(cwd, fix);
      assert.equal(git(cwd, 'diff'), patched);
    });

    it('leaves a file alone that is not to be written', () => {
      const cwd = makeTree({ 'a.js': loop() });
      chmodSync(join(cwd, 'a.js'), 0o444);
      // Root may write everything.
      const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
      if (nobody.uid !== undefined) chownSync(cwd, nobody.uid, 0);
      const { status, stdout, errors } = gather(cwd, ['--fix', 'no-await-in-loop'], nobody);
      assert.deepEqual([status, stdout], [2, '0 suggestions applied in 0 files, 1 file left as it was\n']);
      assert.deepEqual(errors, ['warning: a.js is left as it is: it cannot be written: permission denied']);
      assert.equal(readFileSync(join(cwd, 'a.js'), 'utf8'), loop());
    });

    it('says which suggestions there are in place of one that there is not, and when nothing was linted', () => {
      const cwd = makeTree({ 'a.js': loop(), 'none/a.md': '' });
      for (const which of ['no-await-in-loop:99', 'no-await-in-loop:reads']) {
        const { status, stdout, errors } = gather(cwd, ['--fix', which]);
        assert.deepEqual([status, stdout], [0, '0 suggestions applied in 0 files\n']);
        assert.match(errors.join(), new RegExp(`^warning: No finding has the suggestion "${which}": .*gatherAll`, 'u'));
      }
      assert.equal(gather(cwd, ['none', '--fix', 'no-await-in-loop']).status, 2);
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

  describe('--locale', () => {
    it('tells findings in Chinese, asked for by the option or the environment', () => {
      const cwd = makeTree({ 'a.js': loop() });
      const chinese = /這個迴圈/u;
      for (const tag of ['zh-TW', 'zh-tw']) assert.match(gather(cwd, ['--locale', tag]).stdout, chinese);
      const { stdout } = gather(cwd, ['--statistics'], { env: { LC_ALL: 'zh_TW.UTF-8' } });
      assert.match(stdout, chinese);
      assert.ok(stdout.endsWith('（1 項可改寫）\n1 個檔案中有 1 項發現，已檢查 1 個檔案\n'), stdout);
      const fixed = gather(cwd, ['--fix', 'no-await-in-loop', '--dry-run', '--locale', 'zh-TW']);
      assert.ok(fixed.stdout.endsWith('\n將會在 1 個檔案套用 1 項建議\n'), fixed.stdout);
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
