// `Promise.all(items.map(callback))` a bounded number at a time: through each kind of limiter, and in chunks.
import assert from 'node:assert/strict';
import { js, type Snippet, ts } from '../rules/no-await-in-loop/linted.js';
import { dependingOn, type Offer, offersIn, type Project } from './project.js';

const rule = 'no-unbounded-concurrency';

function offers(code: string, project: Project = {}): Offer[] {
  return offersIn(project, code, rule);
}

/** The text through a limiter that the project depends on. */
function limited(code: string, name: string): string | undefined {
  return offers(code, dependingOn({ [name]: '*' })).find(({ id }) => id === 'gatherLimited')?.text;
}

/** Asserts what the chunks become. */
function cut(before: Snippet, after: Snippet): void {
  const file = before.language === 'ts' ? 'a.ts' : 'a.mjs';
  assert.equal(offers(before.code, { file }).find(({ id }) => id === 'gatherChunks')?.text, after.code);
}

/** Asserts that nothing is offered. */
function refused(code: string, project: Project = {}): void {
  assert.deepEqual(offers(code, project), []);
}

describe('rewrite: bounded combinators', () => {
  describe('through a limiter', () => {
    const code = js`
      export async function all(users) {
        return Promise.all(users.map(async (user, index) => {
          await sendMail(user, index);
        }));
      }
    `.code;

    for (const [name, expected] of [
      [
        'p-map',
        'return pMap(users, async (user, index) => {\n    await sendMail(user, index);\n  }, { concurrency: 10 });',
      ],
      [
        'p-limit',
        'const limit = pLimit(10);\n  return Promise.all(users.map((user, index) => limit(async () => {\n    await sendMail(user, index);\n  })));',
      ],
      [
        'p-all',
        'return pAll(users.map((user, index) => async () => {\n    await sendMail(user, index);\n  }), { concurrency: 10 });',
      ],
      [
        'p-queue',
        'const queue = new PQueue({ concurrency: 10 });\n  return queue.addAll(users.map((user, index) => async () => {\n    await sendMail(user, index);\n  }));',
      ],
      ['modern-async', 'return asyncMap(users, async (user, index) => {\n    await sendMail(user, index);\n  }, 10);'],
      [
        'bluebird',
        'return Bluebird.map(users, async (user, index) => {\n    await sendMail(user, index);\n  }, { concurrency: 10 });',
      ],
      [
        'es-toolkit',
        'return mapAsync(users, async (user, index) => {\n    await sendMail(user, index);\n  }, { concurrency: 10 });',
      ],
    ] as const) {
      it(name, () => {
        const text = limited(code, name) ?? '';
        assert.ok(text.includes(`{\n  ${expected}\n}`), text);
      });
    }

    it('with the lines of the callback where they come to', () => {
      const broken = code.replace(/users\.map[^]*\}\)/, (call) => `\n    ${call.replaceAll('\n', '\n  ')},\n  `);
      assert.equal(limited(broken, 'p-map'), limited(code, 'p-map'));
    });

    it('async, which tells no index', () => {
      assert.equal(limited(code, 'async'), undefined);
      const text = limited(code.replaceAll(', index', ''), 'async') ?? '';
      assert.ok(text.includes('return mapLimit(users, 10, async (user) => {'), text);
    });

    it('that the file holds, with its own number', () => {
      const before =
        "import pLimit from 'p-limit';\nconst limit = pLimit(4);\nexport const all = (users) => Promise.all(users.map((user) => sendMail(user)));\n";
      const [offer, ...others] = offers(before);
      assert.equal(
        offer?.text,
        before.replace('(user) => sendMail(user)', '(user) => limit(async () => sendMail(user))'),
      );
      assert.match(offer.says, /^Run 4 at a time through `limit`; /);
      assert.deepEqual(others, []);
    });

    it('that keeps what is settled', () => {
      const settled = code.replace('Promise.all(', 'Promise.allSettled(');
      for (const name of ['p-map', 'p-all', 'p-queue', 'bluebird']) assert.equal(limited(settled, name), undefined);
      const [offer] = offers(settled, dependingOn({ 'p-limit': '*' }));
      assert.ok(offer?.text.includes('return Promise.allSettled(users.map((user, index) => limit(async () => {'));
      assert.match(offer?.says ?? '', /all are settled, as before\.$/);
      assert.match(offers(settled)[1]?.says ?? '', /`p-limit` is installed/);
    });

    it('is set up where there is a place for it', () => {
      const setUp = (before: string): string =>
        (limited(before, 'p-limit') ?? '').replace("import pLimit from 'p-limit';\n\n", '');
      assert.equal(
        setUp('export const all = async (users) => Promise.all(users.map((user) => sendMail(user)));\n'),
        'export const all = async (users) => { const limit = pLimit(10); return Promise.all(users.map((user) => limit(async () => sendMail(user)))); };\n',
      );
      assert.equal(
        setUp(
          'export async function all(users) {\n  if (users) await Promise.all(users.map((user) => sendMail(user)));\n}\n',
        ),
        'export async function all(users) {\n  if (users) { const limit = pLimit(10); await Promise.all(users.map((user) => limit(async () => sendMail(user)))); }\n}\n',
      );
      assert.equal(
        limited('class A { done = Promise.all(users.map((user) => sendMail(user))); }\n', 'p-limit'),
        undefined,
      );
    });

    it('gets a named function by a call of it', () => {
      const named =
        'export const all = (users) => Promise.all(users.map(sendMail));\nasync function sendMail(user) { await saveMail(user); }\n';
      assert.ok(limited(named, 'p-map')?.includes('pMap(users, async (item) => sendMail(item), { concurrency: 10 })'));
    });

    it('gets a list of what has only a length', () => {
      const counted =
        'export const all = (urls) => Promise.all(Array.from({ length: urls.length }, (_, page) => fetchPage(page)));\n';
      assert.ok(
        limited(counted, 'p-map')?.includes(
          'pMap(Array.from({ length: urls.length }), async (_, page) => fetchPage(page), ',
        ),
      );
    });
  });

  describe('in chunks', () => {
    it('for the effect alone', () => {
      cut(
        js`
          async function all(users) {
            await Promise.all(users.map(async (user) => {
              await sendMail(user);
            }));
          }
        `,
        js`
          async function all(users) {
            for (let start = 0; start < users.length; start += 10) {
              await Promise.all(users.slice(start, start + 10).map(async (user) => {
                await sendMail(user);
              }));
            }
          }
        `,
      );
    });

    it('of an iterable, for the first statement of an if', () => {
      cut(
        js`
          async function all(users, log) {
            if (log) await Promise.allSettled(Array.from(users, (user) => sendMail(user)));
          }
        `,
        js`
          async function all(users, log) {
            if (log) {
              const pending = Array.from(users);
              for (let start = 0; start < pending.length; start += 10) {
                await Promise.allSettled(pending.slice(start, start + 10).map((user) => sendMail(user)));
              }
            }
          }
        `,
      );
    });

    it('into the list that is declared', () => {
      cut(
        ts`
          async function all(users: User[]): Promise<Profile[]> {
            const profiles: Profile[] = await Promise.all(users.map((user): Promise<Profile> => fetchProfile(user.id)));
            return profiles;
          }
        `,
        ts`
          async function all(users: User[]): Promise<Profile[]> {
            const profiles: Profile[] = [];
            for (let start = 0; start < users.length; start += 10) {
              profiles.push(...(await Promise.all(users.slice(start, start + 10).map((user): Promise<Profile> => fetchProfile(user.id)))));
            }
            return profiles;
          }
        `,
      );
    });

    it('into a list of the type that is written down for one of them', () => {
      cut(
        ts`
          async function fetchState(id: string): Promise<'ok' | 'bad'> {
            return fetch(id);
          }
          async function all(userIds: string[]) {
            return Promise.allSettled(userIds.map(fetchState));
          }
        `,
        ts`
          async function fetchState(id: string): Promise<'ok' | 'bad'> {
            return fetch(id);
          }
          async function all(userIds: string[]) {
            const results: PromiseSettledResult<'ok' | 'bad'>[] = [];
            for (let start = 0; start < userIds.length; start += 10) {
              results.push(...(await Promise.allSettled(userIds.slice(start, start + 10).map((item) => fetchState(item)))));
            }
            return results;
          }
        `,
      );
    });

    it('into a list that a function looks at', () => {
      cut(
        js`
          async function all(users) {
            const profiles = await Promise.all(users.map((user) => fetchProfile(user)));
            return users.map((user, index) => profiles[index]);
          }
        `,
        js`
          async function all(users) {
            const profiles = [];
            for (let start = 0; start < users.length; start += 10) {
              profiles.push(...(await Promise.all(users.slice(start, start + 10).map((user) => fetchProfile(user)))));
            }
            return users.map((user, index) => profiles[index]);
          }
        `,
      );
    });

    it('before the statement that makes something of it', () => {
      cut(
        js`
          async function all(users, results) {
            const [first] = (await Promise.all(users.map((user) => fetchProfile(user)))).filter(Boolean);
            return first;
          }
        `,
        js`
          async function all(users, results) {
            const values = [];
            for (let start = 0; start < users.length; start += 10) {
              values.push(...(await Promise.all(users.slice(start, start + 10).map((user) => fetchProfile(user)))));
            }
            const [first] = values.filter(Boolean);
            return first;
          }
        `,
      );
    });

    it('before the return of an async function', () => {
      cut(
        js`
          async function all(users) {
            return Promise.all(users.map((user) => fetchProfile(user)));
          }
        `,
        js`
          async function all(users) {
            const results = [];
            for (let start = 0; start < users.length; start += 10) {
              results.push(...(await Promise.all(users.slice(start, start + 10).map((user) => fetchProfile(user)))));
            }
            return results;
          }
        `,
      );
    });

    it('with the index that the whole list gives', () => {
      cut(
        js`
          async function all(users) {
            await Promise.all(users.map(async ({ id }, index) => { await saveOrder(id, index); }));
          }
        `,
        js`
          async function all(users) {
            const pending = Array.from(users.entries());
            for (let start = 0; start < pending.length; start += 10) {
              await Promise.all(pending.slice(start, start + 10).map(async ([index, { id }]) => { await saveOrder(id, index); }));
            }
          }
        `,
      );
    });

    it('of the list as it is at first, where it may change', () => {
      for (const [list, given] of [
        ['users', 'users'],
        ['this.users', 'user'],
      ]) {
        const code = `class A { async all(users) { await Promise.all(${String(list)}.map((user) => sendMail(user, ${String(given)}))); } }\n`;
        assert.match(offers(code)[0]?.text ?? '', /const pending = Array\.from\((?:this\.)?users\)/);
      }
    });
  });

  describe('are not offered', () => {
    for (const [title, code] of [
      ['where nobody awaits', 'function all(users) { return Promise.all(users.map((user) => sendMail(user))); }'],
      [
        'where a catch would come to see what it did not',
        'async function all(users) { try { return Promise.all(users.map((user) => sendMail(user))); } catch { return []; } }',
      ],
      [
        'where something else comes first',
        'async function all(users) { return { count: count(), profiles: await Promise.all(users.map((user) => fetchProfile(user))) }; }',
      ],
      [
        'where it may not come to it',
        'async function all(users) { return users && await Promise.all(users.map((user) => fetchProfile(user))); }',
      ],
      [
        'for what is exported in its place',
        'export const profiles = (await Promise.all(users.map((user) => fetchProfile(user)))).flat();',
      ],
      [
        'for a callback with `this` of its own',
        'async function all(users) { await Promise.all(users.map(function (user) { return sendMail(user, this); })); }',
      ],
      [
        'for an argument for `this`',
        'async function all(users) { await Promise.all(users.map((user) => sendMail(user), users)); }',
      ],
      [
        'where there may be no list',
        'async function all(users) { await Promise.all(users?.map((user) => sendMail(user))); }',
      ],
      [
        'where a comment would be lost',
        'async function all(users) { await Promise.all(/* all */ users.map((user) => sendMail(user))); }',
      ],
    ] as const) {
      it(title, () => {
        refused(`${code}\n`);
      });
    }

    it('where types are written down, yet none for a list that a function looks at', () => {
      const code =
        'async function all(users: User[]) {\n  const profiles = await Promise.all(users.map((user) => fetchProfile(user)));\n  return () => profiles.length;\n}\n';
      refused(code, { file: 'a.ts' });
    });
  });
});
