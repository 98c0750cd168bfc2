// Every rule is explained by a chapter, in both languages, with a picture.
import assert from 'node:assert/strict';
import { chapterForRule, type Locale, pictureOf } from '../../../eslint-plugin/src/guide/index.js';
import { rules } from '../../../eslint-plugin/src/rules/index.js';

const locales: readonly Locale[] = ['en', 'zh-TW'];

describe('guide: every rule', () => {
  for (const [name, rule] of Object.entries(rules)) {
    for (const locale of locales) {
      it(`${name} has a chapter and a picture, ${locale}`, () => {
        const chapter = chapterForRule(name, locale);
        assert.equal(chapter.id, rule.meta.docs?.chapter);
        assert.ok(chapter.title.length > 0 && !chapter.markdown.includes(`# ${chapter.title}`));
        assert.equal(/\p{Script=Han}/u.test(chapter.title), locale === 'zh-TW');
        assert.ok(
          pictureOf(chapter, locale, 'dark').includes(`<title id="t">${chapter.title.replaceAll('`', '')}</title>`),
        );
      });
    }
  }

  it('that does not exist is told so', () => {
    assert.throws(() => chapterForRule('no-such-rule'), /no-such-rule/);
    assert.throws(() => chapterForRule('constructor'), /constructor/);
  });

  it('speaks English where no language is asked for', () => {
    assert.deepEqual(chapterForRule('no-await-in-loop'), chapterForRule('no-await-in-loop', 'en'));
  });
});

it('a chapter without a picture is told so', () => {
  const chapter = { id: 'none', title: '', samples: { bad: '', better: '' }, markdown: '' };
  assert.throws(() => pictureOf(chapter, 'en', 'auto'), /'none' has no picture/);
});
