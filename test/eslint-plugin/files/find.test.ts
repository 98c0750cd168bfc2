import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Disk, disk } from '../../../eslint-plugin/src/files/disk.js';
import { findFiles, UsageError } from '../../../eslint-plugin/src/files/find.js';
import { makeTree, nodeError } from './tree.js';

const extensions = ['js', 'ts'];

/** What is found below `cwd`, by relative paths; a named file has a `!` behind it. */
function find(cwd: string, paths: string[] = ['.'], fake: Partial<Disk> = {}) {
  const found = findFiles(paths, { cwd, extensions, disk: { ...disk, ...fake } });
  const shown = (path: string) => relative(cwd, path).replaceAll(sep, '/');
  return {
    files: found.files.map(({ path, named }) => shown(path) + (named ? '!' : '')),
    problems: found.problems.map(({ path, reason }) => `${shown(path)} ${reason}`),
  };
}

describe('findFiles', () => {
  it('finds files by their endings at every depth, in the order of their paths', () => {
    const cwd = makeTree({
      'b.ts': '',
      'a/z.js': '',
      'a/b/c.js': '',
      'B.js': '',
      '.hidden/x.js': '',
      'a.md': '',
      js: '',
    });
    assert.deepEqual(find(cwd), { files: ['.hidden/x.js', 'B.js', 'a/b/c.js', 'a/z.js', 'b.ts'], problems: [] });
  });

  it('gives each file once, however often it is named', () => {
    const cwd = makeTree({ 'a/x.js': '', 'b.js': '' });
    assert.deepEqual(find(cwd, ['.', 'a', 'a/x.js', './a/../b.js', 'b.js']).files, ['a/x.js!', 'b.js!']);
  });

  it('leaves node_modules and .git alone unless they are named', () => {
    const cwd = makeTree({
      'node_modules/a/x.js': '',
      'node_modules/a/node_modules/y.js': '',
      '.git/x.js': '',
      'x.js': '',
    });
    assert.deepEqual(find(cwd).files, ['x.js']);
    assert.deepEqual(find(cwd, ['node_modules']).files, ['node_modules/a/x.js']);
  });

  describe('with .gitignore', () => {
    it('heeds nested ones, negation and anchors as git does', () => {
      const cwd = makeTree({
        '.gitignore': '\uFEFFdist/\r\n*.gen.js\r\n/only-here.js\r\n',
        'dist/x.js': '',
        'a.gen.js': '',
        'only-here.js': '',
        'a/.gitignore': '!keep.gen.js\nlocal.js\n',
        'a/keep.gen.js': '',
        'a/drop.gen.js': '',
        'a/local.js': '',
        'a/only-here.js': '',
        'b/local.js': '',
        'b/dist/x.js': '',
      });
      assert.deepEqual(find(cwd).files, ['a/keep.gen.js', 'a/only-here.js', 'b/local.js']);
    });

    it('enters a folder that a nested one brings back', () => {
      const cwd = makeTree({ '.gitignore': 'out\n', 'a/.gitignore': '!out\n', 'a/out/b/x.js': '', 'out/y.js': '' });
      assert.deepEqual(find(cwd).files, ['a/out/b/x.js']);
    });

    it('tells upper from lower case', () => {
      const cwd = makeTree({ '.gitignore': 'Build\n', 'build/x.js': '', 'Build/y.js': '' });
      assert.ok(!find(cwd).files.includes('Build/y.js'));
    });

    it('heeds those of the folders above, up to the root of the repository', () => {
      const cwd = makeTree({
        '.gitignore': '*.js\n',
        'repo/.git/HEAD': '',
        'repo/.gitignore': '*.gen.ts\n',
        'repo/src/deep/x.js': '',
        'repo/src/deep/x.gen.ts': '',
      });
      assert.deepEqual(find(cwd, ['repo/src/deep']).files, ['repo/src/deep/x.js']);
    });

    it('starts where the command runs when there is no repository', () => {
      const cwd = makeTree({ '.gitignore': '*.gen.js\n', 'src/x.gen.js': '', 'src/x.js': '' });
      assert.deepEqual(find(cwd, ['src']).files, ['src/x.js']);
      assert.deepEqual(find(join(cwd, 'src')).files, ['x.gen.js', 'x.js']);
    });

    it('is overruled by naming the very file or folder', () => {
      const cwd = makeTree({ '.gitignore': 'dist/\n*.gen.js\n', 'dist/a/x.js': '', 'x.gen.js': '' });
      assert.deepEqual(find(cwd, ['dist', 'x.gen.js']).files, ['dist/a/x.js', 'x.gen.js!']);
      assert.deepEqual(find(cwd, ['dist/a']).files, ['dist/a/x.js']);
    });
  });

  describe('with links', () => {
    it('does not follow those to folders, so that a cycle ends', () => {
      const cwd = makeTree({ 'a/x.js': '' });
      symlinkSync('..', join(cwd, 'a/up'), 'dir');
      symlinkSync('a', join(cwd, 'linked.js'), 'dir');
      assert.deepEqual(find(cwd), { files: ['a/x.js'], problems: [] });
    });

    it('enters one to a folder that is named', () => {
      const cwd = makeTree({ 'a/x.js': '' });
      symlinkSync('a', join(cwd, 'b'), 'dir');
      assert.deepEqual(find(cwd, ['b']).files, ['b/x.js']);
    });

    it('follows those to files, to each file once', () => {
      const cwd = makeTree({ 'a/x.js': '', 'other/y.js': '' });
      symlinkSync(join(cwd, 'a/x.js'), join(cwd, 'a/again.js'));
      symlinkSync(join(cwd, 'other/y.js'), join(cwd, 'a/y1.js'));
      symlinkSync(join(cwd, 'other/y.js'), join(cwd, 'a/y2.js'));
      assert.deepEqual(find(cwd, ['a']).files, ['a/x.js', 'a/y1.js']);
    });

    it('tells of one to nothing, found or named', () => {
      const cwd = makeTree({ 'x.js': '' });
      symlinkSync('nowhere.js', join(cwd, 'gone.js'));
      symlinkSync('nowhere.md', join(cwd, 'gone.md'));
      const problems = ['gone.js is not there, or is a link to nothing'];
      assert.deepEqual(find(cwd), { files: ['x.js'], problems });
      assert.deepEqual(find(cwd, ['gone.js', '.', 'x.js']), { files: ['x.js!'], problems });
    });

    it('tells of one to itself', () => {
      const cwd = makeTree({});
      symlinkSync('loop.js', join(cwd, 'loop.js'));
      assert.deepEqual(find(cwd).problems, ['loop.js is a link that leads back to itself']);
    });
  });

  it('does not take a folder for a file because of its name', () => {
    const cwd = makeTree({ 'chart.js/x.js': '' });
    assert.deepEqual(find(cwd), { files: ['chart.js/x.js'], problems: [] });
  });

  it('tells of a folder and of a .gitignore that it may not read, and goes on', () => {
    const cwd = makeTree({ 'a/x.js': '', 'b/.gitignore': '', 'b/x.js': '', 'c/x.js': '' });
    const list = (folder: string) => {
      if (folder === join(cwd, 'a')) throw nodeError('EACCES');
      return disk.list(folder);
    };
    const read = () => {
      throw nodeError('EACCES');
    };
    const { files, problems } = find(cwd, ['.'], { list, read });
    assert.deepEqual(files, ['b/x.js', 'c/x.js']);
    assert.deepEqual(problems, [
      'a cannot be read: permission denied',
      'b/.gitignore cannot be read: permission denied',
    ]);
  });

  it('tells of a named file with another ending, and of what is no file at all', () => {
    const cwd = makeTree({ 'a.md': '', 'x.js': '' });
    assert.deepEqual(find(cwd, ['a.md']).problems, ['a.md does not end in one of .js, .ts']);
    const look = () => ({ kind: 'other' as const, size: 0 });
    assert.deepEqual(find(cwd, ['x.js'], { look }).problems, ['x.js is not a file']);
  });

  for (const path of ['nope', '', 'x.js/y.js', 'src/**/*.js']) {
    it(`refuses the path "${path}" in one sentence`, () => {
      const cwd = makeTree({ 'x.js': '' });
      mkdirSync(join(cwd, 'src'));
      assert.throws(
        () => find(cwd, ['x.js', path]),
        (error) => error instanceof UsageError && /^[^\n]+: [^\n]+\.$/u.test(error.message),
      );
    });
  }
});
