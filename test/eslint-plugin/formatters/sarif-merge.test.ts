import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import mergeSarif, { type Report } from '../../../eslint-plugin/src/formatters/sarif-merge.js';
import { makeTree } from '../files/tree.js';
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

  it('takes a folder as it is written', () => {
    for (const folder of ['packages/a/', './packages/a'])
      assert.equal(mergeSarif([{ ...reportOf('packages/a', ofA), folder }]), sarif(ofA, context));
  });

  it('leaves paths of a report as they are that was made in a repository', () => {
    const root = makeTree({ '.git/HEAD': '' });
    const cwd = join(root, 'packages/a');
    const ofFile: FileResult = { ...linted(loop), filePath: join(cwd, 'one.js') };
    const inFolder = sarif([ofFile], { ...context, cwd });
    assert.match(inFolder, /"uri":"packages\/a\/one\.js","uriBaseId":"%SRCROOT%"/u);
    assert.equal(mergeSarif([{ folder: 'packages/a', text: inFolder }]), sarif([ofFile], { ...context, cwd: root }));
  });

  it('names the folder of what is no report', () => {
    for (const text of ['', '{}', '[']) {
      assert.throws(() => mergeSarif([reportOf('packages/a', ofA), { folder: 'packages/b', text }]), /"packages\/b"/u);
    }
  });

  it('leaves a report that was made at the root as it is', () => {
    assert.equal(mergeSarif([{ folder: '', text: whole }]), whole);
  });

  it('finds nothing in no reports', () => {
    assert.equal(mergeSarif([]), sarif([], context));
  });
});
