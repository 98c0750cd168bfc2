// The words of the command's last lines, in each language.
import type { Locale } from '../guide/model.js';

interface SummaryWords {
  /** Between two parts of a line. */
  comma: string;
  nothing: string;
  findings: (findings: number, files: number) => string;
  linted: (files: number) => string;
  hidden: (warnings: number) => string;
  unlinted: (files: number) => string;
  minified: (files: number) => string;
  ignored: (files: number) => string;
  parserless: (files: number) => string;
  applied: (suggestions: number, files: number) => string;
  /** The same of a dry run. */
  wouldApply: (suggestions: number, files: number) => string;
  left: (files: number) => string;
  /** Goes after a rule and the number of its findings. */
  rewritten: (findings: number) => string;
}

export const summaryWords: Readonly<Record<Locale, SummaryWords>> = {
  en: {
    comma: ', ',
    nothing: 'no findings',
    findings: (findings, files) => `${count(findings, 'finding')} in ${count(files, 'file')}`,
    linted: (files) => `${count(files, 'file')} linted`,
    hidden: (warnings) => `${count(warnings, 'warning')} not shown`,
    unlinted: (files) => `${files} not linted`,
    minified: (files) => `${files} minified left out`,
    ignored: (files) => `${files} ignored by ESLint's configuration`,
    parserless: (files) => `${files} without a parser left out`,
    applied: (suggestions, files) => `${count(suggestions, 'suggestion')} applied in ${count(files, 'file')}`,
    wouldApply: (suggestions, files) =>
      `${count(suggestions, 'suggestion')} would be applied in ${count(files, 'file')}`,
    left: (files) => `${count(files, 'file')} left as it was`,
    rewritten: (findings) => ` (${findings} with a rewrite)`,
  },
  'zh-TW': {
    comma: '，',
    nothing: '沒有發現',
    findings: (findings, files) => `${files} 個檔案中有 ${findings} 項發現`,
    linted: (files) => `已檢查 ${files} 個檔案`,
    hidden: (warnings) => `${warnings} 項警告未顯示`,
    unlinted: (files) => `${files} 個無法檢查`,
    minified: (files) => `略過 ${files} 個壓縮過的檔案`,
    ignored: (files) => `${files} 個被 ESLint 設定忽略`,
    parserless: (files) => `略過 ${files} 個沒有剖析器的檔案`,
    applied: (suggestions, files) => `已在 ${files} 個檔案套用 ${suggestions} 項建議`,
    wouldApply: (suggestions, files) => `將會在 ${files} 個檔案套用 ${suggestions} 項建議`,
    left: (files) => `${files} 個檔案維持原狀`,
    rewritten: (findings) => `（${findings} 項可改寫）`,
  },
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
