// What a call is handed first: what it works by is no target that all iterations share, a sentence is for a person.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: what a call is handed first', () => {
  describe('what it works by, and what it works on', () => {
    sequential('visible-order', [
      js`async function all(profile, rows) { for (const row of rows) await saveProfile(profile, row); }`,
      js`async function all(rows) { for (const row of rows) await updateTheme(theme, row.value); }`,
      ts`async function all(db: Db, rows: Row[]): Promise<void> { for (const row of rows) await savePage(db, 'front', row); }`,
      js`
        async function saveBook(shelf, row) { await put(shelf.id, row); }
        async function all(shelf, rows) { for (const row of rows) await saveBook(shelf, row); }
      `,
    ]);
    concurrent([
      js`async function all(db, rows) { for (const row of rows) await saveProfile(db, row); }`,
      js`async function all(rows) { for (const row of rows) await updateProfile(this.mailClient, row); }`,
      ts`async function all(db: Db, rows: Row[]): Promise<void> { for (const row of rows) await savePage(db, row.name, row); }`,
      js`
        async function saveBook(shelf, row) { await shelf.put(row.id, row); }
        async function all(shelf, rows) { »for (const row of rows) await saveBook(shelf, row); }
      `,
    ]);
  });

  describe('a sentence that a person is to confirm', () => {
    sequential('serial-resource', [
      js`async function all(files, ui) { for (const file of files) if (await ui.confirm(\`Delete \${file}?\`)) await remove(file); }`,
      js`async function all(files) { for (const file of files) { const yes = await confirmWith({ message: file.name }); if (yes) await remove(file); } }`,
      ts`async function all(files: File[]): Promise<void> { for (const file of files) if (!(await dialog.confirm('Keep ' + file.name))) await remove(file); }`,
    ]);
    concurrent([
      js`async function all(orders, shop) { for (const order of orders) if (await shop.confirm(\`order-\${order.id}\`)) await ship(order); }`,
      js`async function all(orders) { for (const order of orders) { const isPaid = await confirmPayment({ id: order.id }); if (isPaid) await ship(order); } }`,
      ts`async function all(orders: Order[]): Promise<void> { for (const order of orders) await this.shop.confirm(order); }`,
    ]);
  });

  describe('a question to a person, whose answer is taken', () => {
    sequential('serial-resource', [
      js`async function all(fields, ui) { const given = []; for (const field of fields) given.push(await ui.text({ message: \`Value of \${field}:\`, validate: isGiven })); return given; }`,
      js`async function all(users, terminal) { for (const user of users) user.secret = await terminal.read('New password: '); }`,
      ts`async function all(parts: Part[]): Promise<void> { for (const part of parts) part.size = await ui.pick({ message: part.name, choices: sizes }); }`,
    ]);
    concurrent([
      js`async function all(users, log) { for (const user of users) await log.add(user, 'Seen at:'); }`,
      js`async function all(fields, store) { const given = []; for (const field of fields) given.push(await store.text({ message: field.name })); return given; }`,
      ts`async function all(parts: Part[]): Promise<void> { for (const part of parts) part.size = await store.find(part, 'size:small'); }`,
    ]);
  });
});
