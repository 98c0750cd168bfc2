import assert from 'node:assert/strict';
import { disk } from '../../../eslint-plugin/src/files/disk.js';
import { explained, findPlace } from '../../../eslint-plugin/src/cli/explain.js';
import type { Locale } from '../../../eslint-plugin/src/guide/model.js';
import { UsageError } from '../../../eslint-plugin/src/files/find.js';
import { lintedExtensions } from '../../../eslint-plugin/src/lint/embedded.js';
import { explainText } from '../../../eslint-plugin/src/lint/explained.js';
import { makeTree } from '../files/tree.js';

/** What the command would print of a place in a folder of these files. */
function explain(files: Record<string, string>, place: string, locale: Locale = 'en'): string {
  const cwd = makeTree(files);
  const asked = findPlace(place, { cwd, extensions: lintedExtensions, disk });
  return explained(asked, explainText(asked.text, asked.path, asked), locale, { cwd, color: false });
}

/** The lines and columns of the loops that are explained, in the order of the report. */
function loopsAt(text: string, place: string, file = 'a.js'): string[] {
  const report = explain({ [file]: text }, `${file}:${place}`);
  return Array.from(report.matchAll(/^a\.\w+:(\d+:\d+) (?:sequential|concurrent): /gmu), ([, at = '']) => at);
}

const pages = `export async function read(api, kinds) {
  let cursor;
  for (const kind of kinds) {
    for (let page = 0; page < 9; page++) {
      const { next } = await api.list(kind, cursor);

      // The next page.
      cursor = next;
    }
    kinds.forEach(async () => {
      await api.close();
    });
  }
  return cursor;
}
`;

describe('gather --explain', () => {
  it('prints the place of a loop, the sentence, and the code that it speaks of', () => {
    const text = 'let cursor;\nfor (;;) {\n  const page = await list(cursor);\n  cursor = page.next;\n}\n';
    const report = explain({ 'src/a.js': text }, 'src/a.js:3');
    const [sentence = '', ...frames] = report.split('\n');
    assert.match(sentence, /^src\/a\.js:2:1 sequential: `cursor` set at 4:3 .* read at 3:27$/u);
    assert.deepEqual(
      frames.filter((line) => /^ *(?:>|\|)/u.test(line)),
      [
        '  > 3 |   const page = await list(cursor);',
        '      |                           ^^^^^^',
        '  > 4 |   cursor = page.next;',
        '      |   ^^^^^^',
      ],
    );
  });

  it('speaks Chinese', () => {
    const files = { 'a.js': "for (const id of ids) await tx.query('x', id);" };
    const [sentence] = explain(files, 'a.js:1', 'zh-TW').split('\n');
    assert.equal(sentence, 'a.js:1:1 必須依序：1:29 用到 `tx`（交易在一條連線上，一次執行一個陳述式）');
    assert.match(explain({ 'a.js': 'await f();' }, 'a.js:1', 'zh-TW'), /^a\.js:1 \p{Script=Han}/u);
  });

  it('tells of a loop that need not wait', () => {
    const report = explain({ 'a.ts': 'for (const id of ids as string[]) await load(id);' }, 'a.ts:1');
    assert.match(report, /^a\.ts:1:1 concurrent: /u);
  });

  it('shows of what is longer than its line the first line', () => {
    const text = 'for (const x of xs) {\n  await x(\n    1,\n    2,\n    3,\n    4,\n  );\n}\n';
    const report = explain({ 'a.js': text }, 'a.js:1');
    assert.deepEqual(report.match(/^ *>.*$/gmu), ['  > 2 |   await x(']);
  });

  const places: [what: string, place: string, loops: string[]][] = [
    ['the head of the outer loop', '3', ['3:3']],
    ['the head of the inner loop', '4', ['4:5', '3:3']],
    ['an await', '5', ['4:5', '3:3']],
    ['an empty line', '6', ['4:5', '3:3']],
    ['a comment', '7', ['4:5', '3:3']],
    ['the end of the inner loop', '9', ['4:5', '3:3']],
    ['a call that is handed a function', '10', ['3:3']],
    ['the inside of that function', '11', []],
    ['the end of that call', '12', ['3:3']],
    ['what is around the loops', '2', []],
    ['the column of the call', '10:5', ['3:3']],
    ['a column in the function', '10:22', []],
    ['the cursor behind the last column of a line', '4:43', ['4:5', '3:3']],
    ['the empty line at the end of the file', '16', []],
  ];
  for (const [what, place, loops] of places) {
    it(`takes from ${what} ${loops.length > 0 ? 'the loops around it' : 'no loop'}`, () => {
      assert.deepEqual(loopsAt(pages, place), loops);
    });
  }

  it('tells of several loops in one line, an inner one before the one around it, and by column of one', () => {
    const line = 'for (const x of xs) for (const y of x) await f(y); for (const z of xs) await f(z); await f();';
    assert.deepEqual(loopsAt(line, '1'), ['1:21', '1:1', '1:52']);
    assert.deepEqual(loopsAt(line, '1:60'), ['1:52']);
    assert.deepEqual(loopsAt(line, '1:6'), ['1:1']);
    assert.deepEqual(loopsAt(line, '1:90'), []);
  });

  it('shows the code that proves more than one verdict once', () => {
    const text = 'let last;\nfor (const x of xs)\n  for (const y of x)\n    last = await f(y, last);\n';
    const report = explain({ 'a.js': text }, 'a.js:4');
    assert.equal(report.match(/^a\.js:/gmu)?.length, 2);
    assert.equal(report.match(/^ *> 4 /gmu)?.length, 2);
  });

  it('tells of the awaits of a row, and of an async reduction', () => {
    const row = 'const a = await f();\nconst b = await g(a);\n';
    assert.deepEqual(loopsAt(row, '2'), ['2:11']);
    const reduction =
      'await xs.reduce(async (sofar, x) => {\n  const all = await sofar;\n  return [...all, await f(x)];\n}, []);\n';
    assert.deepEqual(loopsAt(reduction, '3'), ['1:7']);
  });

  it('leaves out a loop that awaits nothing around one that does', () => {
    assert.deepEqual(loopsAt('async () => {\n  for (const x of xs) {\n    f(x);\n  }\n}', '3'), []);
    const inner = 'for (const x of xs) {\n  for (const y of x) g(y);\n  await f(x);\n}';
    assert.deepEqual(loopsAt(inner, '2'), ['1:1']);
  });

  it('counts lines as JavaScript does', () => {
    const text = '// 1\n// 2\nfor (const x of xs)\n  await f(x);\n';
    for (const separator of ['\r\n', '\r', '\u2028']) {
      assert.deepEqual(loopsAt(text.replaceAll('\n', separator), '4:3'), ['3:1'], JSON.stringify(separator));
    }
  });

  it('reads what the linting reads', () => {
    const loop = 'for (const x of xs)\n  await f(x);\n';
    assert.deepEqual(loopsAt(`@decorated class A {}\n${loop}`, '3'), ['2:1']);
    assert.deepEqual(loopsAt(`const a: number = 1;\n${loop}`, '3', 'a.mts'), ['2:1']);
    assert.deepEqual(loopsAt(`const a = <b />;\n${loop}`, '3', 'a.tsx'), ['2:1']);
  });

  it('heeds no comment that silences a rule', () => {
    assert.deepEqual(loopsAt('/* eslint-disable */\nfor (const x of xs) await f(x);', '2'), ['2:1']);
  });

  it('answers on a large file in one line', () => {
    const text = `async () => { ${'for (const x of xs) { await f(x); } '.repeat(2000)} }`;
    assert.equal(loopsAt(text, '1').length, 2000);
  });

  it('says in one sentence that nothing there awaits in a loop or a row', () => {
    assert.equal(explain({ 'a.js': 'await f();' }, 'a.js:1'), 'Nothing awaits in a loop or in a row at a.js:1.\n');
    assert.equal(
      explain({ 'a.js': 'await f();' }, './a.js:1:7'),
      'Nothing awaits in a loop or in a row at a.js:1:7.\n',
    );
  });

  it('lets no control character out of the file or its name', () => {
    const text = '// \u001B[2J\nfor (const x of xs) await x(`\u009B`);\n';
    assert.doesNotMatch(explain({ '\u0007.js': text }, '\u0007.js:2'), /[^\P{Cc}\n]/u);
  });

  const refusals: [place: string, sentence: RegExp][] = [
    ['a.js', /^"a\.js" is no place: write FILE:LINE or FILE:LINE:COLUMN\.$/u],
    ['a.js:', /^"a\.js:" is no place/u],
    ['a.js:-1', /^"a\.js:-1" is no place/u],
    ['a.js:1:', /^"a\.js:1:" is no place/u],
    [':1', /^":1" is no place/u],
    ['', /^"" is no place/u],
    ['a.js:0', /^a\.js has no line 0: name one from 1 to 2\.$/u],
    ['a.js:3', /^a\.js has no line 3: name one from 1 to 2\.$/u],
    ['a.js:99999999999999999999', /^a\.js has no line /u],
    ['a.js:1:0', /^Line 1 of a\.js has no column 0: name one from 1 to 5\.$/u],
    ['a.js:1:6', /^Line 1 of a\.js has no column 6: name one from 1 to 5\.$/u],
    ['none.js:1', /^none\.js is not there/u],
    ['folder:1', /^folder is not a file$/u],
    ['a.md:1', /^a\.md does not end in one of \.js, /u],
    ['binary.js:1', /^binary\.js is a binary file$/u],
    ['broken.ts:1', /^broken\.ts cannot be parsed: .* \(line 1, column \d+\)$/u],
  ];
  for (const [place, sentence] of refusals) {
    it(`refuses ${JSON.stringify(place)} in one sentence`, () => {
      const files = { 'a.js': 'f();\n', 'a.md': '', 'binary.js': '\0', 'broken.ts': 'const = 1;', 'folder/b.js': '' };
      assert.throws(
        () => explain(files, place),
        (error) => error instanceof UsageError && sentence.test(error.message),
      );
    });
  }
});
