// What ties iterations together outside the file: commands, contexts, documents, records, transactions.
import assert from 'node:assert/strict';
import { js, lint, ts } from './linted.js';
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

  describe('a collection from outside that a call is handed to fill', () => {
    sequential('chain', [
      js`async function go(dirs) { const found = []; for (const dir of dirs) await walk(dir, found); return found; }`,
      ts`async function go(mails: Mail[]) { const paths: string[] = [], held = []; try { for (const mail of mails) await this.deliver({ mail, paths }); } catch (e) { await undo(paths); } }`,
      ts`async function go(names: string[]) { const all: Choice = { answer: undefined }; for (const name of names) if (await mayReplace(name, all)) found.push(name); }`,
      js`async function go(names) { const seen = new Map(); for (let i = 0; i < names.length; i++) { await register(names[i], seen); } }`,
    ]);
    concurrent([
      js`async function go(dirs) { const found = []; »for (const dir of dirs) found.push(await walk(dir)); return found; }`,
      js`async function go(names) { const all = { answer: 'yes' }; »for (const name of names) if (await mayReplace(name, all)) found.push(name); }`,
      js`async function go(dirs) { const rules = []; rules.push(...known); »for (const dir of dirs) await sweep(dir, rules); }`,
      ts`async function go(dirs: string[]) { »for (const dir of dirs) { const found: string[] = []; await walk(dir, found); await keep(dir, found); } }`,
    ]);
  });

  describe('messages that are handled', () => {
    sequential('chain', [
      js`async function go(change) { for (const message of change.messages) await messageHandler(message, change); }`,
      ts`async function go(events: Event[]) { for (const event of events) { if (event.old) await this.handleOld(event); else await this.handleNew(event); } }`,
      js`async function go(queue) { for (const update of queue.updates) { try { await handle(update); } catch (e) { report(e); } } }`,
    ]);
    concurrent([
      js`async function go(change) { »for (const message of change.messages) await archive(message); }`,
      ts`async function go(files: File[]) { »for (const file of files) await this.handleFile(file); }`,
      js`async function go(events) { »for (const event of events) found.push(await lookUp(event.id)); }`,
    ]);
  });

  describe('what one receiver is sent', () => {
    sequential('visible-order', [
      js`async function go(actions, user) { for (const action of actions) await client.sendAction(user.id, action); }`,
      ts`async function go(parts: Part[]) { for (const part of parts) { await this.bot.reply(chat, part.text); } }`,
      js`async function go(lines, room) { for (const line of lines) await say(room, line, { quiet: true }); }`,
    ]);
    concurrent([
      js`async function go(users, text) { »for (const user of users) await client.sendText(user.id, text); }`,
      ts`async function go(users: User[]) { »for (const user of users) await send(user); }`,
      js`async function go(rows) { »for (const row of rows) await send(row.to, row.text); }`,
    ]);
  });

  describe('the same write beside others', () => {
    sequential('repeated', [
      js`async function go(keys, team) { for (const key of keys) { await setKey(key); await setTeam(team, (old) => old + 1); } }`,
      ts`async function go(rows: Row[]) { for (const row of rows) { await store.add(row.id, row); await store.commit(); } }`,
      js`class A { async go(names) { for (const name of names) { const one = await load(name); this.all.push(one); await this.publish(); } } }`,
    ]);
    concurrent([
      js`async function go(keys) { »for (const key of keys) { await setKey(key); await setTeam(key.team, (old) => old + 1); } }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) { const now = await readClock(); await store.add(row.id, now); } }`,
      js`async function go(kinds) { »for (const kind in kinds) { if (kind === 'main') await queue.add(job); else await others.add({ job, kind }); } }`,
    ]);
  });

  describe('entries that all iterations of an outer loop write', () => {
    for (const code of [
      'async function go(locales, kinds) { for (const locale of locales) {\n for (const kind of kinds) await upgrade(kind, locale); } }',
      'async function go(stages) { for (const stage of stages) {\n for (const dir of this.dirs) { if (stage === 1) await remove(dir); else await create(dir); } } }',
      'async function go(n, all) { for (let round = 0; round < n; round++) {\n for (const one of all) { await save(one, round); } } }',
    ]) {
      it(`leaves the outer loop, reports the inner: ${code}`, () => {
        const { messages } = lint(code, 'js', 'espree');
        assert.deepEqual(
          messages.map(({ line }) => line),
          [2],
        );
      });
    }
    concurrent([
      js`async function go(locales, kinds) { »for (const locale of locales) for (const kind of kinds) found.push(await read(kind, locale)); }`,
      js`async function go(teams) { »for (const team of teams) for (const one of team.people) await invite(one, team); }`,
      ts`async function go(teams: Team[], rights: Right[]) { »for (const team of teams) { await create(team); for (const right of rights) await grant(team.id, right); } }`,
    ]);
  });

  describe('promises that what is iterated starts', () => {
    sequential('nothing-to-overlap', [
      js`async function go(jobs) { for (const job of new Stream(jobs).batch(9).buffer(8)) await job; }`,
      ts`async function go(jobs: Jobs) { for (const [name, job] of prefetch(jobs, 9)) done[name] = await job; }`,
      js`async function go(jobs) { for (const job of new Pool(jobs)) { done.push(await job); } }`,
    ]);
    concurrent([
      js`async function go(jobs) { »for (const job of jobs) done.push(await job); }`,
      ts`async function go(jobs: Jobs) { »for (const [name, job] of Object.entries(jobs)) done[name] = await job; }`,
      js`async function go(jobs) { »for (const job of jobs.slice(1)) done.push(await job); }`,
    ]);
  });

  describe('a bound that is asked for again', () => {
    sequential('condition', [
      js`async function go(pad, from) { let at = from; while (at < pad.headNumber()) { at++; merge(await pad.load(at)); } }`,
      ts`async function go(list: Many) { for (let i = 0; i < list.size(); i++) { found.push(await list.at(i)); } }`,
      js`async function go() { let i = 0; do { await step(i); i++; } while (i < count()); }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (let i = 0; i < Math.ceil(rows.length / 2); i++) found.push(await read(rows[2 * i])); }`,
      ts`async function go(list: Many) { »for (let i = 0; i < list.size; i++) { found.push(await list.at(i)); } }`,
      js`async function go(o) { const all = Object.keys(o); »for (let i = 0; i < Object.keys(o).length; i++) found.push(await read(all[i])); }`,
    ]);
  });

  describe('statements of a script', () => {
    sequential('chain', [
      js`async function go(statements) { for (const statement of statements) await db.exec(statement); }`,
      ts`async function go(rows: Row[]) { for (const row of rows) { try { await pool.query(row.sql); } catch (e) { failed.push(e); } } }`,
      js`async function go(lines) { for (let i = 0; i < lines.length; i++) { const stmt = lines[i]; await this.conn2.run(stmt, []); } }`,
    ]);
    concurrent([
      js`async function go(queries) { »for (const query of queries) found.push(await db.query(query)); }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) await db.exec(text, row.id); }`,
      js`async function go(queries) { »for (const query of queries) await keep(query); }`,
    ]);
  });

  describe('a callback that is told of each', () => {
    sequential('chain', [
      js`async function go(lines, onLine) { for (const line of lines) await onLine(line); }`,
      ts`async function go(rows: Row[], iteratee: (row: Row, at: number) => Promise<void>) { let at = 0; for (const row of rows) await iteratee(row, at++); }`,
      js`const go = (nodes, { visitor }) => nodes.all(async () => { for (const node of nodes) { await visitor(node); } });`,
    ]);
    concurrent([
      js`async function go(lines, callback) { »for (const line of lines) await callback(line); }`,
      ts`async function go(rows: Row[], load: Load) { »for (const row of rows) found.push(await load(row)); }`,
      js`async function go(lines) { »for (const line of lines) await onLine(line); } async function onLine(line) { await keep(line); }`,
    ]);
  });

  describe('a function that another makes for the item', () => {
    concurrent([
      js`async function go(rows, reader) { »for (const row of rows) { const query = reader.prepare(row); found.push(await query(1)); } }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) { const send = sender(row.to); await send(row.text); } }`,
      js`async function go(names) { »for (const name of names) { const read = bind(name); found.push(await read()); } }`,
    ]);
    sequential('chain', [
      js`async function go(rows) { for (const row of rows) { const work = row.work; await work(1); } }`,
      ts`async function go(rows: Row[]) { for (const row of rows) { const { run } = await load(row); await run(); } }`,
      js`async function go(table, names) { for (const name of names) { const work = table[name]; await work(); } }`,
    ]);
  });

  describe('a list that an entry has', () => {
    concurrent([
      js`async function go(folders) { »for (const [name, paths] of folders) done[name] = await Promise.all(paths.map(read)); }`,
      ts`async function go(teams: Team[]) { »for (const { people } of teams) found.push(await Promise.all(people.map(load))); }`,
      js`async function go(all) { »for (const [key, names] of Object.entries(all)) { const texts = await Promise.all(names.map(read)); done[key] = texts; } }`,
    ]);
    sequential('already-concurrent', [
      js`async function go(groups) { for (const group of groups) await Promise.all(group.map(send)); }`,
      ts`async function go(chunks: Row[][]) { for (const [at, chunk] of chunks.entries()) await Promise.all(chunk.map((row) => send(row, at))); }`,
      js`async function go(list) { for (let i = 0; i < list.length; i += 9) { const few = (list ?? []).slice(i, i + 9); await Promise.allSettled(few.map(send) ?? []); } }`,
    ]);
  });

  describe('the last answer of many writes', () => {
    sequential('visible-order', [
      js`async function go(names) { let answer; for (const name of names) answer = await toggle.invoke(name); return answer; }`,
      ts`async function go(names: string[]) { let state: State | undefined; for (const name of names) { state = await api.update({ name }); } return state; }`,
      js`async function go(rows) { let last; for (let i = 0; i < rows.length; i++) { if (rows[i].on) last = await post(rows[i]); } return last; }`,
    ]);
    concurrent([
      js`async function go(names) { let answer; »for (const name of names) answer = await find(name); return answer; }`,
      ts`async function go(names: string[]) { »for (const name of names) { const state = await api.update({ name }); seen.push(state); } }`,
      js`
        async function go(rows) {
          let failed;
          »for (const row of rows) {
            try {
              await post(row);
            } catch (error) {
              failed = error;
            }
          }
          return failed;
        }
      `,
    ]);
  });

  describe('values that a called generator gives', () => {
    concurrent([
      js`async function go(dirs) { »for (const dir of dirs) { let n = 0; for await (const file of files(dir)) n += file.size; sizes.push(n); } } async function* files(dir) { for (const one of await list(dir)) yield one; }`,
      ts`class A { async go(keys: string[]) { »for (const key of keys) { const all = [...this.parts(key)]; found.push(await read(all)); } } *parts(key: string) { yield key; yield '.'; } }`,
      js`async function go(rows) { »for (const row of rows) { for (const part of split(row)) await keep(part, row); } } function* split(row) { yield* row.parts; }`,
    ]);
    sequential('visible-order', [
      js`async function* go(rows) { for (const row of rows) yield await read(row); }`,
      ts`async function* go(rows: Row[]) { for (const row of rows) { const text = await read(row); if (text) yield text; } }`,
      js`class A { async *go() { for (const row of this.rows) { yield* (await read(row)).parts; } } }`,
    ]);
  });

  describe('tables that are brought in line', () => {
    sequential('serial-resource', [
      js`async function go(models, options) { for (const model of models) await model.sync({ ...options, alter: true }); }`,
      ts`async function go(models: Model[]) { for (const model of models) { await model.sync({ force: false }); } }`,
      js`exports.up = async function (knex) { for (const row of rows) await knex('pages').where({ id: row.id }).update({ kind: row.kind }); };`,
    ]);
    concurrent([
      js`async function go(folders) { »for (const folder of folders) await folder.sync({ deep: true }); }`,
      ts`async function go(models: Model[]) { »for (const model of models) found.push(await model.count({ force: 1 })); }`,
      js`exports.load = async function (knex) { »for (const row of rows) found.push(await knex('pages').where({ id: row.id })); };`,
    ]);
  });

  describe('one connection by its class, or by what is begun on it', () => {
    sequential('serial-resource', [
      ts`class MainQueryRunner { async addAll(columns: Column[]) { for (const column of columns) await this.add(column); } }`,
      js`class A { async go(keys) { await this.db.run('BEGIN TRANSACTION'); for (const key of keys) await this.db.run(insert, key); await this.db.run('COMMIT'); } }`,
      js`async function sync(rows) { await store.db.query('BEGIN'); await each(rows); await store.db.query('COMMIT'); } async function each(rows) { for (const row of rows) await store.db.put(row); }`,
      js`async function go(names) { for (const name of names) await run(connectionOf(db), \`CREATE EXTENSION IF NOT EXISTS "\${name}"\`); }`,
    ]);
    concurrent([
      ts`class MainQueryBuilder { async addAll(columns: Column[]) { »for (const column of columns) await this.add(column); } }`,
      js`class A { async go(keys) { await this.other.run('BEGIN'); »for (const key of keys) await this.db.store(key, 1); } }`,
      js`async function sync(store) { await store.db.query('BEGIN'); } async function each(store, rows) { »for (const row of rows) await store.db.put(row); }`,
      js`async function go(names) { »for (const name of names) await run(source, \`SELECT * FROM \${name}\`); }`,
    ]);
  });

  describe('what one page or one process has one of', () => {
    sequential('visible-order', [
      js`function useFiles() { const [name, setName] = useState(''); const all = async (files) => { for (const file of files) { setName(file.name); await upload(file); } }; return { name, all }; }`,
      js`async function all(files) { for (const file of files) { status.textContent = file.name; await upload(file); } }`,
      ts`async function all(names: string[]): Promise<void> { for (const name of names) { process.env['NAME'] = name; await build(name); } }`,
    ]);
    sequential('serial-resource', [
      js`async function all(dirs) { for (const dir of dirs) { process.chdir(dir); await build(dir); } }`,
    ]);
    concurrent([
      js`function useFiles() { const [rows, setRows] = useState([]); const all = async (files) => { »for (const file of files) { const row = await upload(file); setRows((known) => known.filter((each) => each.id !== row.id)); } }; return { rows, all }; }`,
      js`async function all(files) { »for (const file of files) { file.status = file.name; await upload(file); } }`,
      js`async function all(files) { const out = []; »for (const file of files) { const own = {}; own.name = file.name; out.push(await send(own)); } return out; }`,
      ts`async function all(dirs: string[]): Promise<void> { process.chdir('/'); »for (const dir of dirs) await build(dir); }`,
    ]);
  });

  describe('events, progress and cancelling', () => {
    sequential('visible-order', [
      js`async function go(chats) { for (const chat of chats) await source.emit('deleted', chat.name); }`,
      ts`async function go(files: string[]) { for (let i = 0; i < files.length; i++) { await unlink(files[i]!); emitProgress('removing', i + 1, files.length); } }`,
      js`class A { async go(rows) { for (const row of rows) { this.reportProgress(row.id, rows.length); await this.keep(row); } } }`,
    ]);
    sequential('early-exit', [
      js`async function go(files) { for (const file of files) { checkCancelled(); await unlink(file); } }`,
      ts`async function go(files: string[], signal: AbortSignal) { for (const file of files) { signal.throwIfAborted(); found.push(await read(file)); } }`,
      js`class A { async go(rows) { for (const row of rows) { await keep(row); this.ensureNotAborted(); } } }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (const row of rows) await row.emit('done'); }`,
      ts`async function go(files: string[]) { const progress = readProgress(); »for (const file of files) { await store(file, progress); } }`,
      js`async function go(orders) { »for (const order of orders) { await cancelOrder(order); } }`,
    ]);
  });

  describe('settings, and programs that change one tree', () => {
    sequential('serial-resource', [
      js`class A { async go() { for (const field in this.props.settings.user) await this.props.settings.remove(field); } }`,
      ts`async function go(names: string[], preferences: Prefs) { for (const name of names) { await preferences.set(name, true); } }`,
      js`async function go(names) { for (const name of names) await installThing(name); } async function installThing(name) { await keep(name); }`,
    ]);
    sequential('chain', [
      js`async function go(names) { for (const name of names) await execa('docker', ['compose', 'up', '-d', name]); }`,
      ts`async function go(names: string[]) { for (const name of names) await exec('git add ' + name); }`,
      js`async function go(names) { for (const name of names) await $\`git add \${name}\`; }`,
      js`async function go(dirs) { for (const dir of dirs) await run('npm', ['publish'], { cwd: dir }); }`,
    ]);
    concurrent([
      js`async function go(names, settings) { »for (const name of names) found.push(await settings.get(name)); }`,
      ts`async function go(names: string[]) { »for (const name of names) await execa('convert', [name, name + '.png']); }`,
      js`async function go(names) { »for (const name of names) await $\`convert \${name}\`; }`,
      js`async function go(names) { »for (const name of names) out.push(await execa('git', ['show', name])); }`,
    ]);
  });
});
