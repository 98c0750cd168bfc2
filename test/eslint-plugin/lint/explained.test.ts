import assert from 'node:assert/strict';
import { lintText, sourceCodeOf } from '../../../eslint-plugin/src/lint/embedded.js';
import { subjectAt } from '../../../eslint-plugin/src/lint/explained.js';

const loop = 'for (const page of pages) await printer.render(page);\n';

/** What is known of a text that can be parsed. */
function known(text: string): object {
  const given = sourceCodeOf(text, 'a.js');
  assert.ok(given && 'sourceCode' in given);
  return given.sourceCode;
}

describe('what is known of a text', () => {
  it('is what its lint has read, until another text is read', () => {
    lintText(loop, 'a.js');
    const first = known(loop);
    assert.equal(known(loop), first);
    lintText('f();', 'b.js');
    assert.notEqual(known(loop), first);
  });

  it('is that it cannot be parsed, or nothing of another language', () => {
    lintText('const = 1;', 'a.js');
    const broken = sourceCodeOf('const = 1;', 'a.js');
    assert.ok(broken && 'unparsable' in broken);
    assert.match(broken.unparsable.message, /^Parsing error/u);
    assert.equal(sourceCodeOf(loop, 'a.py'), undefined);
  });
});

describe('what a position is on', () => {
  it('is judged with the names that a project adds', () => {
    const verdictWith = (names?: { serial: string[] }): string | undefined => {
      const subject = subjectAt(loop, 'a.js', 0, names);
      return subject?.on === 'code' ? subject.explanation.verdict : undefined;
    };
    assert.equal(verdictWith(), 'concurrent');
    assert.equal(verdictWith({ serial: ['printer'] }), 'sequential');
  });
});
