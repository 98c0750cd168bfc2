// Awaits of one serial resource, and those that let time pass on purpose. Each with a near twin that does neither.
import { js, ts } from '../no-await-in-loop/linted.js';
import { stays, twins } from './rows.js';

describe('no-sequential-await: one serial resource', () => {
  twins('serial-resource', [
    {
      stays: js`
        decode(await stream.readSize(), await stream.readBytes(8));
      `,
      goes: js`
        »decode(await state.readSize(), await state.readBytes(8));
      `,
    },
    {
      stays: js`
        const head = await handle.read(4);
        const size = await handle.read(2);
      `,
      goes: js`
        »const head = await table.read(4);
        const size = await table.read(2);
      `,
    },
    {
      stays: js`
        const user = await trx.find(id);
        const posts = await trx.list(id);
      `,
      goes: js`
        »const user = await users.find(id);
        const posts = await posts.list(id);
      `,
    },
    {
      stays: js`
        await database.transaction(async (work) => {
          const user = await work.find(id);
          const posts = await work.list(id);
        });
      `,
      goes: js`
        await database.visit(async (work) => {
          »const user = await work.find(id);
          const posts = await work.list(id);
        });
      `,
    },
    {
      stays: js`
        const user = await findUser(id, { transaction });
        const posts = await findPosts(id, { transaction });
      `,
      goes: js`
        »const user = await findUser(id, { limit });
        const posts = await findPosts(id, { limit });
      `,
    },
    {
      stays: js`
        const head = await reader.read(4);
        const body = await reader.read(12);
      `,
      goes: js`
        »const head = await folder.read(4);
        const body = await folder.read(12);
      `,
    },
    {
      stays: js`
        async function f(pool) {
          const line = await pool.connect();
          line.unref();
          const user = await line.query('select 1');
          const posts = await line.query('select 2');
        }
      `,
      goes: js`
        async function f(pool) {
          const line = await pool.describe();
          line.unref();
          »const user = await line.query('select 1');
          const posts = await line.query('select 2');
        }
      `,
    },
    {
      stays: ts`
        async function f(manager: EntityManager) {
          const user = await manager.find(User);
          const posts = await manager.find(Post);
        }
      `,
      goes: ts`
        async function f(manager: Repositories) {
          »const user = await manager.find(User);
          const posts = await manager.find(Post);
        }
      `,
    },
    {
      stays: js`
        const name = await prompt('Name?');
        const age = await prompt('Age?');
      `,
      goes: js`
        »const name = await fetchAnswer('name');
        const age = await fetchAnswer('age');
      `,
    },
    {
      stays: js`
        const owner = await terminal.text('Owner of the key: ');
        const secret = await terminal.secret('Secret: ', limit);
      `,
      goes: js`
        »const owner = await database.loadRow('SELECT owner FROM keys WHERE id = ?', id);
        const secret = await database.loadRow('SELECT secret FROM keys WHERE id = ?', id);
      `,
    },
    {
      stays: js`
        const width = await ui.text({ message: 'Width in pixels:', fallback: 80 });
        const depth = await ui.text({ message: 'Depth in pixels:', fallback: 20 });
      `,
      goes: js`
        »const width = await ui.text({ message: 'width', fallback: 80 });
        const depth = await ui.text({ message: 'depth', fallback: 20 });
      `,
    },
    {
      stays: js`
        const width = await renderPrompt({ message: 'Width' });
        const depth = await renderPrompt({ message: 'Depth' });
      `,
      goes: js`
        »const width = await renderPrompt({ message: wide });
        const depth = await renderPrompt({ message: deep });
      `,
    },
    {
      stays: js`
        const color = await ui.loadOne({ message: lead, choices: colors });
        const shape = await ui.loadText({ message: end, validate: isShape });
      `,
      goes: js`
        »const color = await ui.loadOne({ title: lead, choices: colors });
        const shape = await ui.loadText({ message: end, valid: isShape });
      `,
    },
    {
      stays: js`
        const lead = await page.getTitle();
        const text = await page.getText();
      `,
      goes: js`
        »const lead = await book.getTitle();
        const text = await book.getText();
      `,
    },
  ]);
});

describe('no-sequential-await: time', () => {
  twins('time', [
    {
      stays: js`
        const user = await fetchUser(id);
        const rest = await sleep(100);
      `,
      goes: js`
        »const user = await fetchUser(id);
        const rest = await fetchRest(100);
      `,
    },
    {
      stays: js`
        const event = await once(emitter, 'ready');
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const event = await first(emitter, 'ready');
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        import { setTimeout as rest } from 'node:timers/promises';
        const user = await fetchUser(id);
        const late = await rest(100, 'late');
      `,
      goes: js`
        import { fetchRest as rest } from './rest.js';
        »const user = await fetchUser(id);
        const late = await rest(100, 'late');
      `,
    },
    {
      stays: js`
        const user = await fetchUser(id);
        const state = await pollState(id);
      `,
      goes: js`
        »const user = await fetchUser(id);
        const state = await readState(id);
      `,
    },
  ]);

  twins('time', [
    {
      stays: js`
        async function fetchLate(id) {
          await sleep(10);
          return fetchRow(id);
        }
        const one = await fetchLate(1);
        const other = await fetchLate(2);
      `,
      goes: js`
        async function fetchLate(id) {
          await stat(10);
          return fetchRow(id);
        }
        »const one = await fetchLate(1);
        const other = await fetchLate(2);
      `,
    },
  ]);
  stays(
    'time',
    js`
      await sendMail('first');
      await sleep(100);
    `,
  );
});
