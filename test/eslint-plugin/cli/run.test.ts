import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import type { Linter } from 'eslint';
import { disk } from '../../../eslint-plugin/src/cli/disk.js';
import { exitCodeOf, lintFiles, type LintText, type Outcome } from '../../../eslint-plugin/src/cli/run.js';
import { makeTree } from './tree.js';

const finding: Linter.LintMessage = { ruleId: 'gather/x', severity: 1, line: 1, column: 1, message: 'Found.' };

/** Finds something in a text that says so, and fails as the others say. */
const lintText: LintText = (text) => {
  if (text === 'crash') throw new Error('rule broke\nRule: "gather/x"');
  if (text === 'broken')
    return [{ ...finding, ruleId: null, fatal: true, message: 'Parsing error: Oh', line: 3, column: 5 }];
  return text === 'found' ? [finding] : [];
};

function lint(files: Record<string, string>): Outcome {
  const root = makeTree(files);
  const found = Object.keys(files).map((path) => ({ path: join(root, path), named: false }));
  return lintFiles({ files: found, problems: [] }, lintText, disk);
}

describe('lintFiles', () => {
  it('keeps the findings with their text, and counts the clean files', () => {
    const outcome = lint({ 'a.js': 'found', 'b.js': '', 'c.js': 'found' });
    assert.deepEqual(
      outcome.results.map(({ filePath, messages, source }) => [basename(filePath), messages, source]),
      [
        ['a.js', [finding], 'found'],
        ['c.js', [finding], 'found'],
      ],
    );
    assert.equal(outcome.linted, 3);
  });

  it('tells what cannot be read or parsed, with the place, and lints the rest', () => {
    const outcome = lint({ 'a.js': 'broken', 'b.js': 'a\0b', 'c.min.js': '', 'd.js': 'found' });
    assert.deepEqual(
      outcome.problems.map(({ path, reason }) => [basename(path), reason]),
      [
        ['a.js', 'cannot be parsed: Oh (line 3, column 5)'],
        ['b.js', 'is a binary file'],
      ],
    );
    assert.deepEqual([outcome.results.length, outcome.linted, outcome.minified], [1, 1, 1]);
  });

  it('survives a rule that throws, and lints the rest', () => {
    const outcome = lint({ 'a.js': 'crash', 'b.js': 'found' });
    assert.deepEqual(
      outcome.crashes.map(({ path, reason }) => [basename(path), reason]),
      [['a.js', 'rule broke\nRule: "gather/x"']],
    );
    assert.equal(outcome.results.length, 1);
  });
});

describe('exitCodeOf', () => {
  const cases: [files: Record<string, string>, code: number][] = [
    [{ 'a.js': '' }, 0],
    [{ 'a.js': '', 'b.js': 'broken' }, 0],
    [{ 'a.js': 'found', 'b.js': 'broken' }, 1],
    [{ 'a.js': 'found', 'b.js': 'crash' }, 2],
    [{ 'a.js': 'broken' }, 2],
    [{ 'a.min.js': '' }, 2],
    [{}, 2],
  ];
  for (const [files, code] of cases) {
    it(`is ${String(code)} for ${JSON.stringify(files)}`, () => {
      assert.equal(exitCodeOf(lint(files)), code);
    });
  }
});
