// Generated from docs/guide.md by `npm run generate`. Do not edit.

/** A chapter of the guide in its short form, as a hover or a report's help shows it. */
export interface Chapter {
  /** The chapter's anchor in the guide, as rules name it in `meta.docs.chapter`. */
  id: string;
  title: string;
  /** The short text in Markdown, without the title. */
  markdown: string;
}

export const chapters: readonly Chapter[] = [
  {
    id: 'sequential-to-concurrent',
    title: 'Sequential I/O to concurrent',
    markdown: `A loop that awaits starts an item only after the one before it has finished: it takes the **sum** of all waits. Started together, the same work takes about as long as the **slowest** item, and the results keep the order of the items.

\`\`\`js
// Bad: total = request 1 + request 2 + … + request N
const statuses = [];
for (const url of urls) {
  statuses.push(await fetchStatus(url));
}

// Better: total ≈ the slowest request
const statuses = await Promise.all(urls.map(async (url) => fetchStatus(url)));
\`\`\`

Awaits in a row are the same: \`const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])\`.

\`Promise.all\` waits for every item; the first failure rejects at once, and the others run on. It sets no limit: for writes, or for many items, run them through a limiter.

[The whole chapter](https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/guide.md#sequential-to-concurrent)`,
  },
];
