// The generated chapters are the guide's own text, and a guide that cannot be read whole is refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chapters } from '../../../eslint-plugin/src/guide/chapters.generated.js';
import { guideModule } from '../../../tools/generate/guide.js';

const url = 'https://example.test/guide.md';

describe('guide: generated chapters', () => {
  const guide = readFileSync(new URL('../../../eslint-plugin/docs/guide.md', import.meta.url), 'utf8');

  for (const { id, title, markdown } of chapters) {
    it(`${id} is in the guide word for word, and links there`, () => {
      const split = markdown.lastIndexOf('\n\n');
      const [text, link] = [markdown.slice(0, split), markdown.slice(split)];
      assert.ok(guide.includes(`<a id="${id}"></a>\n\n## ${title}\n\n${text}\n\n<!-- more -->`));
      assert.ok(link.endsWith(`/eslint-plugin/docs/guide.md#${id})`), link);
    });
  }

  it('keep what a template literal would take for its own', () => {
    const module = guideModule('# G\n\n<a id="a"></a>\n\n## A\n\n`x` ${y} \\z\n\n<!-- more -->\n\nlong', url);
    assert.ok(
      module.includes('markdown: `\\`x\\` \\${y} \\\\z\n\n[The whole chapter](https://example.test/guide.md#a)`'),
    );
  });

  it('need an anchor and an end of the short form', () => {
    assert.throws(() => guideModule('# G\n\n## A\n\nshort\n\n<!-- more -->\n', url), /no anchor/);
    assert.throws(() => guideModule('# G\n\n<a id="a"></a>\n\n## A\n\nshort\n', url), /needs an anchor, a heading and/);
  });
});
