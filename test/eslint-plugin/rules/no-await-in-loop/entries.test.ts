// Lists whose entries do something when they are called, and what a write is about.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: entries that act', () => {
  describe('entries that are run', () => {
    sequential('chain', [
      js`async function go(tasks) { for (const task of tasks) await task.run(); }`,
      ts`async function go(parts: Part[]) { for (const { name, part } of parts) { mark(name); await part.init(name); } }`,
      js`class A { async go() { for (const job of this.jobs) { try { await job.execute(this.options); } catch (error) { report(error); } } } }`,
    ]);
    concurrent([
      js`async function go(queries) { const rows = []; »for (const query of queries) rows.push(await query.execute()); return rows; }`,
      ts`async function go(names: string[]) { »for (const name of names) await pool.run(name); }`,
      js`async function go(workers) { »for (const worker of workers) await worker.close(); }`,
    ]);
  });

  describe('entries by the name of their list, or by their index', () => {
    sequential('chain', [
      js`async function up(migrations) { for (const each of migrations) await each.up(); }`,
      js`async function before(hooks, request) { for (let i = 0; i < hooks.length; i++) await hooks[i].handle(request); }`,
      ts`async function before(list: Hook[], context: Context, args: unknown[]): Promise<void> { for (let i = 0; i < list.length; i++) { const { callback } = list[i]!; await callback.call(context, ...args); } }`,
      js`class Runner { async all(request) { for (const each of this.middlewares) await each.handle(request); } }`,
      js`async function all(list, context) { for (const each of list) { const run = each.run; await run.apply(context, [each]); } }`,
      js`async function bring(layers, context) { for (const layer of layers) await oldLayerMigration(context, layer); }`,
      js`async function undo(actions, cart) { for (const { cleanup } of actions) cleanup && (await cleanup(cart)); }`,
      js`async function start(modules, app) { for (const module of modules) await bootstrapModule(module, app); }`,
    ]);
    concurrent([
      js`async function bring(layers) { const out = []; »for (const layer of layers) out.push(await findMigration(layer)); return out; }`,
      js`async function undo(actions) { »for (const { cleanup } of actions) cleanup && (await cleanup()); }`,
      js`async function stop(plugins) { »for (const each of plugins) await each.close(); }`,
      js`async function names(users) { const out = []; »for (let i = 0; i < users.length; i++) out.push(await users[i].load()); return out; }`,
      ts`async function all(stages: Stage[]): Promise<void> { »for (let i = 0; i < stages.length; i++) await stages[i]!.destroy(); }`,
      js`async function all(clients, request) { const out = []; »for (const client of clients) out.push(await client.call(request)); return out; }`,
    ]);
  });

  describe('hooks that only some items have', () => {
    sequential('chain', [
      js`async function go(parts) { for (const part of parts) { if (typeof part.onLeave === 'function') await part.onLeave(state); } }`,
      ts`async function go(rules: Rule[]) { for (const rule of rules) { if (typeof rule.check === 'function') { const problem = await rule.check(text); if (problem) problems.push(problem); } } }`,
      js`async function go(parts) { for (const part of parts) { if (part.on && typeof part.onError === 'function') { await settled(part.onError(state)); } } }`,
      ts`async function go(parts: Part[], server: Server) { for (const part of parts) { if (part.onStart) { await timed(part, () => part.onStart!(server)); } } }`,
      js`async function go(parts) { for (const { spec } of parts) { if (spec.main) await spec.main(state); } }`,
    ]);
    concurrent([
      js`async function go(parts) { »for (const part of parts) { if (part.children) found.push(await part.children()); } }`,
      js`async function go(parts) { »for (const part of parts) { if (part.isOld) await part.remove(); } }`,
      js`async function go(rows) { »for (const row of rows) { if (typeof row.id === 'string') await row.remove(); } }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) { names.push(typeof row.name === 'function' ? await row.name() : row.name); } }`,
      js`async function go(rows) { »for (const row of rows) { if (typeof row.name === 'function' && (await row.name())) found.push(row); } }`,
    ]);
  });

  describe('modules that are loaded for what they do', () => {
    sequential('chain', [
      js`async function go(paths) { for (const path of paths) await import(path); }`,
      ts`async function go(names: string[]) { for (const name of names) { await import('./polyfills/' + name + '.js'); } }`,
      js`async function go(paths) { for (const path of paths) { try { await import(path); } catch (error) { warn(path); } } }`,
    ]);
    concurrent([
      js`async function go(paths) { const modules = []; »for (const path of paths) modules.push(await import(path)); return modules; }`,
      js`async function go(paths) { const modules = []; »for (const path of paths) modules.push(await load(path)); return modules; } const load = async (path) => import(path);`,
      ts`async function go(names: string[]) { »for (const name of names) { const { rules } = await import(name); found.push(...rules); } }`,
    ]);
  });

  describe('statements in a list', () => {
    sequential('chain', [
      js`async function go(runner, queries) { for (let i = 0; i < queries.length; i++) await runner.query(queries[i]); }`,
      ts`class A { async go() { for (const query of makeQueries()) { await this.driverExecuteOne(query); } } }`,
      js`async function go(db) { for (const i in this.statements) await db.run(this.statements[i]); }`,
    ]);
    concurrent([
      js`async function go(db, ids) { const rows = []; »for (let i = 0; i < ids.length; i++) rows.push(await db.query(ids[i])); return rows; }`,
      ts`class A { async go(names: string[]) { »for (const name of names) { await this.driverRemoveOne(name); } } }`,
      js`async function go(queries) { »for (const query of queries) await removeQuery(query); }`,
    ]);
  });

  describe('commands by their name', () => {
    sequential('chain', [
      js`async function go(parts) { for (const part of parts) await runSetupCommand({ path: part.path }); }`,
      ts`async function go(parts: Part[]) { for (const part of parts) await this.executeShellScript(part.text); }`,
      ts`async function go(parts: string[][], folder: string) { for (const part of parts) await this.runNpm(['add', ...part], folder); }`,
      js`async function go(parts) { for (const part of parts) await spawnCommand(part); } function spawnCommand(part) { return spawnAsync('setup.exe', [part.path]); }`,
    ]);
    concurrent([
      js`async function go(names) { const out = []; »for (const name of names) out.push(await readCommand(name)); return out; }`,
      ts`async function go(names: string[]) { »for (const name of names) await deleteCommand(name); }`,
      js`async function go(names) { »for (const name of names) await runWorker(name); }`,
      js`async function go(names) { const out = []; »for (const name of names) out.push(await runGit(['show', name])); return out; }`,
    ]);
  });

  describe('the context that a write is handed first', () => {
    sequential('visible-order', [
      js`async function go(ctx, id, parts) { for (const part of parts) await service.update(ctx, id, { part }); }`,
      ts`async function go(request: Request, store: Store, rows: Row[]) { for (const row of rows) { await store.save(request, store.key, row); } }`,
      js`async function go(team, parts) { for (const part of parts) await updateTeam(getContext(), team, part); }`,
    ]);
    concurrent([
      js`async function go(rows) { »for (const row of rows) await queue.sendMessage(randomUUIDv4(), { row }, row.id); }`,
      js`async function go(ctx, rows) { »for (const row of rows) await service.update(ctx, row.id, { seen: true }); }`,
      ts`async function go(request: Request, rows: Row[]) { »for (const row of rows) { await store.save(request, row); } }`,
      js`async function go(org, teams) { »for (const team of teams) await updateTeam(getContextOf(org), team, { open: true }); }`,
    ]);
  });
});
