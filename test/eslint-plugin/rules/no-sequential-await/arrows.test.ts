// Parts of what an arrow function gives at once: it gets a body for the combinator.
import { js, ts } from '../no-await-in-loop/linted.js';
import { refused, rewrites } from './rows.js';

describe('no-sequential-await: arrow functions without a body', () => {
  it('get one', () => {
    rewrites(
      js`
        export const load = async ({ id }) => ({
          user: await fetchUser(id),
          posts: await fetchPosts(id),
        });
      `,
      js`
        export const load = async ({ id }) => {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          return {
            user,
            posts,
          };
        };
      `,
    );
    rewrites(
      js`
        app.get('/', async (request, response) => render(await fetchUser(request.id), await fetchPosts(request.id)))
      `,
      js`
        app.get('/', async (request, response) => {
          const [user, posts] = await Promise.all([fetchUser(request.id), fetchPosts(request.id)])
          return render(user, posts)
        })
      `,
    );
    rewrites(
      ts`
        const load = async (id: string) => ({ user: await fetchUser(id), posts: await fetchPosts(id) }) as Page;
      `,
      ts`
        const load = async (id: string) => {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          return ({ user, posts }) as Page;
        };
      `,
    );
  });

  it('get none where that would lose a comment, or the parts may not be evaluated', () => {
    refused(js`
      const load = async (id) => (/* both */ { user: await fetchUser(id), posts: await fetchPosts(id) });
    `);
    refused(js`
      const load = async (id) => id && { user: await fetchUser(id), posts: await fetchPosts(id) };
    `);
  });
});
