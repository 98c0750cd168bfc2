// Awaits that share something: a promise, a call, state, an output. Each with a near twin that shares nothing.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, twins } from './rows.js';

describe('no-sequential-await: what was started here before', () => {
  twins('started', [
    {
      stays: js`
        const one = fetchUser(id);
        const other = fetchPosts(id);
        const user = await one;
        const posts = await other;
      `,
      goes: js`
        async function f(one, other) {
          »const user = await one;
          const posts = await other;
        }
      `,
    },
    {
      stays: js`
        const running = fetchUser(id);
        const posts = await fetchPosts(id);
        const user = await running;
      `,
      goes: js`
        const running = fetchUser(id);
        »const posts = await fetchPosts(id);
        const likes = await countLikes(id);
        show(running);
      `,
    },
    {
      stays: js`
        const jobs = { user: fetchUser(id), posts: fetchPosts(id) };
        const user = await jobs.user;
        const posts = await jobs.posts;
      `,
      goes: js`
        async function f(jobs) {
          »const user = await jobs.user;
          const posts = await jobs.posts;
        }
      `,
    },
    {
      stays: ts`
        async function f(id: string): Promise<void> {
          const work: Promise<User> = fetchUser(id);
          const user: User = await work;
          const posts: Post[] = await fetchPosts(id);
        }
      `,
      goes: ts`
        async function f(work: Promise<User>): Promise<void> {
          »const user: User = await work;
          const posts: Post[] = await fetchPosts(id);
        }
      `,
    },
  ]);

  goes(js`
    import { one, other } from './started.js';
    »const user = await one;
    const posts = await other;
  `);
});

describe('no-sequential-await: the same call twice', () => {
  twins('repeats', [
    {
      stays: js`
        const before = await countJobs(queue);
        const after = await countJobs(queue);
      `,
      goes: js`
        »const before = await countJobs(queue);
        const after = await countJobs(other);
      `,
    },
    {
      stays: js`
        const head = await fetchNext();
        const tail = await fetchNext();
      `,
      goes: js`
        »const head = await fetchFirst();
        const tail = await fetchNext();
      `,
    },
    {
      stays: ts`
        const one: Row = await this.rows.find({ key: 1 });
        const other: Row = await this.rows.find({ key: 1 });
      `,
      goes: ts`
        »const one: Row = await this.rows.find({ key: 1 });
        const other: Row = await this.rows.find({ key: 2 });
      `,
    },
  ]);
});

describe('no-sequential-await: state that both touch', () => {
  twins('shared-state', [
    {
      stays: js`
        let last;
        async function fetchAfter(id) {
          last = await fetchRow(id, last);
          return last;
        }
        const one = await fetchAfter(1);
        const other = await fetchAfter(2);
      `,
      goes: js`
        async function fetchAfter(id) {
          const last = await fetchRow(id);
          return last;
        }
        »const one = await fetchAfter(1);
        const other = await fetchAfter(2);
      `,
    },
    {
      stays: js`
        class Feed {
          async load() {
            const user = await this.fetchUser();
            const posts = await this.fetchPosts();
            return [user, posts];
          }
          async fetchUser() {
            this.token = await fetchToken();
            return fetchRow(1);
          }
          async fetchPosts() {
            return fetchRow(this.token);
          }
        }
      `,
      goes: js`
        class Feed {
          async load() {
            »const user = await this.fetchUser();
            const posts = await this.fetchPosts();
            return [user, posts];
          }
          async fetchUser() {
            return fetchRow(this.key);
          }
          async fetchPosts() {
            return fetchRow(this.token);
          }
        }
      `,
    },
    {
      stays: js`
        const rows = [];
        const fetchInto = async (id) => {
          rows.push(await fetchRow(id));
          return id;
        };
        const one = await fetchInto(1);
        const size = await fetchSize(rows);
      `,
      goes: js`
        const rows = [];
        const fetchOut = async (id) => {
          const own = await fetchRow(id, rows);
          return own;
        };
        »const one = await fetchOut(1);
        const size = await fetchSize(rows);
      `,
    },
    {
      stays: js`
        const one = await fetchRow((n += 1));
        const other = await fetchRow((n += 2));
      `,
      goes: js`
        »const one = await fetchRow(n + 1);
        const other = await fetchRow(n + 2);
      `,
    },
  ]);
});

describe('no-sequential-await: order that shows', () => {
  twins('visible-order', [
    {
      stays: js`
        const user = await fetchUser(id);
        const noted = await logger.info('half');
      `,
      goes: js`
        »const user = await fetchUser(id);
        const noted = await library.info('half');
      `,
    },
    {
      stays: js`
        async function fetchShown(id) {
          process.stdout.write('fetching');
          return fetchRow(id);
        }
        const one = await fetchShown(1);
        const other = await fetchShown(2);
      `,
      goes: js`
        async function fetchShown(id) {
          process.stdin.read('fetching');
          return fetchRow(id);
        }
        »const one = await fetchShown(1);
        const other = await fetchShown(2);
      `,
    },
    {
      stays: js`
        const one = await response.write('first');
        const other = await response.write('second');
      `,
      goes: js`
        »const one = await response.read('first');
        const other = await response.read('second');
      `,
    },
  ]);
});

describe('no-sequential-await: functions of this file', () => {
  twins('writes', [
    {
      stays: js`
        async function step(id) {
          return createRow(id);
        }
        const one = await step(1);
        const other = await step(2);
      `,
      goes: js`
        async function step(id) {
          return loadRow(id);
        }
        »const one = await step(1);
        const other = await step(2);
      `,
    },
    {
      stays: js`
        class Feed {
          async load() {
            const one = await this.step(1);
            const other = await this.step(2);
            return [one, other];
          }
          async step(id) {
            await this.rows.delete(id);
            return id;
          }
        }
      `,
      goes: js`
        class Feed {
          async load() {
            »const one = await this.step(1);
            const other = await this.step(2);
            return [one, other];
          }
          async step(id) {
            const row = await this.rows.find(id);
            return row.id;
          }
        }
      `,
    },
  ]);
});
