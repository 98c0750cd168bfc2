// The text of the rewrites: comments, semicolons, types, long lines.
import { js, ts } from '../no-await-in-loop/linted.js';
import { refused, rewrites } from './rows.js';

describe('no-sequential-await: types', () => {
  it('become those of a tuple, where all are written down', () => {
    rewrites(
      ts`
        const user: User = await fetchUser(id);
        const posts: readonly Post[] = await fetchPosts(id);
      `,
      ts`
        const [user, posts]: [User, readonly Post[]] = await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
    rewrites(
      ts`
        let { name }: { name: string } = await fetchUser(id);
        let [first]: Post[] = await fetchPosts(id);
      `,
      ts`
        let [{ name }, [first]]: [{ name: string }, Post[]] = await Promise.all([
          fetchUser(id),
          fetchPosts(id),
        ]);
      `,
    );
  });

  it('stay with their names, where some are written down', () => {
    rewrites(
      ts`
        const user: User = await fetchUser(id);
        const posts = await fetchPosts(id);
      `,
      ts`
        const [value, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const user: User = value;
      `,
    );
    rewrites(
      ts`
        const user = await fetchUser(id);
        const posts = await fetchPosts(id);
        let likes: number = await countLikes(id);
        show(user, posts, likes);
      `,
      ts`
        let [user, posts, value] = await Promise.all([fetchUser(id), fetchPosts(id), countLikes(id)]);
        let likes: number = value;
        show(user, posts, likes);
      `,
    );
  });

  it('stay where they are: on calls, statements between, and what is made of the parts', () => {
    rewrites(
      ts`
        const user = await fetchUser<User>(id!);
        const key: string = 'posts';
        const posts = await fetchPosts<Post>(key as Key);
      `,
      ts`
        const key: string = 'posts';
        const [user, posts] = await Promise.all([fetchUser<User>(id!), fetchPosts<Post>(key as Key)]);
      `,
    );
    rewrites(
      ts`
        const page: Page = { user: await fetchUser(id), posts: await fetchPosts(id) } satisfies Page;
      `,
      ts`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const page: Page = { user, posts } satisfies Page;
      `,
    );
  });
});

describe('no-sequential-await: the semicolon that guards the next line', () => {
  it('stays there', () => {
    rewrites(
      js`
        const user = await fetchUser(id)
        const posts = await fetchPosts(id)
        ;[user, posts].forEach(show)
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])
        ;[user, posts].forEach(show)
      `,
    );
  });
});

describe('no-sequential-await: comments', () => {
  it('before a later await go with it', () => {
    rewrites(
      js`
        // who it is
        const user = await fetchUser(id);
        // and what they wrote
        // in all these years
        const posts = await fetchPosts(id);
        // done
      `,
      js`
        // who it is
        const [user, posts] = await Promise.all([
          fetchUser(id),
          // and what they wrote
          // in all these years
          fetchPosts(id),
        ]);
        // done
      `,
    );
    rewrites(
      js`
        async function load(id) {
          const user = await fetchUser(id);
          /** What they wrote. */
          const posts = await fetchPosts(id);
        }
      `,
      js`
        async function load(id) {
          const [user, posts] = await Promise.all([
            fetchUser(id),
            /** What they wrote. */
            fetchPosts(id),
          ]);
        }
      `,
    );
  });

  it('inside what is kept stay there', () => {
    rewrites(
      js`
        const user = await fetchUser(/* by */ id);
        const { /* all */ posts } = await fetchPosts(id);
        // tail
      `,
      js`
        const [user, { /* all */ posts }] = await Promise.all([fetchUser(/* by */ id), fetchPosts(id)]);
        // tail
      `,
    );
  });

  it('behind the last one stay behind', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const posts = await fetchPosts(id); // newest first
      `,
      js`
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]); // newest first
      `,
    );
  });

  it('behind the others go with their calls', () => {
    rewrites(
      js`
        const user = await fetchUser(id); // by id
        // all of them
        const posts = await fetchPosts(id); /* newest first */
        const likes = await countLikes(id); // a number
      `,
      js`
        const [user, posts, likes] = await Promise.all([
          fetchUser(id), // by id
          // all of them
          fetchPosts(id), /* newest first */
          countLikes(id),
        ]); // a number
      `,
    );
  });

  it('anywhere else leave no rewrite', () => {
    for (const snippet of [
      js`
        const user = /* now */ await fetchUser(id);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await /* now */ fetchUser(id);
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id); /* by id */ const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id) /* now */;
        const posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        const /* all */ posts = await fetchPosts(id);
      `,
      js`
        const user = await fetchUser(id);
        // how many
        const size = 10;
        const posts = await fetchPosts(id, size);
      `,
    ])
      refused(snippet);
  });

  it('of a literal stay in it', () => {
    rewrites(
      js`
        // all of it
        const page = {
          // who it is
          user: await fetchUser(id), // by id
          posts: await fetchPosts(id),
        };
      `,
      js`
        // all of it
        const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        const page = {
          // who it is
          user, // by id
          posts,
        };
      `,
    );
  });
});

describe('no-sequential-await: style', () => {
  it('has no semicolons where the file has none', () => {
    rewrites(
      js`
        async function load(id) {
          const user = await fetchUser(id)
          const posts = await fetchPosts(id)
          return [user, posts]
        }
      `,
      js`
        async function load(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])
          return [user, posts]
        }
      `,
    );
    rewrites(
      js`
        async function load(id) {
          return { user: await fetchUser(id), posts: await fetchPosts(id) }
        }
      `,
      js`
        async function load(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)])
          return { user, posts }
        }
      `,
    );
  });

  it('separates what shares a line', () => {
    rewrites(
      js`
        try { const user = await fetchUser(id); const posts = await fetchPosts(id); show(user, posts); } catch {}
      `,
      js`
        try { const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]); show(user, posts); } catch {}
      `,
    );
  });

  it('keeps tabs, and lines that end with a carriage return', () => {
    rewrites(
      {
        language: 'js',
        code: 'if (id) {\r\n\tconst user = await fetchUser(id);\r\n\t// all\r\n\tconst posts = await fetchPosts(id);\r\n}\r\n',
      },
      {
        language: 'js',
        code: 'if (id) {\r\n\tconst [user, posts] = await Promise.all([\r\n\t\tfetchUser(id),\r\n\t\t// all\r\n\t\tfetchPosts(id),\r\n\t]);\r\n}\r\n',
      },
    );
  });

  it('breaks a line that would get too long, and none that would not', () => {
    rewrites(
      js`
        const user = await fetchUserByItsLongIdentifier(identifierOfTheUser);
        const posts = await fetchPosts(identifierOfTheUser);
      `,
      js`
        const [user, posts] = await Promise.all([
          fetchUserByItsLongIdentifier(identifierOfTheUser),
          fetchPosts(identifierOfTheUser),
        ]);
      `,
    );
  });

  it('indents calls of several lines further, but no text', () => {
    rewrites(
      js`
        const user = await fetchUser({
          id,
        });
        const posts = await fetchPosts(
          id,
        );
      `,
      js`
        const [user, posts] = await Promise.all([
          fetchUser({
            id,
          }),
          fetchPosts(
            id,
          ),
        ]);
      `,
    );
    rewrites(
      js`
        const user = await queryUser(\`
          select
        \`);
        const posts = await queryPosts(id);
      `,
      js`
        const [user, posts] = await Promise.all([
          queryUser(\`
          select
        \`),
          queryPosts(id),
        ]);
      `,
    );
  });
});
