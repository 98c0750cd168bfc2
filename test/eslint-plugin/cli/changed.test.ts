import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { changedSince, onlyChanged } from '../../../eslint-plugin/src/cli/changed.js';
import { UsageError } from '../../../eslint-plugin/src/files/find.js';
import { lintedExtensions, lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { commit, git, makeRepository } from './repository.js';
import { makeTree } from '../files/tree.js';

const loop = 'async function f(xs) {\n  for (const x of xs) {\n    await g(x);\n  }\n}\n';
const numbers = Array.from({ length: 30 }, (_, index) => `// ${index}\n`).join('');

const inside = (cwd: string) => ({ cwd, extensions: lintedExtensions });

/** Changed lines by path relative to the root, sorted. */
function changedIn(root: string, base = 'main'): [string, number[] | 'all'][] {
  return [...changedSince(base, inside(root))]
    .map(([path, lines]): [string, number[] | 'all'] => [relative(root, path), lines === 'all' ? lines : [...lines]])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('changed lines', () => {
  it('are those of the branch, of the working tree and of new files', () => {
    const root = makeRepository({ 'a.js': 'one\ntwo\nthree\n', 'b.js': 'one\n', 'same.js': '' });
    commit(root, { 'a.js': 'one\n2\nthree\n', 'new.js': 'x\n' });
    writeFileSync(join(root, 'b.js'), 'one\ntwo\n');
    writeFileSync(join(root, 'untracked "字".js'), 'x\n');
    assert.deepEqual(changedIn(root), [
      ['a.js', [2]],
      ['b.js', [2]],
      ['new.js', [1]],
      ['untracked "字".js', 'all'],
    ]);
  });

  it('leave out what the base changed since', () => {
    const root = makeRepository({ 'a.js': 'one\n', 'b.js': 'one\n' });
    commit(root, { 'a.js': '1\n' });
    git(root, 'checkout', '--quiet', 'main');
    commit(root, { 'b.js': '1\n' });
    git(root, 'checkout', '--quiet', 'work');
    assert.deepEqual(changedIn(root), [['a.js', [1]]]);
  });

  it('follow a file that was renamed, and need no line of one that was only moved', () => {
    const root = makeRepository({ 'old.js': `${numbers}one\n`, 'moved.js': numbers.repeat(2) });
    git(root, 'mv', 'old.js', '字 new.js');
    git(root, 'mv', 'moved.js', 'elsewhere.js');
    commit(root, { '字 new.js': `${numbers}1\n` });
    assert.deepEqual(
      changedIn(root).filter(([, lines]) => lines.length > 0),
      [['字 new.js', [31]]],
    );
  });

  it('are of the whole repository, from any folder in it', () => {
    const root = makeRepository({ 'a.js': 'one\n', 'src/b.js': 'one\n' });
    commit(root, { 'a.js': '1\n', 'src/b.js': '1\n' });
    assert.deepEqual([...changedSince('main', inside(join(root, 'src'))).keys()].sort(), [
      join(root, 'a.js'),
      join(root, 'src/b.js'),
    ]);
  });

  it('are those of files with any name, and of those that git takes for binary', () => {
    const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const names = ['a "b".js', 'c\td.js', String.raw`e\f.js`, ' g.js'];
    const root = makeRepository({ '.gitattributes': 'kept.js -diff\n', 'kept.js': '', 'wide.js': utf16('one\ntwo\n') });
    commit(root, { ...Object.fromEntries(names.map((name) => [name, 'x\n'])), 'kept.js': 'x\n' });
    writeFileSync(join(root, 'wide.js'), utf16('one\n2\n'));
    assert.deepEqual(changedIn(root), [
      [' g.js', [1]],
      ['a "b".js', [1]],
      ['c\td.js', [1]],
      [String.raw`e\f.js`, [1]],
      ['kept.js', [1]],
      ['wide.js', [2]],
    ]);
  });

  for (const [title, root, base] of [
    ['outside of a repository', () => makeTree({ 'a.js': '' }), 'main'],
    ['a base that is not there', () => makeRepository({ 'a.js': '' }), 'nowhere'],
    ['an option in place of a base', () => makeRepository({ 'a.js': '' }), '--all'],
  ] as const) {
    it(`are refused in a sentence: ${title}`, () => {
      assert.throws(() => changedSince(base, inside(root())), UsageError);
    });
  }

  it('are refused where the clone, or the base, has not the history for it', () => {
    const origin = makeRepository({ 'a.js': 'one\n' });
    commit(origin, { 'a.js': '1\n' });
    git(origin, 'checkout', '--quiet', '--orphan', 'apart');
    commit(origin);
    assert.throws(() => changedIn(origin), /"main" and this branch have no commit in common/u);
    const shallow = join(makeTree({}), 'clone');
    git(origin, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=work', `file://${origin}`, shallow);
    for (const base of ['origin/main', 'main']) assert.throws(() => changedIn(shallow, base), /fetch-depth: 0/u, base);
  });

  it('are refused in a sentence without git', () => {
    const path = process.env['PATH'];
    const root = makeTree({ 'a.js': '' });
    mkdirSync(join(root, 'bin'));
    process.env['PATH'] = join(root, 'bin');
    try {
      assert.throws(() => changedSince('main', inside(root)), /^Error: --base needs git/u);
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('findings on changed lines', () => {
  const source = `${numbers}${loop}${numbers}${loop.replace('f(xs)', 'h(xs)')}`;
  const result = { filePath: '/a.js', source, messages: lintText(source, '/a.js') };
  const [first, second] = result.messages.map(({ line }) => line);

  const kept = (lines: readonly number[]): (number | undefined)[] =>
    onlyChanged([result], new Map([['/a.js', new Set(lines)]])).flatMap(({ messages }) =>
      messages.map(({ line }) => line),
    );

  it('are those whose head or rewritten code holds one', () => {
    assert.deepEqual([first, second], [32, 67]);
    assert.deepEqual(kept([32]), [first]);
    assert.deepEqual(kept([68]), [second]);
    assert.deepEqual(kept([31, 40, 70]), []);
  });

  it('are all those of a file that git does not know, and none of one that did not change', () => {
    assert.deepEqual(onlyChanged([result], new Map([['/a.js', 'all']])), [result]);
    assert.deepEqual(onlyChanged([result], new Map()), []);
  });
});
