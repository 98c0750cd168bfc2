// The guide holds what it says: its bad samples are reported, its better ones are not, and both were run.
import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { chapterForRule } from '../../../eslint-plugin/src/guide/index.js';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import { Operations } from './operations.js';

/** The two halves of a chapter's sample. */
function samples(markdown: string): { bad: string; better: string } {
  const code = /^```js\n(?<code>.*?)^```$/ms.exec(markdown)?.groups?.['code'] ?? '';
  const split = code.indexOf('// Better:');
  assert.ok(code.startsWith('// Bad:') && split > 0, `no Bad and Better in:\n${markdown}`);
  return { bad: code.slice(0, split), better: code.slice(split) };
}

/** The sample as a function of the `urls`, with `fetchStatus` given, that results in its `statuses`. */
function load(sample: string, fetchStatus: (url: string) => Promise<string>) {
  const code = `async (urls) => {\n${sample}\nreturn statuses;\n}`;
  return runInNewContext(code, { fetchStatus }) as (urls: string[]) => Promise<string[]>;
}

describe('guide: every rule', () => {
  for (const [name, rule] of Object.entries(rules)) {
    it(`${name} has a chapter with a sample`, () => {
      const chapter = chapterForRule(name);
      assert.equal(chapter.id, rule.meta.docs?.chapter);
      assert.ok(chapter.title.length > 0 && !chapter.markdown.includes(`# ${chapter.title}`));
      samples(chapter.markdown);
    });
  }

  it('that does not exist is told so', () => {
    assert.throws(() => chapterForRule('no-such-rule'), /no-such-rule/);
    assert.throws(() => chapterForRule('constructor'), /constructor/);
  });
});

describe('guide: sequential I/O to concurrent', () => {
  const { bad, better } = samples(chapterForRule('no-await-in-loop').markdown);
  const urls = ['/a', '/b', '/c', '/d'];

  it('reports the bad sample and not the better one', () => {
    assert.deepEqual(
      lintText(bad, 'bad.js').map(({ ruleId }) => ruleId),
      ['gather/no-await-in-loop'],
    );
    assert.deepEqual(lintText(better, 'better.js'), []);
  });

  it('takes one round for each item in turn, and one in all together', async () => {
    const inTurn = new Operations();
    const together = new Operations();
    const results = [
      await inTurn.settle(load(bad, inTurn.start)(urls)),
      await together.settle(load(better, together.start)(urls)),
    ];

    assert.deepEqual([inTurn.rounds, inTurn.peak], [4, 1]);
    assert.deepEqual([together.rounds, together.peak], [1, 4]);
    assert.deepEqual([...(results[0] ?? [])], ['done /a', 'done /b', 'done /c', 'done /d']);
    assert.deepEqual([...(results[1] ?? [])], [...(results[0] ?? [])]);
  });

  it('rejects at the first failure while the others run on', async () => {
    const together = new Operations({ failing: '/b' });
    const outcome = load(better, together.start)(urls);
    await assert.rejects(together.settle(outcome), /failed \/b/);
    assert.equal(together.started.length, 4);
  });
});
