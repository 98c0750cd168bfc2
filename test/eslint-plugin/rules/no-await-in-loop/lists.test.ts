// Lists whose order shows where they are used: the last one is told so, parts grow, migrations are run.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: lists whose order shows', () => {
  describe('an item that is told that it is the last', () => {
    sequential('stated', [
      js`async function send(files) { let count = 0; for (const file of files) { count++; await post('/files', { file, last: count === files.length }); } }`,
      ts`async function send(parts: Part[]) { for (let i = 0; i < parts.length; i++) { const isLast = i === parts.length - 1; await upload(parts[i], isLast ? 'end' : 'more'); } }`,
    ]);
    concurrent([
      js`async function send(parts) { »for (let i = 0; i < parts.length; i++) await upload(parts[i], i === 0); }`,
      ts`async function send(parts: Part[]) { »for (let i = 0; i < parts.length; i++) { logger.info('sending', i === parts.length - 1); await upload(parts[i]); } }`,
      js`async function get(parts) { const out = []; »for (let i = 0; i < parts.length; i++) out.push(await fetchPart(parts[i], i === parts.length - 1)); return out; }`,
    ]);
  });

  describe('a part that grows', () => {
    sequential('chain', [
      js`async function make(path) { const parts = path.split('/'); for (let depth = 1; depth <= parts.length; depth++) { const folder = parts.slice(0, depth).join('/'); await mkdir(folder); } }`,
      ts`async function make(parts: string[]) { for (let i = 0; i < parts.length; i++) await createFolder(parts.slice(0, i + 1)); }`,
    ]);
    concurrent([
      js`async function make(lists) { »for (let i = 0; i < lists.length; i++) await mkdir(lists[i].slice(0, 8)); }`,
      ts`async function read(parts: string[]) { const out = []; »for (let i = 1; i <= parts.length; i++) out.push(await stat(parts.slice(0, i).join('/'))); return out; }`,
    ]);
  });

  describe('migrations, whatever runs their statements', () => {
    sequential('chain', [
      ts`async function all(names: string[]) { for (const migrationName of names) { await base.batch(statementsOf(migrationName)); } }`,
      js`async function all(migrations) { for (const migration of migrations) { const command = textOf(migration.name); const said = await executeSql({ command }); results.push(said); } }`,
    ]);
    concurrent([
      js`async function all(migrations) { »for (const migration of migrations) await rm(migration.path); }`,
      js`async function all(tables) { »for (const table of tables) { const command = textOf(table.name); await executeSql({ command }); } }`,
    ]);
  });

  describe('programs by another name', () => {
    sequential('chain', [
      js`const run = promisify(exec); async function all(files) { for (const file of files) await run(\`git mv \${file} old/\${file}\`); }`,
    ]);
    concurrent([
      js`const run = promisify(exec); async function all(files) { »for (const file of files) await run(\`convert \${file} old/\${file}\`); }`,
    ]);
  });

  describe('output that is always the same', () => {
    concurrent([
      js`async function all(files) { »for (const file of files) { await compress(file); process.stdout.write('.'); } }`,
    ]);
    sequential('visible-order', [
      js`async function all(files) { for (const file of files) { await compress(file); process.stdout.write(file); } }`,
    ]);
  });

  describe('a function that is named after what it shows', () => {
    sequential('visible-order', [
      js`async function all(lines, api) { const displayLine = async (line) => { const name = await api.fetchName(line.id); console.debug(name, line.text); }; for (const line of lines) await displayLine(line); }`,
    ]);
    concurrent([
      js`async function all(lines, api) { const loadLine = async (line) => { const name = await api.fetchName(line.id); console.debug(name, line.text); }; »for (const line of lines) await loadLine(line); }`,
    ]);
  });

  describe('a guard before what ends the run', () => {
    sequential('early-exit', [
      js`async function move(rows, api) { for (const row of rows) { const old = await api.save(row); if (old.ok) { count(old); continue; } throw new Error(row.name); } }`,
      ts`async function move(rows: Row[]) { for (const row of rows) { const said = await update(row); if (!said) continue; if (row.broken) throw new Error(row.name); } }`,
    ]);
    concurrent([
      js`async function move(rows) { »for (const row of rows) { if (row.skipped) continue; if (!row.id) throw new Error(row.name); await save(row); } }`,
    ]);
  });

  describe('what listens is not waited for', () => {
    concurrent([
      js`async function all(rows, out) { »for (const row of rows) { const link = await makeLink(row); link.on('click', async () => { await waitForAnswer(); await confirm('really'); }); out.push(link); } }`,
    ]);
    sequential('time', [
      js`async function all(rows) { for (const row of rows) { await convert(row); await within(row, async () => { await waitForAnswer(); }); } }`,
    ]);
  });

  describe('an answer of its own that each waits for', () => {
    concurrent([
      ts`async function all(rows: Row[]) { const out = []; »for (const row of rows) { const id = await submit(row); const made = await pollResult(id, team); out.push(made); } return out; }`,
    ]);
    sequential('time', [
      js`async function all(rows) { for (const row of rows) { await submit(row); await waitForQueue(row); } }`,
      js`async function all(rows, out) { for (const row of rows) { await submit(row); out.push(await pollResult(team)); } }`,
    ]);
  });

  describe('methods that an arrow function in an object calls', () => {
    sequential('loop-carried', [
      ts`
        class Gate {
          #open = 0;
          async #choose(url: string) { if (this.#open > 9) return undefined; const one = await this.look(url); this.#open += one.size; return one; }
          options() { return { run: async (urls: string[]) => { for (const url of urls) await this.#choose(url); } }; }
        }
      `,
    ]);
  });
});
