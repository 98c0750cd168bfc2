// What all iterations share without writing it by name: things in use, outputs that are filled, one target of writes,
// values that are set by whoever comes first.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: what all iterations share', () => {
  describe('a thing that is begun before an await and ended after it', () => {
    sequential('shared-state', [
      js`
        import { action } from 'shown';
        async function wipe(devices) {
          for (const device of devices) {
            action.start('wiping');
            await device.wipe();
            action.stop();
          }
        }
      `,
      ts`async function go(rows: Row[], spinner: Spinner) { for (const row of rows) { spinner.start(row.title); try { await row.save(); spinner.succeed(); } catch { spinner.fail(); } } }`,
      js`async function go(rows, dialog) { for (const row of rows) { if (row.big) { dialog.show(row.name); await load(row); dialog.hide(); } } }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (const row of rows) { const watch = watchOf(row); watch.start(); await convert(row); watch.stop(); } }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) { row.start(); await convert(row); row.stop(); } }`,
      js`async function go(rows, spinner) { spinner.start(); »for (const row of rows) await convert(row); spinner.stop(); }`,
    ]);
  });

  describe('what a called function adds to something that is handed to it', () => {
    sequential('visible-order', [
      js`
        async function copy(rows, target) {
          const text = await load(rows);
          target.write(text);
        }
        async function all(lists, target) {
          for (const list of lists) await copy(list, target);
          target.end();
        }
      `,
      ts`
        class Plan {
          async put({ part, queue }: { part: Part; queue: Queue }) { queue.enqueueJob(await this.load(part)); }
          async all(parts: Part[], queue: Queue) { for (const part of parts) await this.put({ part, queue }); }
        }
      `,
      js`async function all(rows, line) { for (const row of rows) { const text = await load(row); line.append(text); await row.done(); } }`,
    ]);
    concurrent([
      js`
        async function copy(row, target) { target.write(await load(row)); }
        async function all(rows) { »for (const row of rows) await copy(row, row.target); }
      `,
      ts`
        async function copy(row: Row) { const target = open(row); target.write(await load(row)); }
        async function all(rows: Row[]) { »for (const row of rows) await copy(row); }
      `,
      js`
        async function copy(row, target) { target.look(await load(row)); }
        async function all(rows, target) { »for (const row of rows) await copy(row, target); }
      `,
    ]);
  });

  describe('a callback that writes into what each iteration opens', () => {
    sequential('serial-resource', [
      js`async function put(files, image) { for (const file of files) await edit(image, 1, async (inside) => { await inside.writeFile(file.path, file.text); }); }`,
      ts`async function put(rows: Row[]) { for (const row of rows) { await store.open('rows', async (file) => { const old = await file.read(); await file.save(old, row); }); } }`,
    ]);
    concurrent([
      js`async function put(files) { »for (const file of files) await edit(file.image, async (inside) => { await inside.writeFile(file.path, file.text); }); }`,
      ts`async function put(rows: Row[]) { »for (const row of rows) await retry(3, async (attempt) => { await send(row, attempt); }); }`,
      js`async function get(rows, image) { const out = []; »for (const row of rows) out.push(await view(image, async (inside) => inside.read(row))); return out; }`,
    ]);
  });

  describe('one target', () => {
    sequential('visible-order', [
      js`async function go(parts, client, conversation) { for (const part of parts) await client.createMessage({ conversationId: conversation.id, text: part.text }); }`,
      ts`async function go(parts: Part[], threadId: string) { const ids = []; for (const part of parts) ids.push(await postMessage(threadId, part.text)); return ids; }`,
      js`async function go(groups, branch) { for (const group of groups) await republish({ group, targetBranch: branch }); }`,
      ts`async function go(patches: Patch[], branchName: string) { for (const one of patches) await api.commitFile(one.path, branchName); }`,
      js`function useFiles(shelf) { const { addFileToShelf } = useShelf(shelf); return async (files) => { for (const file of files) await addFileToShelf(file); }; }`,
    ]);
    concurrent([
      js`async function go(people, client) { »for (const person of people) await client.createMessage({ conversationId: person.room, text }); }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) await publish({ row, branch: row.branch }); }`,
      js`async function go(rows, branch) { const out = []; »for (const row of rows) out.push(await publish({ row, branch })); return out; }`,
      ts`async function go(people: Person[], team: Team) { »for (const person of people) await addPersonToTeam(person, team); }`,
      js`async function go(people, teamId) { »for (const person of people) await addPersonToTeam({ id: person.id, teamId }); }`,
      js`async function go(people, team) { »for (const person of people) await team.addPersonToList(person); }`,
    ]);
  });

  describe('a value that is set by whoever comes first, and is the same for all', () => {
    concurrent([
      js`
        async function go(names) {
          const all = {};
          »for (const name of names) {
            all.parts ??= { list: [] };
            const part = await load(name);
            all.parts.list.push(part);
          }
          return all;
        }
      `,
      ts`
        class Store {
          client?: Client;
          connection() { if (!this.client) { this.client = connect(this.url).then((made) => { this.made = made; return made; }); } return this.client; }
          async save(row: Row) { const client = await this.connection(); await client.save(row); }
          async all(rows: Row[]) { »for (const row of rows) await this.save(row); }
        }
      `,
      js`
        let tool;
        function toolOnce() { if (tool === undefined) { try { tool = require('tool'); } catch { return; } } return tool; }
        async function format(file) { toolOnce(); return tool.format(file); }
        async function all(files) { »for (const file of files) await format(file); }
      `,
      js`async function go(rows, state) { »for (const row of rows) { state.rows = state.rows || []; state.rows.push(await load(row)); } }`,
    ]);
    sequential('loop-carried', [
      js`async function go(rows) { let first; for (const row of rows) { await show(row, first); first ??= await load(row); } }`,
      ts`async function go(rows: Row[]) { let first: Row | undefined; for (const row of rows) { const made = await load(row, first); if (!first) first = made; } }`,
      js`async function go(rows, state) { for (const row of rows) { await load(row, state.first); state.first ||= 1; state.first = row; } }`,
    ]);
  });

  describe('a key of the iteration that it sets itself', () => {
    concurrent([
      js`async function all(owner, fields) { »for (const field of fields) owner[\`\${field}_of\`] = await find(field, owner.id); }`,
      js`async function all(paths) { const out = {}; »for (const path of paths) { const id = 'file/' + path; out[id] = { path }; const text = await load(path); out[id].text = text; } return out; }`,
    ]);
    sequential('loop-carried', [
      js`async function all(owner, fields) { for (const field of fields) owner[\`\${field}_of\`] = await find(field, owner.is_of); }`,
      js`async function all(owner, fields) { for (const field of fields) owner[\`\${field}\`] = await find(field, owner.id); }`,
      js`async function all(paths, out) { for (const path of paths) { const id = kind(path); const old = out[id]; const text = await load(path, old); out[id] = text; } return out; }`,
    ]);
  });

  describe('memory that all calls are handed', () => {
    sequential('serial-resource', [
      js`
        async function headsOf(files) {
          const head = Buffer.alloc(64);
          const heads = [];
          for (const file of files) {
            const handle = await open(file);
            await handle.read(head, 0, 64, 0);
            heads.push(head.toString('hex'));
          }
          return heads;
        }
      `,
      js`
        async function fillAll(paths, size) {
          const scratch = new Uint8Array(size);
          for (const path of paths) await deviceAt(path).fill({ into: scratch });
        }
      `,
      js`
        async function firstBytes(paths) {
          const first = [];
          const byte = new Uint8Array(1);
          for (const path of paths) {
            await peek(path, byte);
            first.push(byte[0]);
          }
          return first;
        }
      `,
    ]);
    concurrent([
      js`
        async function fillAll(paths) {
          for (const path of paths) {
            const own = Buffer.alloc(64);
            await deviceAt(path).fill(own);
          }
        }
      `,
      js`
        async function upload(paths, text) {
          const part = Buffer.alloc(64);
          const key = Buffer.from(text);
          for (const path of paths) await send(path, part.length, key, new Uint8Array([1, 2]));
        }
      `,
      js`
        const zeros = Buffer.alloc(16);
        async function open(letters, key) {
          const opened = [];
          »for (const letter of letters) opened.push(await decipher({ iv: zeros, key }, letter));
          return opened;
        }
      `,
      js`
        async function blank(paths) {
          const nothing = Buffer.alloc(512);
          »for (const path of paths) await fs.writeFile(path, nothing, { length: nothing.length });
        }
      `,
    ]);
  });
});
