// What the command complains of, in Chinese.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeTree } from '../files/tree.js';
import { gather } from './spawned.js';

/** Three English words one after the other, none of them a part of a path or an option. */
const english = /(?<![\w./-])[A-Za-z’]{2,} [A-Za-z’]{2,} [A-Za-z’]{2,}/u;

/** Wrong uses, with what the complaint must name. */
const wrong: readonly (readonly [args: readonly string[], names: RegExp])[] = [
  [['--versoin'], /--versoin.*\n.*--version/u],
  [['--max-warnings', 'few', '--quiet'], /--max-warnings.*few/u],
  [['--format', 'table'], /--format.*table.*pretty/u],
  [['--concurrency', '0'], /--concurrency.*auto/u],
  [['--fix', 'no-await-in-loop', '--statistics'], /--fix.*--statistics/u],
  [['--explain', 'a.js:1', 'a.js'], /--explain/u],
  [['--stdin-filename', 'a.js', 'a.js'], /--stdin-filename/u],
  [['--dry-run'], /--dry-run.*--fix/u],
  [[''], /「\.」/u],
  [['missing.js'], /「missing\.js」/u],
  [['--fix', 'no-await-in-lop'], /「no-await-in-lop」.*「no-await-in-loop」/u],
  [['--fix', 'no-await-in-loop:gatherAl'], /「gatherAl」.*「gatherAll」/u],
  [['--explain', 'a.js'], /「a\.js」/u],
  [['--explain', 'a.js:99'], /a\.js.*99/u],
  [['--explain', 'a.js:1:99'], /a\.js.*99/u],
  [['--explain', 'a.txt:1'], /a\.txt.*\.tsx/u],
  [['--explain', 'folder:1'], /folder 不是檔案/u],
  [['--stdin-filename', 'a.txt'], /a\.txt.*\.tsx/u],
  [['--output', 'nowhere/report', 'a.js'], /nowhere\/report/u],
  [['folder'], /TypeScript/u],
];

describe('the command in Chinese', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = makeTree({ 'a.js': 'export const one = 1;\n', 'a.txt': '', 'broken.js': 'const = ;', 'folder/a.txt': '' });
  });

  for (const [args, names] of wrong) {
    it(`says what is wrong with "${args.join(' ')}"`, () => {
      const { status, stderr } = gather(cwd, [...args, '--locale', 'zh-tw']);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^錯誤：/u);
      assert.match(stderr, names);
      assert.doesNotMatch(stderr, english);
    });
  }

  it('takes the language from the environment, also before it knows the arguments', () => {
    const { stderr } = gather(cwd, ['--output'], { env: { LC_ALL: '', LANG: 'zh_TW.UTF-8' } });
    assert.match(stderr, /^錯誤：選項 .*--output <file> 少了值\n/u);
  });

  it('says what it could not lint', () => {
    const { status, stderr } = gather(cwd, ['broken.js', 'a.txt', '--locale', 'zh-TW']);
    assert.equal(status, 2);
    assert.match(stderr, /^警告：a\.txt .*\n警告：broken\.js 無法剖析：[^（]+（第 1 行，第 6 欄）\n/u);
  });

  it('passes on what git says in its own words', () => {
    const { status, stderr } = gather(cwd, ['--base', 'main', '--locale', 'zh-TW'], {
      env: { GIT_DIR: join(cwd, 'none') },
    });
    assert.equal(status, 2);
    assert.match(stderr, /^錯誤：--base：git 說「fatal: [^」]+」。\n$/u);
  });
});
