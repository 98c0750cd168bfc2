// Names of resources, where something else is called by them.
import { js, ts } from './linted.js';
import { concurrent, sequential } from './rows.js';

describe('no-await-in-loop: a name of a resource', () => {
  describe('is that of a variable, or of what a holder holds', () => {
    sequential('serial-resource', [
      js`async function all(texts, hash) { for (const text of texts) await digestInto(hash, text); }`,
      ts`class Job { async all(rows: Row[]) { for (const row of rows) await this.session.save(row); } }`,
      ts`class Job { async all(rows: Row[]) { for (const row of rows) await this.ctx.session.save(row); } }`,
    ]);
  });
  describe('is not that of a table, or of a constant text', () => {
    concurrent([
      js`import { SEEN_HASH } from './keys.js'; async function all(ids, redis) { »for (const id of ids) await redis.increment(id, SEEN_HASH); }`,
      ts`class Job { async all(ids: string[]) { const counts: number[] = []; »for (const id of ids) counts.push(await this.prisma.guestSession.count({ where: { id } })); return counts; } }`,
      ts`class Job { async all(rows: Row[]) { »for (const row of rows) await this.orm.page.create({ data: row }); } }`,
    ]);
  });
});
