// The generated chapters are the guide's own text, and a guide that cannot be read whole is refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chapters as english } from '../../../eslint-plugin/src/guide/chapters.en.generated.js';
import { chapters as traditionalChinese } from '../../../eslint-plugin/src/guide/chapters.zh-tw.generated.js';
import { chaptersModule, readChapters } from '../../../tools/generate/guide.js';

const guides = { 'guide.md': english, 'guide.zh-TW.md': traditionalChinese };

/** A guide of one chapter whose text is given, up to the end of the short form. */
function guideOf(text: string): string {
  return `# G\n\n<a id="a"></a>\n\n## A\n\n${text}\n\n<!-- more -->\n\nlong`;
}

const samples = '```js\n// Bad: b\nf();\n```\n\n```js\n// Better: g\ng();\n```';

for (const [name, chapters] of Object.entries(guides)) {
  describe(`guide: generated chapters of ${name}`, () => {
    const guide = readFileSync(new URL(`../../../eslint-plugin/docs/${name}`, import.meta.url), 'utf8');

    for (const { id, title, markdown } of chapters) {
      it(`${id} is in the guide word for word, and links there`, () => {
        const split = markdown.lastIndexOf('\n\n');
        const [text, link] = [markdown.slice(0, split), markdown.slice(split)];
        assert.ok(guide.includes(`<a id="${id}"></a>\n\n## ${title}\n\n${text}\n\n<!-- more -->`));
        assert.ok(link.endsWith(`/eslint-plugin/docs/${name}#${id})`), link);
      });
    }
  });
}

describe('guide: its chapters', () => {
  it('keep what a template literal would take for its own', () => {
    const chapters = readChapters(guideOf(`\`x\` \${y} \\z\n\n${samples}`));
    const module = chaptersModule(chapters, 'https://example.test/guide.md', 'More');
    assert.ok(module.includes('markdown: `\\`x\\` \\${y} \\\\z\n\n'));
    assert.ok(module.includes('\n\n[More](https://example.test/guide.md#a)`'));
  });

  it('say what their samples say of themselves', () => {
    const [chapter] = readChapters(guideOf(samples));
    assert.deepEqual(chapter?.samples, { bad: 'Bad: b', better: 'Better: g' });
    assert.equal(chapter.pair.better.code, 'g();\n');
  });

  it('need an anchor, an end of the short form, and two samples', () => {
    assert.throws(() => readChapters('# G\n\n## A\n\nshort\n\n<!-- more -->\n'), /no anchor/);
    assert.throws(() => readChapters('# G\n\n<a id="a"></a>\n\n## A\n\nshort\n'), /needs an anchor, a heading and/);
    assert.throws(() => readChapters(guideOf('short')), /'a' needs a sample that is bad and one that is better/);
  });
});
