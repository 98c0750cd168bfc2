// Awaits that stand side by side, without a rewrite or for a reason.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, refused, stays } from './rows.js';

describe('no-sequential-await: parts without a rewrite', () => {
  it('have no statement that comes first and always', () => {
    for (const snippet of [
      js`
        async function load(id) {
          if (id) return { user: await fetchUser(id), posts: await fetchPosts(id) };
          return {};
        }
      `,
      js`
        const page = id ? { user: await fetchUser(id), posts: await fetchPosts(id) } : null;
      `,
      js`
        const page = id && { user: await fetchUser(id), posts: await fetchPosts(id) };
      `,
      js`
        while (differ(await fetchUser(id), await fetchPosts(id))) retry();
      `,
      js`
        const first = begin(),
          page = { user: await fetchUser(id), posts: await fetchPosts(id) };
      `,
      js`
        show?.(await fetchUser(id), await fetchPosts(id));
      `,
      js`
        send(begin(), { user: await fetchUser(id), posts: await fetchPosts(id) });
      `,
    ])
      refused(snippet);
  });

  it('would no longer be constants', () => {
    refused(ts`
      const rows = [await fetchUser(id), await fetchPosts(id)] as const;
    `);
  });

  it('would lose a comment', () => {
    refused(
      js`
        const rows = [await /* the first */ fetchUser(id), await fetchPosts(id)];
      `,
    );
  });
});

describe('no-sequential-await: parts that stay', () => {
  for (const snippet of [
    js`
      const page = { user: await fetchUser(id), size: count(), posts: await fetchPosts(id) };
    `,
    js`
      const page = { user: await fetchUser(id), size: (n += 1), posts: await fetchPosts(id) };
    `,
    js`
      const page = { user: await fetchUser(id), [nameOf(id)]: 1, posts: await fetchPosts(id) };
    `,
    js`
      const page = { [await fetchName(id)]: await fetchPosts(id) };
    `,
    js`
      const page = { user: await fetchUser(id), load: async () => await fetchPosts(id) };
    `,
    js`
      const page = [await fetchUser(id), posts];
    `,
    js`
      const page = [(await fetchRows(id))[next()], await fetchPosts(id)];
    `,
    js`
      const page = [(await fetchRows(id)).sort(), await fetchPosts(id)];
    `,
    js`
      book.open(1).show(await fetchUser(id), await fetchPosts(id));
    `,
  ])
    stays(undefined, snippet);
  goes(js`
    const page = »{ user: await fetchUser(id), size: count, posts: await fetchPosts(id) };
  `);
  goes(js`
    const page = »{ user: await fetchUser(id), size: -n + 1, posts: await fetchPosts(id) };
  `);
  goes(js`
    const page = »{ user: await fetchUser(id), name: nameOf, posts: await fetchPosts(id) };
  `);
  goes(js`
    const page = { load: async () => »[await fetchUser(id), await fetchPosts(id)] };
  `);

  stays(
    'repeats',
    js`
      const rolls = [await fetchRoll(dice), await fetchRoll(dice)];
    `,
  );
  stays(
    'writes',
    js`
      const rows = [await createUser(a), await createUser(b)];
    `,
  );
  stays(
    'serial-resource',
    js`
      show(await trx.find(a), await trx.find(b));
    `,
  );
  stays(
    'started',
    js`
      const one = fetchUser(id);
      const other = fetchPosts(id);
      show({ one: await one, other: await other });
    `,
  );
  goes(js`
    const rows = »[await fetchRoll(first), await fetchRoll(second)];
  `);
  goes(js`
    const rows = »[await makeUser(a), await makeUser(b)];
  `);
  goes(js`
    »show(await db.find(a), await db.find(b));
  `);
});
