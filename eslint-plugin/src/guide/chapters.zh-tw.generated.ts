// Generated from the guide in docs/ by `npm run generate`. Do not edit.
import type { Chapter } from './model.js';

export const chapters: readonly Chapter[] = [
  {
    id: 'sequential-to-concurrent',
    title: '把依序等待的 I/O 改成併發',
    samples: { bad: '不好：總耗時 = 請求 1 + 請求 2 + … + 請求 N', better: '較好：總耗時 ≈ 最慢的一個請求' },
    markdown: `在迴圈裡 \`await\`，下一個項目要等前一個做完才會開始，總耗時是所有等待時間的**總和**。改成一起開始，耗時就只剩**最慢**的那一個，而且結果仍照項目的順序排列。

\`\`\`js
// 不好：總耗時 = 請求 1 + 請求 2 + … + 請求 N
const statuses = [];
for (const url of urls) {
  statuses.push(await fetchStatus(url));
}
\`\`\`

\`\`\`js
// 較好：總耗時 ≈ 最慢的一個請求
const statuses = await Promise.all(urls.map(async (url) => fetchStatus(url)));
\`\`\`

連續好幾行 \`await\` 也是同一回事：\`const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])\`。

\`Promise.all\` 會等到每一個都完成；只要有一個失敗就立刻 reject，其餘的照樣跑完。它不限制數量：寫入資料，或項目很多時，請透過限制器（limiter）執行。

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#sequential-to-concurrent)`,
  },
  {
    id: 'failure-policy',
    title: '其中一個失敗時',
    samples: { bad: '不好：一個失敗，已經抓到的頁面也跟著丟了', better: '較好：抓到的留下，失敗的說出來' },
    markdown: `\`Promise.all\` 一遇到**第一個**失敗就 reject。其他操作不會被取消：它們繼續跑，結果被丟掉，自己的失敗也無聲無息。\`Promise.allSettled\` 則等**每一個**都有結果，逐一交回值或失敗原因。

\`\`\`js
// 不好：一個失敗，已經抓到的頁面也跟著丟了
let pages = [];
try {
  pages = await Promise.all(urls.map(async (url) => fetchPage(url)));
} catch (error) {
  console.warn(error);
}
\`\`\`

\`\`\`js
// 較好：抓到的留下，失敗的說出來
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
for (const reason of reasons) {
  console.warn(reason);
}
\`\`\`

拇指法則：彼此獨立又非關鍵，用 \`allSettled\`；全有或全無，用 \`all\`。

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#failure-policy)`,
  },
  {
    id: 'rejections-that-go-nowhere',
    title: '沒有去處的 rejection',
    samples: { bad: '不好：沒有人等，也沒有人知道失敗了', better: '較好：呼叫的人會等，也拿得到失敗' },
    markdown: `組合器（combinator）回傳的是 promise；沒有人 \`await\`、也沒有人 \`catch\`，失敗就沒有地方可去。Node.js 碰到這種**未處理的 rejection** 會直接結束行程，而呼叫的人還以為事情已經做完。

\`\`\`js
// 不好：沒有人等，也沒有人知道失敗了
async function refresh(urls) {
  Promise.all(urls.map(async (url) => fetchPage(url)));
}
\`\`\`

\`\`\`js
// 較好：呼叫的人會等，也拿得到失敗
async function refresh(urls) {
  await Promise.all(urls.map(async (url) => fetchPage(url)));
}
\`\`\`

像事件處理函式這種沒有人能等的地方，結尾請加上 \`.catch(report)\`。在 \`try\` 裡要寫 \`return await\`：只寫 \`return\`，在 \`catch\` 看到失敗之前就已經離開了。

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#rejections-that-go-nowhere)`,
  },
  {
    id: 'settled-results',
    title: '`allSettled` 帶回來的結果',
    samples: { bad: '不好：失敗的頁面就這樣不見了', better: '較好：全部做完之後，把失敗一起拋出' },
    markdown: `\`Promise.allSettled\` 從不 reject。失敗會以資料的形式回來；資料沒有人看，失敗就沒有人知道。\`rejected\` 的那幾筆也要看。

\`\`\`js
// 不好：失敗的頁面就這樣不見了
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
\`\`\`

\`\`\`js
// 較好：全部做完之後，把失敗一起拋出
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
if (reasons.length > 0) throw new AggregateError(reasons, \`\${reasons.length} pages failed\`);
\`\`\`

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#settled-results)`,
  },
  {
    id: 'rejection-gap',
    title: 'rejection 空窗',
    samples: {
      bad: '不好：等 user 的期間，沒有人處理 `pending`',
      better: '較好：兩個在同一個地方開始，也在同一個地方處理',
    },
    markdown: `現在開始、晚點才 \`await\` 的 promise，在這段**空窗**裡沒有人處理。它若剛好在這時 reject，Node.js 就結束行程，哪怕處理的人再一下子就到。

\`\`\`js
// 不好：等 user 的期間，沒有人處理 \`pending\`
const pending = fetchPosts(id);
const user = await fetchUser(id);
const posts = await pending;
\`\`\`

\`\`\`js
// 較好：兩個在同一個地方開始，也在同一個地方處理
const [posts, user] = await Promise.all([fetchPosts(id), fetchUser(id)]);
\`\`\`

\`Promise.all([fetchPosts(id), await fetchUser(id)])\` 也有同樣的空窗；在迴圈裡一邊 push promise、一邊 \`await\` 別的東西也是。

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#rejection-gap)`,
  },
  {
    id: 'one-promise-per-item',
    title: '每個項目一個 promise，而且有人等',
    samples: { bad: '不好：什麼都還沒存，就說「all saved」', better: '較好：`map` 留住 promise，`Promise.all` 負責等' },
    markdown: `\`async\` 回呼函式回傳的是 promise。\`map\` 會留著它；\`forEach\` 直接丟掉；\`filter\`、\`some\`、\`every\`、\`find\` 則一律把它當成 \`true\`。

\`\`\`js
// 不好：什麼都還沒存，就說「all saved」
items.forEach(async (item) => {
  await save(item);
});
show('all saved');
\`\`\`

\`\`\`js
// 較好：\`map\` 留住 promise，\`Promise.all\` 負責等
await Promise.all(
  items.map(async (item) => {
    await save(item);
  }),
);
show('all saved');
\`\`\`

順序要緊時，寫 \`for (const item of items) await save(item)\`。

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#one-promise-per-item)`,
  },
  {
    id: 'bounded-concurrency',
    title: '一次跑幾個',
    samples: { bad: '不好：有多少使用者，就同時發多少請求', better: '較好：同時最多三個' },
    markdown: `\`Promise.all\` 不限制任何東西：放進陣列的，都已經開始了。一千個項目就是一千個同時發出的請求，對方回 429，或是連線池被用光。限制器（limiter）則是做完一個，才開始下一個。

\`\`\`js
// 不好：有多少使用者，就同時發多少請求
const profiles = await Promise.all(users.map(async (user) => fetchProfile(user)));
\`\`\`

\`\`\`js
// 較好：同時最多三個
const limit = pLimit(3);
const profiles = await Promise.all(users.map((user) => limit(() => fetchProfile(user))));
\`\`\`

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#bounded-concurrency)`,
  },
  {
    id: 'the-same-promise-twice',
    title: '同一個 promise 出現兩次',
    samples: { bad: '不好：為了一個答案發兩個請求', better: '較好：一個請求，答案用兩次' },
    markdown: `一個 promise 只跑一次，不管被等幾次：\`Promise.all([p, p])\` 只等一個操作，把它的值給你兩次。但是 \`fetchUser(id)\` 寫兩次，就是呼叫兩次、發兩個請求。

\`\`\`js
// 不好：為了一個答案發兩個請求
const [author, posts, editor] = await Promise.all([fetchUser(id), fetchPosts(id), fetchUser(id)]);
\`\`\`

\`\`\`js
// 較好：一個請求，答案用兩次
const [author, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
const editor = author;
\`\`\`

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#the-same-promise-twice)`,
  },
  {
    id: 'fail-one-cancel-all',
    title: '一個失敗，全部取消',
    samples: { bad: '不好：第一個失敗之後，其他請求照樣進行', better: '較好：第一個失敗就叫停其他的' },
    markdown: `JavaScript 沒辦法取消 promise。全有或全無的一組操作裡，一個失敗了，其餘的只是白跑；除非每一個都拿到一個可以叫停它的 **signal**。

\`\`\`js
// 不好：第一個失敗之後，其他請求照樣進行
const files = await Promise.all(urls.map(async (url) => fetch(url)));
\`\`\`

\`\`\`js
// 較好：第一個失敗就叫停其他的
const controller = new AbortController();
const responses = await Promise.all(urls.map(async (url) => fetch(url, { signal: controller.signal }))).catch(
  (error) => {
    controller.abort(error);
    throw error;
  },
);
\`\`\`

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#fail-one-cancel-all)`,
  },
  {
    id: 'as-completed',
    title: '完成一個，處理一個',
    samples: { bad: '不好：最慢的頁面到之前，什麼都沒存', better: '較好：每一頁一到就存' },
    markdown: `最慢的項目完成之前，\`Promise.all\` 什麼都不給。如果每個結果都是各自處理，就把處理放進回呼函式：誰的答案到了，誰就先往下走。

\`\`\`js
// 不好：最慢的頁面到之前，什麼都沒存
const pages = await Promise.all(urls.map(async (url) => fetchPage(url)));
await Promise.all(pages.map(async (page) => store(page)));
\`\`\`

\`\`\`js
// 較好：每一頁一到就存
await Promise.all(
  urls.map(async (url) => {
    const page = await fetchPage(url);
    await store(page);
  }),
);
\`\`\`

[閱讀完整章節](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.zh-TW.md#as-completed)`,
  },
];
