// What reports say beside the messages of rules.
import type { Locale } from '../guide/model.js';

interface ReviewWords {
  /** Stands before each choice but the first. */
  anotherWay: string;
  /** A change that a review cannot offer, for it also changes a line above; with the code there, where that is short. */
  beyond: (title: string, line: number, code: string | undefined) => string;
}

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = {
  en: {
    anotherWay: 'Another way',
    beyond: (title, line, code) =>
      `Not as a suggestion, since it also changes line ${line}${code === undefined ? '' : ` (\`${code}\`)`}: ${title}`,
  },
  'zh-TW': {
    anotherWay: '另一種寫法',
    beyond: (title, line, code) =>
      `無法做成建議，因為還要修改第 ${line} 行${code === undefined ? '' : `（\`${code}\`）`}：${title}`,
  },
};
