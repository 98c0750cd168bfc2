// Paths in reports that are made below the root of a repository: each as the program that reads them wants it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { annotations } from '../../../eslint-plugin/src/formatters/github.js';
import markdown from '../../../eslint-plugin/src/formatters/markdown.js';
import rdjson from '../../../eslint-plugin/src/formatters/rdjson.js';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import sarif from '../../../eslint-plugin/src/formatters/sarif.js';
import { makeTree } from '../files/tree.js';
import { linted, loop } from './findings.js';

/** Findings in and beside a folder of a repository, and the reports that are made there. */
function reportsIn(files: Record<string, string>) {
  const root = makeTree(files);
  const context = { cwd: join(root, 'packages/a') };
  const results: FileResult[] = ['packages/a/b.js', 'packages/c.js'].map((name) => ({
    ...linted(loop),
    filePath: join(root, name),
  }));
  return [annotations, sarif, markdown, rdjson].map((format) => format(results, context));
}

describe('paths in reports', () => {
  for (const [kind, files] of Object.entries({
    repository: { '.git/HEAD': '' },
    worktree: { '.git': 'gitdir: elsewhere' },
  })) {
    it(`begin at the root of a ${kind}, but where reviewdog runs in rdjson`, () => {
      const reports = reportsIn(files);
      const ofReviewdog = reports.pop() ?? '';
      assert.match(ofReviewdog, /"path":"b\.js".*"path":"\.\.\/c\.js"/u);
      for (const report of reports) {
        assert.match(report, /[^/.]packages\/a\/b\.js\b/u);
        assert.match(report, /[^/.]packages\/c\.js\b/u);
      }
    });
  }
});
