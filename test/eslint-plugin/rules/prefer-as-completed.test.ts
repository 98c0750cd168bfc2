// The rule as ESLint sees it: which rounds it reports, and the one round that it suggests. What that does when it runs
// is tested in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { preferAsCompleted } from '../../../eslint-plugin/src/rules/prefer-as-completed.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const pages = 'const pages = await Promise.all(urls.map((url) => fetchPage(url)));';
const reads = (output: string) => ({
  messageId: 'waits' as const,
  suggestions: [{ messageId: 'handleEach' as const, output }],
});
const writes = (output: string) => ({
  messageId: 'waits' as const,
  suggestions: [{ messageId: 'handleEachWriting' as const, output }],
});

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`prefer-as-completed by ${name}`, () => {
    tester.run('prefer-as-completed', preferAsCompleted, {
      valid: [
        pages,
        `${pages} show(pages);`,
        { name: 'nothing to wait for in the second round', code: `${pages} for (const page of pages) show(page);` },
        {
          name: 'the list is used besides',
          code: `${pages} await Promise.all(pages.map((page) => store(page))); show(pages.length);`,
        },
        { name: 'something between', code: `${pages} start(); await Promise.all(pages.map((page) => store(page)));` },
        {
          name: 'more than the handling',
          code: `${pages} show(await Promise.all(pages.map((page) => render(page))));`,
        },
        {
          name: 'by the place in the list',
          code: `${pages} await Promise.all(pages.map((page, index) => store(page, index)));`,
        },
        {
          name: 'sums need the one before',
          code: `${pages} let last; for (const page of pages) last = await link(page, last);`,
        },
        {
          name: 'an end before the last',
          code: `${pages} for (const page of pages) { if (await isGood(page)) break; }`,
        },
        {
          name: 'collected in order',
          code: `${pages} const all = []; for (const page of pages) all.push(await parse(page));`,
        },
        { name: 'one after the other', code: `${pages} for (const page of pages) all.push(await parse(page));` },
        { name: 'time on purpose', code: `${pages} for (const page of pages) { await send(page); await sleep(100); }` },
        {
          name: 'the first round writes',
          code: 'const users = await Promise.all(names.map((name) => createUser(name))); await Promise.all(users.map((user) => sendMail(user)));',
        },
        {
          name: 'the first round checks',
          code: 'const users = await Promise.all(names.map((name) => validateUser(name))); await Promise.all(users.map((user) => save(user)));',
        },
        {
          name: 'the first round throws',
          code: 'const users = await Promise.all(names.map(async (name) => { if (!name) throw new Error(); return findUser(name); })); await Promise.all(users.map((user) => save(user)));',
        },
        {
          name: 'the second leaves what the first looks at',
          code: 'const seen = {}; const pages = await Promise.all(urls.map(async (url) => fetchPage(url, seen.last))); await Promise.all(pages.map(async (page) => { await store(page); seen.last = page; }));',
        },
        {
          name: 'a receiver named in the options',
          code: 'const pages = await Promise.all(urls.map((url) => fetchPage(url))); await Promise.all(pages.map((page) => printer.put(page)));',
          options: [{ serial: ['printer'] }],
        },
        {
          name: 'written out',
          code: 'const both = await Promise.all([a(), b()]); await Promise.all(both.map((one) => store(one)));',
        },
        {
          name: 'lists of lists',
          code: 'const files = (await Promise.all(folders.map((folder) => readFolder(folder)))).flat(); await Promise.all(files.flat().map((file) => saveFile(file)));',
        },
        {
          name: 'lists taken apart all the way',
          code: 'const files = (await Promise.all(folders.map((folder) => readFolder(folder)))).flat(Infinity); await Promise.all(files.map((file) => saveFile(file)));',
        },
        {
          name: 'values added to what a variable has',
          code: 'let all = []; const pages = await Promise.all(urls.map((url) => fetchPage(url))); all += await Promise.all(pages.map((page) => store(page)));',
        },
        {
          name: 'settled',
          code: 'const all = await Promise.allSettled(urls.map((url) => fetchPage(url))); await Promise.all(all.map((one) => store(one)));',
        },
        {
          name: 'a function of elsewhere may take more than the item',
          code: 'const pages = await Promise.all(urls.map(fetchPage)); await Promise.all(pages.map((page) => store(page)));',
        },
      ],
      invalid: [
        {
          name: 'two combinators',
          code: `async function f(urls) {
  const pages = await Promise.all(urls.map(async (url) => fetchPage(url)));
  await Promise.all(pages.map(async (page) => store(page)));
}`,
          errors: [
            {
              ...writes(`async function f(urls) {
  await Promise.all(urls.map(async (url) => {
    const page = await fetchPage(url);
    await store(page);
  }));
}`),
              line: 2,
              column: 23,
              endColumn: 34,
            },
          ],
        },
        {
          name: 'a loop',
          code: `${pages}
for (const page of pages) await saveImages(page);`,
          errors: [
            writes(`await Promise.all(urls.map(async (url) => {
  const page = await fetchPage(url);
  await saveImages(page);
}));`),
          ],
        },
        {
          name: 'a loop with a body, without semicolons',
          code: `const a = 'a'
const pages = await Promise.all(Array.from(urls, (url) => fetchPage(url)))
for (const { id, text } of pages) {
  if (!id) continue
  // those that have one
  await save(id, text)
}
[a].forEach(show)`,
          errors: [
            writes(`const a = 'a'
await Promise.all(Array.from(urls, async (url) => {
  const { id, text } = await fetchPage(url)
  if (!id) return
  // those that have one
  await save(id, text)
}));
[a].forEach(show)`),
          ],
        },
        {
          name: 'values that are returned',
          code: `async function f(urls) {
  const answers = await Promise.all(urls.map((url) => fetch(url)));
  return Promise.all(answers.map((answer) => answer.json()));
}`,
          errors: [
            reads(`async function f(urls) {
  return Promise.all(urls.map(async (url) => {
    const answer = await fetch(url);
    return answer.json();
  }));
}`),
          ],
        },
        {
          name: 'bodies with more in them',
          code: `async function f(urls) {
  const answers = await Promise.all(
    urls.map(async (url) => {
      const full = base + url; // whole
      return await fetch(full);
    }),
  );
  const texts = await Promise.all(
    answers.map(async (answer) => {
      const text = await answer.text();
      return text.trim();
    }),
  );
  return texts;
}`,
          errors: [
            reads(`async function f(urls) {
  const texts = await Promise.all(
    urls.map(async (url) => {
      const full = base + url; // whole
      const answer = await fetch(full);
      const text = await answer.text();
      return text.trim();
    }),
  );
  return texts;
}`),
          ],
        },
        {
          name: 'values that are put into a variable',
          code: `async function f(urls) {
  let texts;
  const answers = await Promise.all(urls.map((url) => fetch(url)));
  texts = await Promise.all(answers.map((answer) => answer.text()));
  return texts;
}`,
          errors: [
            reads(`async function f(urls) {
  let texts;
  texts = await Promise.all(urls.map(async (url) => {
    const answer = await fetch(url);
    return answer.text();
  }));
  return texts;
}`),
          ],
        },
        {
          name: 'the items of lists, in a loop',
          code: `const files = (await Promise.all(folders.map((folder) => readFolder(folder)))).flat();
for (const file of files) {
  await saveFile(file);
}
`,
          errors: [
            writes(`await Promise.all(folders.map(async (folder) => {
  const files = await readFolder(folder);
  for (const file of files) {
    await saveFile(file);
  }
}));
`),
          ],
        },
        {
          name: 'the items of lists, together',
          code: `const files = await Promise.all(folders.map((folder) => readFolder(folder)));
await Promise.all(files.flat().map(async (file) => saveFile(file)));`,
          errors: [
            writes(`await Promise.all(folders.map(async (folder) => {
  const files = await readFolder(folder);
  await Promise.all(files.map(async (file) => saveFile(file)));
}));`),
          ],
        },
        {
          name: 'the items of lists, whose values are returned',
          code: `async function f(folders) {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const full = root + folder; // whole
      return readFolder(full);
    }),
  );
  return Promise.all(files.flat().map((file) => readFile(file)));
}`,
          errors: [
            reads(`async function f(folders) {
  return (await Promise.all(folders.map(async (folder) => {
    const full = root + folder; // whole
    const files = await readFolder(full);
    return Promise.all(files.map((file) => readFile(file)));
  }))).flat();
}`),
          ],
        },
        {
          name: 'names that clash',
          code: 'const pages = await Promise.all(urls.map((page) => fetchPage(page))); await Promise.all(pages.map((page) => store(page)));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a name that the second takes from outside',
          code: 'const pages = await Promise.all(urls.map((url) => fetchPage(url))); await Promise.all(pages.map((page) => store(page, url)));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'several ends of the first callback',
          code: 'const pages = await Promise.all(urls.map(async (url) => { if (known[url]) return known[url]; return fetchPage(url); })); await Promise.all(pages.map((page) => store(page)));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a comment between',
          code: `${pages}\n// then\nawait Promise.all(pages.map((page) => store(page)));`,
          errors: [
            writes(`await Promise.all(urls.map(async (url) => {
  const page = await fetchPage(url);
  // then
  await store(page);
}));`),
          ],
        },
        {
          name: 'a comment behind the first',
          code: `${pages} // all\nawait Promise.all(pages.map((page) => store(page)));`,
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a default for what is missing',
          code: `${pages} await Promise.all(pages.map((page = none) => store(page)));`,
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a loop that sets a variable of outside',
          code: `let page; ${pages} for (page of pages) await store(page);`,
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
      ],
    });
  });
}
