import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { emptyOutcome } from '../../../eslint-plugin/src/files/outcome.js';
import { fixSummary, summary, warnings } from '../../../eslint-plugin/src/cli/summary.js';

const cwd = resolve('/project');
const none = emptyOutcome();
const message = { ruleId: 'gather/x', severity: 1, line: 1, column: 1, message: '' } as const;

describe('summary', () => {
  it('counts findings, files with them, and files linted', () => {
    const results = [
      { filePath: 'a', messages: [message, message] },
      { filePath: 'b', messages: [message] },
    ];
    assert.equal(
      summary({ ...none, results, linted: 120 }, results, 'en'),
      '3 findings in 2 files, 120 files linted\n',
    );
    assert.equal(
      summary({ ...none, results, linted: 2 }, results.slice(1), 'en'),
      '1 finding in 1 file, 2 files linted, 2 warnings not shown\n',
    );
  });

  it('says so when there is nothing', () => {
    assert.equal(summary({ ...none, linted: 2 }, [], 'en'), 'no findings, 2 files linted\n');
  });

  it('counts what was left out', () => {
    const problem = { path: join(cwd, 'a.js'), reason: '' };
    assert.equal(
      summary({ ...none, problems: [problem], crashes: [problem], minified: 3, parserless: 4 }, [], 'en'),
      'no findings, 0 files linted, 2 not linted, 3 minified left out, 4 without a parser left out\n',
    );
  });
});

describe('fixSummary', () => {
  const fixed = { patch: '', suggestions: 3, files: 2, problems: [] };

  it('counts what was applied, would be, and was left', () => {
    assert.equal(fixSummary(fixed, false, 'en'), '3 suggestions applied in 2 files\n');
    assert.equal(
      fixSummary({ ...fixed, suggestions: 1, files: 1 }, true, 'en'),
      '1 suggestion would be applied in 1 file\n',
    );
    const problems = [{ path: 'a', reason: '' }];
    assert.equal(
      fixSummary({ ...fixed, problems }, false, 'en'),
      '3 suggestions applied in 2 files, 1 file left as it was\n',
    );
  });
});

describe('warnings', () => {
  it('are none when all is well', () => {
    assert.equal(warnings({ ...none, linted: 1 }, [], cwd), '');
  });

  it('name the files whose findings lack suggestions, each once', () => {
    const lacking = { ...message, shortened: true };
    const results = [
      { filePath: join(cwd, 'a.js'), messages: [message] },
      { filePath: join(cwd, 'b.js'), messages: [message, lacking, lacking] },
    ];
    const [line, ...others] = warnings({ ...none, results, linted: 2 }, [], cwd)
      .split('\n')
      .slice(0, -1);
    assert.match(line ?? '', /^warning: b\.js has more suggestions /u);
    assert.deepEqual(others, []);
  });

  it('say why when there was nothing to lint', () => {
    assert.match(warnings({ ...none, minified: 1 }, [], cwd), /^error: Nothing was linted: [^\n]+\n$/u);
    assert.match(warnings(none, [], cwd, true), /^warning: Nothing was linted: the branch [^\n]+\n$/u);
  });

  it('tell once why a configuration could not be loaded', () => {
    const [line, ...others] = warnings({ ...none, linted: 1 }, ['Oh\n  no'], cwd)
      .trimEnd()
      .split('\n');
    assert.match(line ?? '', /^warning: .*configuration cannot be loaded.*: Oh no$/u);
    assert.deepEqual(others, []);
  });

  it('gives each file one line, whatever is in its name and reason', () => {
    const problems = [
      { path: join(cwd, 'src', 'a\n\u001B[2J.js'), reason: 'is a binary file' },
      { path: resolve('/other/b.js'), reason: 'cannot be parsed:\n  Oh' },
    ];
    const crashes = [{ path: join(cwd, 'c.js'), reason: 'made Gather fail: rule broke\nRule: "gather/x"' }];
    assert.equal(
      warnings({ ...none, problems, crashes }, [], cwd),
      'warning: src/a\uFFFD\uFFFD[2J.js is a binary file\n' +
        'warning: ../other/b.js cannot be parsed: Oh\n' +
        'error: c.js made Gather fail: rule broke Rule: "gather/x"\n',
    );
  });
});
