// What stands around awaits that are parts of an expression: a combinator, parentheses.
import { js } from '../no-await-in-loop/linted.js';
import { rewrites } from './rows.js';

describe('no-sequential-await: what stands around', () => {
  it('is a combinator already', () => {
    rewrites(
      js`
        const [user, posts] = await Promise.all([await fetchUser(id), await fetchPosts(id)]);
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
  });

  it('is parentheses, in a list', () => {
    rewrites(
      js`
        const all = [(await (fetchUser(id))), await (fetchPosts(id))];
      `,
      js`
        const all = await Promise.all([((fetchUser(id))), (fetchPosts(id))]);
      `,
    );
  });

  it('is parentheses that a name does not need', () => {
    rewrites(
      js`
        const page = { ...(await fetchUser(id)), posts: (await fetchPosts(id)) };
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const page = { ...user, posts };
      `,
    );
  });
});
