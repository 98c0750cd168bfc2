// 規則的一句話說明，繁體中文；與 docs/rules 各頁開頭相同。
import type { rules } from '../rules/index.js';

export const descriptions: Readonly<Record<keyof typeof rules, string>> = {
  'no-await-in-loop': '不允許在各次迭代本來可以併發的迴圈裡 `await`',
  'no-duplicate-promise': '不允許同一個組合器裡出現兩次相同的 promise，或相同的讀取',
  'no-floating-iterations': '不允許每個項目產生一個 promise，卻沒有人等',
  'no-ignored-rejection': '不允許沒有人看 rejection 的 `Promise.allSettled`',
  'no-late-await': '不允許在 promise 開始之後、第一次有人處理之前，先 `await` 別的東西',
  'no-sequential-await': '不允許連續 `await` 彼此無關、本來可以併發的操作',
  'no-unbounded-concurrency': '不允許組合器不管清單多長，就為每個項目同時開始工作',
  'no-unhandled-promise-all': '不允許沒有人處理 rejection 的 `Promise.all` 與其他組合器',
  'prefer-abort-on-failure': '要求給 `Promise.all` 裡的操作一個 signal，讓第一個失敗可以叫停其他的',
  'prefer-all-settled': '不允許 `Promise.all` 的第一個失敗只是記錄下來就繼續往下走，把其他結果弄丟',
  'prefer-as-completed': '不允許等到所有結果都有了，才各自處理每一個',
};
