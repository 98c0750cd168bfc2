// The server's own words, for titles of actions and for hovers; messages, verdicts and chapters bring theirs.
import type { Locale } from '../../eslint-plugin/src/guide/index.js';
import type { CombinatorName } from '../../eslint-plugin/src/lint/explained.js';

/** The titles of actions and the parts of hovers in one language. */
export interface Words {
  preview: (rewrite: string) => string;
  openGuide: (chapter: string) => string;
  guide: string;
  silenceHere: string;
  silenceFile: (rule: string) => string;
  fixAll: string;
  /** A rewrite that cannot be had. */
  impossible: (why: string) => string;
  /** The verdict on a loop or a row, up to a colon, and what proves it. */
  verdicts: Readonly<Record<'concurrent' | 'sequential', (why: string) => string>>;
  combinators: Readonly<Record<CombinatorName, string>>;
  silences: (rule: string) => string;
  rule: (name: string) => string;
  /** A configuration that cannot be loaded. */
  broken: (why: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    preview: (rewrite) => `Preview: ${rewrite}`,
    openGuide: (chapter) => `Open the guide: ${chapter}`,
    guide: 'Open the guide',
    silenceHere: 'Silence here, with a reason…',
    silenceFile: (rule) => `Silence \`${rule}\` in this file, with a reason…`,
    fixAll: 'Apply the safest rewrite of each finding',
    impossible: (why) => `Run the iterations concurrently: no, ${why}`,
    verdicts: {
      concurrent: (why) => `Can run concurrently: ${why}.`,
      sequential: (why) => `Has to stay sequential: ${why}.`,
    },
    combinators: {
      all: '`Promise.all` waits for every one; the first failure rejects at once, while the others run on unseen.',
      allSettled: '`Promise.allSettled` waits for every one and never rejects: failures are among its results.',
      race: '`Promise.race` ends as the first one does, also with its failure, while the others run on unseen.',
      any: '`Promise.any` gives the first value, and rejects only once all have failed.',
    },
    silences: (rule) => `Silences \`gather/${rule}\`.`,
    rule: (name) => `The rule \`gather/${name}\``,
    broken: (why) => `The project's ESLint configuration is broken, so the recommended rules are used: ${why}`,
  },
  'zh-TW': {
    preview: (rewrite) => `預覽：${rewrite}`,
    openGuide: (chapter) => `開啟指南：${chapter}`,
    guide: '開啟指南',
    silenceHere: '這裡不再提示，並寫下理由…',
    silenceFile: (rule) => `這個檔案不再提示 \`${rule}\`，並寫下理由…`,
    fixAll: '套用每個發現最安全的改寫',
    impossible: (why) => `併發執行每一輪：不行，${why}`,
    verdicts: {
      concurrent: (why) => `可以併發：${why}。`,
      sequential: (why) => `必須依序：${why}。`,
    },
    combinators: {
      all: '`Promise.all` 等全部完成；第一個失敗立刻 reject，其餘的照樣跑完，結果沒有人看。',
      allSettled: '`Promise.allSettled` 等每一個都有結果，從不 reject：失敗也在結果裡。',
      race: '`Promise.race` 隨第一個結束而結束，失敗也算；其餘的照樣跑完，結果沒有人看。',
      any: '`Promise.any` 給第一個成功的值，全部失敗才 reject。',
    },
    silences: (rule) => `這則註解讓 \`gather/${rule}\` 不再提示。`,
    rule: (name) => `規則 \`gather/${name}\``,
    broken: (why) => `專案的 ESLint 設定有誤，改用建議的規則：${why}`,
  },
};
