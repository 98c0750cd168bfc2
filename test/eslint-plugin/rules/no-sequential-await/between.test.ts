// Statements between two awaits: those that only compute come before or behind, where nothing they look at changes.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, rewrites, stays } from './rows.js';

describe('no-sequential-await: statements between', () => {
  it('come before where they do not need a value', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const key = 'posts/' + id;
        const posts = await fetchPosts(key);
      `,
      js`
        const key = 'posts/' + id;
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(key)]);
      `,
    );
  });

  it('come after where they need one', () => {
    rewrites(
      js`
        async function f(id) {
          const user = await fetchUser(id);
          const name = user.name;
          const posts = await fetchPosts(id);
          return { name, posts };
        }
      `,
      js`
        async function f(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          const name = user.name;
          return { name, posts };
        }
      `,
    );
  });

  it('come on their own sides, in their order, and those that need another of them with it', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const size = 10 * scale;
        const name = user.name;
        const limit = size + 1;
        const title = name + '!';
        const posts = await fetchPosts(id, limit);
      `,
      js`
        const size = 10 * scale;
        const limit = size + 1;
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id, limit)]);
        const name = user.name;
        const title = name + '!';
      `,
    );
  });

  it('may look at what only reading awaits are moved past', () => {
    rewrites(
      js`
        const user = await fetchUser(request.id);
        const { scope } = options;
        const posts = await fetchPosts(request.id, scope);
      `,
      js`
        const { scope } = options;
        const [user, posts] = await Promise.all([fetchUser(request.id), fetchPosts(request.id, scope)]);
      `,
    );
  });

  it('may be a function with parameters of its own', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const isOwn = (post) => post.author === user.id;
        const posts = await fetchPosts(id);
        show(posts.filter(isOwn));
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const isOwn = (post) => post.author === user.id;
        show(posts.filter(isOwn));
      `,
    );
  });

  describe('that take apart what the first may change', () => {
    stays(
      undefined,
      js`const user = await api.fetchUser(id); const { page } = api; const posts = await fetchPosts(page);`,
    );
    stays(undefined, js`const user = await prepare(id); const { page } = state; const posts = await fetchPosts(page);`);
    stays(
      undefined,
      js`const user = await fetchUser(list); const all = [...list]; const posts = await fetchPosts(all);`,
    );
    stays(
      undefined,
      js`const user = await fetchUser({ list }); const size = list.length; const posts = await fetchPosts(size);`,
    );
  });

  it('may be a function that uses a value later', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const isOwn = (post) => isBy(post, user);
        const posts = await fetchPosts(id);
        show(posts.filter(isOwn));
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const isOwn = (post) => isBy(post, user);
        show(posts.filter(isOwn));
      `,
    );
  });

  describe('through which the second needs the first', () => {
    stays(
      'needs',
      js`
        const user = await fetchUser(id);
        const key = user.key;
        const posts = await fetchPosts(key);
      `,
    );
    for (const snippet of [
      js`
        const user = await fetchUser(id);
        const key = user.key;
        const path = \`posts/\${key}\`;
        const posts = await fetchPosts(path);
      `,
      js`
        const user = await fetchUser(id);
        const isOwn = (post) => post.author === user.id;
        const posts = await findPosts(isOwn);
      `,
      ts`
        const { key }: User = await fetchUser(id);
        const query = { where: { key } } as const;
        const posts = await fetchPosts(query);
      `,
    ])
      stays(undefined, snippet);
  });

  describe('that read what the first changes', () => {
    stays(
      'shared-state',
      js`
        let seen = 0;
        async function fetchUser(id) {
          seen += 1;
          return fetchRow(id);
        }
        const user = await fetchUser(id);
        const page = seen;
        const posts = await fetchPosts(page);
      `,
    );
    goes(js`
      let seen = 0;
      async function readRow(id) {
        return fetchRow(id);
      }
      »const user = await fetchUser(id);
      const page = seen;
      const posts = await fetchPosts(page);
    `);
    for (const snippet of [
      js`
        let seen = 0;
        async function fetchUser(id) {
          seen += 1;
          return fetchRow(id);
        }
        const user = await fetchUser(id);
        const page = seen;
        const posts = await fetchPosts(1);
      `,
      js`
        async function f(list) {
          const user = await fetchUser(list);
          const size = list.length;
          const posts = await fetchPosts(1);
          return [user, size, posts];
        }
      `,
      js`
        class Feed extends Base {
          async load() {
            const user = await this.fetchUser();
            const page = this.page;
            const posts = await this.fetchPosts(1);
            return [user, page, posts];
          }
        }
      `,
    ])
      stays(undefined, snippet);
    goes(js`
      async function f(list) {
        »const user = await fetchUser(list);
        const size = user.length;
        const posts = await fetchPosts(1);
        return [user, size, posts];
      }
    `);
  });
});
