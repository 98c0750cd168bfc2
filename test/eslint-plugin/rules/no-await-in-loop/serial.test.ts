// Serial resources: they do one operation at a time, so a second one would wait, fail or mix with the first.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: serial resources', () => {
  describe('transactions, sessions, connections', () => {
    sequential('serial-resource', [
      js`
        async function save(db, rows) {
          await db.transaction(async (work) => {
            for (const row of rows) {
              await work.insert(row);
            }
          });
        }
      `,
      js`
        async function save(prisma, rows) {
          await prisma.$transaction(async (inner) => {
            for (const { id, name } of rows) await inner.row.update({ where: { id }, data: { name } });
          });
        }
      `,
      js`
        async function save(pool, rows) {
          const link = await pool.connect();
          try {
            for (const row of rows) await link.query('insert into t values ($1)', [row]);
          } finally {
            link.release();
          }
        }
      `,
      js`
        async function save(Row, rows, options) {
          for (const row of rows) {
            await Row.create(row, { transaction: options.transaction });
          }
        }
      `,
      ts`
        async function save(rows: Row[], manager: EntityManager): Promise<void> {
          for (const row of rows) {
            await manager.save(row);
          }
        }
      `,
      ts`
        class Repository {
          constructor(private readonly queryRunner: QueryRunner) {}
          async up(statements: string[]): Promise<void> {
            for (const statement of statements) await this.queryRunner.query(statement);
          }
        }
      `,
      js`
        async function save(knex, rows) {
          const unit = await knex.transaction();
          for (const row of rows) {
            await knex('rows').transacting(unit).insert(row);
          }
          await unit.commit();
        }
      `,
      js`
        async function insertRow(row, runner) {
          await runner.query(row);
        }
        async function save(db, rows) {
          const runner = db.createQueryRunner();
          for (const row of rows) await insertRow(row, runner);
        }
      `,
      js`
        async function save(models, rows) {
          const opened = await models.startSession();
          for (const row of rows) await models.Row.create([row], { session: opened });
        }
      `,
    ]);
    concurrent([
      js`
        async function save(db, rows) {
          for (const row of rows) {
            await db.transaction(async (work) => {
              await work.insert(row);
              await work.touch(row.parent);
            });
          }
        }
      `,
      js`
        async function save(pool, rows) {
          for (const row of rows) {
            const link = await pool.connect();
            try {
              await link.query('insert into t values ($1)', [row]);
            } finally {
              link.release();
            }
          }
        }
      `,
      js`
        async function save(pool, rows) {
          for (const row of rows) await pool.query('insert into t values ($1)', [row]);
        }
      `,
      js`
        async function list(prisma, users) {
          const sessions = [];
          for (const user of users) sessions.push(await prisma.session.findMany({ where: { user } }));
          return sessions;
        }
      `,
      ts`
        async function histories(accounts: Account[], api: Api): Promise<Entry[]> {
          const entries: Entry[] = [];
          for (const { transaction } of accounts) {
            entries.push(await api.describe(transaction));
          }
          return entries;
        }
      `,
      js`
        async function each(connections) {
          const states = [];
          for (const connection of connections) states.push(await connection.ping());
          return states;
        }
      `,
    ]);
  });

  describe('migrations and locks', () => {
    sequential('serial-resource', [
      js`
        async function up(files) {
          for (const file of files) {
            await runMigration(file);
          }
        }
      `,
      js`
        exports.up = async (queryInterface) => {
          for (const table of ['a', 'b']) await queryInterface.addColumn(table, 'owner', {});
        };
      `,
      js`
        async function guarded(mutex, jobs) {
          for (const job of jobs) {
            await mutex.runExclusive(() => job.start());
          }
        }
      `,
      js`
        class Store {
          async write(entries) {
            for (const entry of entries) {
              await this.lock.acquire(entry.key);
              await this.put(entry);
            }
          }
        }
      `,
    ]);
    sequential('chain', [
      js`
        async function all(upgrades, db) {
          for (const upgrade of upgrades) await upgrade.perform(db);
        }
      `,
    ]);
    concurrent([
      js`
        async function list(migrations) {
          const sums = [];
          for (const migration of migrations) sums.push(await checksum(migration.file));
          return sums;
        }
      `,
      js`
        async function unlocked(doors) {
          for (const door of doors) await door.unlatch();
        }
      `,
      js`
        async function columns(api, tables) {
          const columns = {};
          for (const table of tables) columns[table] = await api.columnsOf(table);
          return columns;
        }
      `,
    ]);
  });

  describe('readers, writers, iterators', () => {
    sequential('serial-resource', [
      js`
        async function read(stream, count) {
          const source = stream.getReader();
          const chunks = [];
          for (let i = 0; i < count; i++) chunks.push(await source.read());
          return chunks;
        }
      `,
      js`
        async function write(stream, chunks) {
          const writer = stream.getWriter();
          for (const chunk of chunks) {
            await writer.ready;
            await writer.write(chunk);
          }
        }
      `,
      js`
        async function copy(source) {
          const rows = [];
          for await (const row of source) rows.push(await enrich(row));
          return rows;
        }
      `,
      ts`
        async function take(values: AsyncIterator<number>, count: number): Promise<number[]> {
          const taken: number[] = [];
          for (let i = 0; i < count; i += 1) {
            const { value } = await values.next();
            taken.push(value as number);
          }
          return taken;
        }
      `,
      js`
        async function digest(files) {
          const sum = createHash('sha256');
          for (const file of files) {
            await pipe(file, sum);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function read(streams) {
          const first = [];
          for (const stream of streams) {
            const reader = stream.getReader();
            first.push(await reader.read());
          }
          return first;
        }
      `,
      js`
        async function write(paths, text) {
          for (const path of paths) await writeFile(path, text);
        }
      `,
      js`
        async function digest(files) {
          const sums = [];
          for (const file of files) {
            const sum = createHash('sha256');
            sum.update(await readFile(file));
            sums.push(sum.digest('hex'));
          }
          return sums;
        }
      `,
      js`
        async function drain(sources) {
          const lists = [];
          »for (const source of sources) {
            const list = [];
            for await (const row of source) list.push(row);
            lists.push(list);
          }
          return lists;
        }
      `,
    ]);
  });

  describe('the open transaction, a dialogue, a driver', () => {
    sequential('serial-resource', [
      js`class A { async go(ids) { for (const id of ids) await this.prisma.txClient().row.create({ id }); } }`,
      ts`class A { async go(tables: string[]) { for (const table of tables) this.rows.push(await this.store.getTrx().select(table)); } }`,
      ts`async function go(url: string, parts: Part[]) { let client: RtspClient = await connect(url); for (const part of parts) await client.announce(part); }`,
      js`async function go(store, rows) { const changes = store.apply(); for (const row of rows) await changes.update(row); await changes.commit(); }`,
      js`async function go(driver, names) { for (const name of names) await driver.addRow(name); }`,
    ]);
    concurrent([
      js`class A { async go(ids) { »for (const id of ids) await this.prisma.extraClient().row.create({ id }); } }`,
      ts`async function go(rows: Row[]) { »for (const row of rows) await store.removeByHash(row.hash); store.commit('changed', rows); }`,
      js`async function go(names) { const sheets = []; »for (const name of names) sheets.push(await SheetReader.load(name)); return sheets; }`,
    ]);
  });

  describe('a connection that a function hands out', () => {
    sequential('serial-resource', [
      js`async function go(parts) { const imap = await mail.getImapConnection(); for (const part of parts) out.push(await imap.download(part)); }`,
      ts`async function go(ids: string[]) { const db = await acquireConnection(); for (const id of ids) { await db.remove(id); } }`,
      js`class A { async go(ids) { const mine = this.openReadConnection(); for (const id of ids) await mine.load(id); } }`,
    ]);
    concurrent([
      js`async function go(parts) { const mail = await mail.getConnections(); »for (const part of parts) out.push(await mail.download(part)); }`,
      ts`async function go(ids: string[]) { const db = await connectionPool(); »for (const id of ids) { await db.remove(id); } }`,
      js`async function go(ids) { »for (const id of ids) { const mine = await getImapConnection(id); await mine.load(id); } }`,
    ]);
  });

  describe('one page, one person', () => {
    sequential('serial-resource', [
      js`
        async function shots(browser, urls) {
          const view = await browser.newPage();
          for (const url of urls) {
            await view.goto(url);
            await view.screenshot();
          }
        }
      `,
      js`
        test('fills the form', async ({ page }) => {
          for (const field of ['name', 'mail']) await page.fill(field, 'x');
        });
      `,
      ts`
        class Login {
          constructor(private readonly driver: WebDriver) {}
          async type(words: string[]) {
            for (const word of words) await this.driver.sendKeys(word);
          }
        }
      `,
      js`
        const promptFor = async (name) => {
          const value = await form.take(name);
          return value;
        };
        async function fill(names, values) {
          for (const name of names) values[name] = await promptFor(name);
        }
      `,
      js`
        async function fill(names, values) {
          for (const name of names) values[name] = await prompter.input(name);
        }
      `,
      js`
        import inquirer from 'inquirer';
        export async function answers(questions) {
          const answers = {};
          for (const question of questions) {
            answers[question.name] = await inquirer.prompt([question]);
          }
          return answers;
        }
      `,
      js`
        async function confirmEach(names) {
          const kept = [];
          for (const name of names) if (await confirm('Keep ' + name + '?')) kept.push(name);
          return kept;
        }
      `,
    ]);
    concurrent([
      js`
        async function shots(browser, urls) {
          for (const url of urls) {
            const page = await browser.newPage();
            await page.goto(url);
            await page.close();
          }
        }
      `,
      js`
        async function pages(api, last) {
          const pages = [];
          for (let page = 1; page <= last; page++) pages.push(await api.fetchPage(page));
          return pages;
        }
      `,
      js`
        async function drivers(fleet) {
          const rides = [];
          for (const driver of fleet) rides.push(await driver.ridesToday());
          return rides;
        }
      `,
    ]);
  });
});
