// Loops that end in something whose order shows: fetched concurrently, then applied in order.
import { js } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: two phases', () => {
  describe('after the fetch', () => {
    it('applies in the order of the items', () => {
      rewrites(
        js`
        async function total(carts) {
          let sum = 0;
          for (const cart of carts) {
            sum += await priceOf(cart);
          }
          return sum;
        }
      `,
        {
          gatherInOrder: js`
        async function total(carts) {
          let sum = 0;
          for (const value of await Promise.all(Array.from(carts, async (cart) => priceOf(cart)))) {
            sum += value;
          }
          return sum;
        }
        `,
        },
      );
    });

    it('goes on with an inner loop over what was fetched', () => {
      rewrites(
        js`
        async function all(books, seen) {
          for (const book of books) {
            for (const author of await readAuthors(book)) {
              if (!seen.has(author)) seen.add(author);
            }
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(books, seen) {
          for (const authors of await Promise.all(Array.from(books, async (book) => readAuthors(book)))) {
            for (const author of authors) {
              if (!seen.has(author)) seen.add(author);
            }
          }
        }
        `,
        },
      );
    });

    it('spreads what was gathered as it applies', () => {
      rewrites(
        js`
        async function all(names) {
          let lines = [];
          for (const name of names) lines = [...lines, ...(await linesOf(name))];
          return lines;
        }
      `,
        {
          gatherInOrder: js`
        async function all(names) {
          let lines = [];
          for (const value of await Promise.all(Array.from(names, async (name) => linesOf(name)))) {
            lines = [...lines, ...value];
          }
          return lines;
        }
        `,
        },
      );
    });

    it('hands on what the second phase uses', () => {
      rewrites(
        js`
        async function all(users) {
          const names = {};
          for (const user of users) {
            const { name } = await loadProfile(user);
            const key = user.id.toString();
            names[key] = name;
            console.log(key, name);
          }
          return names;
        }
      `,
        {
          gatherInOrder: js`
        async function all(users) {
          const names = {};
          for (const { user, name } of await Promise.all(Array.from(users, async (user) => {
            const { name } = await loadProfile(user);
            return { user, name };
          }))) {
            const key = user.id.toString();
            names[key] = name;
            console.log(key, name);
          }
          return names;
        }
        `,
        },
      );
    });

    it('names a hoisted await by what it gives', () => {
      rewrites(
        js`
        async function all(users, profiles) {
          for (const user of users) {
            profiles.set(user.id, { ...(await getProfile(user.id)), seen: true });
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(users, profiles) {
          for (const { user, profile } of await Promise.all(Array.from(users, async (user) => {
            const profile = await getProfile(user.id);
            return { user, profile };
          }))) {
            profiles.set(user.id, { ...profile, seen: true });
          }
        }
        `,
        },
      );
    });

    it('lets a condition on the result stand in the second phase', () => {
      rewrites(
        js`
        async function usable(names) {
          const yes = [];
          const no = [];
          for (const name of names) {
            if (await isUsable(name)) yes.push(name);
            else no.push(name);
          }
          return { yes, no };
        }
      `,
        {
          gatherInOrder: js`
        async function usable(names) {
          const yes = [];
          const no = [];
          for (const { name, value } of await Promise.all(Array.from(names, async (name) => {
            const value = await isUsable(name);
            return { name, value };
          }))) {
            if (value) yes.push(name);
            else no.push(name);
          }
          return { yes, no };
        }
        `,
        },
      );
    });

    it('declares with let what the second phase changes', () => {
      rewrites(
        js`
        async function all(words) {
          for (const word of words) {
            let text = await translate(word);
            text = text.trim();
            console.log(text);
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(words) {
          for (let text of await Promise.all(Array.from(words, async (word) => translate(word)))) {
            text = text.trim();
            console.log(text);
          }
        }
        `,
        },
      );
    });
  });

  describe('skipped items', () => {
    it('guard the second phase', () => {
      rewrites(
        js`
        async function all(names) {
          for (const name of names) {
            if (name.startsWith('.')) continue;
            const info = await stat(name);
            if (!info.ok) continue;
            console.log(name, info.size);
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(names) {
          for (const fetched of await Promise.all(Array.from(names, async (name) => {
            if (name.startsWith('.')) return undefined;
            const info = await stat(name);
            return { name, info };
          }))) {
            if (!fetched) continue;
            const { name, info } = fetched;
            if (!info.ok) continue;
            console.log(name, info.size);
          }
        }
        `,
        },
      );
    });

    it('that are skipped after the fetch need no guard', () => {
      rewrites(
        js`
        async function all(names) {
          for (const name of names) {
            const info = await stat(name);
            if (!info.ok) continue;
            console.log(name, info.size);
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(names) {
          for (const { name, info } of await Promise.all(Array.from(names, async (name) => {
            const info = await stat(name);
            return { name, info };
          }))) {
            if (!info.ok) continue;
            console.log(name, info.size);
          }
        }
        `,
        },
      );
    });
  });
});
