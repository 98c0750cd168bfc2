import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../eslint-plugin/src/cli/run.js';
import { summary, warnings } from '../../../eslint-plugin/src/cli/summary.js';

const cwd = resolve('/project');
const none: Outcome = { results: [], problems: [], crashes: [], linted: 0, minified: 0 };
const message = { ruleId: 'gather/x', severity: 1, line: 1, column: 1, message: '' } as const;

describe('summary', () => {
  it('counts findings, files with them, and files linted', () => {
    const results = [
      { filePath: 'a', messages: [message, message] },
      { filePath: 'b', messages: [message] },
    ];
    assert.equal(summary({ ...none, results, linted: 120 }), '3 findings in 2 files, 120 files linted\n');
    assert.equal(summary({ ...none, results: results.slice(1), linted: 1 }), '1 finding in 1 file, 1 file linted\n');
  });

  it('says so when there is nothing', () => {
    assert.equal(summary({ ...none, linted: 2 }), 'no findings, 2 files linted\n');
  });

  it('counts what was left out', () => {
    const problem = { path: join(cwd, 'a.js'), reason: '' };
    assert.equal(
      summary({ ...none, problems: [problem], crashes: [problem], minified: 3 }),
      'no findings, 0 files linted, 2 not linted, 3 minified left out\n',
    );
  });
});

describe('warnings', () => {
  it('are none when all is well', () => {
    assert.equal(warnings({ ...none, linted: 1 }, cwd), '');
  });

  it('say why when there was nothing to lint', () => {
    assert.match(warnings({ ...none, minified: 1 }, cwd), /^error: Nothing was linted: [^\n]+\n$/u);
  });

  it('gives each file one line, whatever is in its name and reason', () => {
    const problems = [
      { path: join(cwd, 'src', 'a\n\u001B[2J.js'), reason: 'is a binary file' },
      { path: resolve('/other/b.js'), reason: 'cannot be parsed:\n  Oh' },
    ];
    const crashes = [{ path: join(cwd, 'c.js'), reason: 'rule broke\nRule: "gather/x"' }];
    assert.equal(
      warnings({ ...none, problems, crashes }, cwd),
      'warning: src/a\uFFFD\uFFFD[2J.js is a binary file\n' +
        'warning: ../other/b.js cannot be parsed: Oh\n' +
        'error: c.js made Gather fail: rule broke Rule: "gather/x"\n',
    );
  });
});
