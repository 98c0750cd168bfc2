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

  describe('through which a function that the second calls needs the first', () => {
    stays(
      undefined,
      js`
        const readMore = async () => readPage(size);
        const user = await fetchUser(id);
        const size = user.pages + 1;
        const posts = await readMore();
      `,
    );
    goes(js`
      const readMore = async () => readPage(1);
      »const user = await fetchUser(id);
      const size = user.pages + 1;
      const posts = await readMore();
    `);
  });

  describe('that call what only computes', () => {
    for (const snippet of [
      js`
        async function load(name) {
          »const user = await fetchUser(name);
          const key = name.trim().toLowerCase();
          const posts = await fetchPosts(key);
          return [user, posts];
        }
      `,
      js`
        »const user = await fetchUser(1);
        const ids = list.filter((one) => one.open).map((one) => \`post-\${one.id}\`);
        let best = Math.max(3, user.stars);
        const posts = await fetchPosts(ids.join(','));
      `,
      ts`
        »const user: User = await fetchUser(id);
        const named = new Map<string, Rule>(Object.entries(user.rules));
        const posts = await fetchPosts(JSON.stringify(query));
      `,
      js`
        »const user = await fetchUser(id);
        const file = path.join(folder, \`\${path.basename(name, '.md')}.html\`);
        const page = await readFile(file);
      `,
      js`
        const page = »draw(await fetchUser(id), name.split('/'), await fetchPosts(id));
      `,
    ])
      goes(snippet);
    for (const snippet of [
      js`
        async function load(list) {
          const user = await fetchUser(list);
          const some = list.slice(1);
          const posts = await fetchPosts(id);
          return [user, some, posts];
        }
      `,
      js`
        async function load(list) {
          const user = await fetchUser(list);
          const text = JSON.stringify(list);
          const posts = await fetchPosts(id);
          return [user, text, posts];
        }
      `,
      js`
        async function load(list) {
          const user = await fetchUser(list);
          const own = ids.map((each) => list[each]);
          const posts = await fetchPosts(id);
          return [user, own, posts];
        }
      `,
      js`
        const user = await fetchUser(id);
        const shown = list.map((one) => show(one));
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        const shown = list.map(show);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        const text = String(read());
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        const sent = new Request(id);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        const first = queue.shift();
        const posts = await fetchPosts(id);
      `,
    ])
      stays(undefined, snippet);
  });

  describe('that only declare, or call a function that only computes', () => {
    for (const snippet of [
      js`
        async function f(id) {
          »const posts = await fetchPosts(id);
          function latest(list) { return list.at(-1); }
          const user = await fetchUser(id);
          return [latest(posts), user];
        }
      `,
      ts`
        »const posts: Post[] = await fetchPosts(id);
        type Owner = { name: string };
        interface Page extends Owner { size: number }
        const user: Owner = await fetchUser(id);
      `,
      js`
        const keyOf = (title) => title.trim().toLowerCase();
        »const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        function dayOf(time) { return new Date(time).toISOString().slice(0, 10); }
        »const time = await fetchTime(id);
        const day = dayOf(time);
        const user = await fetchUser(id);
      `,
    ])
      goes(snippet);
    for (const snippet of [
      js`
        const keyOf = (title) => (seen += title);
        const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        let suffix = '!';
        const keyOf = (title) => title + suffix;
        const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        const keyOf = (title, number = next()) => title + number;
        const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        const keyOf = async (title) => title.trim();
        const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        function keyOf(title) { show(title); return title; }
        const title = await fetchTitle(id);
        const key = keyOf(title);
        const user = await fetchUser(id);
      `,
      js`
        const title = await fetchTitle(id);
        const now = new Date();
        const user = await fetchUser(id);
      `,
      js`
        const title = await fetchTitle(id);
        class Page {}
        const user = await fetchUser(id);
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
