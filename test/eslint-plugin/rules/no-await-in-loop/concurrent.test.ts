// What is concurrent, row by row, and near it what is not.
import assert from 'node:assert/strict';
import { js, lint, ts, tsx } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: collects', () => {
  concurrent([
    js`
      async function all(urls) {
        const out = [];
        for (const url of urls) out.push(await download(url));
        return out;
      }
    `,
    js`
      async function all(urls) {
        const out = [];
        for (const url of urls) {
          const response = await fetch(url);
          const { items } = await response.json();
          const named = items.map((item) => ({ ...item, url }));
          out.push(...named);
        }
        return out;
      }
    `,
    js`
      async function all(urls) {
        const out = new Array(urls.length);
        for (let i = 0; i < urls.length; i++) out[i] = await download(urls[i]);
        return out;
      }
    `,
    ts`
      async function all(users: User[]): Promise<Record<string, Profile>> {
        const profiles: Record<string, Profile> = {};
        for (const { id } of users) {
          profiles[id] = await loadProfile(id);
        }
        return profiles;
      }
    `,
    js`
      async function all(names) {
        const sizes = new Map();
        const kinds = new Set();
        for (const name of names) {
          const { size, kind } = await stat(name);
          sizes.set(name, size);
          kinds.add(kind);
        }
        return { sizes, kinds };
      }
    `,
    tsx`
      async function Page({ slugs }: Props) {
        const cards: React.ReactNode[] = [];
        for (const slug of slugs) cards.push(<Card key={slug} post={await loadPost(slug)} />);
        return <main>{cards}</main>;
      }
    `,
    js`
      class Index {
        async fill(names) {
          for (const name of names) {
            this.entries.set(name, await this.parse(name));
          }
        }
      }
    `,
  ]);
  sequential('loop-carried', [
    js`
      async function all(urls) {
        const out = [];
        for (const url of urls) out.push(await download(url, out.length));
        return out;
      }
    `,
    js`
      class Index {
        async fill(names) {
          for (const name of names) {
            this.entries.set(name, await this.parse(name));
          }
        }
        async parse(name) {
          return parseText(name, [...this.entries.keys()]);
        }
      }
    `,
    ts`
      async function all(users: User[], profiles: Record<string, Profile | undefined>) {
        for (const { id, friend } of users) {
          profiles[id] ??= await loadProfile(id, profiles[friend]!);
        }
      }
    `,
  ]);
});

describe('no-await-in-loop: folds', () => {
  concurrent([
    js`
      async function total(carts) {
        let sum = 0;
        for (const cart of carts) sum += await priceOf(cart);
        return sum;
      }
    `,
    js`
      async function count(users) {
        let active = 0;
        for (const user of users) {
          const { state } = await load(user);
          if (state === 'active') active++;
        }
        return active;
      }
    `,
    js`
      async function text(parts) {
        let html = '';
        for (const part of parts) {
          html += await render(part);
        }
        return html;
      }
    `,
    ts`
      async function rows(tables: Table[]): Promise<Row[]> {
        let all: Row[] = [];
        for (const table of tables) all = all.concat(await load(table));
        return all;
      }
    `,
    js`
      async function any(files) {
        let failed = false;
        for (const file of files) {
          const report = await inspect(file);
          if (report.errors.length > 0) failed = true;
        }
        return failed;
      }
    `,
    js`
      async function tally(files, counts) {
        for (const file of files) {
          const { kind } = await stat(file);
          counts[kind] = (counts[kind] ?? 0) + 1;
        }
      }
    `,
  ]);
  sequential('loop-carried', [
    js`
      async function text(parts) {
        let html = '';
        for (const part of parts) html = await render(part, html);
        return html;
      }
    `,
    js`
      async function total(carts) {
        let sum = 0;
        for (const cart of carts) {
          const price = await priceOf(cart, sum > 100);
          sum += price;
        }
        return sum;
      }
    `,
    js`
      async function any(files) {
        let failed = false;
        for (const file of files) {
          if (failed) continue;
          const report = await inspect(file);
          if (report.errors.length > 0) failed = true;
        }
        return failed;
      }
    `,
    js`
      async function pipe(filters, image) {
        for (const filter of filters) image = await applyFilter(filter, image);
        return image;
      }
    `,
  ]);
});

describe('no-await-in-loop: filters', () => {
  concurrent([
    js`
      async function usable(names) {
        const usable = [];
        for (const name of names) {
          if (name.startsWith('.')) continue;
          const info = await stat(name);
          if (!info) continue;
          usable.push({ name, info });
        }
        return usable;
      }
    `,
    js`
      async function usable(names) {
        const usable = [];
        for (const name of names) if (await isUsable(name)) usable.push(name);
        return usable;
      }
    `,
    ts`
      async function split(names: string[]) {
        const yes: string[] = [];
        const no: string[] = [];
        for (const name of names) {
          ((await isUsable(name)) ? yes : no).push(name);
        }
        return { yes, no };
      }
    `,
    js`
      async function usable(rows) {
        const found = [];
        for (const row of rows) {
          if (row?.id != null && !(await exists(row.id))) {
            found.push(row.id);
          }
        }
        return found;
      }
    `,
  ]);
  sequential('early-exit', [
    js`
      async function usable(names) {
        for (const name of names) if (await isUsable(name)) return name;
        return undefined;
      }
    `,
    js`
      async function usable(names) {
        const usable = [];
        for (const name of names) {
          if (!(await isUsable(name))) break;
          usable.push(name);
        }
        return usable;
      }
    `,
  ]);
  sequential('loop-carried', [
    js`
      async function usable(names, count) {
        const usable = [];
        for (const name of names) {
          if (usable.length >= count) break;
          usable.push(await convert(name));
        }
        return usable;
      }
    `,
  ]);
});

describe('no-await-in-loop: silent without an await of its own', () => {
  for (const [name, code] of Object.entries({
    'no await': 'for (const x of xs) f(x);',
    'in a callback': 'for (const x of xs) list.map(async (y) => { await f(x, y); });',
    'in a class': 'for (const x of xs) made.push(class { static async go() { await f(x); } });',
    'in the head': 'async function a() { for (const x of await load()) f(x); }',
    'in the start of a counter': 'async function a() { for (let i = await first(); i < 9; i++) f(i); }',
  })) {
    it(name, () => {
      for (const parser of ['espree', '@typescript-eslint/parser']) {
        assert.deepEqual(lint(code, 'js', parser), { messages: [], reasons: [] });
      }
    });
  }
});
