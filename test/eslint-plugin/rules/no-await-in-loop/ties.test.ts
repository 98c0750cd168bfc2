// What ties iterations together outside the file: commands, contexts, documents, records, transactions.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: ties outside the file', () => {
  describe('commands of the items', () => {
    sequential('chain', [
      js`async function set(up) { for (const cmd of up) await exec(cmd, { cwd }); }`,
      ts`async function set(steps: Step[]) { for (const { command, args } of steps) { const done = await execa(command, args); codes.push(done.code); } }`,
      js`async function set(lines) { for (let i = 0; i < lines.length; i++) await shell.run(lines[i].script); }`,
    ]);
    concurrent([
      js`async function set(up) { »for (const file of up) await exec('touch', [file]); }`,
      ts`class Use { async set(rows: Row[]) { »for (const row of rows) { const command = make(row); await this.useCase.execute(command); } } }`,
      js`async function set(up, cmd) { »for (const file of up) found.push(await inspect(cmd, file)); }`,
    ]);
  });

  describe('a context that each fills for the next', () => {
    sequential('chain', [
      js`async function go(parts, ctx) { for (const part of parts) await part.prepare(ctx); }`,
      ts`async function go(parts: Part[]) { const context = {}; for (const part of parts) { try { await part.load({ context, quick: true }); } catch (e) { failed.push(e); } } }`,
      js`class A { async go() { for (const part of this.parts) await part.enter(this.state); } }`,
    ]);
    concurrent([
      js`async function go(parts, ctx) { »for (const part of parts) found.push(await part.prepare(ctx)); }`,
      ts`async function go(parts: Part[]) { »for (const part of parts) await part.save({ quick: true }); }`,
      js`async function go(users, mail) { »for (const user of users) await user.greet(mail); }`,
    ]);
  });

  describe('the whole list beside the item', () => {
    sequential('chain', [
      js`async function go(all) { for (const one of all) await publish(one, all); }`,
      ts`async function go(names: string[], root: string) { for (const name of names) done[name] = await publishPackage({ name, names, root }); }`,
      js`class A { async go(rows) { for (const row of rows) { await this.api.update(row.id, rows); } } }`,
    ]);
    concurrent([
      js`async function go(all) { »for (const one of all) found.push(await compare(one, all)); }`,
      ts`async function go(names: string[], root: string) { »for (const name of names) await publishPackage({ name, root }); }`,
      js`async function go(rows) { »for (const row of rows) await save(row, rows.length); }`,
    ]);
  });

  describe('groups that run concurrently by another name', () => {
    sequential('already-concurrent', [
      js`async function go(groups) { for (const group of groups) await runConcurrently(group); }`,
      ts`async function go(groups: Group[][]) { for (const group of groups) await renderConcurrent({ parts: group.map((part) => () => part.draw()), out }); }`,
      js`async function go(list) { for (let i = 0; i < list.length; i += 9) await tasks.parallel(list.slice(i, i + 9)); }`,
    ]);
    concurrent([
      js`async function go(groups) { »for (const group of groups) await store(group); }`,
      js`async function go(all, limit) { »for (const one of all) found.push(await concurrently.read(one, limit)); }`,
      ts`async function go(groups: Group[]) { »for (const group of groups) await keepParallelism(group.id); }`,
    ]);
  });

  describe('a document that is put together', () => {
    sequential('serial-resource', [
      js`async function go(pages) { const pdf = await PDF.create(); for (const page of pages) { const part = await pdf.embedPage(page); out.push(part); } }`,
      ts`async function go(rows: Row[], worksheet: Worksheet) { for (const row of rows) await worksheet.addRow(row); }`,
      js`async function go(files) { const out = new ZipWriter(); for (const file of files) await out.add(file.name, file.body); }`,
    ]);
    concurrent([
      js`async function go(pages, pdf) { »for (const page of pages) found.push(await pdf.readPage(page)); }`,
      js`async function go(files) { »for (const file of files) { const pdf = await PDF.load(file); await pdf.addPage(); } }`,
      ts`async function go(names: string[], zip: Zip) { »for (const name of names) texts.push(await zip.file(name).async('string')); }`,
    ]);
  });

  describe('a record that items may share', () => {
    sequential('chain', [
      js`async function go(posts) { for (const post of posts) { const had = await counts.get(post.authorId); await counts.set(post.authorId, had + 1); } }`,
      ts`async function go(steps: Step[]) { for (const step of steps) { const old = await feeds.findOne(step.id); let feed = await feeds.findOne({ name: old.name }); if (!feed) feed = await feeds.create({ name: old.name }); } }`,
      js`class A { async go(nodes) { for (const node of nodes) { const id = await resolve(node.at); const entry = await this.store.load(id); if (entry.old) await this.store.save({ [id]: node }); } } }`,
    ]);
    concurrent([
      js`async function go(posts) { »for (const post of posts) { const had = await counts.get(post.id); await counts.set(post.id, had + 1); } }`,
      ts`async function go(users: User[]) { »for (const user of users) { const had = await counts.get(user.userId); await counts.set(user.userId, had); } }`,
      js`async function go(posts) { »for (const post of posts) { const author = await people.get(post.authorId); await mails.send(post.authorId, author); } }`,
    ]);
  });

  describe('a transaction around the loop', () => {
    sequential('serial-resource', [
      js`async function go(ids) { await this.withTransaction(async () => { for (const id of ids) await this.drop(id); }, 'drop'); }`,
      ts`async function go(keys: Key[]) { await store.transaction(async () => { await begin(); for (const key of keys) await store.set(key.id, key); }); }`,
      js`const go = (ids) => runInTransaction(function () { return each(async () => { for (const id of ids) await remove(id); }); });`,
    ]);
    concurrent([
      js`async function go(ids) { await withTransaction(() => begin()); »for (const id of ids) await this.drop(id); }`,
      ts`async function go(keys: Key[]) { await store.exclusively(async () => { »for (const key of keys) await store.keep(key.id, key); }); }`,
      js`async function listTransactions(ids) { »for (const id of ids) found.push(await read(id)); }`,
    ]);
  });

  describe('promises that are awaited together elsewhere', () => {
    sequential('nothing-to-overlap', [
      js`async function go(jobs) { const started = jobs.map(begin); await Promise.all(started); for (const job of started) done.push(await job); }`,
      ts`async function go(started: Map<string, Promise<string>>) { await Promise.all(started.values()); for (const [key, name] of started) names[key] = await name; }`,
      js`async function go(started, single) { let all = []; if (single) { for (const one of started) all.push(await one); } else all = await Promise.all(started); return all; }`,
    ]);
    concurrent([
      js`async function go(jobs) { const started = jobs.map(begin); »for (const job of started) done.push(await job); }`,
      js`async function go(started, others) { await Promise.all(others); »for (const job of started) done.push(await job); }`,
      ts`async function go(jobs: Job[]) { await Promise.all(jobs.map(prepare)); »for (const job of jobs) done.push(await run(job)); }`,
    ]);
  });

  describe('what the iterations gather is written by each', () => {
    sequential('shared-state', [
      js`async function go(rows) { const all = []; for (const row of rows) { all.push(row); await save([...all]); } }`,
      ts`async function go(rows: Row[]) { const used = new Map<string, number>(); for (const row of rows) { used.set(row.kind, row.size); await service.update([...used.values()]); } }`,
      js`class A { async go(names) { for (const name of names) { this.seen.add(name); await store({ seen: this.seen }); } } }`,
    ]);
    concurrent([
      js`async function go(rows) { const all = []; »for (const row of rows) { all.push(row); await save(row); } await save(all); }`,
      js`async function go(rows) { const all = {}; »for (const row of rows) { all[row.id] = row; await save(all[row.id]); } }`,
      ts`async function go(rows: Row[]) { const kept: Row[] = []; »for (const row of rows) { await save(row); kept.push(row); } return kept; }`,
    ]);
  });
});
