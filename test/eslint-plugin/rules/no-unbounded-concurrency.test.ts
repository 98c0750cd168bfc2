// What is reported: I/O for every item of a list that the data make as long as they like, and nothing that limits it.
import assert from 'node:assert/strict';
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { Linter, type Parser } from '@typescript-eslint/utils/ts-eslint';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noUnboundedConcurrency } from '../../../eslint-plugin/src/rules/no-unbounded-concurrency.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

/** Code in a function whose parameters the data decide. */
function within(statement: string): string {
  return `async function all(users, urls, options) {\n  ${statement}\n}\n`;
}

const reported = {
  'a request each': 'await Promise.all(urls.map((url) => fetchPage(url)));',
  'a request each, all settled': 'await Promise.allSettled(urls.map((url) => fetchPage(url)));',
  'a request each, by name':
    'await Promise.all(urls.map(fetchPage)); async function fetchPage(url) { return await fs.readFile(url); }',
  'a query each':
    'const rows = await Promise.all(users.map(async (user) => { const row = await db.findOne(user.id); return row; }));',
  'a query each, though its verb says little': 'await Promise.all(users.map((user) => redis.hgetall(user.id)));',
  'a file each': 'await Promise.all(urls.map(async (url) => fs.promises.readFile(url)));',
  'a look at each of many files': 'await Promise.all(options.files.map(async (file) => fs.promises.stat(file)));',
  'what follows from a look at each':
    'await Promise.all(urls.map(async (url) => { if (await fs.pathExists(url)) await fs.remove(url); }));',
  'a write each of what a call gives':
    'const found = await listUsers(); await Promise.all(found.map((user) => saveUser(user)));',
  'one each of what is filtered': 'await Promise.all(users.filter(isActive).map((user) => sendMail(user)));',
  'one each of what is spread': 'await Promise.all([...users].map((user) => sendMail(user)));',
  'one each of an iterable': 'await Promise.all(Array.from(users.values(), (user) => sendMail(user)));',
  'one each of a list that grew':
    'const found = []; for (const user of users) found.push(user); await Promise.all(found.map((user) => sendMail(user)));',
  'one each of all that are mostly few': 'await Promise.all(allPlugins.map((plugin) => loadPlugin(plugin)));',
  'deep in a function of the file':
    'await Promise.all(users.map((user) => greet(user))); async function greet(user) { if (user.mail) await sendMail(user.mail); }',
  'several methods, one of which will leave the process':
    'await Promise.all(users.map(async (user) => [await a.getName(user), await b.getAge(user), await c.getMail(user)]));',
  'one each of what is to become of few':
    'const usersToTemplate = await listAll(); await Promise.all(usersToTemplate.map((user) => saveUser(user)));',
  'a module that may run on a page or elsewhere':
    "await Promise.all(users.map((user) => api.put(user))); if (typeof document !== 'undefined') document.title = 'done';",
  'a callback of no portions':
    'await inOrder(urls, async (some) => { await Promise.all(some.map((row) => saveRow(row))); });',
  'a request each of what was waited for, whatever it is':
    'const things = await store.load(); await Promise.all(things.map((thing) => fetch(thing.address)));',
  'as many as another list has':
    'await Promise.all(Array.from({ length: users.length }, (_, index) => greet(users[index]))); function greet(user) { return sendMail(user); }',
  'those of one kind':
    "await Promise.all(users.filter((user) => user.kind === 'guest').map((user) => sendMail(user)));",
  'a few, or what is given':
    "let files = ['a']; if (options.files) files = options.files; await Promise.all(files.map((file) => readFile(file)));",
  'a parameter that is empty unless somebody gives one':
    'const load = async (files = []) => Promise.all(files.map((file) => readFile(file)));\nawait load(urls);',
  'a query each of many, which wait for a connection': 'await Promise.all(users.map((user) => pool.query(user)));',
  'one each of a list by what an item is': 'await Promise.all(options.things.map((file) => saveThing(file)));',
  'one each of a literal and whatever is added':
    "const names = ['a']; names.push(...users); await Promise.all(names.map((name) => fetch(name)));",
  'one each of a list in a list':
    'for (const files of options.trees) await Promise.all(files.map((file) => sendFile(file)));',
  'one each of all, whatever an item is called':
    'const allUsers = await listUsers(); await Promise.all(allUsers.map((plugin) => saveUser(plugin)));',
  'one each of what something that knows the configuration gives':
    'const found = await options.config.store.find(); await Promise.all(found.map((user) => saveUser(user)));',
  'one each of a list in a loop over something else':
    'for (const user of users) await Promise.all(user.contacts.map((friend) => sendMail(friend)));',
  'one that nobody awaits here': 'return Promise.all(users.map((user) => sendMail(user))).then(report);',
};

const leftAlone = {
  'a literal': "await Promise.all(['a', 'b'].map((url) => fetchPage(url)));",
  'a constant literal': "const two = ['a', 'b']; await Promise.all(two.map((url) => fetchPage(url)));",
  'the keys of a literal': 'await Promise.all(Object.keys({ a: 1, b: 2 }).map((url) => fetchPage(url)));',
  'so many as the text says': 'await Promise.all(Array.from({ length: 3 }, (_, page) => fetchPage(page)));',
  'at most so many': 'await Promise.all(Array(Math.min(options.count, 100)).fill(0).map(() => createUser()));',
  'a part': 'await Promise.all(users.slice(0, options.limit).map((user) => sendMail(user)));',
  'a part that is taken out': 'await Promise.all(users.splice(0, 50).map((user) => sendMail(user)));',
  'a literal, to which one more may be added':
    "const names = ['a']; if (options.more) names.push('b'); await Promise.all(names.map((name) => fetch(name)));",
  'a part of a part':
    'for (let i = 0; i < users.length; i += 10) await Promise.all(users.slice(i, i + 10).map((user) => sendMail(user)));',
  'a chunk': 'for (const chunk of chunked(users, 10)) await Promise.all(chunk.map((user) => sendMail(user)));',
  'what is called back with a batch':
    'await inBatches(users, async (some) => { await Promise.all(some.map((user) => sendMail(user))); });',
  'a query with a limit':
    'const { rows } = await User.findAndCountAll({ limit: 25, offset: 0 }); await Promise.all(rows.map((user) => sendMail(user)));',
  'a query with a limit in its chain':
    'const found = await User.find().limit(25); await Promise.all(found.map((user) => sendMail(user)));',
  'few by their name': 'await Promise.all(options.plugins.map((plugin) => loadPlugin(plugin)));',
  'so many as somebody asks for':
    'await Promise.all(Array.from({ length: options.count }, (_, index) => fetchPage(index)));',
  'who knows how many': 'await Promise.all(options.things.map((thing) => fetch(thing.address)));',
  'what was waited for, and may stay in the process':
    'const things = await store.load(); await Promise.all(things.map((thing) => saveThing(thing)));',
  'a part of what was waited for, whatever it is':
    'const { things } = await store.load(); await Promise.all(things.map((thing) => fetch(thing.address)));',
  'what came to be in a loop, whatever it is':
    'const things = []; for (const user of users) things.push(user.thing); await Promise.all(things.map((thing) => fetch(thing)));',
  'a list by its name alone, and what may stay in the process':
    'await Promise.all(options.items.map((item) => saveItem(item)));',
  'a look at each of a list': 'await Promise.all(urls.map(async (url) => fs.promises.stat(url)));',
  'a query each, which waits for a connection': 'await Promise.all(options.ids.map((id) => pool.query(id)));',
  'what may be few, and may stay in the process': 'await Promise.all(options.things.map((thing) => saveThing(thing)));',
  'what another module lists':
    "await Promise.all(things.map((thing) => fetch(thing))); } import { things } from './things.js'; {",
  'an item of a list that was cut':
    'for (const some of chunked(users, 10)) await Promise.all(some.map((user) => sendMail(user)));',
  'an item of a list of portions, with its index':
    'for (const [at, some] of batches.entries()) await Promise.all(some.map((user) => sendMail(user, at)));',
  'few by what each is called':
    'await Promise.all(Object.keys(options.packages).map((pluginName) => loadPlugin(pluginName)));',
  'few by what has an address':
    'const peerUrls = await listAll(); await Promise.all(peerUrls.map((url) => fetchPage(url)));',
  'few by what the key of each is called':
    'await Promise.all(Object.entries(options.packages).map(([pluginName, code]) => saveFile(pluginName, code)));',
  'what ends in the process': 'await Promise.all(users.map((user) => user.process.kill()));',
  'what is made of few':
    'const plugins = await listAll(); const found = [...plugins].filter(isActive); await Promise.all(found.map((each) => loadPlugin(each)));',
  'what is made of what somebody configured':
    'const found = options.appConfig.users?.filter(isActive) ?? []; await Promise.all(found.map((user) => sendMail(user)));',
  'what is taken out of what somebody configured':
    'const { users: found } = options.settings; await Promise.all(found.map((user) => sendMail(user)));',
  'what there is unless somebody says otherwise':
    'await Promise.all(Object.keys(options.defaultUsers).map((name) => saveUser(name)));',
  'few by two words': 'await Promise.all(options.workspaceFolders.map((folder) => readFolder(folder)));',
  'workers, as many as may run at a time':
    'const count = Math.min(options.concurrency, urls.length); await Promise.all(Array.from({ length: count }, () => fetchNext(urls)));',
  'workers by number':
    'const files = [...new Array(options.concurrency).keys()]; await Promise.all(files.map(() => fetchNext(urls)));',
  'what is cleaned up': 'await Promise.all(users.map((user) => user.files.cleanup()));',
  'who is told, of whom there may be a few': 'await Promise.all(options.notifications.map((each) => sendMail(each)));',
  'workers of a pool': 'await Promise.all(Array(options.poolSize).fill(0).map(() => fetchNext(urls)));',
  'what computes in the process': 'await Promise.all(users.map((user) => openpgp.readKey({ armoredKey: user.key })));',
  'who listens': 'await Promise.all(users.map((user) => options.onClose(user)));',
  'few by the name of their ids':
    'const { groupIds } = options; await Promise.all(groupIds.map((id) => removeGroup(id)));',
  'few by what the results are': 'const templates = await Promise.all(urls.map((url) => readFile(url)));',
  'few, though all there are':
    'const allLocales = await listLocales(); await Promise.all(allLocales.map((locale) => loadTexts(locale)));',
  'few, with what is to become of them':
    'const templatesToBuild = await listAll(); await Promise.all(templatesToBuild.map((file) => saveFile(file)));',
  'what a portion is used to fetch':
    'await inBatches(urls, async (some) => { const rows = await db.rowsOf(some); await Promise.all(rows.map((row) => saveRow(row))); });',
  'what goes on already': 'await Promise.all(users.map(({ fetching }) => fetching()));',
  'who is called back': 'await Promise.all(users.map(async (user) => hooks.update(user)));',
  'those who are called back': 'await Promise.all(options.callbacks.map((cb) => cb(users)));',
  'a function of the file that stays in the process':
    'await Promise.all(users.map((user) => saveUser(user))); async function saveUser(user) { users.latest = user; }',
  'several methods that compute':
    'await Promise.all(users.map(async (user) => [await a.toName(user), await b.hasAge(user), await c.formatMail(user)]));',
  'a walk through a tree, by another function':
    'const parts = await readParts(users); await Promise.all(parts.map((part) => saveUser(part))); async function saveUser(part) { await all(part); await fetch(part); }',
  'what gathers requests into one': 'await Promise.all(users.map((user) => userLoader.fetch(user)));',
  'something for each of a few': 'await Promise.all(options.localeFiles.map((file) => readFile(file)));',
  'few, by the function that lists them': 'await Promise.all(listDefaultApps().map((user) => saveUser(user)));',
  'few, in another shape': 'await Promise.all(toArray(options.config.files).map((file) => readFile(file)));',
  'chunks, which are few': 'await Promise.all(options.userBatches.map((users) => sendMail(users)));',
  'what a chunk holds': 'await Promise.all(options.chunk.files.map((file) => readFile(file)));',
  'a portion that a function is handed':
    'async function saveBatch(some) { await Promise.all(some.users.map((user) => sendMail(user))); }',
  'what somebody wrote in one line': "await Promise.all(options.users.split(',').map((user) => sendMail(user)));",
  'what one text holds': 'await Promise.all(extractLinks(options.text).map((link) => fetchPage(link)));',
  'a query from one to another place':
    'const found = await store.range(options.key, 0, 19); await Promise.all(found.map((user) => sendMail(user)));',
  'a query up to a place':
    'const found = await store.range(options.key, 0, options.limit - 1); await Promise.all(found.map((user) => sendMail(user)));',
  'a query with a limit in its parameters':
    'const found = await http.get(urls, { params: { per_page: 100 } }); await Promise.all(found.map((user) => sendMail(user)));',
  'a portion that a function is handed in a Map':
    'async function saveBatch(some) { await Promise.all(Array.from(some.entries()).map(([user]) => sendMail(user))); }',
  'what is short unless somebody gives another':
    "const load = async ({ files = ['a', 'b'] }) => Promise.all(files.map((file) => readFile(file)));",
  'a few folders of what is open': 'await Promise.all(options.workspaceDirs.map((dir) => readFolder(dir)));',
  'a test': "describe('users', () => { it('get mail', () => Promise.all(users.map((user) => sendMail(user)))); });",
  'those of one name':
    "await Promise.all(options.files.filter((file) => file.path === 'a').map((file) => readFile(file)));",
  'a few, whichever they are':
    "let files; if (options.old) files = ['a']; else files = ['b', 'c']; await Promise.all(files.map((file) => readFile(file)));",
  'one page of several':
    'const { users: found, nextToken } = await store.load(); await Promise.all(found.map((user) => sendMail(user)));',
  'one page of several, of an answer':
    'const answer = await store.load(); await Promise.all(answer.users.map((user) => sendMail(user))); return answer.nextToken;',
  'a page, by what it imports': "await Promise.all(users.map((user) => api.put(user))); } import { ref } from 'vue'; {",
  'a page, by what was dropped on it':
    'if (users instanceof FileList) await Promise.all(options.files.map((file) => api.put(file)));',
  'a page, whose browser holds requests back':
    'const saved = await Promise.all(users.map((user) => api.put(user))); document.title = saved.length;',
  'a component': 'useEffect(() => { void Promise.all(urls.map((url) => fetchPage(url))); });',
  'a few methods that may stay in the process':
    'await Promise.all(users.map(async (user) => [await store.getName(user), await store.getAge(user)]));',
  'a constant by its name': 'await Promise.all(TEMPLATE_FILES.map((file) => fs.promises.access(file)));',
  'what somebody configured':
    'await Promise.all(options.config.collections.map((collection) => saveIndex(collection)));',
  'one connection': 'await db.transaction(async (tx) => { await Promise.all(users.map((user) => tx.insert(user))); });',
  'a limiter in the callback': 'await Promise.all(urls.map((url) => limit(() => fetchPage(url))));',
  'a limiter in a function of the file':
    'await Promise.all(urls.map((url) => load(url))); async function load(url) { await semaphore.acquire(); return await fetchPage(url); }',
  'nothing that leaves the process': 'await Promise.all(users.map(async (user) => render(user)));',
  paths: 'await Promise.all(urls.map(async (url) => path.join(options.root, url)));',
  'what is not known': 'await Promise.all(urls.map(options.callback));',
  'promises that are there': 'await Promise.all(users);',
  'a race': 'await Promise.race(urls.map((url) => fetchPage(url)));',
  'a walk through a tree': 'const parts = await readParts(users); await Promise.all(parts.map((part) => all(part)));',
};

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-unbounded-concurrency by ${name}`, () => {
    tester.run('no-unbounded-concurrency', noUnboundedConcurrency, {
      valid: [
        ...Object.entries(leftAlone).map(([title, code]) => ({ name: title, code: within(code) })),
        ...(name === 'espree'
          ? []
          : [
              {
                name: 'an enum',
                code: `enum Level { Low, High }\n${within('await Promise.all(Object.values(Level).map((level) => fetchPage(level)));')}`,
              },
            ]),
      ],
      invalid: [],
    });
  });

  for (const [title, statement] of Object.entries(reported)) {
    it(`no-unbounded-concurrency by ${name} reports ${title}`, () => {
      assert.deepEqual(
        lint(within(statement), parser).map(({ line }) => line),
        [2],
      );
    });
  }
}

function lint(
  code: string,
  parser: Parser.LooseParserModule,
  options?: { concurrency?: number; limited?: string[] },
): Linter.LintMessage[] {
  const rule = 'gather/no-unbounded-concurrency';
  return new Linter().verify(code, [
    {
      plugins: { gather: { rules: { 'no-unbounded-concurrency': noUnboundedConcurrency } } },
      rules: { [rule]: options ? ['warn', options] : 'warn' },
      languageOptions: { parser },
    },
  ]);
}

describe('no-unbounded-concurrency', () => {
  const code = within('await Promise.all(urls.map((url) => fetchPage(url)));');

  it('says what is started, for each of what', () => {
    const [message] = lint(code, espree);
    assert.equal(
      message?.message,
      '`fetchPage` is started for every item of `urls` at once, and the data decide how many those are.',
    );
    assert.equal(code.slice(code.indexOf('Promise')).indexOf('('), (message.endColumn ?? 0) - message.column);
  });

  it('suggests the number of its option', () => {
    const [message] = lint(code, espree, { concurrency: 25 });
    assert.match(message?.suggestions?.[0]?.fix.text ?? '', /start \+= 25\) \{[^]*slice\(start, start \+ 25\)/);
    assert.match(message?.suggestions?.[1]?.fix.text ?? '', /\{ concurrency: 25 \}/);
    assert.match(message?.suggestions?.[0]?.desc ?? '', /^Run 25 at a time/);
  });

  it('lets a callback in chunks stand as deep as its loop', () => {
    const [message] = lint(
      within('await Promise.all(\n    urls.map(async (url) => {\n      await fetchPage(url);\n    }),\n  );'),
      espree,
    );
    assert.match(message?.suggestions?.[0]?.fix.text ?? '', /async \(url\) => \{\n {6}await fetchPage\(url\);\n {4}\}/);
  });

  it('leaves alone what its option says to hold back by itself', () => {
    for (const limited of [['fetchPage'], ['fetch*']]) assert.deepEqual(lint(code, espree, { limited }), []);
    assert.equal(lint(code, espree, { limited: ['fetchLine', 'page'] }).length, 1);
  });

  it('says so where it has no rewrite', () => {
    const [message] = lint(
      within('return Promise.all(urls.map((url) => fetchPage(url))).then(report);').replace('async ', ''),
      espree,
    );
    assert.equal(message?.messageId, 'byHand');
    assert.deepEqual(message.suggestions ?? [], []);
  });

  it('leaves nothing to report once a suggestion is applied', () => {
    const [message] = lint(code, espree);
    for (const { fix } of message?.suggestions ?? []) {
      assert.deepEqual(lint(code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]), espree), []);
    }
  });
});
