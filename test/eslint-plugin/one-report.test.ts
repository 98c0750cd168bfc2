// One problem is one report: which rule has it, with all of them switched on.
import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import plugin from '../../eslint-plugin/src/index.js';

function lint(code: string): Linter.LintMessage[] {
  return new Linter().verify(code, plugin.configs.all, { filename: 'module.mjs' });
}

/** The rules that report something of a module, each with its line, in the order of the text. */
function reportsOn(code: string): string[] {
  return lint(code).map(({ ruleId, line, message }) => `${ruleId?.replace('gather/', '') ?? message} ${String(line)}`);
}

/** Near twins: the second has another problem, or two. */
const cases: Readonly<Record<string, readonly { code: string; reports: string[] }[]>> = {
  'a loop that pushes what nobody handles before the next await': [
    {
      code: `const jobs = [];
for (const id of ids) {
  const token = await fetchToken(id);
  jobs.push(fetchPage(id, token));
}
await Promise.all(jobs);`,
      reports: ['no-late-await 4'],
    },
    {
      code: `const jobs = [];
for (const id of ids) {
  const token = await fetchToken(id);
  jobs.push(await fetchPage(id, token));
}`,
      reports: ['no-await-in-loop 2'],
    },
    {
      code: `const jobs = [];
for (const id of ids) {
  jobs.push(fetchPage(id));
}
const pages = [];
for (const job of jobs) {
  pages.push(await job);
}`,
      reports: ['no-await-in-loop 6'],
    },
  ],
  'a loop with a gap in each iteration, which is slow as well': [
    {
      code: `for (const id of ids) {
  const page = fetchPage(id);
  const token = await fetchToken(id);
  await save(token, await page);
}`,
      reports: ['no-await-in-loop 1', 'no-late-await 2'],
    },
    {
      code: `for (const id of ids) {
  const jobs = [];
  for (const part of id.parts) {
    const token = await fetchToken(part);
    jobs.push(fetchPage(part, token));
  }
  await Promise.all(jobs);
}`,
      reports: ['no-await-in-loop 1', 'no-late-await 5'],
    },
  ],
  'awaits in a row behind a promise that runs already': [
    {
      code: `const user = fetchUser();
const posts = await fetchPosts();
const tags = await fetchTags();
const name = await user;
show(posts, tags, name);`,
      reports: ['no-late-await 1'],
    },
    {
      code: `const user = await fetchUser();
const posts = await fetchPosts();
const tags = await fetchTags();
show(posts, tags, user);`,
      reports: ['no-sequential-await 1'],
    },
    {
      code: `const user = fetchUser();
const posts = await fetchPosts();
const tags = await fetchTags();
if (posts.length > 0) show(posts, tags, await user);`,
      reports: ['no-late-await 1', 'no-sequential-await 2'],
    },
  ],
  'awaits side by side': [
    {
      code: `const user = fetchUser();
show({ posts: await fetchPosts(), tags: await fetchTags(), user: await user });`,
      reports: ['no-late-await 1'],
    },
    { code: 'show({ posts: await fetchPosts(), tags: await fetchTags() });', reports: ['no-sequential-await 1'] },
  ],
  'an await in the list of a combinator': [
    {
      code: `const [user, posts] = await Promise.all([fetchUser(), await fetchPosts()]);
const tags = await fetchTags();
show(user, posts, tags);`,
      reports: ['no-late-await 1'],
    },
    {
      code: `const [user, posts] = await Promise.all([fetchUser(), fetchPosts()]);
const tags = await fetchTags();
show(user, posts, tags);`,
      reports: ['no-sequential-await 1'],
    },
  ],
  'a group whose first failure is told': [
    {
      code: `try {
  await Promise.all([fetch('/a'), fetch('/b')]);
} catch (error) {
  console.error(error);
}`,
      reports: ['prefer-all-settled 2'],
    },
    {
      code: `try {
  await Promise.all([fetch('/a'), fetch('/b')]);
} catch (error) {
  console.error(error);
  throw error;
}`,
      reports: ['prefer-abort-on-failure 2'],
    },
  ],
};

for (const [situation, twins] of Object.entries(cases)) {
  describe(`one report: ${situation}`, () => {
    for (const { code, reports } of twins) {
      it(`${reports.join(', ')}: ${code}`, () => {
        assert.deepEqual(reportsOn(code), reports);
      });
    }
  });
}

describe('no report of what a suggestion has made', () => {
  for (const code of [
    'const saveAll = (few) => { Promise.all(few.map((one) => save(one))).then(() => show("saved")); };',
    'const saveAll = (few) => { Promise.all(few.map((one) => save(one))); };',
    'const saveAll = (few) => { few.forEach(async (one) => { await save(one); }); };',
    'const load = () => { Promise.all([readNews(), readMails()]); };',
  ]) {
    it(code, () => {
      const suggestions = lint(code).flatMap((message) => message.suggestions ?? []);
      assert.ok(suggestions.length > 0);
      for (const { fix } of suggestions)
        assert.deepEqual(reportsOn(code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])), [], fix.text);
    });
  }
});
