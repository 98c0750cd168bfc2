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

  it('is kept of a variable that is assigned again behind the loop, under a name of its own', () => {
    rewrites(
      ts`
        let page: string | undefined = await next();
        if (page) for (const id of ids) await check(id + page, { page });
        page = await next(page);
      `,
      {
        gatherAll: ts`
          let page: string | undefined = await next();
          if (page) {
            const currentPage = page;
            await Promise.all(Array.from(ids, async (id) => { await check(id + currentPage, { page: currentPage }); }));
          }
          page = await next(page);
        `,
      },
    );
  });

  it('is left of a variable that nothing assigns later, that a function reads, or that is tested anew', () => {
    rewrites(
      ts`
        let page: string | undefined;
        page = await next();
        for (const id of ids) await check(id, page);
      `,
      {
        gatherAll: ts`
          let page: string | undefined;
          page = await next();
          await Promise.all(Array.from(ids, async (id) => { await check(id, page); }));
        `,
      },
    );
    rewrites(
      ts`
        let page: string | undefined = await next();
        if (!page || state.closed) return;
        for (const id of ids) {
          if (state.closed) continue;
          await check(id, () => page);
        }
        page = undefined;
      `,
      {
        gatherAll: ts`
          let page: string | undefined = await next();
          if (!page || state.closed) return;
          await Promise.all(Array.from(ids, async (id) => {
            if (state.closed) return;
            await check(id, () => page);
          }));
          page = undefined;
        `,
      },
    );
  });

  it('is kept in a case of its own', () => {
    rewrites(
      ts`
        switch (this.kind as Kind) {
          default:
            for (const id of ids) await check(id, this.kind);
            break;
        }
      `,
      {
        gatherAll: ts`
          switch (this.kind as Kind) {
            default:
              {
                const kind = this.kind;
                await Promise.all(Array.from(ids, async (id) => { await check(id, kind); }));
              }
              break;
          }
        `,
      },
    );
  });
});
