// What the places that prove a finding are to it, in a few words.
import type { Locale } from '../guide/index.js';
import type { Note } from '../rules/evidence.js';

export const evidenceWords: Readonly<Record<Locale, Readonly<Record<Note, string>>>> = {
  en: {
    waits: 'This is waited for.',
    ordered: 'This has to stay in order.',
    between: 'Nobody handles a rejection until this is over.',
    handler: 'The first handler.',
    lost: 'Here the rejection gets lost.',
    past: 'This `catch` never gets to see it.',
    told: 'Here the first failure is told, and the code goes on.',
    made: 'This makes a promise for each item.',
    outgoing: 'This leaves the process for each item.',
    first: 'The same, first.',
    stops: 'This would stop at a signal.',
    handled: 'Each result is handled here.',
  },
  'zh-TW': {
    waits: '這裡在等待。',
    ordered: '這裡必須維持順序。',
    between: '在這裡結束之前，沒有人處理 rejection。',
    handler: '第一個處理函式。',
    lost: 'rejection 在這裡遺失。',
    past: '這個 `catch` 永遠看不到它。',
    told: '這裡記錄第一個失敗，然後繼續往下走。',
    made: '這裡為每個項目產生一個 promise。',
    outgoing: '每個項目都從這裡離開行程。',
    first: '相同的第一個。',
    stops: '這裡會因 signal 而停下。',
    handled: '每個結果在這裡處理。',
  },
};
