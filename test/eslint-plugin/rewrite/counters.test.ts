// Counters that are declared before the loop: the index of the callback takes their place.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: counters', () => {
  it('beside the items', () => {
    rewrites(
      js`
      async function all() {
        const bodies = [];
        // counts
        let line = 0;
        for (const url of ['a', 'b']) {
          const body = await download(url);
          bodies.push({ line, body });
          line++;
        }
        return bodies;
      }
    `,
      {
        gatherAll: js`
      async function all() {
        const bodies = [];
        // counts
        bodies.push(...(await Promise.all(['a', 'b'].map(async (url, line) => {
          const body = await download(url);
          return { line, body };
        }))));
        return bodies;
      }
      `,
      },
    );
  });

  it('from one', () => {
    rewrites(
      js`
      async function all() {
        let line = 1;
        for (const url of ['a', 'b']) {
          await check(url, line);
          line += 1;
        }
      }
    `,
      {
        gatherAll: js`
      async function all() {
        await Promise.all(['a', 'b'].map(async (url, index) => {
          const line = index + 1;
          await check(url, line);
        }));
      }
      `,
      },
    );
  });

  it('of a while over a list', () => {
    rewrites(
      ts`
      async function all(): Promise<Body[]> {
        const urls = ['a', 'b'];
        const bodies: Body[] = [];
        let i = 0;
        while (i < urls.length) {
          const url = urls[i];
          bodies.push(await download(url));
          i++;
        }
        return bodies;
      }
    `,
      {
        gatherAll: ts`
      async function all(): Promise<Body[]> {
        const urls = ['a', 'b'];
        const bodies: Body[] = [];
        bodies.push(...(await Promise.all(urls.map(async (url) => download(url)))));
        return bodies;
      }
      `,
      },
    );
  });

  it('that counts down', () => {
    rewrites(
      js`
      async function all() {
        const bodies = [];
        for (let i = 5; i >= 2; i--) bodies.push(await download(i));
        return bodies;
      }
    `,
      {
        gatherAll: js`
      async function all() {
        const bodies = await Promise.all(Array.from({ length: 4 }, async (_, round) => { const i = 5 - round; return download(i); }));
        return bodies;
      }
      `,
      },
    );
  });
});
