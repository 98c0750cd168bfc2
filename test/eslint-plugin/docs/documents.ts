// The rules' pages and the guides, as the tests of the documents read them.
import { existsSync, readFileSync } from 'node:fs';
import { type Sample, samplesOf } from '../../../tools/generate/samples.js';

/** The endings of the documents' names, by language. */
export const endings = { en: '', 'zh-TW': '.zh-TW' } as const;

export type Language = keyof typeof endings;

/** The folder of the documents. */
export const documents = new URL('../../../eslint-plugin/docs/', import.meta.url);

/** @param path from the folder of the documents */
export function readDocument(path: string): string {
  return readFileSync(new URL(path, documents), 'utf8');
}

/** A rule's page; empty where there is none. */
export function rulePage(name: string, language: Language): string {
  const path = `rules/${name}${endings[language]}.md`;
  return existsSync(new URL(path, documents)) ? readDocument(path) : '';
}

/** The sections of a rule's page, in their order. */
export const sections: Record<Language, readonly string[]> = {
  en: ['Examples', 'What it leaves alone', 'Suggestions', 'Options', 'When not to use it', 'Related rules'],
  'zh-TW': ['範例', '不會回報的程式碼', '改寫建議', '選項', '何時不用', '相關規則'],
};

/** The samples as code alone, since comments are in the page's language. */
export function codeOf(markdown: string): string[] {
  return samplesOf(markdown).map(({ kind, isSuggested, code }) =>
    [kind, isSuggested, code.replaceAll(/^\s*\/\/.*\n|\s*\/\/ .*$/gm, '')].join('\n'),
  );
}

/** The chapters of the guide with all their samples. */
export function chaptersOf(guide: string): { id: string; samples: Sample[] }[] {
  const [, ...chapters] = guide.split(/^<a id="/m);
  return chapters.map((text) => ({ id: text.slice(0, text.indexOf('"')), samples: samplesOf(text) }));
}
