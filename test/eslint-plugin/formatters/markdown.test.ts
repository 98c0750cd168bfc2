import assert from 'node:assert/strict';
import type { Linter } from 'eslint';
import markdown from '../../../eslint-plugin/src/formatters/markdown.js';
import { awkward, context, linted, loop } from './findings.js';

/** The comments of a report: the lines that each is on, and the code of its suggestion blocks. */
function commentsOf(report: string): { first: number; last: number; blocks: string[] }[] {
  return report
    .split(/^### /mu)
    .slice(1)
    .map((comment) => {
      const [, first = '', last = first] = /:(\d+)(?:-(\d+))?$/mu.exec(comment) ?? [];
      const blocks = [...comment.matchAll(/^(`{3,})suggestion\n([\s\S]*?)\n\1$/gmu)].map(([, , code = '']) => code);
      return { first: Number(first), last: Number(last), blocks };
    });
}

/** A text with lines replaced, as a review applies a suggestion. */
function replaced(text: string, first: number, last: number, code: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  lines.splice(first - 1, last - first + 1, ...code.split('\n'));
  return lines.join('\n');
}

describe('markdown', () => {
  for (const [title, source] of Object.entries({ loop, awkward })) {
    it(`has blocks that apply to the lines they name: ${title}`, () => {
      const result = linted(source);
      const [comment] = commentsOf(markdown([result], context));
      assert.ok(comment);
      const expected = result.messages[0]?.suggestions?.map(({ fix }) =>
        (source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1])).replaceAll('\r\n', '\n'),
      );
      assert.deepEqual(
        comment.blocks.map((code) => replaced(source, comment.first, comment.last, code)),
        expected,
      );
    });
  }

  it('keeps markup out of sentences, and code in them', () => {
    const message: Linter.LintMessage = {
      ruleId: null,
      severity: 2,
      message: 'A <b>bold</b> *claim* about `a*b`.',
      line: 1,
      column: 1,
    };
    const report = markdown([{ filePath: '/project/a_b.js', messages: [message], source: 'x' }], context);
    assert.match(report, /A \\<b\\>bold\\<\/b\\> \\\*claim\\\* about `a\*b`\./);
    assert.match(report, /^### a\\_b\.js:1$/m);
  });

  it('fences code that holds fences', () => {
    const source = `async function all(xs) {\n  for (const x of xs) {\n    await save(x, \`\\\`\\\`\\\`\`); // \`\`\`\`\n  }\n}\n`;
    const [comment] = commentsOf(markdown([linted(source)], context));
    assert.ok(comment);
    assert.ok(comment.blocks.every((code) => code.includes('````')));
  });

  it('says nothing where nothing is found', () => {
    assert.equal(markdown([linted('let x;')], context), '');
  });
});
