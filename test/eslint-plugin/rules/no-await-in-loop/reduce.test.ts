// Reductions with an async callback, which are loops; and promises that are chained by hand, which are meant to be.
import assert from 'node:assert/strict';
import { applied, js, lint, ts } from './linted.js';
import { byHand, gathers, silent } from './reductions.js';

describe('no-await-in-loop: async reductions', () => {
  describe('that push', () => {
    gathers([
      [
        js`
          async function all(urls) {
            const bodies = await »urls.reduce(async (sofar, url) =>« {
              const bodies = await sofar;
              bodies.push(await download(url));
              return bodies;
            }, Promise.resolve([]));
            return bodies.length;
          }
        `,
        [
          'async function all(urls) {',
          '  const bodies = await Promise.all(urls.map(async (url) => download(url)));',
          '  return bodies.length;',
          '}',
        ].join('\n'),
      ],
      [
        js`export const all = async (rows) => await »rows.filter(Boolean).reduce(async (sofar, { id }, ) =>« { const all = await sofar; all.push({ id, size: await sizeOf(id) }); return all; }, []);`,
        'export const all = async (rows) => await Promise.all(rows.filter(Boolean).map(async ({ id }) => ({ id, size: await sizeOf(id) })));',
      ],
      [
        ts`const all = async (ids: string[]) => await »ids.reduce<Promise<Row[]>>(async (sofar: Promise<Row[]>, id: string) =>« { const rows: Row[] = await sofar; rows.push(await load(id)); return rows; }, Promise.resolve([] as Row[]));`,
        'const all = async (ids: string[]) => await Promise.all(ids.map(async (id: string) => load(id)));',
      ],
      [
        js`const all = async (read) => await »(await read()).reduce(async (found, name = 'x') =>« { const names = await found; names.push(1 + (await count(name))); return names; }, []);`,
        "const all = async (read) => await Promise.all((await read()).map(async (name = 'x') => 1 + (await count(name))));",
      ],
    ]);
  });

  describe('that spread', () => {
    gathers([
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; return [...bodies, await download(url)]; }, []);`,
        'const all = async (urls) => await Promise.all(urls.map(async (url) => download(url)));',
      ],
      [
        js`const all = async (users) => await »users.reduce(async (sofar, user) =>« { const ages = await sofar; return { ...ages, [user.name]: await ageOf(user) }; }, Promise.resolve({}));`,
        'const all = async (users) => Object.fromEntries(await Promise.all(users.map(async (user) => [user.name, await ageOf(user)])));',
      ],
    ]);
  });

  describe('that store by key', () => {
    gathers([
      [
        js`
          async function all(users) {
            const ages = await »users.reduce(async (sofar, { id, name }) =>« {
              const ages = await sofar;
              ages[name] = await ageOf(id);
              return ages;
            }, {});
            return ages;
          }
        `,
        [
          'async function all(users) {',
          '  const ages = Object.fromEntries(await Promise.all(users.map(async ({ id, name }) => [name, await ageOf(id)])));',
          '  return ages;',
          '}',
        ].join('\n'),
      ],
    ]);
  });

  describe('that await in place', () => {
    gathers([
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« [...(await sofar), await download(url)], []);`,
        'const all = async (urls) => await Promise.all(urls.map(async (url) => download(url)));',
      ],
      [
        js`const all = (users) => »users.reduce(async (sofar, user) =>« ({ ...(await sofar), [user.name]: await ageOf(user) }), Promise.resolve({}));`,
        'const all = (users) => Promise.all(users.map(async (user) => [user.name, await ageOf(user)])).then((values) => Object.fromEntries(values));',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { return (await sofar).concat(await linesOf(url)); }, []);`,
        'const all = async (urls) => (await Promise.all(urls.map(async (url) => linesOf(url)))).flat();',
      ],
      [
        js`const size = async (files) => await »files.reduce(async (total, file) =>« (await total) + (await sizeOf(file)), Promise.resolve(0));`,
        'const size = async (files) => (await Promise.all(files.map(async (file) => sizeOf(file)))).reduce((total, value) => total + value, 0);',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« ({ ...(await sofar), [url]: await download(url), last: url }), {});`,
        'const all = async (urls) => Object.assign({}, ...(await Promise.all(urls.map(async (url) => ({ [url]: await download(url), last: url })))));',
      ],
    ]);
    byHand(/entangled/, [
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« [...(await sofar), /* whole */ await download(url)], []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« [...(await sofar), await download(url)], [first]);`,
      js`const size = async (files) => await »files.reduce(async (total, file) =>« (await total) + (await sizeOf(file)), sizeOf(first));`,
      js`const all = async (urls) => await »urls?.reduce(async (sofar, url) =>« [...(await sofar), await download(url)], []);`,
    ]);
    silent([
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => [await download(url), ...(await sofar)], []);`,
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => (await download(url)) + (await sofar), '');`,
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => [...(await sofar), await download(url, await sofar)], []);`,
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => [...(await sofar), download(url)], []);`,
      js`const all = async (steps) => await steps.reduce(async (sofar, step) => step.run(await sofar), first);`,
    ]);
  });

  describe('that take several statements', () => {
    gathers([
      [
        js`
          async function all(users) {
            const ages = await »users.reduce(async (sofar, user) =>« {
              const ages = await sofar;
              // Who is unknown has none.
              const known = await find(user);
              ages[user.name] = known?.age;
              return ages;
            }, {});
            return ages;
          }
        `,
        [
          'async function all(users) {',
          '  const ages = Object.fromEntries(await Promise.all(users.map(async (user) => {',
          '    // Who is unknown has none.',
          '    const known = await find(user);',
          '    return [user.name, known?.age];',
          '  })));',
          '  return ages;',
          '}',
        ].join('\n'),
      ],
      [
        js`
          async function all(urls) {
            return await »urls.reduce(async (sofar, url) =>« {
              const bodies = await sofar;
              // The newest comes last.
              bodies.push(await download(url));
              return bodies;
            }, []);
          }
        `,
        [
          'async function all(urls) {',
          '  return await Promise.all(urls.map(async (url) => {',
          '    // The newest comes last.',
          '    return download(url);',
          '  }));',
          '}',
        ].join('\n'),
      ],
      [
        js`const size = async (files) => await »files.reduce(async (sofar, file) =>« { const total = await sofar; const size = await sizeOf(file); return total + size; }, 0);`,
        'const size = async (files) => (await Promise.all(files.map(async (file) => sizeOf(file)))).reduce((total, value) => total + value, 0);',
      ],
      [
        js`const all = (urls) => »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; }, []);`,
        'const all = (urls) => Promise.all(urls.map(async (url) => download(url)));',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const sizes = await sofar; sizes.set(url, await sizeOf(url)); return sizes; }, new Map());`,
        'const all = async (urls) => new Map(await Promise.all(urls.map(async (url) => [url, await sizeOf(url)])));',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const hosts = await sofar; hosts.add(await hostOf(url)); return hosts; }, Promise.resolve(new Set()));`,
        'const all = async (urls) => new Set(await Promise.all(urls.map(async (url) => hostOf(url))));',
      ],
    ]);
  });

  describe('in which each item has a part of its own', () => {
    gathers([
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const good = await sofar; if (await isGood(url)) good.push(url); return good; }, []);`,
        'const all = async (urls) => (await Promise.all(urls.map(async (url) => { const good = []; if (await isGood(url)) good.push(url); return good; }))).flat();',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const lines = await sofar; lines.push(...(await linesOf(url))); return lines; }, []);`,
        'const all = async (urls) => (await Promise.all(urls.map(async (url) => { const lines = []; lines.push(...(await linesOf(url))); return lines; }))).flat();',
      ],
      [
        js`
          async function all(urls) {
            return »urls
              .reduce(async (sofar, url) =>« {
                const sizes = await sofar;
                try {
                  sizes[url] = await sizeOf(url);
                } catch {
                  // Nobody is told.
                  sizes[url] = 0;
                }
                return sizes;
              }, {});
          }
        `,
        [
          'async function all(urls) {',
          '  return Object.assign({}, ...(await Promise.all(urls.map(async (url) => {',
          '    const sizes = {};',
          '    try {',
          '      sizes[url] = await sizeOf(url);',
          '    } catch {',
          '      // Nobody is told.',
          '      sizes[url] = 0;',
          '    }',
          '    return sizes;',
          '  }))));',
          '}',
        ].join('\n'),
      ],
      [
        js`const all = (urls) => »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; if (!url) return bodies; bodies.push(await download(url)); return bodies; }, []);`,
        'const all = (urls) => Promise.all(urls.map(async (url) => { const bodies = []; if (!url) return bodies; bodies.push(await download(url)); return bodies; })).then((values) => values.flat());',
      ],
      [
        js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; const body = await download(url); if (!body) return bodies; return [...bodies, body]; }, []);`,
        'const all = async (urls) => (await Promise.all(urls.map(async (url) => { const bodies = []; const body = await download(url); if (!body) return bodies; return [...bodies, body]; }))).flat();',
      ],
      [
        ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar: Promise<Map<string, number>>, url) =>« { const sizes = await sofar; sizes.set(url, await sizeOf(url)); return sizes; }, Promise.resolve(new Map<string, number>()));`,
        'const all = async (urls: string[]) => new Map<string, number>((await Promise.all(urls.map(async (url) => { const sizes = new Map<string, number>(); sizes.set(url, await sizeOf(url)); return sizes; }))).flatMap((part) => [...part]));',
      ],
      [
        ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar: Promise<Sizes>, url) =>« { const sizes = await sofar; if (url) sizes[url] = await sizeOf(url); return sizes; }, Promise.resolve({}));`,
        'const all = async (urls: string[]) => Object.assign({}, ...(await Promise.all(urls.map(async (url) => { const sizes: Sizes = {}; if (url) sizes[url] = await sizeOf(url); return sizes; }))));',
      ],
      [
        ts`const all = async (urls: string[]) => await »urls.reduce<Promise<Set<string>>>(async (sofar, url) =>« { const hosts = await sofar; if (url) hosts.add(await hostOf(url)); return hosts; }, Promise.resolve(new Set()));`,
        'const all = async (urls: string[]) => new Set((await Promise.all(urls.map(async (url) => { const hosts: Set<string> = new Set(); if (url) hosts.add(await hostOf(url)); return hosts; }))).flatMap((part) => [...part]));',
      ],
      [
        ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar: Promise<Body[]>, url) =>« { const bodies = await sofar; switch (url) { case '': return bodies; } bodies.push(await download(url)); return bodies; }, Promise.resolve([] as Body[]));`,
        "const all = async (urls: string[]) => (await Promise.all(urls.map(async (url) => { const bodies = [] as Body[]; switch (url) { case '': return bodies; } bodies.push(await download(url)); return bodies; }))).flat();",
      ],
    ]);
  });

  describe('whose rewrite would lose something', () => {
    byHand(/No rewrite is offered, since/, [
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; /* whole */ }, [] /* none yet */);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await /* so far */ sofar; bodies.push(await download(url)); return bodies; }, []);`,
      js`const all = async (urls, given) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; }, given);`,
      js`const all = async (urls) => await »urls.reduce(async function (sofar, url)« { const bodies = await sofar; bodies.push(await this.download(url, arguments.length)); return bodies; }, []);`,
      ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar: any, url) =>« { const sizes = await sofar; if (url) sizes[url] = await sizeOf(url); return sizes; }, Promise.resolve({}));`,
      ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar, url) =>« { const good = await sofar; if (!url) return good; good.push(await load(url)); return good; }, Promise.resolve([]));`,
    ]);
  });

  describe('that return something else early', () => {
    silent([
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => { const bodies = await sofar; if (!url) return []; bodies.push(await download(url)); return bodies; }, []);`,
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => { const bodies = await sofar; if (bodies.length > 3) return bodies; bodies.push(await download(url)); return bodies; }, []);`,
      js`const all = async (urls) => await urls.reduce(async (sofar, url) => { const bodies = await sofar; const body = await download(url, () => { return bodies; }); bodies.push(body); return bodies; }, []);`,
    ]);
  });

  describe('that await the one before for its end alone', () => {
    silent([
      js`const all = async (xs) => { await xs.reduce(async (previous, x) => { await previous; await load(x); }, Promise.resolve()); };`,
      js`const all = async (xs) => await xs.reduce(async (previous, x) => { await previous; return load(x); }, Promise.resolve());`,
      js`const all = async (xs) => await xs.reduce(async (previous, x) => { await previous; out.push(await load(x)); }, undefined);`,
    ]);
  });

  describe('whose results depend on what was gathered', () => {
    silent([
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; all.push(await load(x, all.length)); return all; }, []);`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; if (all.length < 3) all.push(await load(x)); return all; }, []);`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; return { ...all, [x]: await load(x, all) }; }, {});`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const last = await sofar; const next = await load(x, last.next); return next; }, {});`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; all[x.key] = all[x.key] ?? (await load(x)); return all; }, {});`,
    ]);
  });

  describe('that wait on purpose, or use one resource', () => {
    silent([
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; await sleep(100); all.push(await load(x)); return all; }, []);`,
      js`const all = async (xs) => db.transaction(async (one) => await xs.reduce(async (sofar, x) => { const all = await sofar; all.push(await one.load(x)); return all; }, []));`,
      js`const all = async (xs, trx) => await xs.reduce(async (sofar, x) => { const all = await sofar; all.push(await load(x, { transaction: trx })); return all; }, []);`,
      js`const all = async (xs, page) => await xs.reduce(async (sofar, x) => { const all = await sofar; return [...all, await page.click(x)]; }, []);`,
    ]);
  });

  describe('that run all at once as they are', () => {
    silent([
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const one = await load(x); const all = await sofar; all.push(one); return all; }, []);`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const one = await load(x); return [...(await sofar), one]; }, []);`,
      js`const all = async (xs) => await xs.reduce(async (sofar, x) => { const all = await sofar; all.push(load(x)); return all; }, []);`,
    ]);
  });

  describe('that take the index too', () => {
    silent([
      js`const all = async (xs) => await xs.reduce(async (sofar, x, index) => { const all = await sofar; all.push(await load(x, index)); return all; }, []);`,
    ]);
  });

  describe('that write', () => {
    const { code } = js`
      async function all(users) {
        const saved = await users.reduce(async (sofar, user) => {
          const all = await sofar;
          all[user.id] = await createUser(user);
          return all;
        }, {});
        return saved;
      }
    `;

    it('come bounded first', () => {
      const [message] = lint(code, 'js', 'espree').messages;
      assert.equal(message?.messageId, 'writes');
      const [chunks, proposed, all, ...others] = message.suggestions ?? [];
      assert.deepEqual(
        [chunks, proposed, all].map((each) => each?.messageId),
        ['gatherChunks', 'gatherProposed', 'gatherAll'],
      );
      assert.deepEqual(others, []);
      assert.equal(
        chunks && applied(code, chunks),
        js`
          async function all(users) {
            const results = [];
            for (let start = 0; start < users.length; start += 10) {
              results.push(...(await Promise.all(users.slice(start, start + 10).map(async (user) => [user.id, await createUser(user)]))));
            }
            const saved = Object.fromEntries(results);
            return saved;
          }
        `.code,
      );
    });
  });

  describe('whose order a comment asks for', () => {
    silent([
      js`
        async function all(xs) {
          // gather: sequential -- the server counts the requests
          return await xs.reduce(async (sofar, x) => {
            const all = await sofar;
            all.push(await load(x));
            return all;
          }, []);
        }
      `,
    ]);
  });
});

describe('no-await-in-loop: promises chained by hand', () => {
  silent([
    js`const all = async (xs) => { let chain = Promise.resolve(); xs.forEach((x) => { chain = chain.then(() => load(x)); }); await chain; };`,
    js`const all = async (xs) => { let chain = Promise.resolve(); for (const x of xs) chain = chain.then(() => load(x)); await chain; };`,
    js`const all = async (xs) => { let previous; return Promise.all(xs.map(async (x) => { await previous; previous = load(x); return previous; })); };`,
    js`const all = async (xs) => { let previous = Promise.resolve(); return await Promise.all(xs.map((x) => { const own = previous.then(() => load(x)); previous = own; return own; })); };`,
    js`const all = async (xs) => await xs.reduce((chain, x) => chain.then(() => load(x)), Promise.resolve());`,
    js`const all = async (xs) => await xs.reduce((chain, x) => chain.then(async (all) => [...all, await load(x)]), Promise.resolve([]));`,
  ]);
});
