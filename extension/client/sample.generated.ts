// Generated from the guide by `npm run generate`. Do not edit.

/** The sample of the walkthrough, by language. */
export const samples = {
  en: '// Bad: total = request 1 + request 2 + … + request N\nconst statuses = [];\nfor (const url of urls) {\n  statuses.push(await fetchStatus(url));\n}\n',
  'zh-TW':
    '// 不好：總耗時 = 請求 1 + 請求 2 + … + 請求 N\nconst statuses = [];\nfor (const url of urls) {\n  statuses.push(await fetchStatus(url));\n}\n',
} as const;
