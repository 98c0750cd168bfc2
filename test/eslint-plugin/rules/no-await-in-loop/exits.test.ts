// Early exit: whether a later iteration runs at all hangs on what an earlier one awaited.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: early exit on awaited data', () => {
  describe('the first hit', () => {
    sequential('early-exit', [
      js`
        async function find(mirrors) {
          for (const mirror of mirrors) {
            const file = await download(mirror);
            if (file) return file;
          }
        }
      `,
      js`
        async function find(mirrors) {
          let found;
          for (const mirror of mirrors) {
            if (await isUp(mirror)) {
              found = mirror;
              break;
            }
          }
          return found;
        }
      `,
      js`
        async function first(paths) {
          for (const path of paths) {
            try {
              return await readFile(path);
            } catch {}
          }
        }
      `,
      ts`
        async function pick(names: string[]): Promise<string> {
          for (let i = 0; i < names.length; i++) {
            switch (await statusOf(names[i]!)) {
              case 'free':
                return names[i]!;
              default:
            }
          }
          throw new Error('none');
        }
      `,
    ]);
    concurrent([
      js`
        async function states(mirrors) {
          const up = [];
          for (const mirror of mirrors) {
            if (await isUp(mirror)) up.push(mirror);
          }
          return up;
        }
      `,
      js`
        async function matrix(rows) {
          const first = [];
          for (const row of rows) {
            const cells = await loadCells(row);
            for (const cell of cells) {
              if (cell.value) {
                first.push(cell);
                break;
              }
            }
          }
          return first;
        }
      `,
      js`
        async function kinds(names) {
          const kinds = {};
          for (const name of names) {
            const status = await statusOf(name);
            switch (status) {
              case 'free':
                kinds[name] = 1;
                break;
              default:
                kinds[name] = 0;
            }
          }
          return kinds;
        }
      `,
    ]);
  });

  describe('stopping at the first failure', () => {
    sequential('early-exit', [
      js`
        async function check(rules, input) {
          for (const rule of rules) {
            const { ok } = await evaluate(rule, input);
            if (!ok) return false;
          }
          return true;
        }
      `,
      js`
        async function deliver(mails) {
          for (const mail of mails) {
            const result = await send(mail);
            if (result.rejected) throw new Error(result.reason);
          }
        }
      `,
      js`
        async function apply(patches) {
          for (const patch of patches) {
            try {
              await applyPatch(patch);
            } catch (error) {
              report(error);
              break;
            }
          }
        }
      `,
      js`
        async function demand(orders) {
          for (const order of orders) {
            const saved = await saveOrder(order);
            throwIfFailed(saved);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function check(rules, input) {
          const failed = [];
          for (const rule of rules) {
            const { ok } = await evaluate(rule, input);
            if (!ok) failed.push(rule);
          }
          return failed;
        }
      `,
      js`
        async function readAll(paths) {
          const texts = [];
          for (const path of paths) {
            const text = await readFile(path);
            if (text === '') throw new Error('empty: ' + path);
            texts.push(text);
          }
          return texts;
        }
      `,
      js`
        async function readAll(paths) {
          const texts = [];
          for (const path of paths) {
            try {
              texts.push(await readFile(path));
            } catch (error) {
              throw new Error('cannot read ' + path, { cause: error });
            }
          }
          return texts;
        }
      `,
      js`
        async function readAll(paths) {
          for (const path of paths) {
            if (!path.startsWith('/')) throw new TypeError(path);
            await readFile(path);
          }
        }
      `,
    ]);
  });

  describe('retrying until it works', () => {
    sequential('early-exit', [
      js`
        async function retry(operation) {
          for (let attempt = 0; attempt < 5; attempt++) {
            try {
              return await operation();
            } catch (error) {
              if (attempt === 4) throw error;
            }
          }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function upload(file) {
          let done = false;
          while (!done) {
            done = await put(file);
          }
        }
      `,
    ]);
    sequential('condition', [
      js`
        async function connectSlowly(address) {
          let attempts = 3;
          while (attempts-- > 0) {
            const link = await open(address);
            if (link.ready) return link;
          }
          return null;
        }
      `,
      js`
        async function wait(job) {
          let state;
          do state = await stateOf(job);
          while (state === 'running');
        }
      `,
    ]);
    concurrent([
      js`
        async function withRetries(urls) {
          const bodies = [];
          for (const url of urls) {
            let body;
            while (!body) body = await tryDownload(url);
            bodies.push(body);
          }
          return bodies;
        }
      `,
      js`
        async function persist(rows) {
          for (const row of rows) {
            for (let attempt = 0; attempt < 3; attempt++) {
              if (await trySave(row)) break;
            }
          }
        }
      `,
      js`
        async function probe(count) {
          const answers = [];
          for (let attempt = 0; attempt < count; attempt++) {
            answers.push(await ping(attempt));
          }
          return answers;
        }
      `,
    ]);
  });

  describe('asking before each item whether to go on', () => {
    sequential('early-exit', [
      js`
        async function work(items, signal) {
          for (const item of items) {
            if (signal.aborted) break;
            await convert(item);
          }
        }
      `,
      js`
        async function work(items, signal) {
          for (const item of items) {
            await convert(item);
            signal.throwIfAborted();
          }
        }
      `,
      js`async function work(items, interrupted) { for (const item of items) { interrupted.checkpoint(); await convert(item); } }`,
      js`
        class Worker {
          async work(items) {
            for (const item of items) {
              if (this.stopped) return;
              await this.convert(item);
            }
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function work(items, signal) {
          for (const item of items) {
            if (item.stale) continue;
            await convert(item, { signal });
          }
        }
      `,
      js`
        async function work(items, signal) {
          signal.throwIfAborted();
          for (const item of items) await convert(item);
        }
      `,
      js`
        async function work(items, signal) {
          if (signal.aborted) return;
          for (const item of items) {
            await convert(item);
          }
        }
      `,
    ]);
  });

  describe('a command that fails by an exception of its own', () => {
    sequential('early-exit', [
      js`class Transfer extends Command { async run() { for (const app of this.apps) { try { await transfer(app); } catch (error) { ux.error(error.message); } } } }`,
      ts`class Check extends BaseCommand { async run() { for (const name of this.names) { const found = await look(name); if (!found) this.error('none'); } } }`,
      js`class Check extends core.Command { async run(names) { for (const name of names) { if (!(await look(name))) this.exit(1); } } }`,
    ]);
    concurrent([
      js`class Transfer extends Task { async run() { »for (const app of this.apps) { try { await transfer(app); } catch (error) { this.error(error.message); } } } }`,
      ts`class Check extends BaseCommand { async run() { »for (const name of this.names) { try { await remove(name); } catch (error) { this.warn(name); } } } }`,
      js`async function run(apps) { »for (const app of apps) { try { await transfer(app); } catch (error) { ux.error(error.message); } } }`,
    ]);
  });

  describe('labels', () => {
    sequential('early-exit', [
      js`
        async function search(rows) {
          outer: for (const row of rows) {
            for (const cell of row.cells) {
              if (await matches(cell)) break outer;
            }
          }
        }
      `,
      js`
        async function search(tables) {
          all: for (const table of tables) {
            for (const row of table.rows) {
              const hit = await matches(row);
              if (hit) continue all;
            }
            break all;
          }
        }
      `,
      js`
        async function block(row) {
          done: {
            for (const cell of row.cells) {
              if (await matches(cell)) break done;
            }
            markEmpty(row);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function search(tables) {
          const misses = [];
          all: »for (const table of tables) {
            for (const row of table.rows) {
              if (await matches(row)) continue all;
            }
            misses.push(table);
          }
          return misses;
        }
      `,
      js`
        async function search(tables) {
          for (const table of tables) {
            inner: for (const row of table.rows) {
              if (row.empty) break inner;
            }
            await convert(table);
          }
        }
      `,
      js`
        async function search(tables) {
          const sizes = [];
          for (const table of tables) {
            part: {
              if (table.empty) break part;
              prepare(table);
            }
            sizes.push(await sizeOf(table));
          }
          return sizes;
        }
      `,
    ]);
  });
});
