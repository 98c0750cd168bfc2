// What a rewritten loop maps over.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: what is mapped over', () => {
  describe('lists', () => {
    it('a parameter of unknown type may be any iterable', () => {
      rewrites(
        js`
        async function all(urls) {
          for (const url of urls) await check(url);
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          await Promise.all(Array.from(urls, async (url) => { await check(url); }));
        }
        `,
        },
      );
    });

    it('a list with holes, which `map` would skip', () => {
      rewrites(
        js`
        const urls = ['/a', , '/b'];
        for (const url of urls) await check(url ?? '/');
      `,
        {
          gatherAll: js`
        const urls = ['/a', , '/b'];
        await Promise.all(Array.from(urls, async (url) => { await check(url ?? '/'); }));
        `,
        },
      );
    });

    it('an array by its declared type', () => {
      rewrites(
        ts`
        async function all(urls: Array<string>) {
          for (const url of urls) await check(url);
        }
      `,
        {
          gatherAll: ts`
        async function all(urls: Array<string>) {
          await Promise.all(urls.map(async (url) => { await check(url); }));
        }
        `,
        },
      );
    });

    it('an array by a method that only arrays have', () => {
      rewrites(
        js`
        async function all(urls) {
          urls.push('/');
          for (const url of urls) await check(url);
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          urls.push('/');
          await Promise.all(urls.map(async (url) => { await check(url); }));
        }
        `,
        },
      );
    });

    it('the values of an object', () => {
      rewrites(
        js`
        async function all(routes) {
          for (const [name, { url }] of Object.entries(routes)) await check(name, url);
        }
      `,
        {
          gatherAll: js`
        async function all(routes) {
          await Promise.all(Object.entries(routes).map(async ([name, { url }]) => { await check(name, url); }));
        }
        `,
        },
      );
    });

    it('the keys of for…in', () => {
      rewrites(
        js`
        async function all(routes) {
          for (const name in routes) {
            await check(routes[name]);
          }
        }
      `,
        {
          gatherAll: js`
        async function all(routes) {
          await Promise.all(Object.keys(routes).map(async (name) => {
            await check(routes[name]);
          }));
        }
        `,
        },
      );
    });

    it('what a condition chooses', () => {
      rewrites(
        js`
        async function all(one, other) {
          for (const url of one ?? other) await check(url);
        }
      `,
        {
          gatherAll: js`
        async function all(one, other) {
          await Promise.all(Array.from(one ?? other, async (url) => { await check(url); }));
        }
        `,
        },
      );
    });

    it('what a combinator gave', () => {
      rewrites(
        js`
        async function all(started) {
          const urls = await Promise.all(started);
          for (const url of urls) await check(url);
        }
      `,
        {
          gatherAll: js`
        async function all(started) {
          const urls = await Promise.all(started);
          await Promise.all(urls.map(async (url) => { await check(url); }));
        }
        `,
        },
      );
    });
  });

  describe('counters', () => {
    it("from zero are the callback's index", () => {
      rewrites(
        js`
        async function all(count) {
          for (let page = 0; page < count; page++) {
            await check(page);
          }
        }
      `,
        {
          gatherAll: js`
        async function all(count) {
          await Promise.all(Array.from({ length: count }, async (_, page) => {
            await check(page);
          }));
        }
        `,
        },
      );
    });

    it('between literals have a fixed length', () => {
      rewrites(
        js`
        async function all() {
          for (let year = 2000; year <= 2010; year += 5) await check(year);
        }
      `,
        {
          gatherAll: js`
        async function all() {
          await Promise.all(Array.from({ length: 3 }, async (_, round) => { const year = 2000 + round * 5; await check(year); }));
        }
        `,
        },
      );
    });

    it('from elsewhere, by steps', () => {
      rewrites(
        js`
        async function all(from, to) {
          for (let at = from; at < to; at += 10) {
            await check(at);
          }
        }
      `,
        {
          gatherAll: js`
        async function all(from, to) {
          await Promise.all(Array.from({ length: Math.ceil((to - from) / 10) }, async (_, round) => {
            const at = from + round * 10;
            await check(at);
          }));
        }
        `,
        },
      );
    });

    it('by steps that a property holds', () => {
      rewrites(
        js`
        async function all(pager, total) {
          for (let at = 0; at < total; at += pager.size) await check(at);
        }
      `,
        {
          gatherAll: js`
        async function all(pager, total) {
          await Promise.all(Array.from({ length: Math.ceil(total / pager.size) }, async (_, round) => { const at = round * pager.size; await check(at); }));
        }
        `,
        },
      );
    });

    it('that index a text stay: its items are whole characters', () => {
      rewrites(
        ts`async function all(word: string) { for (let i = 0; i < word.length; i++) { const unit = word[i]; await check(unit); } }`,
        {
          gatherAll: ts`async function all(word: string) { await Promise.all(Array.from({ length: word.length }, async (_, i) => { const unit = word[i]; await check(unit); })); }`,
        },
      );
    });

    it('that index what may be a text stay', () => {
      rewrites(
        js`async function all(word) { for (let i = 0; i < word.length; i++) { const unit = word[i]; await check(unit); } }`,
        {
          gatherAll: js`async function all(word) { await Promise.all(Array.from({ length: word.length }, async (_, i) => { const unit = word[i]; await check(unit); })); }`,
        },
      );
      rewrites(
        js`const signs = 'a😀'; for (let i = 0; i < signs.length; i++) { const unit = signs[i]; await check(unit); }`,
        {
          gatherAll: js`const signs = 'a😀'; await Promise.all(Array.from({ length: signs.length }, async (_, i) => { const unit = signs[i]; await check(unit); }));`,
        },
      );
    });

    it('that index what is looked into give way to its items', () => {
      rewrites(
        js`async function all(word) { for (let i = 0; i < word.length; i++) { const part = word[i]; await check(part.id); } }`,
        {
          gatherAll: js`async function all(word) { await Promise.all(Array.from(word, async (part) => { await check(part.id); })); }`,
        },
      );
    });

    it('that index the whole list give way to its items', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [];
          for (let i = 0; i < urls.length; i++) {
            const url = urls[i];
            bodies.push(await download(url));
          }
          return bodies;
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const bodies = await Promise.all(Array.from(urls, async (url) => download(url)));
          return bodies;
        }
        `,
        },
      );
    });

    it('give way also beside a bound that is asked for once', () => {
      rewrites(
        js`
        async function all(urls) {
          for (let i = 0, n = urls.length; i < n; i++) {
            const url = urls[i];
            await check(url);
          }
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          await Promise.all(Array.from(urls, async (url) => {
            await check(url);
          }));
        }
        `,
        },
      );
    });

    it('may be var where nothing else sees them', () => {
      rewrites(
        js`
        async function all(urls) {
          for (var i = 0; i < urls.length; i++) await check(urls[i]);
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          await Promise.all(Array.from({ length: urls.length }, async (_, i) => { await check(urls[i]); }));
        }
        `,
        },
      );
    });

    it('that are used besides stay as the index', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [];
          for (let i = 0; i < urls.length; i++) {
            const url = urls[i];
            bodies.push(await download(url, i));
          }
          return bodies;
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const bodies = await Promise.all(Array.from(urls, async (url, i) => download(url, i)));
          return bodies;
        }
        `,
        },
      );
    });

    it('that are no whole numbers are rounded up', () => {
      rewrites(
        js`
        async function all(total, size) {
          const pages = [];
          for (let page = 0; page < total / size; page++) pages.push(await loadPage(page));
          return pages;
        }
      `,
        {
          gatherAll: js`
        async function all(total, size) {
          const pages = await Promise.all(Array.from({ length: Math.ceil(total / size) }, async (_, page) => loadPage(page)));
          return pages;
        }
        `,
        },
      );
    });

    it('up to and with a bound', () => {
      rewrites(
        js`
        async function all(last) {
          const pages = [];
          for (let page = 1; page <= last; page++) {
            pages.push(await loadPage(page));
          }
          return pages;
        }
      `,
        {
          gatherAll: js`
        async function all(last) {
          const pages = await Promise.all(Array.from({ length: last }, async (_, round) => {
            const page = 1 + round;
            return loadPage(page);
          }));
          return pages;
        }
        `,
        },
      );
    });
  });
});
