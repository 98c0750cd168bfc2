// Other shapes of concurrent loops: nested, unbraced, counting, entries, awaits in odd places; and their near twins.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: other shapes', () => {
  describe('nested and unbraced', () => {
    concurrent([
      js`
        async function all(groups) {
          const out = [];
          for (const group of groups) for (const one of group) out.push(await load(one));
          return out;
        }
      `,
      js`
        async function all(groups) {
          let cursor;
          for (const group of groups) {
            cursor = await openGroup(group, cursor);
            »for (const one of cursor.items) await convert(one);
          }
        }
      `,
      js`
        async function all(groups, labels) {
          »for (const group of groups) await prepare(group);
          »for (const label of labels) if (label) await prepare(label);
        }
      `,
      ts`
        const grid = async (rows: string[], columns: string[]): Promise<Cell[]> => {
          const cells: Cell[] = [];
          for (const row of rows) {
            for (const column of columns) {
              const cell = await loadCell(row, column);
              cells.push(cell!);
            }
          }
          return cells;
        };
      `,
      js`
        async function all(queue) {
          while (queue.length) {
            const job = queue.pop();
            »for (const part of job.parts) await convert(part);
          }
        }
      `,
    ]);
    sequential('early-exit', [
      js`
        async function any(groups) {
          for (const group of groups) for (const one of group) if (await matches(one)) return one;
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(groups) {
          let last;
          for (const group of groups) for (const one of group) last = await load(one, last);
          return last;
        }
      `,
      js`
        async function all(groups) {
          const seen = [];
          for (const group of groups) {
            for (const one of group) {
              seen.push(await load(one, seen.length));
            }
          }
        }
      `,
    ]);
  });

  describe('counting', () => {
    concurrent([
      js`
        async function all(urls) {
          let i = 0;
          const out = [];
          while (i < urls.length) {
            out.push(await download(urls[i]));
            i++;
          }
          return out;
        }
      `,
      js`
        async function all(first, last, step) {
          const out = [];
          for (let year = first; year <= last; year += step) out.push(await load(year));
          return out;
        }
      `,
      js`
        async function all(rows) {
          for (let i = 0, end = rows.length; i < end; ++i) {
            await convert(rows[i]);
          }
        }
      `,
      ts`
        async function all(rows: Row[]) {
          let position = 0;
          for (const row of rows) {
            await convert(row, position);
            position++;
          }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(api, size) {
          let i = 0;
          while (i < size) {
            const page = await api.load(i);
            i += page.length;
          }
        }
      `,
      js`
        async function all(rows) {
          let position = 0;
          for (const row of rows) {
            if (row.hidden) continue;
            const shown = await convert(row, position);
            if (shown) position++;
          }
        }
      `,
      js`
        async function all(rows) {
          for (let i = 0; i < rows.length; i++) {
            const more = await expand(rows[i]);
            rows.push(...more);
          }
        }
      `,
    ]);
  });

  describe('keys and entries', () => {
    concurrent([
      js`
        async function all(object) {
          for (const key in object) {
            object[key] = await resolveValue(object[key]);
          }
        }
      `,
      js`
        async function all(object) {
          const out = {};
          for (const [key, value] of Object.entries(object)) out[key] = await resolveValue(value);
          return out;
        }
      `,
      js`
        async function all(map) {
          for (const [key, { url = '' }] of map.entries()) {
            map.set(key, await download(url));
          }
        }
      `,
      ts`
        async function all(list: readonly string[]) {
          const out: string[] = [];
          for (const [index, name] of list.entries()) {
            out[index] = (await load(name)) satisfies string;
          }
          return out;
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(object) {
          for (const key in object) {
            object.last = await resolveValue(object[key], object.last);
          }
        }
      `,
      js`
        async function all(list) {
          for (const [index] of list.entries()) {
            list[index + 1] = await load(list[index]);
          }
        }
      `,
      js`
        async function all(object, out) {
          for (const [key, value] of Object.entries(object)) {
            out[key] = await resolveValue(value, out);
          }
        }
      `,
    ]);
  });

  describe('awaits in odd places', () => {
    concurrent([
      js`
        async function all(users) {
          const names = [];
          for (const user of users) {
            if ((await load(user))?.name) names.push(user.id);
          }
          return names;
        }
      `,
      js`
        async function all(users) {
          const kinds = [];
          for (const user of users) {
            switch (await kindOf(user)) {
              case 'admin':
                kinds.push('A');
                break;
              case 'guest':
                break;
              default:
                kinds.push('U');
            }
          }
          return kinds;
        }
      `,
      js`
        async function all(users) {
          const cards = [];
          for (const user of users) {
            const { name = await fallback(user), ...rest } = user;
            cards.push({ name, rest });
          }
          return cards;
        }
      `,
      ts`
        async function all(users: User[]) {
          const cards: Card[] = [];
          for (const user of users) cards.push({ id: user.id, name: (await load(user))!.name as string, picture: await picture?.(user) });
          return cards;
        }
      `,
      js`
        async function all(started) {
          const values = [];
          for (const promise of started) values.push(await promise);
          return values;
        }
      `,
    ]);
    sequential('condition', [
      js`
        async function all(machine) {
          while (await machine.hasMore()) await machine.advance();
        }
      `,
      js`
        async function all(rows) {
          for (let i = 0; i < (await countOf(rows)); i++) await convert(rows[i]);
        }
      `,
    ]);
    sequential('early-exit', [
      js`
        async function all(users) {
          for (const user of users) {
            const name = (await load(user))?.name ?? (await fallback(user));
            if (!name) return null;
          }
        }
      `,
    ]);
  });
});
