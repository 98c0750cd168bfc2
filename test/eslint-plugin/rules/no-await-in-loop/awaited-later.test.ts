// Loops in which a promise has a name of its own before it is awaited: what speaks of the call speaks as loudly.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: promises that are noted first', () => {
  sequential('serial-resource', [
    js`async function all(trx, rows) { for (const row of rows) { const saved = trx.insert(row); note(await saved); } }`,
    ts`async function all(page: Page, keys: string[]) { for (const key of keys) { const loaded = page.shows(key); const pressed = page.press(key); await Promise.all([loaded, pressed]); } }`,
  ]);
  sequential('chain', [
    js`async function all(hooks, state) { for (const hook of hooks) { let result; result = hook(state); if (result) await result; } }`,
    js`async function all(listeners, socket) { for (const listener of listeners) { const given = listener.call(socket, 1000); if (given instanceof Promise) await given; } }`,
  ]);
  sequential('time', [
    js`async function all(rows) { for (const row of rows) { const rest = sleep(50); await send(row); await rest; } }`,
  ]);
  concurrent([
    js`async function all(rows) { const found = []; »for (const row of rows) { const loaded = load(row); found.push(await loaded); } return found; }`,
    ts`async function all(rows: Row[]) { »for (const row of rows) { const rest = sleeper(50); await send(row, rest); } }`,
    js`async function all(rows) { »for (const row of rows) { const rest = sleep(50); await send(row); await Promise.resolve([rest]); } }`,
  ]);
});
