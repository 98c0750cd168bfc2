// Evidence that lies further off: objects that are handed on, globals, imports, checks that throw, variables between.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: evidence', () => {
  describe('an object that is handed to an awaited call may be looked at late', () => {
    sequential('loop-carried', [
      js`
        async function all(xs, options) {
          for (const x of xs) {
            options.current = x;
            await load(options);
          }
        }
      `,
      js`
        async function all(xs) {
          const context = {};
          for (const x of xs) {
            context.x = x;
            await load(context);
          }
        }
      `,
      js`
        async function all(xs, options) {
          for (const x of xs) {
            options.index++;
            await load(x, options);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function all(xs, options) {
          for (const x of xs) await load({ ...options, current: x });
        }
      `,
      js`
        async function all(xs, id) {
          for (const x of xs) {
            await load(x, id++);
          }
        }
      `,
      js`
        async function all(xs, options) {
          for (const x of xs) {
            const own = { current: x };
            own.more = true;
            await load(own, options);
          }
        }
      `,
    ]);
  });

  describe('globals', () => {
    sequential('loop-carried', [
      js`
        async function all(xs) {
          for (const x of xs) globalThis.cursor = await load(x, globalThis.cursor);
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) window.state.cursor = await load(x, window.state.cursor);
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) cursor = await load(x, cursor);
        }
      `,
    ]);
    concurrent([
      js`
        async function all(xs) {
          for (const x of xs) window.loaded[x] = await load(x, window.base);
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) total += await load(x);
        }
      `,
    ]);
  });

  describe('checks that throw', () => {
    sequential('early-exit', [
      js`
        async function all(xs, token) {
          for (const x of xs) {
            if (token.isCancellationRequested) throw new Error('cancelled');
            await load(x);
          }
        }
      `,
      js`
        async function all(xs, signal) {
          for (const x of xs) {
            signal.throwIfAborted();
            await load(x);
          }
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) {
            const r = await load(x);
            invariant(r);
            await save(r);
          }
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) {
            const r = await load(x);
            assert(r.ok, 'no');
            await save(r);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function all(xs) {
          for (const x of xs) {
            if (!x.id) throw new TypeError('no id');
            await load(x);
          }
        }
      `,
      js`
        async function all(xs) {
          const found = [];
          for (const x of xs) {
            const r = await load(x);
            assert(r.ok, 'no');
            found.push(r);
          }
          return found;
        }
      `,
    ]);
  });

  describe('time by another name', () => {
    sequential('time', [
      js`
        import later from 'delay';
        export async function all(xs) {
          for (const x of xs) {
            await load(x);
            await later(10);
          }
        }
      `,
      js`
        const rest = require('util').promisify(setTimeout);
        async function all(xs) {
          for (const x of xs) {
            await load(x);
            await rest(10);
          }
        }
      `,
      js`
        async function all(xs) {
          for (const x of xs) await load(x).then(() => sleep(10));
        }
      `,
      js`
        function breathe(ms) {
          return new Promise((done) => setTimeout(done, ms));
        }
        async function all(xs) {
          for (const x of xs) {
            await load(x);
            await breathe(10);
          }
        }
      `,
    ]);
    concurrent([
      js`
        import later from './schedule.js';
        export async function all(xs) {
          for (const x of xs) await later.load(x);
        }
      `,
      js`
        const load = require('util').promisify(loadSoon);
        async function all(xs) {
          for (const x of xs) await load(x);
        }
      `,
      js`
        async function all(xs) {
          async function settle(x) {
            return convert(x, x.size);
          }
          for (const x of xs) await settle(x);
        }
      `,
    ]);
  });

  describe('resources that others give', () => {
    sequential('serial-resource', [
      ts`
        async function all(xs: X[], manager: EntityManager) {
          const repository = manager.getRepository(X);
          for (const x of xs) await repository.save(x);
        }
      `,
      js`
        async function all(values, count) {
          const taken = [];
          for (let i = 0; i < count; i++) taken.push((await values.next()).value);
          return taken;
        }
      `,
      js`
        async function all(client, xs) {
          await client.query('BEGIN');
          for (const x of xs) await client.query('INSERT INTO t VALUES ($1)', [x]);
          await client.query('COMMIT');
        }
      `,
    ]);
    concurrent([
      ts`
        async function all(xs: X[], source: DataSource) {
          const repository = source.getRepository(X);
          for (const x of xs) await repository.save(x);
        }
      `,
      js`
        async function all(lists) {
          const firsts = [];
          for (const values of lists) firsts.push((await values.next()).value);
          return firsts;
        }
      `,
      js`
        async function all(client, xs) {
          for (const x of xs) await client.query('INSERT INTO t VALUES ($1)', [x]);
        }
      `,
    ]);
  });

  describe('resources that are one for all by what is done with them', () => {
    sequential('serial-resource', [
      ts`
        class Members {
          async create(options: Options) { return this.insert({ transaction: getTransaction(options) }); }
          async mark(options: Options, rows: Row[]) { const executor = getQueryExecutor(options); for (const row of rows) await markRow(executor, row); }
        }
      `,
      js`async function write(sink, pairs) { for (const [key, value] of pairs) { await serialize(sink, key); await serialize(sink, value); } } async function serialize(to, text) { await to.append(encode(text)); }`,
      js`async function all(driver, tables) { for (const table of tables) await schema.dropTable(table); }`,
      js`async function all(base, rows) { const put = await base.prepare('…'); for (const row of rows) await put.run(row.a, row.b); await put.finalize(); }`,
      ts`async function undo(editor: TextEditor, changes: Change[]) { for (const change of changes) await editor.edit((builder) => { builder.delete(change.range); }); }`,
      js`async function all(files) { for (const file of files) { const { response } = await dialog.showMessageBox({ message: file }); chosen.push(response); } }`,
      ts`
        class Members {
          async create(options: Options) { return this.insert({ transaction: getTransaction(options) }); }
          async mark(options: Options, rows: Row[]) { for (const row of rows) await this.markRow(row, options); }
        }
      `,
      js`async function all(people, run) { for (const one of people) await sql.execute(\`grant select on \${run} to \${one}\`); }`,
    ]);
    concurrent([
      ts`
        class Members {
          async create(options: Options) { return this.insert({ transaction: getTransaction(options) }); }
          async mark(options: Options, rows: Row[]) { const sender = getSender(options); »for (const row of rows) await markRow(sender, row); }
        }
      `,
      ts`async function mark(options: Options, rows: Row[]) { const executor = getQueryExecutor(options); »for (const row of rows) await markRow(executor, row); }`,
      js`async function write(sinks) { »for (const sink of sinks) await serialize(sink, "end"); } async function serialize(to, text) { await to.append(encode(text)); }`,
      js`async function all(base, rows) { const put = base.prepare('…'); »for (const row of rows) await put.bind(row.a).run(); }`,
      js`async function all(editors, text) { »for (const editor of editors) await editor.edit((builder) => builder.insert(0, text)); }`,
      ts`async function drop(connection: Connected, names: string[]) { »for (const name of names) await connection.db.collection(name).drop(); }`,
      js`async function all(client, names) { const found = []; »for (const name of names) found.push(await client.queryPrompts({ name })); return found; }`,
      js`async function all(paths) { const found = []; »for (const path of paths) found.push(await readLines(path)); return found; }`,
      js`async function all(restCatalog, tables) { »for (const table of tables) await restCatalog.dropTable(table); }`,
      js`async function all(stackFrame, names) { »for (const name of names) found.push(await stackFrame.valueOf(name)); }`,
    ]);
  });

  describe('functions of items, groups and counts through variables', () => {
    sequential('chain', [
      js`
        async function all(xs, context) {
          for (let i = 0; i < xs.length; i++) await xs[i](context);
        }
      `,
      js`
        async function all(xs, context) {
          for (const name in xs) await xs[name](context);
        }
      `,
    ]);
    sequential('already-concurrent', [
      js`
        async function all(batches) {
          for (const batch of batches) {
            const started = batch.map((one) => load(one));
            await Promise.all(started);
          }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(xs) {
          const out = new Map();
          for (const [name] of Object.entries(xs)) {
            out.set(name, await load(name, out.size));
          }
          return out;
        }
      `,
      js`
        async function all(xs) {
          let current;
          const set = (value) => {
            if (!value) return;
            current = value;
          };
          for (const x of xs) {
            const value = await load(x);
            set(value);
            await convert(current);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function all(xs, context) {
          for (let i = 0; i < xs.length; i++) await xs[i].load(context);
        }
      `,
      js`
        async function all(users, fields) {
          for (const user of users) {
            const started = fields.map((field) => load(user, field));
            await Promise.all(started);
          }
        }
      `,
    ]);
  });
});
