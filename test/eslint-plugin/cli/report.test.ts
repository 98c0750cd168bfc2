import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { report } from '../../../eslint-plugin/src/cli/report.js';

const cwd = resolve('/project');
const telling = { cwd, color: false, locale: 'en' } as const;
const unlinted = {
  crashes: [{ path: join(cwd, 'a.js'), reason: 'made Gather fail: Oh' }],
  problems: [{ path: join(cwd, 'c.js'), reason: 'is a binary file' }],
};
const found = {
  filePath: join(cwd, 'b.js'),
  messages: [{ ruleId: 'gather/no-await-in-loop', severity: 1, line: 1, column: 1, message: 'm' } as const],
  source: 'x',
};

describe('report', () => {
  it('tells a program of the files that were not linted, in the order of paths', () => {
    const [run] = (JSON.parse(report([found], unlinted, { ...telling, format: 'sarif' })) as Log).runs;
    const [invocation] = run?.invocations ?? [];
    assert.equal(run?.results?.length, 1);
    assert.equal(invocation?.executionSuccessful, false);
    assert.deepEqual(
      invocation.toolExecutionNotifications?.map(({ level, message }) => [level, message.text]),
      [
        ['error', 'Not linted: it made Gather fail: Oh'],
        ['warning', 'Not linted: it is a binary file'],
      ],
    );
    const files = JSON.parse(report([found], unlinted, { ...telling, format: 'json' })) as { filePath: string }[];
    assert.deepEqual(
      files.map(({ filePath }) => filePath),
      ['a.js', 'b.js', 'c.js'].map((name) => join(cwd, name)),
    );
  });

  it('leaves them to what stands beside it for people', () => {
    assert.doesNotMatch(report([found], unlinted, { ...telling, format: 'pretty' }), /Not linted|a\.js|c\.js/u);
  });
});
