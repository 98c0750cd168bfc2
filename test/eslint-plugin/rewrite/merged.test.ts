// Collections by key or by index that are declared, empty, right before the loop: the declaration takes them all in.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: merged declarations', () => {
  it('of an object', () => {
    rewrites(
      js`
      async function all(urls) {
        const bodies = {};
        for (const url of urls.slice(0, 4)) {
          bodies[url] = await download(url);
        }
        return bodies;
      }
    `,
      {
        gatherAll: js`
      async function all(urls) {
        const bodies = Object.fromEntries(await Promise.all(Array.from(urls.slice(0, 4), async (url) => [url, await download(url)])));
        return bodies;
      }
      `,
      },
    );
  });

  it('of an object with a type, after several steps', () => {
    rewrites(
      ts`
      async function all(urls: string[]): Promise<Record<string, Body>> {
        const bodies: Record<string, Body> = {};
        for (const url of urls) {
          const response = await fetch(url);
          // the text alone
          bodies[response.url] = await response.text();
        }
        return bodies;
      }
    `,
      {
        gatherAll: ts`
      async function all(urls: string[]): Promise<Record<string, Body>> {
        const bodies: Record<string, Body> = Object.fromEntries(await Promise.all(urls.map(async (url): Promise<[string, Body]> => {
          const response = await fetch(url);
          // the text alone
          return [response.url, await response.text()];
        })));
        return bodies;
      }
      `,
      },
    );
  });

  it('of a Map and of a Set', () => {
    rewrites(
      ts`
      async function all(urls: string[]): Promise<Map<string, Body>> {
        const bodies = new Map<string, Body>();
        for (const url of urls) bodies.set(url, await download(url));
        return bodies;
      }
    `,
      {
        gatherAll: ts`
      async function all(urls: string[]): Promise<Map<string, Body>> {
        const bodies = new Map<string, Body>(await Promise.all(urls.map(async (url): Promise<[string, Body]> => [url, await download(url)])));
        return bodies;
      }
      `,
      },
    );
    rewrites(
      js`
      async function all(urls) {
        const kinds = new Set();
        for (const url of urls) {
          const { kind } = await download(url);
          kinds.add(kind);
        }
        return kinds;
      }
    `,
      {
        gatherAll: js`
      async function all(urls) {
        const kinds = new Set(await Promise.all(Array.from(urls, async (url) => {
          const { kind } = await download(url);
          return kind;
        })));
        return kinds;
      }
      `,
      },
    );
  });

  it('of a list by index', () => {
    rewrites(
      js`
      async function all(urls) {
        const bodies = new Array(urls.length);
        for (let i = 0; i < urls.length; i++) {
          const url = urls[i];
          bodies[i] = await download(url);
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

  it('not where they are longer, or touched meanwhile', () => {
    rewrites(
      js`
      async function all(urls) {
        const bodies = new Array(urls.length + 1);
        for (let i = 0; i < urls.length; i++) bodies[i] = await download(urls[i]);
        return bodies;
      }
    `,
      {
        gatherInOrder: js`
      async function all(urls) {
        const bodies = new Array(urls.length + 1);
        for (const { i, value } of await Promise.all(Array.from({ length: urls.length }, async (_, i) => {
          const value = await download(urls[i]);
          return { i, value };
        }))) {
          bodies[i] = value;
        }
        return bodies;
      }
      `,
      },
    );
  });
});
