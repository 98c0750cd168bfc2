// What TypeScript knows before the loop, and would forget in a callback.
import { js, ts } from '../rules/no-await-in-loop/linted.js';
import { rewrites } from './expected.js';

describe('rewrite: what is known before the loop', () => {
  it('is kept by a constant, whatever told it', () => {
    rewrites(
      ts`
        class Names {
          async all(ids: string[]) {
            if (!this.#client || this.state.kind !== 'open') throw new Error('closed');
            const names: string[] = [];
            for (const id of ids) names.push(await this.#client.get(id, this.state.token, 'this.state'.length));
            return names;
          }
        }
      `,
      {
        gatherAll: ts`
          class Names {
            async all(ids: string[]) {
              if (!this.#client || this.state.kind !== 'open') throw new Error('closed');
              const client = this.#client;
              const names: string[] = await Promise.all(ids.map(async (id) => client.get(id, this.state.token, 'this.state'.length)));
              return names;
            }
          }
        `,
      },
    );
    rewrites(
      ts`
        if (user.address?.city) {
          for (const page of pages) {
            const found: Found = await fetchPage(page, user.address.city);
            console.log(found);
          }
        }
      `,
      {
        gatherInOrder: ts`
          if (user.address?.city) {
            const city = user.address.city;
            for (const found of await Promise.all(Array.from(pages, async (page) => {
              const found: Found = await fetchPage(page, city);
              return found;
            }))) {
              console.log(found);
            }
          }
        `,
      },
    );
    rewrites(
      ts`
        session.user = await fetchUser();
        const pages: Page[] = [];
        for (const id of ids) pages.push(await fetchPage({ id, user: session.user }));
      `,
      {
        gatherAll: ts`
          session.user = await fetchUser();
          const user = session.user;
          const pages: Page[] = await Promise.all(Array.from(ids, async (id) => fetchPage({ id, user })));
        `,
      },
    );
  });

  it('is left where nothing is forgotten: in JavaScript, of a method that is called, of how many there are', () => {
    rewrites(
      js`
        if (!this.client) throw new Error('closed');
        const names = [];
        for (const id of ids) names.push(await this.client.get(id));
      `,
      {
        gatherAll: js`
          if (!this.client) throw new Error('closed');
          const names = await Promise.all(Array.from(ids, async (id) => this.client.get(id)));
        `,
      },
    );
    rewrites(
      ts`
        if (!api.fetchPage || query.ids.length === 0) return;
        query.found = [];
        const pages: Page[] = [];
        for (const id of query.ids) pages.push(await api.fetchPage(id, query.ids.length, query.found));
      `,
      {
        gatherAll: ts`
          if (!api.fetchPage || query.ids.length === 0) return;
          query.found = [];
          const pages: Page[] = await Promise.all(Array.from(query.ids, async (id) => api.fetchPage(id, query.ids.length, query.found)));
        `,
      },
    );
  });
});
