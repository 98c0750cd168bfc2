// What a row may consist of, besides constants: assignments, parts and casts of values, exports, imports, conditions.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, rewrites, stays } from './rows.js';

describe('no-sequential-await: assignments', () => {
  it('become one', () => {
    rewrites(
      js`
        class Page {
          async open(id) {
            this.user = await fetchUser(id);
            this.state.posts = await fetchPosts(id);
            this.show();
          }
        }
      `,
      js`
        class Page {
          async open(id) {
            [this.user, this.state.posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
            this.show();
          }
        }
      `,
    );
    rewrites(
      js`
        let user, posts;
        before(async () => {
          user = await fetchUser(1);
          posts = await fetchPosts(1);
        });
      `,
      js`
        let user, posts;
        before(async () => {
          [user, posts] = await Promise.all([fetchUser(1), fetchPosts(1)]);
        });
      `,
    );
  });

  it('do not go on with the line above, where no semicolon ends it', () => {
    rewrites(
      js`
        let user, posts
        const id = readId()
        user = await fetchUser(id)
        posts = await fetchPosts(id)
        show(user, posts)
      `,
      js`
        let user, posts
        const id = readId()
        ;[user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])
        show(user, posts)
      `,
    );
    rewrites(
      js`
        let user, posts;
        if (late) { wake() }
        user = await fetchUser(1);
        posts = await fetchPosts(1);
      `,
      js`
        let user, posts;
        if (late) { wake() }
        [user, posts] = await Promise.all([fetchUser(1), fetchPosts(1)]);
      `,
    );
    rewrites(
      js`
        let user, posts;
        if (late) wake = {}
        user = await fetchUser(1);
        posts = await fetchPosts(1);
      `,
      js`
        let user, posts;
        if (late) wake = {}
        ;[user, posts] = await Promise.all([fetchUser(1), fetchPosts(1)]);
      `,
    );
  });

  it('come behind, where others are declared or more is made of the value', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        this.posts = await fetchPosts(id);
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        this.posts = posts;
      `,
    );
    rewrites(
      js`
        this.user = (await fetchUser(id)).name;
        this.posts = await fetchPosts(id);
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        this.user = user.name;
        this.posts = posts;
      `,
    );
  });

  describe('that the next await looks at', () => {
    stays('shared-state', js`this.id = await fetchId(name); this.posts = await fetchPosts(this.id);`);
    stays('shared-state', js`state.id = await fetchId(name); state.posts = await fetchPosts(state);`);
    stays('shared-state', js`let id, posts; id = await fetchId(name); posts = await fetchPosts(id);`);
    stays(
      'shared-state',
      js`
        let id, posts;
        async function load() { return fetchPosts(id); }
        id = await fetchId(name);
        posts = await load();
      `,
    );
    stays(
      'shared-state',
      js`
        class Page extends Base {
          async open(id) { this.user = await fetchUser(id); this.posts = await this.fetchPosts(id); }
        }
      `,
    );
    stays('shared-state', js`page = await fetchPage(1); page = await fetchPage(2);`);
    goes(js`»this.id = await fetchId(name); this.posts = await fetchPosts(name);`);
    goes(js`»state.id = await fetchId(name); state.posts = await fetchPosts(name);`);
    goes(
      js`
        class Page {
          async open(id) { »this.user = await fetchUser(id); this.posts = await this.fetchPosts(id); }
          async fetchPosts(id) { return fetch(id); }
        }
      `,
    );
  });

  describe('that are seen where the next await fails', () => {
    stays(
      'shared-state',
      js`
        let user, posts;
        try { user = await fetchUser(id); posts = await fetchPosts(id); } catch { show(user, posts); }
      `,
    );
    stays(
      'shared-state',
      js`try { if (id) { this.user = await fetchUser(id); this.posts = await fetchPosts(id); } } finally { this.close(); }`,
    );
    goes(js`try { load(); } finally { »this.user = await fetchUser(id); this.posts = await fetchPosts(id); }`);
    goes(
      js`try { on('open', async () => { »this.user = await fetchUser(id); this.posts = await fetchPosts(id); }); } catch {}`,
    );
  });

  describe('beside what is not counted where the first fails', () => {
    stays(
      'shared-state',
      js`let next = 0; try { const user = await fetchUser(id); const post = await fetchPost(next++); show(user, post); } catch { retry(next); }`,
    );
    goes(js`let next = 0; »const user = await fetchUser(id); const post = await fetchPost(next++); show(user, post);`);
    goes(
      js`let next = 0; try { »const post = await fetchPost(next++); const user = await fetchUser(id); show(user, post); } catch { retry(next); }`,
    );
  });

  describe('to what has to be looked for, or combined with what was there', () => {
    stays(undefined, js`users[id] = await fetchUser(id); posts[next()] = await fetchPosts(id);`);
    stays(undefined, js`user ??= await fetchUser(id); posts ??= await fetchPosts(id);`);
    stays(undefined, js`first = user = await fetchUser(id); [last] = await fetchPosts(id);`);
  });
});

describe('no-sequential-await: parts of values', () => {
  it('are taken apart in the pattern', () => {
    rewrites(
      js`
        const rows = (await fetchRows(id)).rows;
        const name = (await fetchUser(id)).fullName;
      `,
      js`
        const [{ rows }, { fullName: name }] = await Promise.all([fetchRows(id), fetchUser(id)]);
      `,
    );
  });

  it('are taken behind, where a pattern would not do', () => {
    rewrites(
      js`
        const rows = (await fetchRows(id))?.rows;
        const first = (await fetchUsers(id))[0].name;
        const posts = await fetchPosts(id);
      `,
      js`
        const [value, users, posts] = await Promise.all([fetchRows(id), fetchUsers(id), fetchPosts(id)]);
        const rows = value?.rows;
        const first = users[0].name;
      `,
    );
  });

  it('come before the statements between that need them', () => {
    rewrites(
      js`
        const rows = (await fetchRows(id))?.rows;
        const count = rows.length;
        const posts = await fetchPosts(id);
        show(count, posts);
      `,
      js`
        const [value, posts] = await Promise.all([fetchRows(id), fetchPosts(id)]);
        const rows = value?.rows;
        const count = rows.length;
        show(count, posts);
      `,
    );
  });

  describe('that are asked for by a call, or by what may do something', () => {
    stays(undefined, js`const rows = (await fetchRows(id)).filter(isNew); const posts = await fetchPosts(id);`);
    stays(undefined, js`const rows = (await fetchRows(id))[next()]; const posts = await fetchPosts(id);`);
    stays(undefined, js`const rows = (await fetchRows(id)) ?? readAll(); const posts = await fetchPosts(id);`);
  });
});

describe('no-sequential-await: casts', () => {
  it('stay with their names', () => {
    rewrites(
      ts`
        const user = (await fetchUser(id)) as User;
        const posts = (await fetchPosts(id))!;
        const likes: number = (await countLikes(id)) satisfies number;
        show(user, posts, likes);
      `,
      ts`
        const [value, result, result2] = await Promise.all([fetchUser(id), fetchPosts(id), countLikes(id)]);
        const user = value as User;
        const posts = result!;
        const likes: number = result2 satisfies number;
        show(user, posts, likes);
      `,
    );
  });

  it('come with parts and assignments', () => {
    rewrites(
      ts`
        this.user = (await fetchUser(id)) as User;
        this.posts = ((await fetchPosts(id)) as Page).items;
      `,
      ts`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        this.user = user as User;
        this.posts = (posts as Page).items;
      `,
    );
  });
});

describe('no-sequential-await: exports and kinds', () => {
  it('of a module are exported together', () => {
    rewrites(
      js`
        export const user = await fetchUser(1);
        export const posts = await fetchPosts(1);
      `,
      js`
        export const [user, posts] = await Promise.all([fetchUser(1), fetchPosts(1)]);
      `,
    );
  });

  it('are each exported where only some are', () => {
    rewrites(
      js`
        const user = await fetchUser(1);
        export const posts = await fetchPosts(1);
        export const page = { user, posts };
      `,
      js`
        const [user, value] = await Promise.all([fetchUser(1), fetchPosts(1)]);
        export const posts = value;
        export const page = { user, posts };
      `,
    );
  });

  it('stay hoisted', () => {
    rewrites(
      js`
        var user = await fetchUser(1);
        var posts = await fetchPosts(1);
      `,
      js`
        var [user, posts] = await Promise.all([fetchUser(1), fetchPosts(1)]);
      `,
    );
    rewrites(
      js`
        const user = await fetchUser(1);
        var posts = await fetchPosts(1);
      `,
      js`
        const [user, value] = await Promise.all([fetchUser(1), fetchPosts(1)]);
        var posts = value;
      `,
    );
  });

  describe('that end with their block', () => {
    stays(undefined, ts`{ using user = await fetchUser(1); using posts = await fetchPosts(1); }`);
    stays(undefined, ts`{ await using user = await fetchUser(1); const posts = await fetchPosts(1); }`);
    stays(undefined, ts`{ const user = await fetchUser(1); await using posts = await fetchPosts(1); }`);
  });
});

describe('no-sequential-await: modules', () => {
  it('are loaded together', () => {
    rewrites(
      js`
        const { parse } = await import('./parse.js');
        const print = (await import('./print.js')).default;
      `,
      js`
        const [{ parse }, { default: print }] = await Promise.all([
          import('./parse.js'),
          import('./print.js'),
        ]);
      `,
    );
  });

  describe('that are loaded for what they do', () => {
    stays('guards', js`await import('./first.js'); const { run } = await import('./run.js');`);
    stays('guards', js`const env = await import('./load-env.js'); const { run } = await import('./run.js');`);
    stays('guards', js`const { done } = await import('core/polyfills'); const { run } = await import('./run.js');`);
    stays('needs', js`const { name } = await import('./names.js'); const { run } = await import(name);`);
    goes(js`»const { read } = await import('./read.js'); const { run } = await import('./run.js');`);
  });
});

describe('no-sequential-await: conditions', () => {
  it('are asked where the calls are made', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const posts = all ? await fetchPosts(id) : [];
        const likes = all ? await countLikes(id) : await countNew(id);
      `,
      js`
        const [user, posts, likes] = await Promise.all([
          fetchUser(id),
          all ? fetchPosts(id) : [],
          all ? countLikes(id) : countNew(id),
        ]);
      `,
    );
  });

  describe('that rest on the first, or do something', () => {
    stays('needs', js`const user = await fetchUser(id); const posts = user.isNew ? [] : await fetchPosts(id);`);
    stays(undefined, js`const user = await fetchUser(id); const posts = isNew() ? [] : await fetchPosts(id);`);
    stays(undefined, js`const user = await fetchUser(id); const posts = isNew ? create() : await fetchPosts(id);`);
    stays(
      'writes',
      js`const user = await fetchUser(id); const posts = isNew ? await createPosts(id) : await fetchPosts(id);`,
    );
    stays(
      'shared-state',
      js`
        let isNew = true;
        async function load(id) { isNew = false; return fetchUser(id); }
        const user = await load(id);
        const posts = isNew ? [] : await fetchPosts(id);
      `,
    );
  });
});
