// The guide as hosts show it: which chapter explains a rule, and the chapter's short text.
import { rules } from '../rules/index.js';
import { chapters, type Chapter } from './chapters.generated.js';

export type { Chapter };

/**
 * The chapter of the guide that explains a rule.
 * @param ruleName the rule's name without the plugin's prefix, such as `no-await-in-loop`
 * @throws Error when there is no such rule, or its `meta.docs.chapter` names no chapter
 */
export function chapterForRule(ruleName: string): Chapter {
  const id = new Map(Object.entries(rules)).get(ruleName)?.meta.docs?.chapter;
  const chapter = chapters.find((candidate) => candidate.id === id);
  if (!chapter) throw new Error(`No chapter of the guide explains the rule '${ruleName}'.`);
  return chapter;
}
