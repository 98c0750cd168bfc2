import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Linter } from 'eslint';
import { pretty } from '../../../eslint-plugin/src/formatters/pretty.js';

const cwd = resolve('/project');
const filePath = join(cwd, 'src', 'a.js');
const source = ['// 1', '// 2', '// 3', '  for (const x of xs) {', '    await f(x);', '  }', '// 7', '// 8'].join('\n');
const fix = { range: [0, 0] as [number, number], text: '' };
const message: Linter.LintMessage = {
  ruleId: 'gather/a-rule',
  severity: 1,
  message: 'They can run concurrently.',
  line: 4,
  column: 3,
  endLine: 4,
  endColumn: 22,
  suggestions: [
    { desc: 'The safest.', fix },
    { desc: 'The other.', fix },
  ],
};

const report = `src/a.js:4:3  gather/a-rule
  They can run concurrently.
    2 | // 2
    3 | // 3
  > 4 |   for (const x of xs) {
      |   ^^^^^^^^^^^^^^^^^^^
    5 |     await f(x);
    6 |   }
  suggestion: The safest.
  suggestion: The other.

`;

describe('pretty', () => {
  it('shows the place, the rule, the message, the code, and the suggestions in their order', () => {
    assert.equal(pretty([{ filePath, messages: [message], source }], { cwd, color: false }, 'en'), report);
  });

  it('says what it adds in the language of the findings', () => {
    const shown = pretty([{ filePath, messages: [message], source }], { cwd, color: false }, 'zh-TW');
    assert.equal(shown, report.replaceAll('suggestion: ', '建議：'));
  });

  it('says the same in colour', () => {
    const colored = pretty([{ filePath, messages: [message], source }], { cwd, color: true }, 'en');
    assert.notEqual(colored, report);
    assert.equal(stripVTControlCharacters(colored), report);
  });

  it('keeps the order of files and findings', () => {
    const at = (line: number): Linter.LintMessage => ({ ruleId: 'r', severity: 1, message: 'm', line, column: 1 });
    const results = [
      { filePath: join(cwd, 'b.js'), messages: [at(2), at(9)] },
      { filePath: resolve('/a.js'), messages: [at(1)] },
    ];
    assert.equal(
      pretty(results, { cwd, color: false }, 'en'),
      'b.js:2:1  r\n  m\n\nb.js:9:1  r\n  m\n\n../a.js:1:1  r\n  m\n\n',
    );
  });

  it('is empty when nothing was found', () => {
    assert.equal(pretty([], { cwd, color: false }, 'en'), '');
  });

  it('counts lines as JavaScript does', () => {
    const messages = [{ ...message, suggestions: [] }];
    for (const separator of ['\r\n', '\r', '\u2028']) {
      const text = source.replaceAll('\n', separator);
      const shown = pretty([{ filePath, messages, source: text }], { cwd, color: false }, 'en');
      assert.ok(shown.includes('\n  > 4 |   for (const x of xs) {\n'), JSON.stringify(separator));
    }
  });

  it('does not fill the screen with a long line', () => {
    const long = source.replace('// 3', `// ${'3'.repeat(1000)}`);
    const shown = pretty([{ filePath, messages: [message], source: long }], { cwd, color: false }, 'en');
    assert.ok(!shown.includes('333') && shown.includes('suggestion: The safest.'));
  });

  it('lets no control character out of the linted file, its name or the messages', () => {
    const bell = '\u0007\u001B]0;pwned\u009C';
    const results = [
      {
        filePath: join(cwd, `${bell}\n.js`),
        messages: [{ ...message, message: bell, suggestions: [{ desc: bell, fix }] }],
        source: source.replace('// 3', `// ${bell}`),
      },
    ];
    const shown = pretty(results, { cwd, color: false }, 'en');
    assert.doesNotMatch(shown, /[^\P{Cc}\n]/u);
    assert.equal(shown.split('\n').length, report.split('\n').length - 1);
  });
});
