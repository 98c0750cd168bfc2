// Awaits that are parts of one expression, at whatever depth of its literals.
import { js, ts } from '../no-await-in-loop/linted.js';
import { rewrites } from './rows.js';

describe('no-sequential-await: parts of an array', () => {
  it('that consists of them', () => {
    rewrites(
      js`
        const rows = [await fetchUser(id), await fetchPosts(id)];
      `,
      js`
        const rows = await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
  });

  it('that is returned, thrown at once, or destructured', () => {
    rewrites(
      js`
        const load = async (id) => {
          return [await fetchUser(id), await fetchPosts(id)];
        };
      `,
      js`
        const load = async (id) => {
          return await Promise.all([fetchUser(id), fetchPosts(id)]);
        };
      `,
    );
    rewrites(
      js`
        const load = async (id) => [await fetchUser(id), await fetchPosts(id)];
      `,
      js`
        const load = async (id) => await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
    rewrites(
      ts`
        const [user, posts]: [User, Post[]] = [await fetchUser(id), await fetchPosts(id)];
      `,
      ts`
        const [user, posts]: [User, Post[]] = await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
  });

  it('of which something is asked', () => {
    rewrites(
      js`
        const names = [await fetchName(1), await fetchName(2), await fetchName(3)].filter(Boolean).join();
      `,
      js`
        const names = (await Promise.all([fetchName(1), fetchName(2), fetchName(3)])).filter(Boolean).join();
      `,
    );
  });

  it('that is itself a part', () => {
    rewrites(
      js`
        const page = { title, rows: [await fetchUser(id), await fetchPosts(id)] };
      `,
      js`
        const page = { title, rows: await Promise.all([fetchUser(id), fetchPosts(id)]) };
      `,
    );
  });

  it('that is the list of a loop', () => {
    rewrites(
      js`
        for (const row of [await fetchUser(id), await fetchPosts(id)]) {
          show(row);
        }
      `,
      js`
        for (const row of await Promise.all([fetchUser(id), fetchPosts(id)])) {
          show(row);
        }
      `,
    );
  });

  it('beside what only computes', () => {
    rewrites(
      js`
        const rows = [null, await fetchUser(id), await fetchPosts(id), \`\${id}\`];
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const rows = [null, user, posts, \`\${id}\`];
      `,
    );
  });
});

describe('no-sequential-await: parts of the parts of an array', () => {
  it('are awaited before, since the array would hold no promises but what holds them', () => {
    rewrites(
      js`
        const rows = [[await fetchUser(id)], [await fetchPosts(id)]];
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const rows = [[user], [posts]];
      `,
    );
    rewrites(
      js`
        const rows = [{ one: await fetchUser(id) }, { other: await fetchPosts(id) }];
      `,
      js`
        const [one, other] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const rows = [{ one }, { other }];
      `,
    );
    rewrites(
      js`
        const rows = [...await listUsers(id), ...await listPosts(id)];
      `,
      js`
        const [users, posts] = await Promise.all([listUsers(id), listPosts(id)]);
        const rows = [...users, ...posts];
      `,
    );
  });
});

describe('no-sequential-await: parts of an object', () => {
  it('become constants of the names of their keys', () => {
    rewrites(
      js`
        async function load(id) {
          return { user: await fetchUser(id), posts: await fetchPosts(id) };
        }
      `,
      js`
        async function load(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          return { user, posts };
        }
      `,
    );
  });

  it('never take a name that the file uses', () => {
    rewrites(
      js`
        const user = { user: await fetchUser(id), posts: await fetchPosts(id), default: value };
      `,
      js`
        const [result, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const user = { user: result, posts, default: value };
      `,
    );
    rewrites(
      js`
        const page = { 'first-row': await fetchRow(1), class: await fetchRow(2), 3: await fetchRow(3) };
      `,
      js`
        const [row, value, result] = await Promise.all([fetchRow(1), fetchRow(2), fetchRow(3)]);
        const page = { 'first-row': row, class: value, 3: result };
      `,
    );
  });

  it('at any depth', () => {
    rewrites(
      js`
        const page = {
          id,
          user: { name: await fetchName(id), tags: ['all', await fetchTag(id)] },
          posts: await fetchPosts(id),
        };
      `,
      js`
        const [name, tag, posts] = await Promise.all([fetchName(id), fetchTag(id), fetchPosts(id)]);
        const page = {
          id,
          user: { name, tags: ['all', tag] },
          posts,
        };
      `,
    );
  });

  it('that decides, or begins a longer statement', () => {
    rewrites(
      js`
        if (differ(await fetchUser(id), await fetchPosts(id))) retry();
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        if (differ(user, posts)) retry();
      `,
    );
    rewrites(
      js`
        const page = { user: await fetchUser(id), posts: await fetchPosts(id) },
          next = page;
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const page = { user, posts },
          next = page;
      `,
    );
  });

  it('that is assigned', () => {
    rewrites(
      js`
        let page;
        page = { user: await fetchUser(id), posts: await fetchPosts(id) };
      `,
      js`
        let page;
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        page = { user, posts };
      `,
    );
  });
});

describe('no-sequential-await: parts of what is awaited', () => {
  it('are looked into where they were', () => {
    rewrites(
      js`
        const page = { users: (await fetchUsers(id)).items, last: (await fetchPosts(id))?.rows[0], title: 'Page' };
      `,
      js`
        const [users, posts] = await Promise.all([fetchUsers(id), fetchPosts(id)]);
        const page = { users: users.items, last: posts?.rows[0], title: 'Page' };
      `,
    );
    rewrites(
      js`
        const texts = [(await readText(a)).body, (await readText(b)).body];
      `,
      js`
        const [text, value] = await Promise.all([readText(a), readText(b)]);
        const texts = [text.body, value.body];
      `,
    );
    rewrites(
      ts`
        const change = diff((await readText(a))!.body, (await readText(b)).lines as string[]);
      `,
      ts`
        const [text, value] = await Promise.all([readText(a), readText(b)]);
        const change = diff(text!.body, value.lines as string[]);
      `,
    );
  });
});

describe('no-sequential-await: parts of an argument list', () => {
  it('are awaited before the call', () => {
    rewrites(
      js`
        render(await fetchUser(id), await fetchPosts(id));
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        render(user, posts);
      `,
    );
    rewrites(
      js`
        async function load(id) {
          return new Page(id, await fetchUser(id), await fetchPosts(id));
        }
      `,
      js`
        async function load(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          return new Page(id, user, posts);
        }
      `,
    );
  });

  it('are awaited before a call that is awaited, or made of an object', () => {
    rewrites(
      js`
        const page = await render(await fetchUser(id), await fetchPosts(id));
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const page = await render(user, posts);
      `,
    );
    rewrites(
      js`
        response.json({ user: await fetchUser(id), posts: await fetchPosts(id) });
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        response.json({ user, posts });
      `,
    );
  });

  it('are awaited before a failure is made of them', () => {
    rewrites(
      js`
        async function fail(id) {
          throw new Failure(await fetchName(id), await fetchCode(id));
        }
      `,
      js`
        async function fail(id) {
          const [name, code] = await Promise.all([fetchName(id), fetchCode(id)]);
          throw new Failure(name, code);
        }
      `,
    );
  });
});
