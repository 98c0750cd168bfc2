// Comments that tell a tool of one line, or a type of one variable: no other line is put below them.
import { js, ts } from '../no-await-in-loop/linted.js';
import { refused } from './rows.js';

describe('no-sequential-await: comments', () => {
  it('for a tool, on just one of the lines, leave no rewrite', () => {
    for (const snippet of [
      js`
        /** @type {User} */
        const user = await fetchUser(id);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        /** @type {Post[]} */
        const posts = await fetchPosts(id);
      `,
      ts`
        // @ts-expect-error -- takes a number
        const user = await fetchUser(id);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        // eslint-disable-next-line new-cap
        const posts = await FetchPosts(id);
      `,
      js`
        // prettier-ignore
        const user = await fetchUser(id,  true);
        const posts = await fetchPosts(id);
      `,
    ])
      refused(snippet);
  });
});
