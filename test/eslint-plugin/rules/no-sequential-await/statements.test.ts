// Awaits in a row of statements: what belongs to one group, where it is reported, and what it becomes.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, rewrites, stays } from './rows.js';

describe('no-sequential-await: statements in a row', () => {
  it('become one', () => {
    rewrites(
      js`
        async function show(id) {
          const user = await fetchUser(id);
          const posts = await fetchPosts(id);
          return render(user, posts);
        }
      `,
      js`
        async function show(id) {
          const [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
          return render(user, posts);
        }
      `,
    );
  });

  it('are one group, however many they are', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        const posts = await fetchPosts(id);
        const likes = await countLikes(id);
        const friends = await listFriends(id);
      `,
      js`
        const [user, posts, likes, friends] = await Promise.all([
          fetchUser(id),
          fetchPosts(id),
          countLikes(id),
          listFriends(id),
        ]);
      `,
    );
  });

  it('may wait for promises that came in', () => {
    rewrites(
      js`
        async function f(params, search) {
          const id = await params;
          const filter = await search;
          return [id, filter];
        }
      `,
      js`
        async function f(params, search) {
          const [id, filter] = await Promise.all([params, search]);
          return [id, filter];
        }
      `,
    );
  });

  it('keep patterns', () => {
    rewrites(
      js`
        const { name, ...rest } = await fetchUser(id);
        const [first, , third = 3] = await fetchPosts(id);
      `,
      js`
        const [{ name, ...rest }, [first, , third = 3]] = await Promise.all([
          fetchUser(id),
          fetchPosts(id),
        ]);
      `,
    );
  });

  it('are declared by `let` where one of them is', () => {
    rewrites(
      js`
        let user = await fetchUser(id);
        const posts = await fetchPosts(id);
        user = user ?? posts[0].author;
      `,
      js`
        let [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
        user = user ?? posts[0].author;
      `,
    );
    rewrites(
      js`
        let user = await fetchUser(id);
        let posts = await fetchPosts(id);
      `,
      js`
        let [user, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);
      `,
    );
  });

  it('declare nothing where nobody takes a value', () => {
    rewrites(
      js`
        await sendMail('first');
        await sendMail('second');
      `,
      js`
        await Promise.all([sendMail('first'), sendMail('second')]);
      `,
    );
  });

  it('keep what a call is continued with', () => {
    rewrites(
      js`
        const user = await fetchUser(id).catch(() => null);
        const posts = await fetchPosts(id).then((answer) => answer.json());
      `,
      js`
        const [user, posts] = await Promise.all([
          fetchUser(id).catch(() => null),
          fetchPosts(id).then((answer) => answer.json()),
        ]);
      `,
    );
  });

  describe('of any block', () => {
    for (const snippet of [
      js`
        async function f(id) {
          try {
            »const user = await fetchUser(id);
            const posts = await fetchPosts(id);
            return [user, posts];
          } catch {
            return [];
          }
        }
      `,
      js`
        const f = async (kind, id) => {
          switch (kind) {
            case 'all':
              »const user = await fetchUser(id);
              const posts = await fetchPosts(id);
              return [user, posts];
          }
        };
      `,
      js`
        class Page {
          async load() {
            if (this.id) {
              »const user = await this.users.find(this.id);
              const posts = await this.posts.find(this.id);
              this.show(user, posts);
            }
          }
        }
      `,
      ts`
        export async function load(ids: readonly string[]): Promise<void> {
          for (const id of ids) {
            »const user = await fetchUser<User>(id);
            const posts = await fetchPosts<Post[]>(id);
            show(user, posts);
          }
        }
      `,
      js`
        async function f(id) {
          await using file = await openFile(id);
          »const user = await fetchUser(id);
          const posts = await fetchPosts(id);
        }
      `,
    ])
      goes(snippet);
  });

  describe('make groups of their own', () => {
    goes(js`
      »const a = await fetchA();
      const b = await fetchB();
      »const c = await fetchC(a);
      const d = await fetchD();
    `);
    goes(js`
      const a = await fetchA();
      »const b = await fetchB(a);
      const c = await fetchC(a);
    `);
    goes(js`
      »const a = await fetchA();
      const b = await fetchB();
      show(a, b);
      »const c = await fetchC();
      const d = await fetchD();
    `);
  });

  describe('are ended by what does something, and by what is not a plain declaration', () => {
    for (const snippet of [
      js`
        const a = await fetchA();
        if (!a) throw new Error('gone');
        const b = await fetchB();
      `,
      js`
        const a = await fetchA();
        prepare();
        const b = await fetchB();
      `,
      js`
        const a = await fetchA();
        console.log('half');
        const b = await fetchB();
      `,
      js`
        const a = await fetchA();
        const n = count();
        const b = await fetchB();
      `,
      js`
        const a = await fetchA();
        state.a = a;
        const b = await fetchB();
      `,
      js`
        let a;
        try {
          a = await fetchA();
        } catch {}
        const b = await fetchB();
      `,
      js`
        const a = await fetchA();
        await using file = await openFile(id);
      `,
      js`
        await using file = await openFile(id);
        const a = await fetchA();
      `,
      js`
        if (id) {
          const a = await fetchA();
        }
        const b = await fetchB();
      `,
    ])
      stays(undefined, snippet);
  });
});

describe('no-sequential-await: calls that begin on a line of their own', () => {
  it('are moved to the lines of the list', () => {
    rewrites(
      js`
        const user =
          await fetchUser(
            id,
          );
        const posts = await fetchPosts(
          id,
        );
      `,
      js`
        const [user, posts] = await Promise.all([
          fetchUser(
            id,
          ),
          fetchPosts(
            id,
          ),
        ]);
      `,
    );
  });
});
