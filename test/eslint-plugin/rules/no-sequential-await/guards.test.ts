// Awaits that have to wait for the one before them: for its value, or for it to let them. Each with a near twin that
// has not.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, stays, twins } from './rows.js';

describe('no-sequential-await: the second needs the first', () => {
  twins('needs', [
    {
      stays: js`
        const user = await fetchUser(id);
        const posts = await fetchPosts(user.id);
      `,
      goes: js`
        »const user = await fetchUser(id);
        const posts = await fetchPosts(guest.id);
      `,
    },
    {
      stays: js`
        const { id, name } = await fetchUser(key);
        const posts = await findPosts({ where: { author: { id } } });
      `,
      goes: js`
        »const { name } = await fetchUser(key);
        const posts = await findPosts({ where: { author: { id } } });
      `,
    },
    {
      stays: js`
        const client = await readClient(key);
        const posts = await client.fetchPosts(key);
      `,
      goes: js`
        »const client = await readClient(key);
        const posts = await other.fetchPosts(key);
      `,
    },
    {
      stays: ts`
        const [first]: User[] = await listUsers();
        const posts: Post[] = await fetchPosts(first!.id);
      `,
      goes: ts`
        »const [first]: User[] = await listUsers();
        const posts: Post[] = await fetchPosts(users[0]!.id);
      `,
    },
    {
      stays: js`
        const user = await fetchUser(id);
        const posts = await findPosts((post) => post.author === user.id);
      `,
      goes: js`
        »const user = await fetchUser(id);
        const posts = await findPosts((user) => user.author === id);
      `,
    },
    {
      stays: js`
        let page = await fetchPage(1);
        let next = await fetchPage(page.next);
      `,
      goes: js`
        »let page = await fetchPage(1);
        let next = await fetchPage(2);
      `,
    },
  ]);
});

describe('no-sequential-await: the first guards the second', () => {
  twins('guards', [
    {
      stays: js`
        const body = await validateBody(request);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const body = await parseBody(request);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const user = await assertOwner(request);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const user = await findOwner(request);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const session = await auth();
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const session = await readSession();
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const user = await requireUser(request);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const user = await fetchUser(request);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const isAllowed = await this.policies.authorize(user);
        const posts = await this.posts.find(id);
      `,
      goes: js`
        »const policy = await this.policies.find(user);
        const posts = await this.posts.find(id);
      `,
    },
    {
      stays: js`
        const isKnown = await isAuthenticated(request);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const isKnown = await isListed(request);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const answer = await verifyCaptcha(request.token);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const answer = await fetchQuestion(request.token);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const allowed = await hasPermission(user);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const allowed = await hasPosts(user);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        await readHeader(file);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const header = await readHeader(file);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        class List extends BaseCommand {
          async run() {
            const { flags } = await this.parse(List);
            const apps = await api.fetchApps();
          }
        }
      `,
      goes: js`
        class List extends BaseReader {
          async run() {
            »const { flags } = await this.parse(id);
            const apps = await api.fetchApps();
          }
        }
      `,
    },
    {
      stays: js`
        const team = await teams.findAndVerify(id);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const team = await teams.findAndCount(id);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        // The folder is filled before it is read.
        const built = await buildOnce(folder);
        const names = await readdir(folder);
      `,
      goes: js`
        // The folder is known beforehand.
        »const built = await buildOnce(folder);
        const names = await readdir(folder);
      `,
    },
    {
      stays: ts`
        await this.guard.canActivate(context);
        const posts: Post[] = await this.posts.find();
      `,
      goes: ts`
        »const can: boolean = await this.guard.canActivate(context);
        const posts: Post[] = await this.posts.find();
      `,
    },
  ]);

  describe('by what its function in this file may do', () => {
    twins('guards', [
      {
        stays: js`
          async function fetchOne(id) {
            if (!id) process.exit(1);
            return fetchRow(id);
          }
          const one = await fetchOne(1);
          const other = await fetchOne(2);
        `,
        goes: js`
          async function fetchOne(id) {
            if (!id) return undefined;
            return fetchRow(id);
          }
          »const one = await fetchOne(1);
          const other = await fetchOne(2);
        `,
      },
    ]);
  });

  describe('in a check of its own', () => {
    stays(
      undefined,
      js`
        async function f(id) {
          const user = await fetchUser(id);
          if (!user) return null;
          const posts = await fetchPosts(id);
          return posts;
        }
      `,
    );
    goes(js`
      async function f(id) {
        »const user = await fetchUser(id);
        const posts = await fetchPosts(id);
        if (!user) return null;
        return posts;
      }
    `);
  });
});
