// The server's own words, for titles of actions; messages and chapters bring theirs.
import type { Locale } from '../../eslint-plugin/src/guide/index.js';

/** The titles of actions in one language. */
export interface Words {
  preview: (rewrite: string) => string;
  openGuide: (chapter: string) => string;
  silenceHere: string;
  silenceFile: (rule: string) => string;
  fixAll: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    preview: (rewrite) => `Preview: ${rewrite}`,
    openGuide: (chapter) => `Open the guide: ${chapter}`,
    silenceHere: 'Silence here, with a reason…',
    silenceFile: (rule) => `Silence \`${rule}\` in this file, with a reason…`,
    fixAll: 'Apply the safest rewrite of each finding',
  },
  'zh-TW': {
    preview: (rewrite) => `預覽：${rewrite}`,
    openGuide: (chapter) => `開啟指南：${chapter}`,
    silenceHere: '這裡不再提示，並寫下理由…',
    silenceFile: (rule) => `這個檔案不再提示 \`${rule}\`，並寫下理由…`,
    fixAll: '套用每個發現最安全的改寫',
  },
};
