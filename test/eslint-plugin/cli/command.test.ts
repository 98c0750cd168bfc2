// The built command, run as a user runs it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { lintedExtensions } from '../../../eslint-plugin/src/lint/embedded.js';
import { dist, gather } from './spawned.js';
import { makeTree } from '../files/tree.js';

const loop =
  'export async function all(xs, f) {\n  const out = [];\n  for (const x of xs) out.push(await f(x));\n  return out;\n}\n';
const clean = 'export const one = 1;\n';

/** A tree whose report is several times what a pipe holds. */
function manyFindings(): string {
  const text = loop.replaceAll('export ', '').repeat(20);
  return makeTree(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${String(index)}.js`, text])));
}

describe('the command gather', () => {
  it('exits 0 and says so when it finds nothing', () => {
    const { status, stdout, stderr } = gather(makeTree({ 'a.js': clean, 'b.ts': 'const a: number = 1;' }));
    assert.deepEqual([status, stdout, stderr], [0, 'no findings, 2 files linted\n', '']);
  });

  it('exits 1 and shows each finding in JavaScript and TypeScript', () => {
    const cwd = makeTree({
      'b.js': loop,
      'a/a.ts': loop.replace('xs, f', 'xs: string[], f: (x: string) => Promise<string>'),
    });
    const { status, stdout, stderr } = gather(cwd);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.includes('gather/')),
      ['a/a.ts:3:3  gather/no-await-in-loop', 'b.js:3:3  gather/no-await-in-loop'],
    );
    assert.match(stdout, /^ {2}> 3 \| {3}for \(const x of xs\) out\.push\(await f\(x\)\);$/mu);
    assert.match(stdout, /^2 findings in 2 files, 2 files linted$/mu);
  });

  it('lints the paths that are named, from where it stands', () => {
    const cwd = makeTree({ 'a/x.js': loop, 'b/y.js': loop, 'c/z.js': loop });
    const { stdout } = gather(join(cwd, 'a'), ['.', '../b']);
    assert.match(stdout, /^x\.js:3:3 /mu);
    assert.match(stdout, /^\.\.\/b\/y\.js:3:3 /mu);
    assert.match(stdout, /2 files linted/u);
  });

  it('tells of each file it cannot lint in one line, and lints the rest', () => {
    const cwd = makeTree({
      'binary.js': Buffer.from([0x47, 0, 0, 1]),
      'broken.js': 'const = ;',
      'broken.ts': 'function {',
      'found.js': loop,
      'huge.js': Buffer.alloc(5_000_001, ' '),
      'latin.js': Buffer.from('// caf\xe9', 'latin1'),
      'utf16.js': Buffer.from(`\uFEFF${loop}`, 'utf16le'),
    });
    symlinkSync('nowhere.js', join(cwd, 'dangling.js'));
    symlinkSync('.', join(cwd, 'cycle'), 'dir');
    const { status, stdout, errors } = gather(cwd);
    assert.equal(status, 1);
    assert.deepEqual(
      errors.map((line) => line.replace(/(?<=cannot be parsed: ).*/u, '…')),
      [
        'warning: binary.js is a binary file',
        'warning: broken.js cannot be parsed: …',
        'warning: broken.ts cannot be parsed: …',
        'warning: dangling.js is not there, or is a link to nothing',
        'warning: huge.js is larger than 5 MB',
        'warning: latin.js is not valid UTF-8: save it as UTF-8',
      ],
    );
    assert.match(stdout, /^2 findings in 2 files, 2 files linted, 6 not linted\n$/mu);
  });

  it('exits 0 when the only trouble is a file it cannot lint, and 2 when nothing at all was linted', () => {
    const cwd = makeTree({ 'a/broken.js': 'const = ;', 'a/clean.js': clean, 'none/a.md': '' });
    assert.equal(gather(cwd, ['a']).status, 0);
    assert.equal(gather(cwd, ['a/broken.js']).status, 2);
    const { status, errors } = gather(cwd, ['none']);
    assert.equal(status, 2);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /^error: Nothing was linted: /u);
  });

  it('refuses a path that does not exist in one sentence, and lints nothing', () => {
    const { status, stdout, errors } = gather(makeTree({ 'a.js': loop }), ['a.js', 'nope']);
    assert.deepEqual([status, stdout, errors.length], [2, '', 1]);
    assert.match(errors[0] ?? '', /^error: .*"nope"/u);
  });

  it('explains the loops at a place, and exits 0 whatever it has to say', () => {
    const cwd = makeTree({ 'a/a.js': loop, 'a/a.ts': 'const a: number = await f();\n' });
    const explained = gather(cwd, ['--explain', 'a/a.js:3']);
    assert.deepEqual([explained.status, explained.stderr], [0, '']);
    assert.match(explained.stdout, /^a\/a\.js:3:3 concurrent: /u);
    const none = gather(join(cwd, 'a'), ['--explain=a.ts:1:20']);
    assert.deepEqual(none, {
      status: 0,
      stdout: 'Nothing awaits in a loop or in a row at a.ts:1:20.\n',
      stderr: '',
      errors: [],
    });
  });

  it('refuses to explain what is no place, or more than one, and exits 2', () => {
    const cwd = makeTree({ 'a.js': loop, 'broken.js': 'const = ;' });
    for (const args of [['a.js'], ['a.js:99'], ['broken.js:1']]) {
      const { status, stdout, errors } = gather(cwd, ['--explain', ...args]);
      assert.deepEqual([status, stdout, errors.length], [2, '', 1], args.join(' '));
      assert.match(errors[0] ?? '', /^error: /u);
    }
    const { status, stdout, errors } = gather(cwd, ['--explain', 'a.js:3', 'a.js']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(errors[0], 'error: --explain takes one place and no paths');
  });

  it('guesses what a mistyped flag means', () => {
    const { status, stdout, stderr } = gather(makeTree({}), ['--versoin']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /unknown option '--versoin'\n\(Did you mean --version\?\)/u);
  });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync('eslint-plugin/package.json', 'utf8')) as { version: string };
    const { status, stdout } = gather(makeTree({}), ['--version']);
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
  });

  it('prints a help that fits a screen and names every ending', () => {
    const { status, stdout } = gather(makeTree({}), ['--help']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(status, 0);
    assert.ok(lines.length <= 24, `${String(lines.length)} lines`);
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
    for (const extension of lintedExtensions) assert.ok(stdout.includes(` .${extension}`), extension);
  });

  it('colours the report only when asked to, off a terminal', () => {
    const cwd = makeTree({ 'a.js': loop });
    const plain = gather(cwd).stdout;
    const colored = gather(cwd, [], { env: { FORCE_COLOR: '1' } }).stdout;
    assert.equal(stripVTControlCharacters(plain), plain);
    assert.equal(gather(cwd, [], { env: { CI: 'true' } }).stdout, plain);
    assert.notEqual(colored, plain);
    assert.equal(stripVTControlCharacters(colored), plain);
  });

  it('colours an explanation as it does the report', () => {
    const cwd = makeTree({ 'a.js': 'for (const x of xs) await x();\n' });
    const plain = gather(cwd, ['--explain', 'a.js:1']).stdout;
    const colored = gather(cwd, ['--explain', 'a.js:1'], { env: { FORCE_COLOR: '1' } }).stdout;
    assert.equal(stripVTControlCharacters(plain), plain);
    assert.notEqual(colored, plain);
    assert.equal(stripVTControlCharacters(colored), plain);
  });

  it('writes a long report to its end', () => {
    const { status, stdout } = gather(manyFindings());
    assert.equal(status, 1);
    assert.ok(stdout.length > 200_000);
    assert.ok(stdout.endsWith('\n1000 findings in 50 files, 50 files linted\n'));
  });

  it('ends quietly when its reader has seen enough', async () => {
    const cwd = manyFindings();
    const child = spawn(process.execPath, [join(dist, 'cli.js')], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, errors], [1, '']);
  });

  it('says so when its report cannot be written', () => {
    const cwd = makeTree({ 'a.js': loop });
    // Open for reading alone: writing fails, as it does on a full disk.
    const output = openSync(join(cwd, 'a.js'), 'r');
    const { status, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js')], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', output, 'pipe'],
    });
    closeSync(output);
    assert.equal(status, 2);
    assert.match(stderr, /^error: The standard output cannot be written: [^\n]+\n$/u);
  });

  describe('with a part of it missing or broken', () => {
    it('says what to install where there is no ESLint', () => {
      const cwd = makeTree({ 'a.js': loop });
      cpSync(dist, join(cwd, 'node_modules/eslint-plugin-gather/dist'), { recursive: true });
      writeFileSync(join(cwd, 'node_modules/eslint-plugin-gather/package.json'), '{"type":"module"}');
      const cli = join(cwd, 'node_modules/eslint-plugin-gather/dist/cli.js');
      const { status, errors } = gather(cwd, [], { cli });
      assert.equal(status, 2);
      assert.deepEqual(errors, ['error: Gather needs ESLint beside it: run "npm install --save-dev eslint".']);
    });

    it('names the file on which a rule fails, lints the rest, and exits 2', () => {
      const cwd = makeTree({ 'a.js': 'crash', 'b.js': clean });
      const package_ = makeTree({ 'package.json': '{"type":"module"}' });
      symlinkSync(resolve('node_modules'), join(package_, 'node_modules'), 'dir');
      cpSync(dist, join(package_, 'dist'), { recursive: true });
      writeFileSync(
        join(package_, 'dist/lint.js'),
        `export function lintText(text) { if (text === 'crash') throw new Error('oh\\nno'); return []; }
        export const surroundings = () => '';`,
      );
      const { status, stdout, errors } = gather(cwd, [], { cli: join(package_, 'dist/cli.js') });
      assert.equal(status, 2);
      assert.deepEqual(errors, ['error: a.js made Gather fail: oh no']);
      assert.equal(stdout, 'no findings, 1 file linted, 1 not linted\n');
    });
  });
});
