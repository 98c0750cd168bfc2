import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import type { Linter } from 'eslint';
import { disk } from '../../../eslint-plugin/src/files/disk.js';
import type { Engine, LeftOut } from '../../../eslint-plugin/src/lint/engine.js';
import { lintFile } from '../../../eslint-plugin/src/files/lint-file.js';
import { add, emptyOutcome, exitCodeOf, type Outcome } from '../../../eslint-plugin/src/files/outcome.js';
import { makeTree } from './tree.js';

const finding: Linter.LintMessage = { ruleId: 'gather/x', severity: 1, line: 1, column: 1, message: 'Found.' };

/** What a linter gives for a text that says so. */
const answers: Record<string, Linter.LintMessage[] | LeftOut> = {
  found: [finding],
  error: [{ ...finding, severity: 2 }],
  broken: [{ ...finding, ruleId: null, fatal: true, message: 'Parsing error: Oh', line: 3, column: 5 }],
  ignored: 'ignored',
  parserless: 'parserless',
};

const engine: Engine = {
  lint: (text) =>
    text === 'crash' ? Promise.reject(new Error('rule broke\nRule: "gather/x"')) : Promise.resolve(answers[text] ?? []),
  sourceOf: () => Promise.resolve('recommended'),
  names: () => Promise.resolve(undefined),
  key: () => Promise.resolve(''),
  complaints: [],
};

async function lint(files: Record<string, string>): Promise<Outcome> {
  const root = makeTree(files);
  const paths = Object.keys(files).map((name) => join(root, name));
  const done = await Promise.all(paths.map(async (path) => lintFile({ path, named: false }, engine, disk)));
  const outcome = emptyOutcome();
  for (const [index, path] of paths.entries()) add(outcome, path, done[index] ?? assert.fail());
  return outcome;
}

describe('linting files', () => {
  it('keeps the findings with their text, and counts the clean files', async () => {
    const outcome = await lint({ 'a.js': 'found', 'b.js': '', 'c.js': 'found' });
    assert.deepEqual(
      outcome.results.map(({ filePath, messages, source }) => [basename(filePath), messages, source]),
      [
        ['a.js', [finding], 'found'],
        ['c.js', [finding], 'found'],
      ],
    );
    assert.equal(outcome.linted, 3);
  });

  it('tells what cannot be read or parsed, with the place, and what is left out', async () => {
    const outcome = await lint({
      'a.js': 'broken',
      'b.js': 'a\0b',
      'c.min.js': '',
      'd.js': 'found',
      'e.js': 'ignored',
      'f.vue': 'parserless',
    });
    assert.deepEqual(
      outcome.problems.map(({ path, reason }) => [basename(path), reason]),
      [
        ['a.js', 'cannot be parsed: Oh (line 3, column 5)'],
        ['b.js', 'is a binary file'],
      ],
    );
    const { results, linted, minified, ignored } = outcome;
    assert.deepEqual([results.length, linted, minified, ignored], [1, 1, 1, 1]);
  });

  it('survives a rule that throws', async () => {
    const outcome = await lint({ 'a.js': 'crash', 'b.js': 'found' });
    assert.deepEqual(
      outcome.crashes.map(({ path, reason }) => [basename(path), reason]),
      [['a.js', 'made Gather fail: rule broke\nRule: "gather/x"']],
    );
    assert.equal(outcome.results.length, 1);
  });
});

describe('exitCodeOf', () => {
  const cases: [files: Record<string, string>, maxWarnings: number, code: number][] = [
    [{ 'a.js': '' }, 0, 0],
    [{ 'a.js': '', 'b.js': 'broken' }, 0, 0],
    [{ 'a.js': 'found', 'b.js': 'broken' }, 0, 1],
    [{ 'a.js': 'found', 'b.js': 'found' }, 1, 1],
    [{ 'a.js': 'found', 'b.js': 'found' }, 2, 0],
    [{ 'a.js': 'error' }, 5, 1],
    [{ 'a.js': 'found', 'b.js': 'crash' }, 5, 2],
    [{ 'a.js': 'broken' }, 0, 2],
    [{ 'a.min.js': '' }, 0, 2],
    [{}, 0, 2],
  ];
  for (const [files, maxWarnings, code] of cases) {
    it(`is ${code} for ${JSON.stringify(files)} where ${maxWarnings} warnings are allowed`, async () => {
      assert.equal(exitCodeOf(await lint(files), maxWarnings), code);
    });
  }
});
