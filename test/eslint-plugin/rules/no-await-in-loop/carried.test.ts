// Loop-carried dependence: what one iteration leaves behind and a later one looks at.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: loop-carried dependence by variables and properties', () => {
  describe('a count or a sum whose value is taken', () => {
    sequential('loop-carried', [
      js`async function go(entries) { let n = 0; for (const entry of entries) { const found = await resolve(entry); await add({ id: found.id + n++ }); } }`,
      ts`async function go(entries: Entry[]) { let size = 0; for (const entry of entries) { const found = await resolve(entry); await add(found, (size += found.size)); } }`,
      js`class A { async go(entries) { for (const entry of entries) { const found = await resolve(entry); await this.add(found, ++this.count); } } }`,
    ]);
    concurrent([
      js`async function go(entries) { let n = 0; »for (const entry of entries) { await add({ id: entry.id, n: n++ }); } }`,
      js`async function go(ids) { let n = 0; const out = []; »for (const id of ids) { const found = await resolve(id); ids.forEach((part) => { out.push([part, n++]); }); out.push(found); } return out; }`,
      ts`async function go(entries: Entry[]) { let size = 0; »for (const entry of entries) { const found = await resolve(entry); size += found.size; } return size; }`,
      js`async function go(entries) { let n = 0; const out = []; »for (const entry of entries) { const found = await resolve(entry); out.push([found, n++]); } return out; }`,
    ]);
  });

  describe('a count that tells where something is put', () => {
    sequential('loop-carried', [
      js`async function all(rows, index) { let i = 0; for (const row of rows) { i++; const n = await load(i); (index[i] ??= {}).n = n; if (n > 2) continue; } }`,
      js`async function all(rows, index) { let i = 0; for (const row of rows) { i++; const n = await load(i); (index[i] ?? other).n = n; if (n > 2) continue; } }`,
      ts`async function all(rows: Row[], cache: Cache): Promise<void> { for (const row of rows) (cache[row.kind] ??= await load(row.kind)).push(row.id); }`,
    ]);
    concurrent([
      js`async function all(rows, index) { for (const row of rows) { const n = await load(row); (index[row.id] ??= {}).n = n; if (n > 2) continue; } }`,
      ts`async function all(rows: Row[], cache: Cache): Promise<void> { for (const row of rows) ((await load(row.id)) ?? cache[row.id]).isSeen = true; }`,
    ]);
  });

  describe('a cursor or an offset', () => {
    sequential('loop-carried', [
      js`
        async function allPages(api) {
          const rows = [];
          let cursor = null;
          do {
            const page = await api.fetchPage(cursor);
            rows.push(...page.rows);
            cursor = page.next;
          } while (cursor);
          return rows;
        }
      `,
      js`
        async function drainInbox(api) {
          let offset = 0;
          for (;;) {
            const mails = await api.listMails({ offset });
            if (mails.length === 0) break;
            offset += mails.length;
          }
        }
      `,
      js`
        async function crawl(url, links) {
          let next = url;
          while (next !== undefined) {
            const response = await fetch(next);
            links.push(response.url);
            next = response.headers.get('link') ?? undefined;
          }
        }
      `,
      ts`
        async function changes(client: Client): Promise<Change[]> {
          const found: Change[] = [];
          let token: string | undefined;
          for (let round = 0; round < 20; round++) {
            const answer = await client.changes({ since: token! });
            found.push(...answer.changes);
            token = answer.token as string;
          }
          return found;
        }
      `,
    ]);
    concurrent([
      js`
        async function pages(api, count) {
          const rows = [];
          for (let number = 1; number <= count; number++) {
            const page = await api.fetchPage(number);
            rows.push(...page.rows);
          }
          return rows;
        }
      `,
      js`
        async function windows(api, total) {
          const all = [];
          for (let offset = 0; offset < total; offset += 50) all.push(await api.list(offset, 50));
          return all;
        }
      `,
      js`
        async function firstOfEach(api, feeds) {
          const heads = [];
          for (const feed of feeds) {
            let cursor = feed.start;
            cursor = await api.head(feed, cursor);
            heads.push(cursor);
          }
          return heads;
        }
      `,
    ]);
  });

  describe('a variable fed from the iteration before', () => {
    sequential('loop-carried', [
      js`
        async function chain(steps, start) {
          let last = start;
          for (const f of steps) last = await apply(f, last);
          return last;
        }
      `,
      js`
        async function hashes(blocks, previous) {
          const out = [];
          for (const block of blocks) {
            const signature = await sign(block, previous);
            out.push(signature);
            previous = signature;
          }
          return out;
        }
      `,
      js`
        async function walkUp(repository, commit) {
          let parent = commit;
          for (let depth = 0; depth < 10; depth++) {
            ({ parent } = await repository.show(parent));
          }
          return parent;
        }
      `,
      js`
        async function changedSince(files, known) {
          let newest;
          for (const file of files) {
            const { time } = await stat(file);
            if (newest === undefined || time > newest.time) newest = { file, time };
            known.note(await readHead(file, newest));
          }
        }
      `,
      js`
        async function newest(rows) {
          let last;
          for (const row of rows) {
            row.fresh && (last = row.id);
            await inspect(row);
            await inspect(row, last);
          }
        }
      `,
      js`
        async function sum(meters) {
          let total = 0;
          for (const meter of meters) {
            const power = await meter.measure();
            total += power;
            await meter.report(total);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function each(items) {
          const out = [];
          let latest;
          for (const item of items) {
            latest = await resolveItem(item);
            out.push(latest.id);
          }
          return out;
        }
      `,
      js`
        async function sum(meters) {
          let total = 0;
          for (const meter of meters) {
            total += await meter.measure();
          }
          return total;
        }
      `,
      js`
        async function signAll(blocks, key) {
          const out = [];
          for (const block of blocks) {
            const previous = block.previous;
            out.push(await sign(block, previous, key));
          }
          return out;
        }
      `,
      ts`
        async function newest(files: readonly string[]): Promise<number> {
          let newest = 0;
          for (const file of files) {
            const { mtimeMs } = await stat(file);
            newest = Math.max(newest, mtimeMs);
          }
          return newest;
        }
      `,
    ]);
  });

  describe('a generator that runs on when the next item is asked for', () => {
    sequential('loop-carried', [
      js`async function ramp(run) { let size = 1; function* sizes() { while (size < 99) yield size; } for (const n of sizes()) size += await run(n); return size; }`,
      js`function* from(queue) { while (queue.length > 0) yield queue.shift(); } async function crawl(queue) { for (const url of from(queue)) queue.push(...(await links(url))); }`,
      ts`class Feed { #last = 0; *#ids() { while (this.#last < 9) yield this.#last; } async run(): Promise<void> { for (const id of this.#ids()) this.#last = await load(id); } }`,
    ]);
    concurrent([
      js`function* evens(end) { for (let n = 0; n <= end; n += 2) yield n; } async function all(end) { const out = []; »for (const n of evens(end)) out.push(await load(n)); return out; }`,
      js`function* below(node) { yield node; for (const kid of node.kids) yield* below(kid); } async function sizes(tree) { »for (const node of below(tree)) node.size = await load(node.id); }`,
      ts`class Tree { #root = top; #leaf = low; total = 0; *#nodes(): Generator<N> { yield this.#root; yield this.#leaf; } async run(): Promise<void> { for (const node of this.#nodes()) this.total += await load(node); } }`,
    ]);
  });

  describe('a property of an object that outlives the loop', () => {
    sequential('loop-carried', [
      js`
        async function run(state, inputs) {
          for (const input of inputs) state.value = await reduceOne(state.value, input);
        }
      `,
      js`
        class Ledger {
          async replay(entries) {
            for (const entry of entries) {
              this.balance = await this.backend.post(entry, this.balance);
            }
          }
        }
      `,
      js`
        class Ledger {
          #head = '';
          async append(entries) {
            for (const entry of entries) {
              const { id } = await store.put(entry, { parent: this.#head });
              this.#head = id;
            }
          }
        }
      `,
      ts`
        async function fold(acc: State, deltas: Delta[]) {
          for (const delta of deltas) {
            const st = acc;
            (st as Mutable<State>).snapshot = await merge(st.snapshot!, delta);
          }
        }
      `,
      js`
        async function nest(tree, names) {
          const { root } = tree;
          for (const name of names) {
            root.child = await attachNode(root.child, name);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function run(state, inputs) {
          for (const input of inputs) state.results[input.id] = await reduceOne(state.initial, input);
        }
      `,
      js`
        class Ledger {
          async load(accounts) {
            for (const account of accounts) {
              account.balance = await this.backend.balanceOf(account.id);
            }
          }
        }
      `,
      js`
        class Ledger {
          async verify(entries) {
            const results = [];
            for (const entry of entries) results.push(await this.backend.check(entry, this.root));
            return results;
          }
        }
      `,
      ts`
        async function enrich(users: User[], api: Api): Promise<void> {
          for (const user of users) {
            user.profile = (await api.profile(user.id)) as Profile;
          }
        }
      `,
    ]);
  });
});
