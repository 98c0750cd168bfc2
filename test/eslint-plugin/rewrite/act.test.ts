// Loops that only act: all at once, for writes a bounded number at a time first.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: acting', () => {
  describe('writes', () => {
    it('come in chunks first', () => {
      rewrites(
        js`
        async function all(users) {
          for (const user of users) {
            await sendMail(user);
            await markSent(user.id);
          }
        }
      `,
        {
          gatherChunks: js`
        async function all(users) {
          const pending = Array.from(users);
          for (let start = 0; start < pending.length; start += 10) {
            await Promise.all(pending.slice(start, start + 10).map(async (user) => {
              await sendMail(user);
              await markSent(user.id);
            }));
          }
        }
        `,
          gatherAll: js`
        async function all(users) {
          await Promise.all(Array.from(users, async (user) => {
            await sendMail(user);
            await markSent(user.id);
          }));
        }
        `,
        },
      );
    });

    it('slice a list that is known to be an array', () => {
      rewrites(
        ts`
        async function all(users: readonly User[]): Promise<void> {
          for (const user of users) await sendMail(user);
        }
      `,
        {
          gatherChunks: ts`
        async function all(users: readonly User[]): Promise<void> {
          for (let start = 0; start < users.length; start += 10) {
            await Promise.all(users.slice(start, start + 10).map(async (user) => { await sendMail(user); }));
          }
        }
        `,
          gatherAll: ts`
        async function all(users: readonly User[]): Promise<void> {
          await Promise.all(users.map(async (user) => { await sendMail(user); }));
        }
        `,
        },
      );
    });

    it('of a list that is computed compute it once', () => {
      rewrites(
        js`
        async function all(db) {
          for (const user of await db.listUsers()) {
            await sendMail(user);
          }
        }
      `,
        {
          gatherChunks: js`
        async function all(db) {
          const pending = Array.from(await db.listUsers());
          for (let start = 0; start < pending.length; start += 10) {
            await Promise.all(pending.slice(start, start + 10).map(async (user) => {
              await sendMail(user);
            }));
          }
        }
        `,
          gatherAll: js`
        async function all(db) {
          await Promise.all(Array.from(await db.listUsers(), async (user) => {
            await sendMail(user);
          }));
        }
        `,
        },
      );
    });

    it("keep the counter's value in every chunk", () => {
      rewrites(
        js`
        async function all(rows) {
          for (let i = 0; i < rows.length; i++) {
            const row = rows[i];
            await saveRow(row, i);
          }
        }
      `,
        {
          gatherChunks: js`
        async function all(rows) {
          const pending = Array.from({ length: rows.length }, (_, i) => i);
          for (let start = 0; start < pending.length; start += 10) {
            await Promise.all(pending.slice(start, start + 10).map(async (i) => {
              const row = rows[i];
              await saveRow(row, i);
            }));
          }
        }
        `,
          gatherAll: js`
        async function all(rows) {
          await Promise.all(Array.from(rows, async (row, i) => {
            await saveRow(row, i);
          }));
        }
        `,
        },
      );
    });

    it('leave the lines of a template as they are', () => {
      rewrites(
        js`
        async function all(users) {
          for (const user of users) {
            await sendMail(\`Dear \${user},
          hello\`);
          }
        }
      `,
        {
          gatherChunks: js`
        async function all(users) {
          const pending = Array.from(users);
          for (let start = 0; start < pending.length; start += 10) {
            await Promise.all(pending.slice(start, start + 10).map(async (user) => {
            await sendMail(\`Dear \${user},
          hello\`);
          }));
          }
        }
        `,
          gatherAll: js`
        async function all(users) {
          await Promise.all(Array.from(users, async (user) => {
            await sendMail(\`Dear \${user},
          hello\`);
          }));
        }
        `,
        },
      );
    });

    it('that add to a list add to it chunk by chunk', () => {
      rewrites(
        js`
        async function all(users) {
          const ids = [];
          for (const user of users) ids.push(await createUser(user));
          return ids;
        }
      `,
        {
          gatherChunks: js`
        async function all(users) {
          const ids = [];
          const pending = Array.from(users);
          for (let start = 0; start < pending.length; start += 10) {
            ids.push(...(await Promise.all(pending.slice(start, start + 10).map(async (user) => createUser(user)))));
          }
          return ids;
        }
        `,
          gatherAll: js`
        async function all(users) {
          const ids = await Promise.all(Array.from(users, async (user) => createUser(user)));
          return ids;
        }
        `,
        },
      );
    });
  });

  describe('writes in the place of one statement', () => {
    it('stay one when they need a declaration', () => {
      rewrites(
        js`
        async function all(users) {
          if (users) for (const user of users) await sendMail(user);
          else complain();
        }
      `,
        {
          gatherChunks: js`
        async function all(users) {
          if (users) {
            const pending = Array.from(users);
            for (let start = 0; start < pending.length; start += 10) {
              await Promise.all(pending.slice(start, start + 10).map(async (user) => { await sendMail(user); }));
            }
          }
          else complain();
        }
        `,
          gatherAll: js`
        async function all(users) {
          if (users) await Promise.all(Array.from(users, async (user) => { await sendMail(user); }));
          else complain();
        }
        `,
        },
      );
    });
  });

  describe('skips', () => {
    it('return where the loop went on', () => {
      rewrites(
        js`
        async function all(users) {
          for (const user of users) {
            if (!user.mail) continue;
            for (const mail of user.mail) {
              if (!mail) continue;
              await inspect(mail);
            }
          }
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          await Promise.all(Array.from(users, async (user) => {
            if (!user.mail) return;
            for (const mail of user.mail) {
              if (!mail) continue;
              await inspect(mail);
            }
          }));
        }
        `,
        },
      );
    });
  });

  describe('bodies', () => {
    it('without braces get some', () => {
      rewrites(
        js`
        async function all(users) {
          if (users.length > 0) for (const user of users) await inspect(user);
          else complain();
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          if (users.length > 0) await Promise.all(Array.from(users, async (user) => { await inspect(user); }));
          else complain();
        }
        `,
        },
      );
    });
  });
});
