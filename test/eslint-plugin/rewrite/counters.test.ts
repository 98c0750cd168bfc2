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

  it('stepped before it is looked at', () => {
    rewrites(
      js`
      async function all() {
        const found = [];
        let line = 0;
        for (const url of ['a', 'b']) {
          // counts from one
          line += 1;
          const body = await download(url, line);
          found.push(body);
        }
        return found;
      }
    `,
      {
        gatherAll: js`
      async function all() {
        const found = [];
        found.push(...(await Promise.all(['a', 'b'].map(async (url, index) => {
          const line = index + 1;
          // counts from one
          const body = await download(url, line);
          return body;
        }))));
        return found;
      }
      `,
      },
    );
  });
});

describe('rewrite: variables that are set anew each time', () => {
  it('are declared for each item', () => {
    rewrites(
      ts`
      async function all(urls: Set<string>) {
        let body: Body | undefined;
        const sizes: number[] = [];
        for (const url of urls) {
          body = await download(url);
          sizes.push(await measure(body, url));
        }
        return sizes;
      }
    `,
      {
        gatherAll: ts`
      async function all(urls: Set<string>) {
        const sizes: number[] = await Promise.all(Array.from(urls, async (url) => {
          let body: Body | undefined;
          body = await download(url);
          return measure(body, url);
        }));
        return sizes;
      }
      `,
      },
    );
  });

  it('are handed on to what is applied in order', () => {
    rewrites(
      js`
      async function all(urls) {
        let body = null;
        for (const url of urls) {
          body = await download(url);
          await check(body);
          console.log(url, body.size);
        }
      }
    `,
      {
        gatherInOrder: js`
      async function all(urls) {
        for (const { url, body } of await Promise.all(Array.from(urls, async (url) => {
          let body = null;
          body = await download(url);
          await check(body);
          return { url, body };
        }))) {
          console.log(url, body.size);
        }
      }
      `,
      },
    );
  });
});
