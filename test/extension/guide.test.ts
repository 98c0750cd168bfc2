// What VS Code's side knows of the guide: where each rule's chapter is, and the sample of the walkthrough.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { headings, samples } from '../../extension/client/guide.generated.js';
import { chapterForRule } from '../../eslint-plugin/src/guide/index.js';
import { locales } from '../../eslint-plugin/src/guide/model.js';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { rules } from '../../eslint-plugin/src/rules/index.js';

const files = { en: 'guide.md', 'zh-TW': 'guide.zh-TW.md' };

for (const locale of locales) {
  describe(`the guide in VS Code: ${locale}`, () => {
    it('has the heading of the chapter of each rule', () => {
      const guide = readFileSync(`eslint-plugin/docs/${files[locale]}`, 'utf8');
      for (const rule of Object.keys(rules)) {
        const { id, title } = chapterForRule(rule, locale);
        assert.ok(guide.includes(`\n## ${title}\n`), title);
        assert.match(headings[locale][id] ?? '', /^[\p{Letter}\p{Number}-]+$/u, id);
      }
    });

    it('has a sample that is reported, at the loop where the cursor is put', () => {
      const sample = samples[locale];
      const [message, ...others] = lintText(sample, 'sample.js');
      assert.deepEqual(others, []);
      assert.equal(message?.ruleId, 'gather/no-await-in-loop');
      const line = sample.split('\n')[message.line - 1] ?? '';
      assert.ok(line.slice(message.column - 1).startsWith('for ('));
    });
  });
}
