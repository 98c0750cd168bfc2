import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { lintText } from '../../../eslint-plugin/src/lint/embedded.js';
import plugin from '../../../eslint-plugin/src/index.js';
import { describedIn, localeOf, translated } from '../../../eslint-plugin/src/locale/index.js';
import { placesOf } from '../../../eslint-plugin/src/locale/template.js';
import { messages, phrases } from '../../../eslint-plugin/src/locale/zh-tw.js';
import { rules } from '../../../eslint-plugin/src/rules/index.js';

const byRule: Readonly<Record<string, Readonly<Record<string, string>>>> = messages;

/** A message filled with a value a place, so that each can be told. */
const filledIn = (template: string): string => template.replace(/\{\{(\w+)\}\}/gu, '`<$1>`');

describe('the Chinese messages', () => {
  for (const [rule, { meta }] of Object.entries(rules)) {
    for (const [id, english] of Object.entries<string>(meta.messages)) {
      it(`have ${rule}/${id} with the same data, and are given for it`, () => {
        const chinese = byRule[rule]?.[id] ?? assert.fail('is not there');
        assert.match(chinese, /\p{Script=Han}/u);
        assert.deepEqual(placesOf(chinese).sort(), placesOf(english).sort());
        const message = filledIn(english);
        const { message: text } = translated(
          { ruleId: `gather/${rule}`, messageId: id, message, severity: 1, line: 1, column: 1 },
          'zh-TW',
        );
        assert.equal(text, filledIn(chinese));
      });
    }
  }

  it('have phrases with the same data', () => {
    for (const [english, chinese] of phrases) {
      assert.match(chinese, /\p{Script=Han}/u);
      assert.deepEqual(placesOf(chinese), placesOf(english), english);
    }
  });

  it('translate suggestions, and phrases inside of messages', () => {
    const text = 'async function f(xs) {\n  for (const x of xs) await save(x);\n}\n';
    const [message] = lintText(text, '/a.js').map((each) => translated(each, 'zh-TW'));
    assert.ok(message?.suggestions);
    const all = [message.message, ...message.suggestions.map(({ desc }) => desc)];
    assert.ok(all.length > 2);
    for (const each of all) assert.doesNotMatch(each.replace(/`[^`]*`|reject|promise/gu, ''), /[a-z]{3,}/iu);
  });

  it('leave alone what is English, of others, or of another version', () => {
    const message = { ruleId: 'gather/no-await-in-loop', messageId: 'reads', message: 'New.', severity: 1 } as const;
    const found = { ...message, line: 1, column: 1 };
    assert.equal(translated(found, 'zh-TW').message, 'New.');
    assert.equal(translated(found, 'en'), found);
    const other = { ...found, ruleId: 'other/rule' };
    assert.equal(translated(other, 'zh-TW'), other);
    assert.equal(translated({ ...found, messageId: 'toString' }, 'zh-TW').message, 'New.');
  });
});

describe('what rules say of themselves in Chinese', () => {
  for (const [rule, meta] of Object.entries(plugin.rules).map(([name, each]) => [name, each.meta ?? {}] as const)) {
    it(`${rule}: as its page, whose address it has`, async () => {
      const { docs } = describedIn('zh-TW', rule, meta);
      const page = await readFile(`eslint-plugin/docs/rules/${rule}.zh-TW.md`, 'utf8');
      assert.ok(page.includes(`\n📝 ${docs?.description ?? ''}。\n`));
      assert.ok(docs?.url?.endsWith(`/docs/rules/${rule}.zh-TW.md`));
      assert.equal(describedIn('en', rule, meta), meta);
    });
  }
});

describe('the language of a reader', () => {
  for (const [tag, locale] of [
    ['zh-tw', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-cn', 'en'],
    ['en-US', 'en'],
    ['', 'en'],
  ] as const) {
    it(`is ${locale} for "${tag}"`, () => {
      assert.equal(localeOf(tag), locale);
    });
  }
});
