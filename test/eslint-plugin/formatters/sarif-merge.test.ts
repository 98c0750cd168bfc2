import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import mergeSarif, { type Report } from '../../../eslint-plugin/src/formatters/sarif-merge.js';
import { awkward, context, linted, loop } from './findings.js';

/** The report on files of one folder, made there. */
function reportOf(folder: string, results: readonly FileResult[]): Report {
  return { folder, text: sarif(results, { ...context, cwd: join(context.cwd, folder) }) };
}

const asError = (result: FileResult): FileResult => ({
  ...result,
  messages: result.messages.map((message) => ({ ...message, severity: 2 })),
});

describe('sarif-merge', () => {
  const ofA = [linted(loop, 'packages/a/src/one.js'), linted(awkward, 'packages/a/src/二.js')];
  const ofOther = [
    asError(linted(loop + loop, 'packages/a-b/one.js')),
    linted('async function all( {', 'packages/a-b/two.js'),
  ];
  // As one run has them: in the order of their paths.
  const whole = sarif([...ofOther, ...ofA], context);

  it('makes of reports by package what one run over all makes, in any order', () => {
    const reports = [reportOf('packages/a', ofA), reportOf('packages/a-b', ofOther)];
    assert.equal(mergeSarif(reports), whole);
    assert.equal(mergeSarif(reports.toReversed()), whole);
  });

  it('leaves a report that was made at the root as it is', () => {
    assert.equal(mergeSarif([{ folder: '', text: whole }]), whole);
  });

  it('finds nothing in no reports', () => {
    assert.equal(mergeSarif([]), sarif([], context));
  });
});
