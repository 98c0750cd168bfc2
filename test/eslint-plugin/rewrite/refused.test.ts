// Loops without a suggestion, and the reason that the report gives instead.
import { js } from '../rules/no-await-in-loop/linted.js';
import { refused, rewrites } from './expected.js';

describe('rewrite: no suggestion', () => {
  it('of what is put below an id before an await and after it', () => {
    refused(
      js`
        async function all(rows, state) {
          for (const row of rows) {
            state[row.id].busy = true;
            state[row.id].size = await measure(row);
          }
        }
      `,
      'what it awaits and what must stay in order are entangled',
    );
  });

  describe('by the head', () => {
    it('a variable from outside', () => {
      refused(
        js`
        async function all(urls) {
          let url;
          for (url of urls) await check(url);
          return url;
        }
      `,
        'its head has no counterpart for `map`',
      );
    });

    it('a var that is looked at later, or by a function', () => {
      const why = 'its head has no counterpart for `map`';
      refused(js`for (var i = 0; i < urls.length; i++) await check(urls[i]); report(i);`, why);
      refused(js`for (var i = 0; i < urls.length; i++) await check(urls[i], () => i);`, why);
    });

    it('a bound that the iterations see', () => {
      refused(
        js`for (let i = 0, n = urls.length; i < n; i++) await check(urls[i], n);`,
        'its head has no counterpart for `map`',
      );
    });

    it('a while whose counter is looked at later', () => {
      refused(
        js`
        async function all(urls) {
          let i = 0;
          while (i < urls.length) {
            await check(urls[i]);
            i++;
          }
          return i;
        }
      `,
        'its head has no counterpart for `map`',
      );
    });

    it('a counter of more than one loop', () => {
      refused(
        js`
        async function all(lists) {
          let i = 0;
          for (const urls of lists.values()) {
            last = urls;
            for (const url of urls) {
              await check(url, i);
              i++;
            }
          }
        }
      `,
        'it uses a variable from outside for each iteration alone: declare that inside the loop first',
      );
    });
  });

  describe('by what a callback would change', () => {
    it('arguments', () => {
      refused(
        js`
        async function all() {
          for (const url of urls) await check(url, arguments.length);
        }
      `,
        '`arguments` would mean the callback’s own',
      );
    });

    it('arguments in an arrow function', () => {
      refused(
        js`
        async function all() {
          for (const url of urls) await check(() => arguments[0], url);
        }
      `,
        '`arguments` would mean the callback’s own',
      );
    });

    it('a var that is used after the loop', () => {
      refused(
        js`
        async function all(urls) {
          for (const url of urls) {
            var body = await check(url);
            inspect(body);
          }
          return body;
        }
      `,
        'a `var` of its body is used outside of it',
      );
    });

    it('a variable from outside that each iteration sets for itself, and a function sees', () => {
      refused(
        js`
        async function all(urls) {
          let current;
          for (const url of urls) {
            current = url.trim();
            await load(url);
            await inspect(() => current);
          }
        }
      `,
        'it uses a variable from outside for each iteration alone: declare that inside the loop first',
      );
    });
  });

  it('where `Promise` is another', () => {
    const why = '`Promise` is something else there';
    refused(js`async function all(urls, Promise) { for (const url of urls) await check(url); }`, why);
    refused(js`import Promise from 'lie'; for (const url of urls) await check(url);`, why);
    refused(
      js`class Promise {} await urls.reduce(async (sofar, url) => [...(await sofar), await load(url)], []);`,
      why,
    );
    rewrites(js`import Promise from 'bluebird'; for (const url of urls) await check(url);`, {
      gatherAll: js`import Promise from 'bluebird'; await Promise.all(Array.from(urls, async (url) => { await check(url); }));`,
    });
  });

  describe('by order in between', () => {
    it('two collections between two awaits', () => {
      refused(
        js`
        async function all(urls, seen) {
          for (const url of urls) {
            let head = await check(url);
            seen.push(head);
            names[url] = head;
            await inspect(head);
          }
        }
      `,
        'what it awaits and what must stay in order are entangled',
      );
    });

    it('an output before an await inside of try', () => {
      refused(
        js`
        async function all(urls) {
          for (const url of urls) {
            try {
              console.log(await check(url));
            } catch (error) {
              console.error(error);
            }
          }
        }
      `,
        'what it awaits and what must stay in order are entangled',
      );
    });
  });
});
