// Awaits that write, or prepare what is used then, keep their order. Each with a near twin that only reads.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, stays, twins } from './rows.js';

describe('no-sequential-await: writes', () => {
  twins('writes', [
    {
      stays: js`
        const user = await createUser(data);
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const user = await findUser(data);
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const posts = await fetchPosts(id);
        const user = await updateUser(data);
      `,
      goes: js`
        »const posts = await fetchPosts(id);
        const user = await formatUser(data);
      `,
    },
    {
      stays: js`
        const posts = await fetchPosts(id);
        await save(data);
      `,
      goes: js`
        »const posts = await fetchPosts(id);
        const size = await measure(data);
      `,
    },
    {
      stays: js`
        const one = await enqueueJob(1);
        const other = await enqueueJob(2);
      `,
      goes: js`
        »const one = await readJob(1);
        const other = await readJob(2);
      `,
    },
    {
      stays: js`
        const answer = await fetch(url, { method: 'POST' });
        const posts = await fetchPosts(id);
      `,
      goes: js`
        »const answer = await fetch(url, { method: 'GET' });
        const posts = await fetchPosts(id);
      `,
    },
    {
      stays: js`
        const rows = await db.run('insert into jobs values (1)');
        const posts = await db.run('select * from posts');
      `,
      goes: js`
        »const rows = await db.run('select * from jobs');
        const posts = await db.run('select * from posts');
      `,
    },
    {
      stays: js`
        const [job] = await sql\`update jobs set done = true where id = \${id} returning *\`;
        const posts = await sql\`select * from posts\`;
      `,
      goes: js`
        »const [job] = await sql\`select * from jobs where id = \${id}\`;
        const posts = await sql\`select * from posts\`;
      `,
    },
    {
      stays: js`
        const one = await bake(flour);
        const other = await brew(water);
      `,
      goes: js`
        »const one = await bake(flour);
        const other = await fetchWater(water);
      `,
    },
    {
      stays: js`
        const posts = await fetchPosts(id);
        const isValid = await verifyPosts(id);
      `,
      goes: js`
        »const posts = await fetchPosts(id);
        const isValid = await comparePosts(id);
      `,
    },
  ]);

  describe('told by the call that a query begins with', () => {
    twins('writes', [
      {
        stays: js`
          const user = await db.insertInto('users').values(row).executeTakeFirst();
          const posts = await fetchPosts(id);
        `,
        goes: js`
          »const user = await db.selectFrom('users').where('id', '=', id).executeTakeFirst();
          const posts = await db.selectFrom('posts').select(['title']).executeTakeFirstOrThrow();
        `,
      },
      {
        stays: js`
          const size = await Job.insertMany(rows).lean();
          const jobs = await Job.find(query).sort('age').limit(10).exec();
        `,
        goes: js`
          »const size = await Job.countDocuments(query).lean();
          const jobs = await Job.find(query).sort('age').limit(10).exec();
        `,
      },
      {
        stays: js`
          const job = await Job.findOneAndUpdate(query, change).exec();
          const size = await Job.countDocuments(query);
        `,
        goes: js`
          »const job = await Job.findOne(query).exec();
          const size = await Job.countDocuments(query);
        `,
      },
      {
        stays: ts`
          const { data: job } = await client.from('jobs').insert(row).select().single();
          const { data: user } = await client.from('users').select('*').eq('id', id).single();
        `,
        goes: ts`
          »const { data: job } = await client.from('jobs').select('*').single();
          const { data: user } = await client.from('users').select('*').eq('id', id).single();
        `,
      },
      {
        stays: js`
          const one = await getPress(id).brew();
          const other = await getPress(id).roast();
        `,
        goes: js`
          »const one = await getPresses(id).where(query);
          const other = await getPresses(id).limit(3);
        `,
      },
    ]);
  });

  describe('that prepare what is used then', () => {
    twins('writes', [
      {
        stays: js`
          const server = await startServer(port);
          const page = await fetchPage(port);
        `,
        goes: js`
          »const server = await findServer(port);
          const page = await fetchPage(port);
        `,
      },
      {
        stays: js`
          const state = await initialize(config);
          const posts = await loadPosts(id);
        `,
        goes: js`
          »const state = await loadConfig(config);
          const posts = await loadPosts(id);
        `,
      },
      {
        stays: js`
          const rows = await fetchRows(id);
          const handle = await database.transaction();
        `,
        goes: js`
          »const rows = await fetchRows(id);
          const handle = await database.version();
        `,
      },
      {
        stays: js`
          const stacks = await selectStacks(pattern);
          const span = await timer.begin(pattern);
        `,
        goes: js`
          »const stacks = await selectStacks(pattern);
          const span = await timer.lookup(pattern);
        `,
      },
      {
        stays: js`
          const state = await readState(id);
          const entry = await approveEntry(id);
        `,
        goes: js`
          »const state = await readState(id);
          const entry = await describeEntry(id);
        `,
      },
      {
        stays: js`
          const files = await createFixtures(folder);
          const names = await readdir(folder);
        `,
        goes: js`
          »const files = await listFixtures(folder);
          const names = await readdir(folder);
        `,
      },
    ]);
    stays(
      'guards',
      js`
        await mount(volume);
        const names = await readdir(folder);
      `,
    );
    stays(
      'guards',
      js`
        await connect(url);
        const names = await readNames();
      `,
    );
  });

  describe('that cannot meet', () => {
    goes(js`
      »await cache.set('users', users);
      await cache.set('posts', posts);
    `);
    goes(js`
      »await sendMail({ to: 'first' });
      await sendMail({ to: 'second' });
    `);
    goes(js`
      »await sendMail(user);
      await sendText(user);
    `);
    stays(
      'guards',
      js`
        await cache.set(one, users);
        await cache.set(other, posts);
      `,
    );
    stays(
      'guards',
      js`
        await cache.set('users', users);
        await store.set('posts', posts);
      `,
    );
    stays(
      'guards',
      js`
        await cache.set('users', users);
        await cache.delete('posts');
      `,
    );
    stays(
      'guards',
      js`
        await sendMail(one);
        await sendMail(other);
      `,
    );
    stays(
      'repeats',
      js`
        await cache.set('users', users);
        await cache.set('users', users);
      `,
    );
  });

  describe('of an object that was looked at first', () => {
    twins('writes', [
      {
        stays: js`
          const before = await orders.list(ids);
          const done = await orders.completeAll(ids);
        `,
        goes: js`
          »const before = await orders.list(ids);
          const done = await mails.completeAll(ids);
        `,
      },
      {
        stays: ts`
          const rows = await super.listRows({ id: ids });
          const gone = await super.softDeleteRows(ids);
        `,
        goes: ts`
          »const rows = await super.listRows({ id: ids });
          const all = await super.countRows(ids);
        `,
      },
      {
        stays: js`
          const old = await this.store.get(key);
          const now = await this.store.turn(key);
        `,
        goes: js`
          »const old = await this.store.get(key);
          const now = await this.clock.turn(key);
        `,
      },
    ]);
  });

  describe('of which no verb tells that it reads', () => {
    twins('writes', [
      {
        stays: js`
          const one = await team.members(id);
          const other = await team.projects(id);
        `,
        goes: js`
          »const members = await team.members(id);
          const projects = await team.projects(id);
        `,
      },
      {
        stays: js`
          this.done = await api.countries();
          this.next = await api.currencies();
        `,
        goes: js`
          »this.countries = await api.countries();
          this.currencies = await api.currencies();
        `,
      },
      {
        stays: js`
          const north = await stock('north', id);
          const south = await stock('south', id);
        `,
        goes: js`
          »const north = await stockOf('north', id);
          const south = await stockOf('south', id);
        `,
      },
      {
        stays: js`
          const commit = await branch.commit(id);
          const log = await branch.log(id);
        `,
        goes: js`
          »const head = await branch.parts(id);
          const log = await branch.log(id);
        `,
      },
    ]);
  });
});
