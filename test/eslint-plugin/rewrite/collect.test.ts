// Loops that make a list or a table: the callback returns what was added.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: collecting', () => {
  describe('into a list of its own', () => {
    it('merges the declaration, in one expression', () => {
      rewrites(
        ts`
        async function all(urls: string[]): Promise<Body[]> {
          const bodies: Body[] = [];
          for (const url of urls) {
            bodies.push(await download(url));
          }
          return bodies;
        }
      `,
        {
          gatherAll: ts`
        async function all(urls: string[]): Promise<Body[]> {
          const bodies: Body[] = await Promise.all(urls.map(async (url) => download(url)));
          return bodies;
        }
        `,
        },
      );
    });

    it('takes the place of the constant that is pushed', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [];
          for (const url of urls) {
            const body = await download(url);
            bodies.push(body);
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

    it('keeps several steps in a block', () => {
      rewrites(
        js`
        async function all(urls) {
          const pages = [];
          for (const url of urls) {
            const response = await fetch(url);
            const { title } = await response.json();
            pages.push({ url, title });
          }
          return pages;
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const pages = await Promise.all(Array.from(urls, async (url) => {
            const response = await fetch(url);
            const { title } = await response.json();
            return { url, title };
          }));
          return pages;
        }
        `,
        },
      );
    });

    it('leaves the declaration of a list that something stands between', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [];
          prepare(bodies);
          for (const url of urls) bodies.push(await download(url));
          return bodies;
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const bodies = [];
          prepare(bodies);
          bodies.push(...(await Promise.all(Array.from(urls, async (url) => download(url)))));
          return bodies;
        }
        `,
        },
      );
    });

    it('leaves the declaration of a list that is not empty, or declared with others', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [first],
            count = 1;
          for (const url of urls) bodies.push(await download(url));
          return bodies.slice(count);
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const bodies = [first],
            count = 1;
          bodies.push(...(await Promise.all(Array.from(urls, async (url) => download(url)))));
          return bodies.slice(count);
        }
        `,
        },
      );
    });

    it('wraps an object in parentheses', () => {
      rewrites(
        js`
        async function all(users) {
          const cards = [];
          for (const { id, name } of users) cards.push({ name, picture: await loadPicture(id) });
          return cards;
        }
      `,
        {
          gatherAll: js`
        async function all(users) {
          const cards = await Promise.all(Array.from(users, async ({ id, name }) => ({ name, picture: await loadPicture(id) })));
          return cards;
        }
        `,
        },
      );
    });

    it('keeps a conditional value', () => {
      rewrites(
        js`
        async function all(names) {
          const values = [];
          for (const name of names) values.push(name in known ? known[name] : await lookUp(name));
          return values;
        }
      `,
        {
          gatherAll: js`
        async function all(names) {
          const values = await Promise.all(Array.from(names, async (name) => name in known ? known[name] : await lookUp(name)));
          return values;
        }
        `,
        },
      );
    });
  });

  describe('under conditions', () => {
    it('gives each iteration a part', () => {
      rewrites(
        js`
        async function all(urls) {
          const bodies = [];
          for (const url of urls) {
            if (url.startsWith('#')) continue;
            try {
              bodies.push(await download(url));
            } catch (error) {
              console.warn(error);
            }
          }
          return bodies;
        }
      `,
        {
          gatherAll: js`
        async function all(urls) {
          const bodies = (await Promise.all(Array.from(urls, async (url) => {
            const part = [];
            if (url.startsWith('#')) return part;
            try {
              part.push(await download(url));
            } catch (error) {
              console.warn(error);
            }
            return part;
          }))).flat();
          return bodies;
        }
        `,
        },
      );
    });

    it('types the part as the list', () => {
      rewrites(
        ts`
        async function all(urls: string[]): Promise<Body[]> {
          const bodies: Body[] = [];
          for (const url of urls) {
            bodies.push(heading(url), ...(await download(url)));
          }
          return bodies;
        }
      `,
        {
          gatherAll: ts`
        async function all(urls: string[]): Promise<Body[]> {
          const bodies: Body[] = (await Promise.all(urls.map(async (url) => {
            const part: Body[] = [];
            part.push(heading(url), ...(await download(url)));
            return part;
          }))).flat();
          return bodies;
        }
        `,
        },
      );
    });

    it('keys of a Map', () => {
      rewrites(
        js`
        async function all(names, sizes) {
          for (const name of names) {
            if (name === '') continue;
            try {
              sizes.set(name, await sizeOf(name));
            } catch {
              sizes.set(name, 0);
            }
          }
        }
      `,
        {
          gatherAll: js`
        async function all(names, sizes) {
          for (const [key, value] of (await Promise.all(Array.from(names, async (name) => {
            const part = [];
            if (name === '') return part;
            try {
              part.push([name, await sizeOf(name)]);
            } catch {
              part.push([name, 0]);
            }
            return part;
          }))).flat()) sizes.set(key, value);
        }
        `,
        },
      );
    });
  });
});
