// The names that a rewrite introduces, and the types and assertions that it keeps.
import { js, ts, tsx } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: names and types', () => {
  describe('names', () => {
    it('of the file are not taken again', () => {
      rewrites(
        js`
        async function all(users, value, result) {
          let size = 0;
          for (const user of users) {
            size += await sizeOf(user, value, result);
          }
          return size;
        }
      `,
        {
          gatherInOrder: js`
        async function all(users, value, result) {
          let size = 0;
          for (const result2 of await Promise.all(Array.from(users, async (user) => sizeOf(user, value, result)))) {
            size += result2;
          }
          return size;
        }
        `,
        },
      );
    });

    it('for chunks give way', () => {
      rewrites(
        js`
        async function all(users, start, pending) {
          for (const user of users) {
            await sendMail(user, start, pending);
          }
        }
      `,
        {
          gatherChunks: js`
        async function all(users, start, pending) {
          const all2 = Array.from(users);
          for (let offset = 0; offset < all2.length; offset += 10) {
            await Promise.all(all2.slice(offset, offset + 10).map(async (user) => {
              await sendMail(user, start, pending);
            }));
          }
        }
        `,
          gatherAll: js`
        async function all(users, start, pending) {
          await Promise.all(Array.from(users, async (user) => {
            await sendMail(user, start, pending);
          }));
        }
        `,
        },
      );
    });

    it('for parts and entries give way', () => {
      rewrites(
        js`
        async function all(part, entry, sizes) {
          for (const name of part) {
            if (name === entry) continue;
            try {
              sizes.set(name, await sizeOf(name));
            } catch {
              sizes.set(name, 0);
            }
          }
        }
      `,
        {
          gatherAll: js`
        async function all(part, entry, sizes) {
          for (const [key, value] of (await Promise.all(Array.from(part, async (name) => {
            const added = [];
            if (name === entry) return added;
            try {
              added.push([name, await sizeOf(name)]);
            } catch {
              added.push([name, 0]);
            }
            return added;
          }))).flat()) sizes.set(key, value);
        }
        `,
        },
      );
    });

    it("of a skip's guard give way", () => {
      rewrites(
        js`
        async function all(fetched) {
          for (const name of fetched) {
            if (name === '') continue;
            console.log(await sizeOf(name), name);
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(fetched) {
          for (const entry of await Promise.all(Array.from(fetched, async (name) => {
            if (name === '') return undefined;
            const value = await sizeOf(name);
            return { name, value };
          }))) {
            if (!entry) continue;
            const { name, value } = entry;
            console.log(value, name);
          }
        }
        `,
        },
      );
    });

    it('are no reserved words', () => {
      rewrites(
        js`
        async function all(keys) {
          for (const key of keys) {
            console.log({ default: await getDefault(key), class: await getClass(key) });
          }
        }
      `,
        {
          gatherInOrder: js`
        async function all(keys) {
          for (const { value, result } of await Promise.all(Array.from(keys, async (key) => {
            const value = await getDefault(key);
            const result = await getClass(key);
            return { value, result };
          }))) {
            console.log({ default: value, class: result });
          }
        }
        `,
        },
      );
    });
  });

  describe('types', () => {
    it('of a destructured result are kept', () => {
      rewrites(
        ts`
        async function all(users: readonly User[]): Promise<void> {
          for (const user of users) {
            const { name }: Profile = await loadProfile(user);
            console.log(name as string, user.id!);
          }
        }
      `,
        {
          gatherInOrder: ts`
        async function all(users: readonly User[]): Promise<void> {
          for (const { user, name } of await Promise.all(users.map(async (user) => {
            const { name }: Profile = await loadProfile(user);
            return { user, name };
          }))) {
            console.log(name as string, user.id!);
          }
        }
        `,
        },
      );
    });

    it('of assertions around the await are kept', () => {
      rewrites(
        ts`
        async function all(users: User[]): Promise<Profile[]> {
          const profiles: Profile[] = [];
          for (const user of users) {
            profiles.push((await loadProfile(user.id!)) as Profile);
          }
          return profiles;
        }
      `,
        {
          gatherAll: ts`
        async function all(users: User[]): Promise<Profile[]> {
          const profiles: Profile[] = await Promise.all(users.map(async (user) => (await loadProfile(user.id!)) as Profile));
          return profiles;
        }
        `,
        },
      );
    });

    it('JSX stays', () => {
      rewrites(
        tsx`
        async function List({ ids }: Props) {
          const rows: JSX.Element[] = [];
          for (const id of ids) {
            const user = await loadUser(id);
            rows.push(<li key={id}>{user.name}</li>);
          }
          return <ul>{rows}</ul>;
        }
      `,
        {
          gatherAll: tsx`
        async function List({ ids }: Props) {
          const rows: JSX.Element[] = await Promise.all(Array.from(ids, async (id) => {
            const user = await loadUser(id);
            return <li key={id}>{user.name}</li>;
          }));
          return <ul>{rows}</ul>;
        }
        `,
        },
      );
    });
  });
});
