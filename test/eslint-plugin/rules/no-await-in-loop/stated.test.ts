// Order that the author states: by a comment a statement away, by the order of the list, by the other branch.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: order that is stated', () => {
  describe('the same work, concurrent elsewhere in the function', () => {
    sequential('stated', [
      js`async function go(rows, one) { if (one) { const all = []; for (const row of rows) all.push(await load(row)); return all; } return Promise.all(rows.map(load)); }`,
      ts`class A { async go() { if (this.slow) { for (const part of this.parts) await this.save(part); } else { await Promise.all(this.parts.map((part) => this.save(part))); } } }`,
      js`const go = async (rows) => { if (quick) { await Promise.allSettled(rows.map(async (row) => send(row))); return; } for (const row of rows) { await send(row); } };`,
    ]);
    concurrent([
      js`async function go(rows) { await Promise.all(rows.map(prepare)); »for (const row of rows) await save(row); }`,
      ts`async function go(rows: Row[], others: Row[]) { await Promise.all(others.map(save)); »for (const row of rows) await save(row); }`,
      js`async function go(rows) { »for (const row of rows) await save(row); } const all = (rows) => Promise.all(rows.map(save));`,
    ]);
  });

  describe('comments above a branch that leads up to the loop', () => {
    sequential('stated', [
      js`
        async function go(rows, kind) {
          begin();

          // Avoid concurrent queries on one client.
          const type = kind.name;
          if (type === 'one') {
            const all = [];
            for (const row of rows) all.push(await load(row));
            return all;
          }
        }
      `,
      ts`
        async function go(rows: Row[]) {
          begin();

          // one at a time: they ask for a login
          const pairs: Pair[] = [];
          for (const row of rows) pairs.push(await load(row));
          return pairs;
        }
      `,
      js`
        // must run sequentially, there is one instance
        phase('run');
        const results = [];
        for (const row of rows) results.push(await load(row));
      `,
    ]);
    concurrent([
      js`
        async function go(rows) {
          // one at a time: they ask for a login
          const first = await login();

          »for (const row of rows) found.push(await load(row));
        }
      `,
      js`
        async function go(rows) {
          // one after the other
          await begin();
          »for (const row of rows) found.push(await load(row));
        }
      `,
      ts`
        async function go(rows: Row[]) {
          // The rows of today.
          const pairs: Pair[] = [];
          »for (const row of rows) pairs.push(await load(row));
          return pairs;
        }
      `,
    ]);
  });

  describe('comments that give the reason, and those about something else', () => {
    sequential('stated', [
      js`async function go(parts) { // Restore the leaves after the root so that it does not strip them.
        for (const part of parts) await restore(part); }`,
      js`async function go(users) { // The owner must be created before members.
        for (const user of users) await create(user); }`,
      js`async function go(files) { // Write before their index so no reader sees a gap.
        for (const file of files) await keep(file); }`,
    ]);
    concurrent([
      js`async function go(users) { // Users created before the flag have no row yet.
        »for (const user of users) await create(user); }`,
      js`async function go(ports) { // Every serial port has a link here.
        »for (const port of ports) found.push(await link(port)); }`,
      js`async function go(devices) { // Names are the serial numbers.
        »for (const device of devices) found.push(await nameOf(device)); }`,
    ]);
  });

  describe('what is said of a whole function', () => {
    sequential('stated', [
      js`
        // Each part counts toward the account's quota: rate limits come early.
        async function go(ids) { const all = []; for (const part of parts(ids)) all.push(await load(part)); return all; }
      `,
      js`
        /** Calls back for each of the items serially, and gives what it gave. */
        async function go(items, call) { const all = []; for (const item of items) all.push(await call(item)); return all; }
      `,
      js`async function runSerial(items, call) { const all = []; for (const item of items) all.push(await call(item)); return all; }`,
      js`async function go(fields, ask) { // Prompt for what is missing.
        for (const field of fields) { const value = await ask.back(field); if (value) set(field, value); } }`,
    ]);
    concurrent([
      js`
        // Gives the parts in order.
        async function go(ids) { const all = []; »for (const part of parts(ids)) all.push(await load(part)); return all; }
      `,
      js`
        // Signs in, which is rate limited.
        async function go(ids) { await signIn(); const all = []; »for (const id of ids) all.push(await load(id)); return all; }
      `,
    ]);
  });

  describe('lists whose order was made', () => {
    sequential('stated', [
      js`async function go(rows) { for (const row of [...rows].reverse()) await undoAll(row); }`,
      ts`async function go(done: Row[]) { for (const row of done.toReversed()) { try { await restore(row); } catch (e) { failed.push(e); } } }`,
      js`async function go(rows) { rows.sort(byDepth); for (const row of rows) await make(row); }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (const row of [...rows].reverse()) found.push(await read(row)); }`,
      ts`async function go(rows: Row[]) { »for (const row of rows.filter(isOpen)) await close(row); rows.sort(byDepth); }`,
      js`async function go(db) { const rows = await db.getSortedSet('a'); »for (const row of rows) await make(row); }`,
    ]);
  });
});
