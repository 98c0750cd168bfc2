// What the guide consists of, as hosts show it.

/** The languages of the guide. */
export const locales = ['en', 'zh-TW'] as const;

export type Locale = (typeof locales)[number];

/** The language of Gather's that is nearest to a tag of BCP 47 or POSIX, such as an editor's display language. */
export function localeOf(tag: string): Locale {
  return /^zh[-_](?:tw|hk|mo|hant)\b/iu.test(tag) ? 'zh-TW' : 'en';
}

/** A chapter of the guide in its short form, as a hover or a report's help shows it. */
export interface Chapter {
  /** The chapter's anchor in the guide, the same in every language, as rules name it in `meta.docs.chapter`. */
  id: string;
  title: string;
  /** What the chapter's samples say of themselves, in a few words. */
  samples: { bad: string; better: string };
  /** The short text in Markdown, without the title. */
  markdown: string;
}
