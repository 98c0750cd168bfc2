// The messages of the rules in the reader's language. Rules speak English, so that every host can run them; a host that
// knows its reader's language finds message and data again by the rule's and the message's id.
import type { Linter, Rule } from 'eslint';
import { type Locale, localeOf } from '../guide/model.js';
import { rules } from '../rules/index.js';
import { ruleOf } from '../rules/rule-id.js';
import { descriptions } from './descriptions.zh-tw.js';
import { dataIn, filled, phraseOf } from './template.js';
import { english, type VerdictWords } from '../verdict/sentence.js';
import { subjects, verdictWords } from './verdicts.zh-tw.js';
import { messages, phrases } from './zh-tw.js';

export { localeOf };

/** A finding with its message and the titles of its suggestions in a language; one of another plugin as it is. */
export function translated(message: Linter.LintMessage, locale: Locale): Linter.LintMessage {
  const rule = ruleOf(message.ruleId);
  if (locale === 'en' || rule === undefined) return message;
  const suggestions = message.suggestions?.map((suggestion) => ({
    ...suggestion,
    desc: textOf(rule, suggestion.messageId, suggestion.desc),
  }));
  return {
    ...message,
    message: textOf(rule, message.messageId, message.message),
    ...(suggestions && { suggestions }),
  };
}

/** What a rule says of itself in a language, with the address of its page there; of an unknown rule as it is. */
export function describedIn(locale: Locale, rule: string, meta: Rule.RuleMetaData): Rule.RuleMetaData {
  const description = locale === 'en' ? undefined : entryOf(descriptions, rule);
  if (description === undefined) return meta;
  const url = meta.docs?.url?.replace(/\.md$/, `.${locale}.md`);
  return { ...meta, docs: { ...meta.docs, description, ...(url !== undefined && { url }) } };
}

/** The words of verdicts in a language. */
export const wordsOfVerdicts: Readonly<Record<Locale, VerdictWords>> = {
  en: english,
  'zh-TW': { ...verdictWords, phrase: (phrase) => phraseOf(phrase, subjects) },
};

/** A message in Chinese; as it is where it is not one that this version knows. */
function textOf(rule: string, id: string | undefined, text: string): string {
  const english = entryOf(rules, rule)?.meta.messages;
  const chinese = entryOf(messages, rule);
  const template = id === undefined ? undefined : entryOf(english, id);
  const data = template === undefined ? undefined : dataIn(template, text);
  const wanted = id === undefined ? undefined : entryOf(chinese, id);
  if (!data || wanted === undefined) return text;
  // A rule may put one of its messages into another.
  const own = Object.entries(english ?? {}).map(([name, each]) => [each, entryOf(chinese, name) ?? each] as const);
  return filled(wanted, new Map([...data].map(([name, value]) => [name, phraseOf(value, [...phrases, ...own])])));
}

function entryOf<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
