// The words of the pictures, in the languages of the guide.
import type { Locale } from './model.js';
import type { TimelineWords } from './timeline.js';

export const words: Readonly<Record<Locale, TimelineWords>> = {
  en: {
    outcomes: {
      done: (milliseconds) => `${milliseconds} ms`,
      failed: (milliseconds) => `throws at ${milliseconds} ms`,
      unhandled: (milliseconds) => `process ends at ${milliseconds} ms`,
    },
    states: { done: 'done', failed: 'failed', lost: 'its result is lost', cancelled: 'cancelled' },
  },
  'zh-TW': {
    outcomes: {
      done: (milliseconds) => `${milliseconds} ms`,
      failed: (milliseconds) => `${milliseconds} ms 時拋出例外`,
      unhandled: (milliseconds) => `${milliseconds} ms 時行程中止`,
    },
    states: { done: '完成', failed: '失敗', lost: '結果遺失', cancelled: '已取消' },
  },
};
