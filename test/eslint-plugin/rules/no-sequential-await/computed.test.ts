// Awaits out of which a value is computed: in a statement of a row, in a part of a literal, in a text or a sum.
import { js, ts } from '../no-await-in-loop/linted.js';
import { goes, rewrites, stays } from './rows.js';

describe('no-sequential-await: what is computed of a value', () => {
  it('is computed behind', () => {
    rewrites(
      js`
        async function f(id) {
          const size = (await fetchLimit(id)) ?? 10;
          const rules = JSON.parse(await readFile('rules.json', 'utf8'));
          const open = (await listPosts(id)).filter((post) => !post.done);
          return [size, rules, open];
        }
      `,
      js`
        async function f(id) {
          const [limit, file, posts] = await Promise.all([
            fetchLimit(id),
            readFile('rules.json', 'utf8'),
            listPosts(id),
          ]);
          const size = limit ?? 10;
          const rules = JSON.parse(file);
          const open = posts.filter((post) => !post.done);
          return [size, rules, open];
        }
      `,
    );
  });

  it('keeps the parentheses of a call, and no others', () => {
    rewrites(
      ts`
        async function f(id: string) {
          const size: number = Number((await fetchLimit(id)));
          const isOpen = !((await readState(id)));
          return [size, isOpen];
        }
      `,
      ts`
        async function f(id: string) {
          const [limit, state] = await Promise.all([fetchLimit(id), readState(id)]);
          const size: number = Number(limit);
          const isOpen = !state;
          return [size, isOpen];
        }
      `,
    );
  });

  it('stays in the parts of a literal', () => {
    rewrites(
      js`
        const page = {
          name: (await fetchName(id)).trim(),
          count: Math.max(0, await countPosts(id)),
          tags: (await listTags(id)) || [],
        };
      `,
      js`
        const [name, posts, tags] = await Promise.all([fetchName(id), countPosts(id), listTags(id)]);
        const page = {
          name: name.trim(),
          count: Math.max(0, posts),
          tags: tags || [],
        };
      `,
    );
  });

  describe('where more than that is done, or something is looked at before', () => {
    for (const snippet of [
      js`
        const user = show(await fetchUser(id));
        const posts = show(await fetchPosts(id));
      `,
      js`
        const size = total + (await fetchSize(id));
        const count = total + (await fetchCount(id));
      `,
      js`
        const size = (await fetchSize(id)) ?? measure(id);
        const count = (await fetchCount(id)) ?? measure(id);
      `,
      js`
        const size = fast && (await fetchSize(id));
        const count = fast && (await fetchCount(id));
      `,
      js`
        const names = (await listUsers(id)).map((user) => show(user));
        const posts = (await listPosts(id)).map(show);
      `,
    ])
      stays(undefined, snippet);
    goes(js`
      »const size = (await fetchSize(id)) ?? 3;
      const count = (await fetchCount(id)) ?? 4;
    `);
  });
});

describe('no-sequential-await: texts and sums', () => {
  it('are made of what was awaited before', () => {
    rewrites(
      js`
        const greet = async (id) => {
          return \`Hello \${await fetchName(id)}, \${(await listPosts(id)).length} new\`;
        };
      `,
      js`
        const greet = async (id) => {
          const [name, posts] = await Promise.all([fetchName(id), listPosts(id)]);
          return \`Hello \${name}, \${posts.length} new\`;
        };
      `,
    );
    rewrites(
      js`
        if ((await fetchVersion(id)) + 1 < (await fetchLatest(id))) warn(id);
      `,
      js`
        const [version, latest] = await Promise.all([fetchVersion(id), fetchLatest(id)]);
        if (version + 1 < latest) warn(id);
      `,
    );
  });

  describe('of what may not run together', () => {
    stays('repeats', js`const isSame = (await fetchVersion(id)) === (await fetchVersion(id));`);
    stays('serial-resource', js`const bytes = (await reader.read()).value + (await reader.read()).value;`);
    stays(undefined, js`const text = \`\${await fetchName(id)} \${show(id)} \${await fetchTitle(id)}\`;`);
    stays(undefined, js`const isNew = (await isOpen(id)) && (await isRecent(id));`);
  });
});
