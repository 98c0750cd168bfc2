// What reports say beside the messages of rules.
import type { Locale } from '../guide/model.js';

interface ReportWords {
  /** Stands before what a suggestion does. */
  suggestion: string;
  /** Stands before each choice but the first. */
  anotherWay: string;
  /** A change that a review cannot offer, for it also changes a line above; with the code there, where that is short. */
  beyond: (title: string, line: number, code: string | undefined) => string;
  /** Of a table of findings. */
  columns: readonly [place: string, finding: string, rule: string];
  severities: Readonly<Record<1 | 2, string>>;
  /** Below a table that is cut. */
  left: (findings: number) => string;
  /** Behind the annotations, where there are more findings than `shown` of a kind. */
  hidden: (findings: number, shown: number) => string;
}

export const reportWords: Readonly<Record<Locale, ReportWords>> = {
  en: {
    suggestion: 'suggestion: ',
    anotherWay: 'Another way',
    beyond: (title, line, code) =>
      `Not as a suggestion, since it also changes line ${line}${code === undefined ? '' : ` (\`${code}\`)`}: ${title}`,
    columns: ['place', 'finding', 'rule'],
    severities: { 1: 'warning', 2: 'error' },
    left: (findings) => `${findings} more are left out.`,
    hidden: (findings, shown) =>
      `${findings} more are in the summary of this step, for GitHub shows ${shown} of a kind.`,
  },
  'zh-TW': {
    suggestion: '建議：',
    anotherWay: '另一種寫法',
    beyond: (title, line, code) =>
      `無法做成建議，因為還要修改第 ${line} 行${code === undefined ? '' : `（\`${code}\`）`}：${title}`,
    columns: ['位置', '發現', '規則'],
    severities: { 1: '警告', 2: '錯誤' },
    left: (findings) => `另有 ${findings} 項未列出。`,
    hidden: (findings, shown) => `另有 ${findings} 項列在這個步驟的摘要中，因為 GitHub 每種只顯示 ${shown} 項。`,
  },
};
