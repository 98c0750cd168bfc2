// How new text follows the file: its comments, semicolons and quotes.
import { js } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: text', () => {
  describe('comments', () => {
    it('stay with what they stand beside', () => {
      rewrites(
        js`
        async function all(users) {
          for (const user of users) {
            // looks
            await inspect(user); // twice

            /* and looks again */
            await check(user);
          }
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          await Promise.all(Array.from(users, async (user) => {
            // looks
            await inspect(user); // twice

            /* and looks again */
            await check(user);
          }));
        }
        `,
        },
      );
    });

    it('of the head stay in what is looped over, or go above', () => {
      rewrites(
        js`
        async function all(users) {
          const names = [];
          for (const /* one */ user of users.filter(/* known */ Boolean) /* sorted */)
            // twice
            names.push(await nameOf(user));
          return names;
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          /* one */
          /* sorted */
          // twice
          const names = await Promise.all(users.filter(/* known */ Boolean).map(async (user) => nameOf(user)));
          return names;
        }
        `,
        },
      );
    });

    it('of statements that the callback does without go above', () => {
      rewrites(
        js`
        async function all(users) {
          let i = 0;
          while (i < users.length) { // each
            const user = /* the next */ users[i];
            await inspect(user); // looks
            i++; // goes on
            // and so on
          }
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          /* the next */
          // goes on
          // and so on
          await Promise.all(Array.from(users, async (user) => { // each
            await inspect(user); // looks
          }));
        }
        `,
        },
      );
    });

    it('stay in the part that they belong to', () => {
      rewrites(
        js`
        async function all(users) {
          for (const user of users) {
            // first
            const profile = await loadProfile(user); // slow
            // then
            console.log(profile.name); // shown
            // last
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(users) {
          for (const profile of await Promise.all(Array.from(users, async (user) => {
            // first
            const profile = await loadProfile(user); // slow
            return profile;
          }))) {
            // then
            console.log(profile.name); // shown
            // last
          }
        }
        `,
        },
      );
    });

    it('keep a body with comments from being one expression', () => {
      rewrites(
        js`
        async function all(users) {
          const names = [];
          for (const user of users) {
            // first
            const name = await loadName(user);
            names.push(name); // then
          }
          return names;
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const names = await Promise.all(Array.from(users, async (user) => {
            // first
            const name = await loadName(user);
            return name; // then
          }));
          return names;
        }
        `,
        },
      );
    });

    it('above and behind the loop stay where they are', () => {
      rewrites(
        js`
        async function all(users) {
          // before
          for (const user of users) {
            await inspect(user);
          } // behind
          // after
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          // before
          await Promise.all(Array.from(users, async (user) => {
            await inspect(user);
          })); // behind
          // after
        }
        `,
        },
      );
    });
  });

  describe('semicolons', () => {
    it('are left out where the file has none', () => {
      rewrites(
        js`
        async function all(users) {
          const names = []
          for (const user of users) {
            const { name } = await loadProfile(user)
            names.push(name.trim())
          }
          return names
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const names = await Promise.all(Array.from(users, async (user) => {
            const { name } = await loadProfile(user)
            return name.trim()
          }))
          return names
        }
        `,
        },
      );
    });

    it('are those of a file on one line', () => {
      rewrites(
        js`async function all(users) { let last; for (const user of users) { try { await inspect(user); } catch (error) { last = error; } } return last; }`,
        {
          gatherAll: js`
async function all(users) { let last; for (const value of (await Promise.all(Array.from(users, async (user) => {
  const part = [];
  try { await inspect(user); } catch (error) { part.push(error); }
  return part;
}))).flat()) last = value; return last; }`,
        },
      );
    });

    it('part what is put before the body of a line that has none', () => {
      rewrites(
        js`async function all(users) { let last; for (const user of users) { try { await inspect(user) } catch (error) { last = error } } return last }`,
        {
          gatherAll: js`
async function all(users) { let last; for (const value of (await Promise.all(Array.from(users, async (user) => {
  const part = []
  try { await inspect(user) } catch (error) { part.push(error) }
  return part
}))).flat()) last = value; return last }`,
        },
      );
      rewrites(
        js`
        async function all(first, last) {
          for (let year = first; year <= last; year += 5) await inspect(year)
        }
        `,
        {
          gatherAll: js`
        async function all(first, last) {
          await Promise.all(Array.from({ length: Math.floor((last - first) / 5) + 1 }, async (_, round) => { const year = first + round * 5; await inspect(year) }))
        }
        `,
        },
      );
    });

    it('part what takes the place of a statement from what follows on its line or goes on with it', () => {
      rewrites(
        js`
        async function all(users) {
          const names = []
          for (const user of users) {
            if (user.isGone) continue
            [user.first, user.last] = await namesOf(user)
            names.push(user.first); await inspect(user)
          }
          return names
        }
        `,
        {
          gatherAll: js`
        async function all(users) {
          const names = (await Promise.all(Array.from(users, async (user) => {
            const part = []
            if (user.isGone) return part;
            [user.first, user.last] = await namesOf(user)
            part.push(user.first); await inspect(user)
            return part
          }))).flat()
          return names
        }
        `,
        },
      );
    });

    it('guard a next line that begins with a bracket', () => {
      rewrites(
        js`
        async function all(users) {
          const count = users.length
          for (const user of users) {
            await inspect(user)
          }
          [count].forEach(note)
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const count = users.length
          await Promise.all(Array.from(users, async (user) => {
            await inspect(user)
          }));
          [count].forEach(note)
        }
        `,
        },
      );
    });

    it('guard a next line that begins with a parenthesis', () => {
      rewrites(
        js`
        async function all(users) {
          const names = []
          for (const user of users) {
            names.push(await loadName(user))
          }
          (names[0] ?? complain)()
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const names = await Promise.all(Array.from(users, async (user) => loadName(user)));
          (names[0] ?? complain)()
        }
        `,
        },
      );
    });

    it('guard a next line that begins with a template', () => {
      rewrites(
        js`
        async function all(users) {
          const count = users.length
          for (const user of users) {
            await inspect(user)
          }
          \`\${count}\`.split('')
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const count = users.length
          await Promise.all(Array.from(users, async (user) => {
            await inspect(user)
          }));
          \`\${count}\`.split('')
        }
        `,
        },
      );
    });

    it('are not needed after a loop in order', () => {
      rewrites(
        js`
        async function all(users) {
          let size = 0
          for (const user of users) {
            size += await sizeOf(user)
          }
          [size].forEach(note)
        }
      `,
        {
          gatherInOrder: js`
        async function all(users) {
          let size = 0
          for (const value of await Promise.all(Array.from(users, async (user) => sizeOf(user)))) {
            size += value
          }
          [size].forEach(note)
        }
        `,
        },
      );
    });
  });

  describe('quotes and emoji', () => {
    it("are the file's own", () => {
      rewrites(
        js`
        async function all(users) {
          const texts = [];
          for (const user of users) {
            texts.push('👩‍🚀 ' + (await greeting(user, "it's 🎉")));
          }
          return texts;
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const texts = await Promise.all(Array.from(users, async (user) => '👩‍🚀 ' + (await greeting(user, "it's 🎉"))));
          return texts;
        }
        `,
        },
      );
    });
  });
});
