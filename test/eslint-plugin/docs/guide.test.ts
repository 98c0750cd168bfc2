// The guide says the same in both languages, its rules see its samples as it does, and its pictures can be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import type { Sample } from '../../../tools/generate/samples.js';
import { chaptersOf, codeOf, documents, readDocument } from './documents.js';
import { lintSample } from './lint.js';

/** The names of the rules that a chapter explains. */
function rulesOf(chapter: string): string[] {
  return Object.entries(rules).flatMap(([name, { meta }]) => (meta.docs?.chapter === chapter ? [name] : []));
}

function reports(sample: Sample, rule: string): string[] {
  return lintSample(sample, rule).map(({ ruleId, message }) => ruleId ?? message);
}

describe('docs: the guide', () => {
  const english = readDocument('guide.md');
  const chinese = readDocument('guide.zh-TW.md');

  it('has the same chapters and the same code in both languages', () => {
    const ids = (guide: string): string[] => chaptersOf(guide).map(({ id }) => id);
    assert.deepEqual(ids(chinese), ids(english));
    assert.deepEqual(codeOf(chinese), codeOf(english));
  });

  it('has tables of the same size in both languages', () => {
    const rows = (guide: string): number[] =>
      [...guide.matchAll(/(?:^\|.+\n)+/gm)].map(([table]) => table.split('|').length);
    assert.deepEqual(rows(chinese), rows(english));
  });

  for (const [language, guide] of Object.entries({ en: english, 'zh-TW': chinese })) {
    it(`leads to what is there, ${language}`, () => {
      const links = [...guide.matchAll(/\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)/g)];
      assert.ok(links.length > 0);
      for (const [, path = '', anchor] of links) {
        const text = path === '' ? guide : readDocument(path);
        if (anchor !== undefined) assert.ok(text.includes(`<a id="${anchor}"></a>`), anchor);
      }
    });

    it(`names every rule in its chapter, ${language}`, () => {
      const ending = language === 'en' ? '' : '.zh-TW';
      for (const [name, { meta }] of Object.entries(rules)) {
        const [, after = ''] = guide.split(`<a id="${meta.docs?.chapter ?? ''}"></a>`);
        assert.ok(after.split('<a id=', 1).join('').includes(`](rules/${name}${ending}.md)`), name);
      }
    });

    for (const { id, samples } of chaptersOf(guide)) {
      const explained = rulesOf(id);
      for (const sample of samples) {
        it(`${id}: ${sample.label}`, () => {
          const found = explained.filter((name) => reports(sample, name).includes(`gather/${name}`));
          if (sample.kind === 'bad') assert.ok(found.length > 0 || explained.length === 0, 'no rule reports it');
          else assert.deepEqual(reports(sample, explained[0] ?? 'no-await-in-loop'), []);
        });
      }
    }
  }
});

describe('docs: pictures', () => {
  const folder = new URL('images/', documents);

  for (const name of readdirSync(folder)) {
    const svg = readFileSync(new URL(name, folder), 'utf8');

    it(`${name} is small`, () => {
      assert.ok(svg.length < (name.startsWith('flow') ? 4000 : 3000), String(svg.length));
    });

    it(`${name} has room for its text`, () => {
      const texts = [...svg.matchAll(/<text class="([^"]+)" x="(\d+)" y="([\d.]+)">(.+?)<\/text>/g)].map(
        ([, kind = '', x = '', y = '', text = '']) => ({
          isRight: /\br\b/.test(kind),
          x: Number(x),
          y,
          width: widthOf(text),
        }),
      );
      assert.ok(texts.length > 0);
      for (const { isRight, x, y, width } of texts.filter((text) => text.isRight)) {
        assert.ok(isRight && x - width >= 10, `${name} at ${x},${y}`);
        const left = texts.find((text) => !text.isRight && text.y === y && text.x < x);
        if (left) assert.ok(left.x + left.width < x - width, `${name} at ${y}`);
      }
    });
  }
});

/** About the pixels that a line takes at 12 pixels' height. */
function widthOf(text: string): number {
  return Array.from(text.replaceAll(/&\w+;/g, '&')).reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 6.9), 0);
}
