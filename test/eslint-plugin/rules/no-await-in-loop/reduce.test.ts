// Reductions with an async callback, which are loops; and promises that are chained by hand, which are meant to be.
import assert from 'node:assert/strict';
import { parsersOf } from '../alone.js';
import { applied, js, lint, type Snippet, titleOf, ts } from './linted.js';

/** `»` and `«` stand around the head that is to be reported. */
function headIn({ code }: Snippet): { head: string; code: string } {
  return { head: /»(.*)«/s.exec(code)?.[1] ?? '', code: code.replace(/[»«]/g, '') };
}

/** Registers a test for each pair: its reduction is reported at its head, and this is the one text that is offered. */
function gathers(pairs: readonly (readonly [before: Snippet, after: string])[]): void {
  for (const [snippet, after] of pairs) {
    for (const parser of parsersOf(snippet)) {
      const { head, code } = headIn(snippet);
      it(`by ${parser}: ${titleOf({ ...snippet, code })}`, () => {
        const { messages } = lint(code, snippet.language, parser);
        assert.deepEqual(messages.map(placed(code)), [{ messageId: 'reads', head }]);
        const suggestions = messages
          .flatMap((message) => message.suggestions ?? [])
          .filter(({ messageId }) => messageId !== 'gatherChunks' && messageId !== 'gatherProposed');
        assert.deepEqual(
          suggestions.map((suggestion) => [suggestion.messageId, applied(code, suggestion).trimEnd()]),
          [['gatherAll', after]],
        );
        assert.deepEqual(lint(after, snippet.language, parser).messages, []);
      });
    }
  }
}

/** Registers a test for each snippet: its reduction is reported at its head, with the reason why nothing is offered. */
function byHand(why: RegExp, snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      const { head, code } = headIn(snippet);
      it(`offers nothing, by ${parser}: ${titleOf({ ...snippet, code })}`, () => {
        const { messages } = lint(code, snippet.language, parser);
        assert.deepEqual(messages.map(placed(code)), [{ messageId: 'byHand', head }]);
        assert.match(messages[0]?.message ?? '', why);
        assert.equal(messages[0]?.suggestions, undefined);
      });
    }
  }
}

/** Registers a test for each snippet: nothing in it is reported. */
function silent(snippets: readonly Snippet[]): void {
  for (const snippet of snippets) {
    for (const parser of parsersOf(snippet)) {
      it(`stays, by ${parser}: ${titleOf(snippet)}`, () => {
        assert.deepEqual(lint(snippet.code, snippet.language, parser).messages, []);
      });
    }
  }
}

interface Placed {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
  messageId?: string | undefined;
}

const placed =
  (code: string) =>
  ({ line, column, endLine = line, endColumn = column, messageId }: Placed) => {
    const lines = code.split('\n').slice(line - 1, endLine);
    const last = lines.length - 1;
    const head = lines
      .map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined))
      .join('\n');
    return { messageId, head };
  };

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

  describe('whose rewrite would lose something', () => {
    byHand(/No rewrite is offered, since/, [
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
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; return [...bodies, await download(url) /* whole */]; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; }, [first]);`,
      js`const all = async (urls, given) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; }, given);`,
      js`const all = (urls) => »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; bodies.push(await download(url)); return bodies; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const sizes = await sofar; sizes.set(url, await sizeOf(url)); return sizes; }, new Map());`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const good = await sofar; if (await isGood(url)) good.push(url); return good; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const good = await sofar; if (await isBad(url)) throw new Error(url); good.push(url); return good; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async function (sofar, url)« { const bodies = await sofar; bodies.push(await this.download(url, arguments.length)); return bodies; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const lines = await sofar; lines.push(...(await linesOf(url))); return lines; }, []);`,
    ]);
  });

  describe('that return early what was gathered, as a loop goes on with the next item', () => {
    byHand(/No rewrite is offered, since/, [
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; if (!url) return bodies; bodies.push(await download(url)); return bodies; }, []);`,
      js`const all = async (urls) => await »urls.reduce(async (sofar, url) =>« { const bodies = await sofar; const body = await download(url); if (!body) return bodies; return [...bodies, body]; }, []);`,
      ts`const all = async (urls: string[]) => await »urls.reduce(async (sofar: Promise<Body[]>, url) =>« { const bodies = await sofar; switch (url) { case '': return bodies; } bodies.push(await download(url)); return bodies; }, Promise.resolve([] as Body[]));`,
    ]);
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
