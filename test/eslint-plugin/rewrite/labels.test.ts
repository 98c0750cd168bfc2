// Loops with a label: `continue` with it ends the iteration, and the label goes where nothing names it any more.
import { js } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: labels', () => {
  it('go where each `continue` becomes a `return`', () => {
    rewrites(
      js`
      async function all(tables) {
        const sizes = [];
        next: for (const table of tables.slice(0, 3)) {
          for (const row of table.rows) {
            if (row.empty) continue next;
          }
          sizes.push(await measure(table));
        }
        return sizes;
      }
    `,
      {
        gatherInOrder: js`
      async function all(tables) {
        const sizes = [];
        for (const fetched of await Promise.all(Array.from(tables.slice(0, 3), async (table) => {
          for (const row of table.rows) {
            if (row.empty) return undefined;
          }
          const value = await measure(table);
          return { value };
        }))) {
          if (!fetched) continue;
          const { value } = fetched;
          sizes.push(value);
        }
        return sizes;
      }
      `,
      },
    );
  });

  it('stay with the loop that applies in order', () => {
    rewrites(
      js`
      async function all(tables) {
        next: for (const table of tables.slice(0, 3)) {
          const size = await measure(table);
          for (const row of table.rows) {
            if (row.empty) continue next;
          }
          console.log(size);
        }
      }
    `,
      {
        gatherInOrder: js`
      async function all(tables) {
        next: for (const { table, size } of await Promise.all(Array.from(tables.slice(0, 3), async (table) => {
          const size = await measure(table);
          return { table, size };
        }))) {
          for (const row of table.rows) {
            if (row.empty) continue next;
          }
          console.log(size);
        }
      }
      `,
      },
    );
  });

  it('leave a set of promises one of promises', () => {
    rewrites(
      js`
      async function all(urls) {
        const jobs = new Set();
        for (const url of urls.slice(0, 3)) {
          const token = await tokenFor(url);
          jobs.add(download(token));
        }
        return await Promise.all(jobs);
      }
    `,
      {
        gatherInOrder: js`
      async function all(urls) {
        const jobs = new Set();
        for (const token of await Promise.all(Array.from(urls.slice(0, 3), async (url) => tokenFor(url)))) {
          jobs.add(download(token));
        }
        return await Promise.all(jobs);
      }
      `,
      },
    );
  });
});
