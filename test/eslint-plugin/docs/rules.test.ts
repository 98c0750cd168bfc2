// The rules' pages hold what they say: bad code is reported once, better code is not, and is what a suggestion makes.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { format } from 'prettier';
import style from '../../../.prettierrc.json' with { type: 'json' };
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import { pairsOf, type Sample, samplesOf } from '../../../tools/generate/samples.js';
import { codeOf, documents, endings, type Language, rulePage, sections } from './documents.js';
import { lintSample, suggestedFor } from './lint.js';

/** What the rules report of a sample: their names, or what the parser says. */
function reportsOn(sample: Sample, rule: string): string[] {
  return lintSample(sample, rule).map(({ ruleId, message }) => ruleId ?? message);
}

/** Code as the documents are formatted, which a suggestion's text is not. */
function formatted(code: string): Promise<string> {
  return format(code, { ...style, parser: 'typescript' });
}

function optionNames(rule: string): string[] {
  const { schema } = rules[rule as keyof typeof rules].meta;
  return [schema].flat().flatMap((each) => Object.keys('properties' in each ? (each.properties ?? {}) : {}));
}

for (const name of Object.keys(rules)) {
  for (const language of Object.keys(endings) as Language[]) {
    describe(`docs: ${name}, ${language}`, () => {
      const page = rulePage(name, language);
      const samples = samplesOf(page);
      const options = optionNames(name);
      const [examples, leftAlone, , optionsHeading] = sections[language];

      it('has the sections of every page, in their order', () => {
        const expected = sections[language].filter((heading) => heading !== optionsHeading || options.length > 0);
        assert.deepEqual(
          [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
          expected,
        );
      });

      it('tells of every option', () => {
        assert.deepEqual(
          options.filter((option) => !page.includes(`| \`${option}\` `)),
          [],
        );
      });

      it('has a picture and leads to the other language and to its chapter', () => {
        const { chapter = '' } = rules[name as keyof typeof rules].meta.docs ?? {};
        const other = language === 'en' ? 'zh-TW' : 'en';
        const picture = /^!\[.+\]\(\.\.\/(images\/[\w.-]+\.svg)\)$/m.exec(page)?.[1] ?? '';
        assert.ok(existsSync(new URL(picture, documents)), picture);
        assert.equal(picture.endsWith('.zh-TW.svg'), language === 'zh-TW');
        assert.ok(page.includes(`](${name}${endings[other]}.md)`));
        assert.ok(page.includes(`](../guide${endings[language]}.md#${chapter})`));
      });

      it('leads to what is there', () => {
        const dead = [...page.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
          .map(([, path = '']) => path)
          .filter((path) => !existsSync(new URL(`rules/${path}`, documents)));
        assert.deepEqual(dead, []);
      });

      it('has examples that say whether they are bad or better, and code that is left alone', () => {
        const kinds = samples.filter(({ heading }) => heading === examples).map(({ kind }) => kind);
        assert.ok(kinds.includes('bad') && kinds.includes('better') && !kinds.includes('other'), kinds.join());
        assert.ok(samples.some(({ heading }) => heading === leftAlone));
      });

      for (const sample of samples) {
        const title = sample.label || sample.code.split('\n', 1).join('');
        it(`${sample.heading}: ${title}`, () => {
          const isOfNoRule = sample.code.startsWith('export default [') || sample.code.startsWith('// eslint-disable');
          const reports = isOfNoRule ? [] : reportsOn(sample, name);
          // What is bad may be so for more than one reason.
          if (sample.kind === 'bad') assert.equal(reports.filter((report) => report === `gather/${name}`).length, 1);
          else assert.deepEqual(reports, []);
        });
      }

      for (const { bad, better } of pairsOf(samples).filter((pair) => pair.better.isSuggested)) {
        it(`suggests: ${better.label}`, async () => {
          const suggested = await Promise.all(suggestedFor(bad, name).map(async (text) => formatted(text)));
          assert.ok(suggested.includes(await formatted(better.code)), suggested.join('\n'));
        });
      }
    });
  }

  // The English head is made by eslint-doc-generator, and checked by it.
  it(`docs: ${name} has a Chinese head with its presets`, () => {
    const { preset = 'all' } = rules[name as keyof typeof rules].meta.docs ?? {};
    const presets = ['recommended', 'strict', 'all'];
    const within = presets.slice(presets.indexOf(preset)).map((each) => `\`${each}\``);
    assert.ok(rulePage(name, 'zh-TW').includes(`\n\n⚠️ 在 ${within.join('、')} 設定中為警告。`));
  });

  it(`docs: ${name} shows the same code in both languages`, () => {
    assert.deepEqual(codeOf(rulePage(name, 'zh-TW')), codeOf(rulePage(name, 'en')));
  });
}
