// Code as people leave it: comments in the middle of a call, a `;` at the start of a line, values over several lines.
import { js, tsx } from '../rules/no-await-in-loop/linted.js';
import { refused, rewrites } from './expected.js';

describe('rewrite: comments in what adds a value', () => {
  it('stay before it', () => {
    rewrites(
      js`
        const pages = [];
        for (const url of urls) {
          pages.push(
            // the whole page
            await fetchPage(url) /* with its head */,
          );
        }
        const sizes = new Map();
        for (const url of urls) sizes.set(url /* as it is */, await fetchSize(url, /* in */ 'bytes'));
      `,
      {
        gatherAll: js`
          const pages = await Promise.all(Array.from(urls, async (url) => {
            // the whole page
            /* with its head */ return fetchPage(url);
          }));
          const sizes = new Map();
          for (const url of urls) sizes.set(url /* as it is */, await fetchSize(url, /* in */ 'bytes'));
        `,
      },
    );
    rewrites(
      js`
        const sizes = new Map();
        for (const url of urls) sizes.set(url /* as it is */, await fetchSize(url, /* in */ 'bytes'));
      `,
      {
        gatherAll: js`
          const sizes = new Map(await Promise.all(Array.from(urls, async (url) => { /* as it is */ return [url, await fetchSize(url, /* in */ 'bytes')]; })));
        `,
      },
    );
  });
});

describe('rewrite: a `;` that guards the next line', () => {
  it('stays there', () => {
    rewrites(
      js`
        const names = []
        for (const user of users) names.push(await loadName(user))
        ;[names].forEach(show)
      `,
      {
        gatherAll: js`
          const names = await Promise.all(Array.from(users, async (user) => loadName(user)))
          ;[names].forEach(show)
        `,
      },
    );
    rewrites(
      js`
        for (const user of users) await loadName(user)
        ;(names ?? []).forEach(show)
      `,
      {
        gatherAll: js`
          await Promise.all(Array.from(users, async (user) => { await loadName(user) }))
          ;(names ?? []).forEach(show)
        `,
      },
    );
  });
});

describe('rewrite: a value over several lines', () => {
  it('is indented as what it stands in', () => {
    rewrites(
      tsx`
        const items = [];
        for (const id of ids) {
          const product = await fetchProduct(id);
          items.push(
            <li key={id}>
              {product.name}
            </li>,
          );
        }
      `,
      {
        gatherAll: tsx`
          const items = await Promise.all(Array.from(ids, async (id) => {
            const product = await fetchProduct(id);
            return <li key={id}>
              {product.name}
            </li>;
          }));
        `,
      },
    );
    rewrites(
      js`
        const pages = [];
        for (const id of ids) {
          pages.push({
            id,
            page: await fetchPage(id), // the whole
          });
        }
      `,
      {
        gatherAll: js`
          const pages = await Promise.all(Array.from(ids, async (id) => ({
            id,
            page: await fetchPage(id), // the whole
          })));
        `,
      },
    );
  });
});

describe('rewrite: promises that were started before', () => {
  it('need no callback', () => {
    rewrites(
      js`
        const pages = [];
        for (const promise of promises) pages.push(await promise);
      `,
      {
        gatherAll: js`
          const pages = await Promise.all(promises);
        `,
      },
    );
  });
});

describe('rewrite: a chain that may end before its call', () => {
  it('keeps its await, which may never be evaluated', () => {
    const why = 'what it awaits and what must stay in order are entangled';
    refused(js`for (const id of ids) list?.push(await fetchPage(id));`, why);
    refused(js`for (const id of ids) shown.cache?.entries.set(id, await fetchPage(id));`, why);
    const shown = js`
      for (const id of ids) console.log((await fetchPage(id))?.title);
    `;
    rewrites(shown, {
      gatherInOrder: js`
        for (const page of await Promise.all(Array.from(ids, async (id) => fetchPage(id)))) {
          console.log(page?.title);
        }
      `,
    });
  });
});

describe('rewrite: a blank line before what is applied in order', () => {
  it('does not begin the second loop', () => {
    rewrites(
      js`
        for (const url of urls) {
          const page = await fetchPage(url);

          // shown as they come
          console.log(page);
        }
      `,
      {
        gatherInOrder: js`
          for (const page of await Promise.all(Array.from(urls, async (url) => {
            const page = await fetchPage(url);
            return page;
          }))) {
            // shown as they come
            console.log(page);
          }
        `,
      },
    );
  });
});
