// Generated from the guide by `npm run generate`. Do not edit.
import type { Locale } from '../../eslint-plugin/src/guide/model.js';

/** The sample of the walkthrough: the first one of the guide. */
export const samples: Readonly<Record<Locale, string>> = {
  en: '// Bad: total = request 1 + request 2 + … + request N\nconst statuses = [];\nfor (const url of urls) {\n  statuses.push(await fetchStatus(url));\n}\n',
  'zh-TW':
    '// 不好：總耗時 = 請求 1 + 請求 2 + … + 請求 N\nconst statuses = [];\nfor (const url of urls) {\n  statuses.push(await fetchStatus(url));\n}\n',
};

/** What VS Code's preview calls the heading of each chapter, by the chapter's id. It scrolls to no other anchor; VS Code 1.139 not to Chinese ones either. */
export const headings: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    'sequential-to-concurrent': 'sequential-io-to-concurrent',
    'failure-policy': 'when-one-of-them-fails',
    'rejections-that-go-nowhere': 'rejections-that-go-nowhere',
    'settled-results': 'what-allsettled-brings-back',
    'rejection-gap': 'the-rejection-gap',
    'one-promise-per-item': 'one-promise-per-item-and-somebody-who-waits',
    'bounded-concurrency': 'how-many-at-once',
    'the-same-promise-twice': 'the-same-promise-twice',
    'fail-one-cancel-all': 'fail-one-cancel-all',
    'as-completed': 'results-as-they-complete',
  },
  'zh-TW': {
    'sequential-to-concurrent': '把依序等待的-io-改成併發',
    'failure-policy': '其中一個失敗時',
    'rejections-that-go-nowhere': '沒有去處的-rejection',
    'settled-results': 'allsettled-帶回來的結果',
    'rejection-gap': 'rejection-空窗',
    'one-promise-per-item': '每個項目一個-promise而且有人等',
    'bounded-concurrency': '一次跑幾個',
    'the-same-promise-twice': '同一個-promise-出現兩次',
    'fail-one-cancel-all': '一個失敗全部取消',
    'as-completed': '完成一個處理一個',
  },
};
