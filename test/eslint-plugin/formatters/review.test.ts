// Suggestions as a review takes them: for lines of a hunk of the diff alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePatch } from 'diff';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import markdown from '../../../eslint-plugin/src/formatters/markdown.js';
import rdjson from '../../../eslint-plugin/src/formatters/rdjson.js';
import type { FileResult } from '../../../eslint-plugin/src/formatters/result.js';
import { commit, git, makeRepository } from '../cli/repository.js';

const file = (call: string): string =>
  [
    `import { save } from './save.js';`,
    ...Array.from({ length: 20 }, (_, index) => `export const number${index} = ${index};`),
    'export async function saveAll(users) {',
    '  for (const user of users) {',
    `    await ${call};`,
    '  }',
    '}',
    '',
  ].join('\n');

interface Diagnostic {
  message: string;
  suggestions: { range: { start: { line: number }; end: { line: number } } }[];
}

describe('suggestions in a review', () => {
  const root = makeRepository({ 'users.js': file('save(user)') });
  commit(root, { 'users.js': file('save(user, true)') });
  const [hunk, ...others] = parsePatch(git(root, 'diff', 'main')).flatMap(({ hunks }) => hunks);
  const path = join(root, 'users.js');
  const source = readFileSync(path, 'utf8');
  const result: FileResult = { filePath: path, messages: lintText(source, path), source };
  const wants = /line 1 \(`import pMap from 'p-map';`\)/u;

  /** Whether the lines of a suggestion are in the one hunk. */
  function isInDiff(first: number, last: number): boolean {
    assert.ok(hunk && others.length === 0);
    return first >= hunk.newStart && last < hunk.newStart + hunk.newLines;
  }

  it('lie in the diff in rdjson, and what needs an import is told', () => {
    const { diagnostics } = JSON.parse(rdjson([result], { cwd: root })) as { diagnostics: Diagnostic[] };
    const [diagnostic] = diagnostics;
    assert.equal(diagnostic?.suggestions.length, 2);
    assert.ok(diagnostic.suggestions.every(({ range }) => isInDiff(range.start.line, range.end.line)));
    assert.match(diagnostic.message, wants);
  });

  it('lie in the diff in Markdown, and what needs an import is told', () => {
    const report = markdown([result], { cwd: root });
    const [, first, last] = /^### users\.js:(\d+)-(\d+)$/mu.exec(report) ?? [];
    assert.ok(isInDiff(Number(first), Number(last)), report);
    assert.equal(report.match(/^`{3,}suggestion$/gmu)?.length, 2);
    assert.match(report, wants);
    assert.match(markdown([result], { cwd: root, locale: 'zh-TW' }), /<summary>另一種寫法<\/summary>[^]*修改第 1 行/u);
  });

  it('are none where all reach far above, which is told', () => {
    const far = result.messages.map((message) => ({
      ...message,
      suggestions: [
        { desc: 'Name it.', fix: { range: [0, source.length] as [number, number], text: 'x'.repeat(200) } },
      ],
    }));
    const report = markdown([{ ...result, messages: far }], { cwd: root });
    assert.doesNotMatch(report, /suggestion$/mu);
    assert.match(report, /^### users\.js:23$/mu);
    assert.match(report, /line 1: Name it\.$/mu);
  });
});
