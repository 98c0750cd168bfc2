// Generated from the guide in docs/ by `npm run generate`. Do not edit.
import type { Chapter } from './model.js';

export const chapters: readonly Chapter[] = [
  {
    id: 'sequential-to-concurrent',
    title: 'Sequential I/O to concurrent',
    samples: {
      bad: 'Bad: total = request 1 + request 2 + … + request N',
      better: 'Better: total ≈ the slowest request',
    },
    markdown: `A loop that awaits starts an item only after the one before it has finished: it takes the **sum** of all waits. Started together, the same work takes about as long as the **slowest** item, and the results keep the order of the items.

\`\`\`js
// Bad: total = request 1 + request 2 + … + request N
const statuses = [];
for (const url of urls) {
  statuses.push(await fetchStatus(url));
}
\`\`\`

\`\`\`js
// Better: total ≈ the slowest request
const statuses = await Promise.all(urls.map(async (url) => fetchStatus(url)));
\`\`\`

Awaits in a row are the same: \`const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])\`.

\`Promise.all\` waits for every item; the first failure rejects at once, and the others run on. It sets no limit: for writes, or for many items, run them through a limiter.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#sequential-to-concurrent)`,
  },
  {
    id: 'failure-policy',
    title: 'When one of them fails',
    samples: {
      bad: 'Bad: one failure, and the pages that did arrive are lost',
      better: 'Better: what arrived is kept, what failed is told',
    },
    markdown: `\`Promise.all\` rejects with the **first** failure, at once. The others are not cancelled: they run on, their results are dropped, and their own failures make no sound. \`Promise.allSettled\` waits for **every** one and gives each outcome, value or reason.

\`\`\`js
// Bad: one failure, and the pages that did arrive are lost
let pages = [];
try {
  pages = await Promise.all(urls.map(async (url) => fetchPage(url)));
} catch (error) {
  console.warn(error);
}
\`\`\`

\`\`\`js
// Better: what arrived is kept, what failed is told
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
for (const reason of reasons) {
  console.warn(reason);
}
\`\`\`

Rule of thumb: independent and not critical, \`allSettled\`; all or nothing, \`all\`.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#failure-policy)`,
  },
  {
    id: 'rejections-that-go-nowhere',
    title: 'Rejections that go nowhere',
    samples: {
      bad: 'Bad: nobody waits, and nobody hears of a failure',
      better: 'Better: the caller waits, and gets the failure',
    },
    markdown: `A combinator gives a promise, and a promise that nobody awaits or catches has nowhere to send its failure. Node.js ends the process on such an **unhandled rejection**; and whoever called believes that the work is done.

\`\`\`js
// Bad: nobody waits, and nobody hears of a failure
async function refresh(urls) {
  Promise.all(urls.map(async (url) => fetchPage(url)));
}
\`\`\`

\`\`\`js
// Better: the caller waits, and gets the failure
async function refresh(urls) {
  await Promise.all(urls.map(async (url) => fetchPage(url)));
}
\`\`\`

Where nobody can wait, as in an event handler, end with \`.catch(report)\`. Inside \`try\`, write \`return await\`: a bare \`return\` leaves before the \`catch\` can see the failure.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#rejections-that-go-nowhere)`,
  },
  {
    id: 'settled-results',
    title: 'What `allSettled` brings back',
    samples: {
      bad: 'Bad: the pages that failed are simply missing',
      better: 'Better: the failures are thrown, all together',
    },
    markdown: `\`Promise.allSettled\` never rejects. Failures come back as data, and data that nobody reads is a failure that nobody sees: look at the \`rejected\` entries too.

\`\`\`js
// Bad: the pages that failed are simply missing
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
\`\`\`

\`\`\`js
// Better: the failures are thrown, all together
const results = await Promise.allSettled(urls.map(async (url) => fetchPage(url)));
const pages = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
if (reasons.length > 0) throw new AggregateError(reasons, \`\${reasons.length} pages failed\`);
\`\`\`

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#settled-results)`,
  },
  {
    id: 'rejection-gap',
    title: 'The rejection gap',
    samples: {
      bad: 'Bad: meanwhile nothing handles `pending`',
      better: 'Better: both are started and handled in one place',
    },
    markdown: `A promise that is started now and awaited later has no handler in between. If it rejects in that **gap**, Node.js ends the process, although a handler would have come a moment later.

\`\`\`js
// Bad: meanwhile nothing handles \`pending\`
const pending = fetchPosts(id);
const user = await fetchUser(id);
const posts = await pending;
\`\`\`

\`\`\`js
// Better: both are started and handled in one place
const [posts, user] = await Promise.all([fetchPosts(id), fetchUser(id)]);
\`\`\`

The same gap opens in \`Promise.all([fetchPosts(id), await fetchUser(id)])\`, and in a loop that pushes promises and awaits something else.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#rejection-gap)`,
  },
  {
    id: 'one-promise-per-item',
    title: 'One promise per item, and somebody who waits',
    samples: {
      bad: "Bad: 'all saved' is shown before anything is",
      better: 'Better: `map` keeps the promises, `Promise.all` waits for them',
    },
    markdown: `An \`async\` callback returns a promise. \`map\` keeps it; \`forEach\` throws it away, and \`filter\`, \`some\`, \`every\` and \`find\` take it for \`true\`.

\`\`\`js
// Bad: 'all saved' is shown before anything is
items.forEach(async (item) => {
  await save(item);
});
show('all saved');
\`\`\`

\`\`\`js
// Better: \`map\` keeps the promises, \`Promise.all\` waits for them
await Promise.all(
  items.map(async (item) => {
    await save(item);
  }),
);
show('all saved');
\`\`\`

Where the order matters, \`for (const item of items) await save(item)\`.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#one-promise-per-item)`,
  },
  {
    id: 'bounded-concurrency',
    title: 'How many at once',
    samples: { bad: 'Bad: as many requests at once as there are users', better: 'Better: never more than three' },
    markdown: `\`Promise.all\` does not limit anything: whatever is in the array has been started. A thousand items are a thousand requests at once, and the server answers 429, or the connection pool runs dry. A limiter starts the next one only when one has ended.

\`\`\`js
// Bad: as many requests at once as there are users
const profiles = await Promise.all(users.map(async (user) => fetchProfile(user)));
\`\`\`

\`\`\`js
// Better: never more than three
const limit = pLimit(3);
const profiles = await Promise.all(users.map((user) => limit(() => fetchProfile(user))));
\`\`\`

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#bounded-concurrency)`,
  },
  {
    id: 'the-same-promise-twice',
    title: 'The same promise twice',
    samples: { bad: 'Bad: two requests for one answer', better: 'Better: one request, its answer used twice' },
    markdown: `A promise runs once, however often it is awaited: \`Promise.all([p, p])\` waits for one operation and gives its value twice. But \`fetchUser(id)\` written twice is two calls, and two requests.

\`\`\`js
// Bad: two requests for one answer
const [author, posts, editor] = await Promise.all([fetchUser(id), fetchPosts(id), fetchUser(id)]);
\`\`\`

\`\`\`js
// Better: one request, its answer used twice
const [author, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
const editor = author;
\`\`\`

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#the-same-promise-twice)`,
  },
  {
    id: 'fail-one-cancel-all',
    title: 'Fail one, cancel all',
    samples: {
      bad: 'Bad: after the first failure the other requests go on',
      better: 'Better: the first failure stops the others',
    },
    markdown: `JavaScript cannot cancel a promise. When one operation of an all-or-nothing group fails, the others run on for nothing, unless each was given a **signal** to stop at.

\`\`\`js
// Bad: after the first failure the other requests go on
const files = await Promise.all(urls.map(async (url) => fetch(url)));
\`\`\`

\`\`\`js
// Better: the first failure stops the others
const controller = new AbortController();
const responses = await Promise.all(urls.map(async (url) => fetch(url, { signal: controller.signal }))).catch(
  (error) => {
    controller.abort(error);
    throw error;
  },
);
\`\`\`

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#fail-one-cancel-all)`,
  },
  {
    id: 'as-completed',
    title: 'Results as they complete',
    samples: {
      bad: 'Bad: nothing is stored before the slowest page has arrived',
      better: 'Better: each page is stored as soon as it is there',
    },
    markdown: `\`Promise.all\` gives nothing before the slowest item is done. Where each result is handled on its own, put the handling into the callback: each item goes on as soon as its own answer is there.

\`\`\`js
// Bad: nothing is stored before the slowest page has arrived
const pages = await Promise.all(urls.map(async (url) => fetchPage(url)));
await Promise.all(pages.map(async (page) => store(page)));
\`\`\`

\`\`\`js
// Better: each page is stored as soon as it is there
await Promise.all(
  urls.map(async (url) => {
    const page = await fetchPage(url);
    await store(page);
  }),
);
\`\`\`

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#as-completed)`,
  },
];
