// The guide as hosts show it: which chapter explains a rule, the chapter's short text, and its picture.
import { rules } from '../rules/index.js';
import { chapters as english } from './chapters.en.generated.js';
import { chapters as traditionalChinese } from './chapters.zh-tw.generated.js';
import type { Chapter, Locale } from './model.js';
import type { Theme } from './drawing.js';
import { drawTimeline } from './timeline.js';
import { runs } from './timelines.generated.js';
import { words } from './words.js';

export type { Chapter, Locale };

const guide: Readonly<Record<Locale, readonly Chapter[]>> = { en: english, 'zh-TW': traditionalChinese };

/**
 * The chapter of the guide that explains a rule.
 * @param ruleName the rule's name without the plugin's prefix, such as `no-await-in-loop`
 * @throws Error when there is no such rule, or its `meta.docs.chapter` names no chapter
 */
export function chapterForRule(ruleName: string, locale: Locale = 'en'): Chapter {
  const id = new Map(Object.entries(rules)).get(ruleName)?.meta.docs?.chapter;
  if (id === undefined) throw new Error(`No chapter of the guide explains the rule '${ruleName}'.`);
  return chapterOf(id, locale);
}

/**
 * A chapter of the guide.
 * @throws Error when there is none of that id
 */
export function chapterOf(id: string, locale: Locale): Chapter {
  const chapter = guide[locale].find((candidate) => candidate.id === id);
  if (!chapter) throw new Error(`The guide has no chapter '${id}'.`);
  return chapter;
}

/**
 * The picture of a chapter's two samples, what waits when, as the text of an SVG file.
 * @throws Error when the chapter has none
 */
export function pictureOf({ id, title, samples }: Chapter, locale: Locale, theme: Theme): string {
  const pair = runs.get(id);
  if (!pair) throw new Error(`The chapter '${id}' has no picture.`);
  const [before, after] = pair;
  return drawTimeline(
    {
      title,
      runs: [
        { label: samples.bad, ...before },
        { label: samples.better, ...after },
      ],
    },
    { words: words[locale], theme },
  );
}
