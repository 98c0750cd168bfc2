// Concurrency that is there already, conditions, loops in which nothing could overlap, and authors who say so.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: concurrency already there', () => {
  describe('a combinator over each chunk', () => {
    sequential('already-concurrent', [
      js`
        async function all(urls) {
          for (let i = 0; i < urls.length; i += 10) {
            await Promise.all(urls.slice(i, i + 10).map((url) => download(url)));
          }
        }
      `,
      js`
        async function all(chunks) {
          const out = [];
          for (const chunk of chunks) out.push(...(await Promise.all(chunk.map(load))));
          return out;
        }
      `,
      ts`
        async function all(levels: Job[][]): Promise<void> {
          for (const level of levels) {
            const settled = await Promise.allSettled(level.map(async (job) => job.start()));
            note(settled!);
          }
        }
      `,
      js`
        async function all(jobs) {
          for (let i = 0; i < jobs.length; i += 5) {
            const batch = jobs.slice(i, i + 5);
            await Promise.all(batch.map((job) => perform(job)));
          }
        }
      `,
      js`
        async function all(byStage) {
          for (let stage = 0; stage < byStage.length; stage++) {
            await Promise.all(byStage[stage].map((job) => perform(job)));
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function all(users) {
          const out = [];
          for (const user of users) {
            const [profile, posts] = await Promise.all([loadProfile(user), loadPosts(user)]);
            out.push({ profile, posts });
          }
          return out;
        }
      `,
      js`
        async function all(albums) {
          const out = [];
          for (const album of albums) {
            out.push(await Promise.all(album.photos.map((photo) => load(photo))));
          }
          return out;
        }
      `,
      js`
        async function all(users, fields) {
          const out = {};
          for (const user of users) {
            out[user.id] = await Promise.all(fields.map((field) => load(user, field)));
          }
          return out;
        }
      `,
    ]);
  });

  describe('pools and queues', () => {
    sequential('already-concurrent', [
      js`
        async function all(jobs, slots) {
          for (const job of jobs) {
            const slot = await Promise.race(slots);
            await perform(job, slot);
          }
        }
      `,
    ]);
    sequential('loop-carried', [
      js`
        async function all(jobs) {
          const running = new Set();
          for (const job of jobs) {
            const one = perform(job).finally(() => running.delete(one));
            running.add(one);
            if (running.size >= 5) await Promise.race(running);
          }
          await Promise.all(running);
        }
      `,
    ]);
    sequential('condition', [
      js`
        async function worker(queue) {
          while (queue.length > 0) {
            const job = queue.pop();
            await perform(job);
          }
        }
      `,
      js`
        async function drain(queue) {
          for (let job = queue.shift(); job; job = queue.shift()) {
            await perform(job);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function all(jobs) {
          for (const job of jobs) await Promise.race([perform(job), timeLimit(job)]);
        }
      `,
      js`
        async function worker(queue) {
          for (const job of queue) {
            await perform(job);
          }
        }
      `,
      js`
        async function any(files, mirrors) {
          const found = [];
          for (const file of files) found.push(await Promise.any(mirrors.map((mirror) => mirror.get(file))));
          return found;
        }
      `,
    ]);
  });
});

describe('no-await-in-loop: other reasons', () => {
  describe('nothing to overlap', () => {
    sequential('nothing-to-overlap', [
      js`
        async function fill(fields) {
          for (const field of fields) {
            if (field === 'owner') await loadOwner();
            else note(field);
          }
        }
      `,
      js`
        async function press(buttons, pressed) {
          for (const button of buttons) if (pressed === button) await button.act();
        }
      `,
      ts`
        async function choose(rows: Row[], chosen: string): Promise<void> {
          for (const row of rows) if (row!.id === chosen) await keep(row);
        }
      `,
      js`
        async function fill(values) {
          for (const key in values) {
            if (key === 'avatar') values[key] = await upload(values[key]);
          }
        }
      `,
      js`
        async function fill(count) {
          for (let i = 0; i < count; i++) {
            if (i === 0) await prepare();
            else skip(i);
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function fill(fields) {
          for (const field of fields) {
            if (field !== 'owner') await load(field);
          }
        }
      `,
      js`
        async function fill(fields) {
          for (const field of fields) {
            if (field.kind === 'owner') await load(field);
          }
        }
      `,
      js`
        async function fill(fields) {
          for (const field of fields) {
            if (field === 'owner') await loadOwner();
            else await load(field);
          }
        }
      `,
    ]);
  });

  describe('functions that wait for nothing but each other', () => {
    sequential('nothing-to-overlap', [
      js`async function sum(node) { let total = node.size; for (const child of node.children) total += await sum(child); return total; }`,
      js`class A { async walk(node) { for (const child of node.children) await this.step(child); } async step(node) { await this.walk(node.first); } }`,
      js`async function note(names) { for (const name of names) await keep(name); } async function keep(name) { const { list } = await import('./list.js'); list[name] = true; }`,
      ts`async function names(node: Node): Promise<string[]> { const found = [node.name]; for (const child of node.children) found.push(...(await names(child))); return found; }`,
    ]);
    concurrent([
      js`async function sum(node) { let total = node.size; »for (const child of await childrenOf(node)) { if (child.isFolder()) total += await sum(child); } return total; }`,
      js`class A { async walk(node) { »for (const child of node.children) await this.step(child); } async step(node) { await this.walk(node.first); await this.keep(node); } }`,
      js`async function note(names) { »for (const name of names) await keep(name); } async function keep(name) { const { list } = await import(name); list[name] = true; }`,
      ts`async function names(node: Node): Promise<string[]> { const found: string[] = []; »for (const child of node.children) found.push(...(await more(child))); return found; } function more(node: Node) { return node.leaf ? lookUp(node) : names(node); }`,
    ]);
  });

  describe('the author says so', () => {
    sequential('stated', [
      js`
        async function print(jobs) {
          // one at a time: the printer has no queue
          for (const job of jobs) await job.send();
        }
      `,
      js`
        async function print(jobs) {
          for (const job of jobs) {
            /* must finish before the next one starts */
            await job.send();
          }
        }
      `,
      js`
        /** Sends all jobs, sequentially. */
        async function print(jobs) {
          for (const job of jobs) {
            await job.send();
          }
        }
      `,
      js`
        async function print(jobs) {
          // do not run these in parallel
          for (const job of jobs) {
            for (const page of job.pages) await page.send();
          }
        }
      `,
    ]);
    concurrent([
      js`
        async function print(jobs) {
          // Sends every job.
          for (const job of jobs) await job.send();
        }
      `,
      js`
        // one at a time: the printer has no queue

        async function print(jobs) {
          prepare();
          for (const job of jobs) await job.send();
        }
      `,
      js`
        async function print(jobs) {
          for (const job of jobs) {
            await job.send();
            // in order to see it
            job.seen = true;
          }
        }
      `,
    ]);
  });

  describe('a condition that is asked again', () => {
    sequential('condition', [
      js`
        async function fill(tank) {
          while (!tank.isFull()) await tank.pump();
        }
      `,
      js`
        async function run(machine) {
          do {
            await machine.turn();
          } while (machine.on);
        }
      `,
      js`
        async function run(machine) {
          for (let part = machine.first; part; part = part.next) await part.oil();
        }
      `,
    ]);
    concurrent([
      js`
        async function fill(tanks) {
          let i = 0;
          while (i < tanks.length) {
            await tanks[i].pump();
            i++;
          }
        }
      `,
      js`
        async function fill(tanks) {
          for (let i = tanks.length - 1; i >= 0; i--) await tanks[i].pump();
        }
      `,
      ts`
        async function fill(tanks: Tank[]): Promise<void> {
          for (let i = 0; i !== tanks.length; i += 1) {
            await tanks[i]!.pump();
          }
        }
      `,
    ]);
  });
});
