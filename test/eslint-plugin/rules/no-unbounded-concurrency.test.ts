// What is reported: I/O for every item of a list that the data make as long as they like, and nothing that limits it.
import assert from 'node:assert/strict';
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noUnboundedConcurrency } from '../../../eslint-plugin/src/rules/no-unbounded-concurrency.js';
import { lint, within } from './no-unbounded-concurrency/linted.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const reported = {
  'a request each': 'await Promise.all(urls.map((url) => fetchPage(url)));',
  'a request each, all settled': 'await Promise.allSettled(urls.map((url) => fetchPage(url)));',
  'a request each, by name':
    'await Promise.all(urls.map(fetchPage)); async function fetchPage(url) { return await fs.readFile(url); }',
  'a query each':
    'const rows = await Promise.all(users.map(async (user) => { const row = await db.findOne(user.id); return row; }));',
  'a query each, though its verb says little': 'await Promise.all(users.map((user) => redis.hgetall(user.id)));',
  'a file each': 'await Promise.all(urls.map(async (url) => fs.promises.readFile(url)));',
  'a look at each of many files': 'await Promise.all(users.map(async (user) => fs.promises.stat(user.photo)));',
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
    'await inOrder(urls, async (some) => { await Promise.all(some.map((user) => saveUser(user))); });',
  'a request each of what was waited for, whatever it is':
    'const things = await store.load(); await Promise.all(things.map((thing) => fetch(thing.address)));',
  'a file each of what is in a folder':
    'const files = await readdir(input.root); await Promise.all(files.map((file) => fs.readFile(file)));',
  'a file each of what is found, in a variable that is there before':
    'let files; try { files = await readdir(input.root); } catch { return; } await Promise.all(files.map((file) => fs.readFile(file)));',
  'a file each of what a function of the file finds':
    'const files = await filesIn(input.root); await Promise.all(files.map((file) => fs.readFile(file))); async function filesIn(root) { const all = await readdir(root); return all.sort(); }',
  'a file each of what a function of the file hands in':
    'await send(await readdir(input.root)); function send(files) { return Promise.all(files.map((file) => sendFile(file))); }',
  'a file each of what a promise gives':
    'await glob(input.root).then((files) => Promise.all(files.map((file) => fs.readFile(file))));',
  'a file each of what a callback is given':
    'readdir(input.root, (error, files) => Promise.all(files.map((file) => fs.readFile(file))));',
  'a request each of all there is':
    'const things = getAllThings(); await Promise.all(things.map((thing) => fetch(thing)));',
  'a request each of what is handed in by key':
    'const load = async (things) => Promise.all(Object.keys(things).map((name) => fetch(name)));',
  'a request each of what is left of what is handed in by key':
    'const drop = async (before, now) => { const gone = difference(Object.keys(before), now); await Promise.all(gone.map((name) => fetch(name))); };',
  'a request each of what somebody hands in by its address': 'await Promise.all(input.ids.map((each) => fetch(each)));',
  'a file each of what one of several calls hands in':
    "await send(['a']); await send(await readdir(input.root)); function send(files) { return Promise.all(files.map((file) => sendFile(file))); }",
  'a write each of what this has': 'await Promise.all(this.users.map((user) => saveUser(user)));',
  'what others may hand in, too':
    "input.greet = (users) => Promise.all(users.map((user) => sendMail(user))); await input.greet(['a']);",
  'what may be handed in where the function is handed on':
    "const greet = (users) => Promise.all(users.map((user) => sendMail(user))); await greet(['a']); use(greet);",
  'as many as another list has':
    'await Promise.all(Array.from({ length: users.length }, (_, index) => greet(users[index]))); function greet(user) { return sendMail(user); }',
  'those of one kind':
    "await Promise.all(users.filter((user) => user.kind === 'guest').map((user) => sendMail(user)));",
  'a few, or what is given':
    "let emails = ['a']; if (input.emails) emails = input.emails; await Promise.all(emails.map((email) => sendMail(email)));",
  'a parameter that is empty unless somebody gives one':
    'const greet = async (emails = []) => Promise.all(emails.map((email) => sendMail(email)));\nawait greet(urls);',
  'a query each of many, which wait for a connection': 'await Promise.all(users.map((user) => pool.query(user)));',
  'one each of a list by what an item is': 'await Promise.all(input.things.map((user) => saveThing(user)));',
  'one each of a literal and whatever is added':
    "const emails = ['a']; emails.push(...users); await Promise.all(emails.map((email) => sendMail(email)));",
  'one each of several, or of one that is another':
    'const found = urls.length > 0 ? users : [urls]; await Promise.all(found.map((user) => sendMail(user)));',
  'all of a folder but those that begin with a letter':
    "const files = await readdir(input.root); await Promise.all(files.map(async (file) => { if (file[0] === '.') return; await fs.remove(file); }));",
  'what a function of the file makes':
    'const sendTo = ({ url }) => async (user) => { await fetch(url, user); }; await Promise.all(users.map(async (user) => { await sendTo({ input })(user); }));',
  'a function of the file, twice':
    'await Promise.all(users.map(async (user) => { await greet(user); await greet(user.friend); })); async function greet(user) { await sendMail(user); }',
  'one each of a list in a list':
    'for (const users of input.trees) await Promise.all(users.map((user) => sendMail(user)));',
  'one each of all, whatever an item is called':
    'const allUsers = await listUsers(); await Promise.all(allUsers.map((plugin) => saveUser(plugin)));',
  'one each of what something that knows the configuration gives':
    'const found = await input.config.store.find(); await Promise.all(found.map((user) => saveUser(user)));',
  'one each of a list in a loop over something else':
    'for (const user of users) { const found = await listContacts(user); await Promise.all(found.map((friend) => sendMail(friend))); }',
  'those who have nothing to do with a thing':
    'await Promise.all(users.filter((user) => !user.isAdmin).map((user) => sendMail(user)));',
  'files of one kind, wherever they are below a folder':
    "const files = await readdir(input.root, { recursive: true }); await Promise.all(files.filter((file) => file.endsWith('.md')).map((file) => fs.readFile(file)));",
  'files of one kind that a walk through folders finds':
    "const files = await filesIn(input.root); await Promise.all(files.filter((file) => file.endsWith('.md')).map((file) => fs.readFile(file))); async function filesIn(root) { return [root, ...(await filesIn(await readdir(root)))]; }",
  'all of a folder but those of one kind':
    "const files = await readdir(input.root); await Promise.all(files.map(async (file) => { if (file.endsWith('.md')) return; await fs.remove(file); }));",
  'files of a folder that another list lacks':
    'const files = await readdir(input.root); await Promise.all(files.filter((file) => !urls.includes(file)).map((file) => fs.readFile(file)));',
  'files by a pattern, at any depth':
    "const files = await glob('notes/**/*.md'); await Promise.all(files.map((file) => fs.readFile(file)));",
  'files by any pattern, but for those of another':
    "const files = await glob(input.pattern, { ignore: 'old-*.md' }); await Promise.all(files.map((file) => fs.readFile(file)));",
  'those of several things, by the name of who lists them':
    'const found = await findUsersByGroups(input.keys); await Promise.all(found.map((user) => sendMail(user)));',
  'rows, whatever the query has a star for':
    "const things = await search('SELECT * FROM things'); await Promise.all(things.map((thing) => fetch(thing.address)));",
  'a write each of all that adds up': 'await Promise.all(input.allOrders.map((order) => saveOrder(order)));',
  'one each of what a function gives that others may call':
    'await inBatches(users, (some) => greet(some)); use(greet); async function greet(some) { const found = await rowsOf(some); await Promise.all(found.map((user) => sendMail(user))); }',
  'one that nobody awaits here': 'return Promise.all(users.map((user) => sendMail(user))).then(report);',
};

const leftAlone = {
  'a literal': "await Promise.all(['a', 'b'].map((url) => fetchPage(url)));",
  'a constant literal': "const two = ['a', 'b']; await Promise.all(two.map((url) => fetchPage(url)));",
  'the keys of a literal': 'await Promise.all(Object.keys({ a: 1, b: 2 }).map((url) => fetchPage(url)));',
  'so many as the text says': 'await Promise.all(Array.from({ length: 3 }, (_, page) => fetchPage(page)));',
  'at most so many': 'await Promise.all(Array(Math.min(input.count, 100)).fill(0).map(() => createUser()));',
  'a part': 'await Promise.all(users.slice(0, input.limit).map((user) => sendMail(user)));',
  'a part that is taken out': 'await Promise.all(users.splice(0, 50).map((user) => sendMail(user)));',
  'a literal, to which one more may be added':
    "const names = ['a']; if (input.more) names.push('b'); await Promise.all(names.map((name) => fetch(name)));",
  'a part of a part':
    'for (let i = 0; i < users.length; i += 10) await Promise.all(users.slice(i, i + 10).map((user) => sendMail(user)));',
  'a chunk': 'for (const chunk of chunked(users, 10)) await Promise.all(chunk.map((user) => sendMail(user)));',
  'what is called back with a batch':
    'await inBatches(users, async (some) => { await Promise.all(some.map((user) => sendMail(user))); });',
  'a query with a limit':
    'const found = await User.findAll({ limit: 25, offset: 0 }); await Promise.all(found.map((user) => sendMail(user)));',
  'a query with a limit in its chain':
    'const found = await User.find().limit(25); await Promise.all(found.map((user) => sendMail(user)));',
  'a part of what a query with a limit gives':
    'const found = (await User.findAll({ limit: 25 })).filter(isActive); await Promise.all(found.map((user) => sendMail(user)));',
  'few by their name': 'await Promise.all(input.plugins.map((plugin) => loadPlugin(plugin)));',
  'so many as somebody asks for':
    'await Promise.all(Array.from({ length: input.count }, (_, index) => fetchPage(index)));',
  'who owns one thing':
    'const ownerIds = await getUserIds(input.thing); await Promise.all(ownerIds.map((each) => sendMail(each)));',
  'files that are there': 'await Promise.all(input.files.map((file) => fs.readFile(file)));',
  'one, or several, as somebody likes':
    'users = Array.isArray(users) ? users : [users]; await Promise.all(users.map((user) => sendMail(user)));',
  'what is a list by now':
    'if (!Array.isArray(urls)) urls = [urls]; await Promise.all(urls.map((url) => fetchPage(url)));',
  'one, or several, that a function of the file is handed':
    'const posts = Array.isArray(users) ? users : [users]; await greet(posts.filter(isActive)); function greet(members) { return Promise.all(members.map((user) => sendMail(user))); }',
  'one, or several, unless it is a text':
    "const some = typeof users === 'string' ? [users] : users; await Promise.all(some.map((user) => sendMail(user)));",
  'folders that are called by a letter, all others left behind':
    "await load(await readdir(input.root)); function load(names) { return Promise.all(names.map(async (name) => { if (name[0] !== '@') return; await readdir(name); })); }",
  'folders that are called by a letter':
    "await load(await readdir(input.root)); function load(names) { return Promise.all(names.map(async (name) => { const isFolder = await isIn(name); if (name[0] === '@') { await readdir(name); } })); }",
  'walks through trees':
    'await Promise.all(users.map((user) => walk(user))); async function walk(user) { for (const each of await readdir(user)) await walk(each); }',
  'walks through trees, by their function':
    'await Promise.all(users.map(walk)); async function walk(user) { await Promise.all((await readdir(user)).map((each) => walk(each))); }',
  'what one thing has':
    'const issue = await findIssue(input.id); await Promise.all(issue.users.map((user) => sendMail(user)));',
  'what is taken out of one thing':
    'const { users: found } = await findIssue(input.id); await Promise.all(found.map((user) => sendMail(user)));',
  'a part of what a promise gives':
    'await findThings(urls).then(({ things }) => Promise.all(things.map((thing) => fetch(thing))));',
  'what comes one after the other':
    'for await (const some of inOrder(users)) await Promise.all(some.map((user) => sendMail(user)));',
  'a short list that each call hands in':
    "async function greet(users) { await Promise.all(users.map((user) => sendMail(user))); } await greet(['a']); await greet(['b', 'c']);",
  'a short list that each call of a private method hands in':
    "class A { greet() { return this.#greet(['a']); } #greet(users) { return Promise.all(users.map((user) => sendMail(user))); } }",
  'few that each call hands in':
    'async function greet(users) { await Promise.all(users.map((user) => sendMail(user))); } await greet(await getAdminEmails(input.id));',
  'what one answer has':
    'await store.load().then((answer) => Promise.all(answer.users.map((user) => sendMail(user))));',
  'what has one connection itself':
    'class MysqlQueryRunner { clear() { return Promise.all(users.map((user) => this.query(user))); } }',
  'a look at each, with a handler':
    'const paths = await readdir(input.root); await Promise.all(paths.map((path) => fs.stat(path).catch(report)));',
  'files that each call hands in':
    'async function send(files) { await Promise.all(files.map((file) => sendFile(file))); } await send(input.files);',
  'the order in which they are shown': 'await Promise.all(input.sortOrders.map((each) => saveOrder(each)));',
  'what a migration does through its one connection':
    'const change = { up: async (pool) => { await Promise.all(users.map((user) => pool.query(user))); } };',
  'what somebody hands in, whatever it is':
    'const load = async (things) => Promise.all(things.map((thing) => fetch(thing)));',
  'what is looked up, or not':
    'let things = await listAll(); if (input.old) things = []; await Promise.all(things.map((thing) => fetch(thing)));',
  'who knows how many': 'await Promise.all(input.things.map((thing) => fetch(thing.address)));',
  'what was waited for, and may stay in the process':
    'const things = await store.load(); await Promise.all(things.map((thing) => saveThing(thing)));',
  'a part of what was waited for, whatever it is':
    'const { things } = await store.load(); await Promise.all(things.map((thing) => fetch(thing.address)));',
  'what came to be in a loop, whatever it is':
    'const things = []; for (const user of users) things.push(user.thing); await Promise.all(things.map((thing) => fetch(thing)));',
  'a list by its name alone, and what may stay in the process':
    'await Promise.all(input.items.map((item) => saveItem(item)));',
  'a look at each of a list': 'await Promise.all(urls.map(async (url) => fs.promises.stat(url)));',
  'a query each, which waits for a connection': 'await Promise.all(input.ids.map((id) => pool.query(id)));',
  'what may be few, and may stay in the process': 'await Promise.all(input.things.map((thing) => saveThing(thing)));',
  'what another module lists':
    "await Promise.all(members.map((member) => sendMail(member))); } import { members } from './members.js'; {",
  'an item of a list that was cut':
    'for (const some of chunked(users, 10)) await Promise.all(some.map((user) => sendMail(user)));',
  'an item of a list of portions, with its index':
    'for (const [at, some] of batches.entries()) await Promise.all(some.map((user) => sendMail(user, at)));',
  'few by what each is called':
    'const things = await listAll(); await Promise.all(things.map((plugin) => fetch(plugin.address)));',
  'few by what has an address':
    'const peerUrls = await listAll(); await Promise.all(peerUrls.map((url) => fetchPage(url)));',
  'few by what the key of each is called':
    'await Promise.all(Object.entries(input.packages).map(([pluginName, code]) => saveFile(pluginName, code)));',
  'what ends in the process': 'await Promise.all(users.map((user) => user.process.kill()));',
  'what is made of few':
    'const plugins = await listAll(); const found = [...plugins].filter(isActive); await Promise.all(found.map((each) => loadPlugin(each)));',
  'what is made of what somebody configured':
    'const found = input.appConfig.users?.filter(isActive) ?? []; await Promise.all(found.map((user) => sendMail(user)));',
  'what is taken out of what somebody configured':
    'const { users: found } = input.settings; await Promise.all(found.map((user) => sendMail(user)));',
  'what there is unless somebody says otherwise':
    'await Promise.all(Object.keys(input.defaultUsers).map((name) => saveUser(name)));',
  'few by two words': 'await Promise.all(input.workspaceFolders.map((folder) => readFolder(folder)));',
  'workers, as many as may run at a time':
    'const count = Math.min(input.concurrency, urls.length); await Promise.all(Array.from({ length: count }, () => fetchNext(urls)));',
  'workers by number':
    'const work = (concurrency) => Promise.all([...new Array(concurrency).keys()].map((each) => fetch(each)));',
  'what is cleaned up': 'await Promise.all(users.map((user) => user.files.cleanup()));',
  'who is told, of whom there may be a few': 'await Promise.all(input.notifications.map((each) => sendMail(each)));',
  'workers of a pool': 'await Promise.all(Array(input.poolSize).fill(0).map(() => fetchNext(urls)));',
  'what computes in the process': 'await Promise.all(users.map((user) => openpgp.readKey({ armoredKey: user.key })));',
  'who listens': 'await Promise.all(users.map((user) => input.onClose(user)));',
  'few by the name of their ids':
    'const { groupIds } = input; await Promise.all(groupIds.map((id) => removeGroup(id)));',
  'few by what the results are': 'const templates = await Promise.all(urls.map((url) => fetchPage(url)));',
  'few, though all there are':
    'const allLocales = await listLocales(); await Promise.all(allLocales.map((locale) => loadTexts(locale)));',
  'few, with what is to become of them':
    'const templatesToBuild = await listAll(); await Promise.all(templatesToBuild.map((file) => saveFile(file)));',
  'what a portion is used to fetch':
    'await inBatches(urls, async (some) => { const rows = await db.rowsOf(some); await Promise.all(rows.map((row) => saveRow(row))); });',
  'what goes on already': 'await Promise.all(users.map(({ fetching }) => fetching()));',
  'who is called back': 'await Promise.all(users.map(async (user) => hooks.update(user)));',
  'those who are called back': 'await Promise.all(input.callbacks.map((cb) => cb(users)));',
  'a function of the file that stays in the process':
    'await Promise.all(users.map((user) => saveUser(user))); async function saveUser(user) { users.latest = user; }',
  'several methods that compute':
    'await Promise.all(users.map(async (user) => [await a.toName(user), await b.hasAge(user), await c.formatMail(user)]));',
  'a walk through a tree, by another function':
    'const parts = await readParts(users); await Promise.all(parts.map((part) => saveUser(part))); async function saveUser(part) { await all(part); await fetch(part); }',
  'what gathers requests into one': 'await Promise.all(users.map((user) => userLoader.fetch(user)));',
  'something for each of a few': 'await Promise.all(input.localeFiles.map((file) => readFile(file)));',
  'few, by the function that lists them': 'await Promise.all(listDefaultApps().map((user) => saveUser(user)));',
  'few, in another shape': 'await Promise.all(toArray(input.config.users).map((user) => sendMail(user)));',
  'chunks, which are few': 'await Promise.all(input.userBatches.map((users) => sendMail(users)));',
  'what a chunk holds': 'await Promise.all(input.chunk.users.map((user) => sendMail(user)));',
  'a portion that a function is handed':
    'async function saveBatch(some) { await Promise.all(some.users.map((user) => sendMail(user))); }',
  'what somebody wrote in one line': "await Promise.all(input.users.split(',').map((user) => sendMail(user)));",
  'what one text holds': 'await Promise.all(extractLinks(input.text).map((link) => fetchPage(link)));',
  'a query from one to another place':
    'const found = await store.range(input.key, 0, 19); await Promise.all(found.map((user) => sendMail(user)));',
  'a query up to a place':
    'const found = await store.range(input.key, 0, input.limit - 1); await Promise.all(found.map((user) => sendMail(user)));',
  'a query with a limit in its parameters':
    'const found = await http.get(urls, { params: { per_page: 100 } }); await Promise.all(found.map((user) => sendMail(user)));',
  'a portion that a function is handed in a Map':
    'async function saveBatch(some) { await Promise.all(Array.from(some.entries()).map(([user]) => sendMail(user))); }',
  'what is short unless somebody gives another':
    "const greet = async ({ emails = ['a', 'b'] }) => Promise.all(emails.map((email) => sendMail(email)));",
  'a few folders of what is open': 'await Promise.all(input.workspaceDirs.map((dir) => readFolder(dir)));',
  'a test': "describe('users', () => { it('get mail', () => Promise.all(users.map((user) => sendMail(user)))); });",
  'those of one name':
    "await Promise.all(input.users.filter((user) => user.name === 'a').map((user) => sendMail(user)));",
  'a few, whichever they are':
    "let emails; if (input.old) emails = ['a']; else emails = ['b', 'c']; await Promise.all(emails.map((email) => sendMail(email)));",
  'a page, by what it imports': "await Promise.all(users.map((user) => api.put(user))); } import { ref } from 'vue'; {",
  'a page, by what was dropped on it':
    'if (users instanceof FileList) await Promise.all(input.files.map((file) => api.put(file)));',
  'a page, whose browser holds requests back':
    'const saved = await Promise.all(users.map((user) => api.put(user))); document.title = saved.length;',
  'a component': 'useEffect(() => { void Promise.all(urls.map((url) => fetchPage(url))); });',
  'a few methods that may stay in the process':
    'await Promise.all(users.map(async (user) => [await store.getName(user), await store.getAge(user)]));',
  'a constant by its name': 'await Promise.all(TEMPLATE_FILES.map((file) => fs.promises.access(file)));',
  'what somebody configured': 'await Promise.all(input.config.collections.map((collection) => saveIndex(collection)));',
  'one connection': 'await db.transaction(async (tx) => { await Promise.all(users.map((user) => tx.insert(user))); });',
  'a limiter in the callback': 'await Promise.all(urls.map((url) => limit(() => fetchPage(url))));',
  'a limiter in a function of the file':
    'await Promise.all(urls.map((url) => load(url))); async function load(url) { await semaphore.acquire(); return await fetchPage(url); }',
  'nothing that leaves the process': 'await Promise.all(users.map(async (user) => render(user)));',
  paths: 'await Promise.all(urls.map(async (url) => path.join(input.root, url)));',
  'what an option lists':
    'const { users: some } = input.options; await Promise.all(some.map((user) => sendMail(user)));',
  'what was written in a command':
    'users = intArrayParse(users); await Promise.all(users.map((user) => sendMail(user)));',
  'what runs before and after': 'await Promise.all(users.map((user) => user.middleware.execBefore(user)));',
  'as many as a constant says':
    'const PER_RUN = 10; const found = await findNext(PER_RUN, input.after); await Promise.all(found.map((user) => sendMail(user)));',
  'workers, as many as somebody says, whatever they do':
    "const count = check('count', input.count); const uploads = [...new Array(count).keys()]; await Promise.all(uploads.map(() => sendChunk(input)));",
  'files of one kind in a folder':
    "const files = await readdir(input.root); await Promise.all(files.filter((file) => file.endsWith('.md')).map((file) => fs.readFile(file)));",
  'files of one kind in a folder, by a function of the file':
    'const files = await filesIn(input.root); await Promise.all(files.filter(isNote).map((file) => fs.readFile(file))); async function filesIn(root) { return (await readdir(root)).sort(); } function isNote(file) { return /md$/.test(file); }',
  'files of one kind in a folder, all others left behind':
    "const files = await readdir(input.root); await Promise.all(files.map(async (file) => { if (!file.startsWith('note-')) return; await fs.remove(file); }));",
  'files of one kind in a folder, by what matches':
    'const files = await readdir(input.root); await Promise.all(files.map(async (file) => { const found = file.match(/^(.*)md$/); if (found) { await fs.readFile(found[1]); } }));',
  'files by a pattern for one folder':
    "const files = await glob('notes-*.md'); await Promise.all(files.map((file) => fs.readFile(file)));",
  'files by a pattern, all called the same':
    "const files = await glob('notes/**/index.md', { ignore: '**' }); await Promise.all(files.map((file) => fs.readFile(file)));",
  'all hooks for an event':
    'const allHooks = await getAllHooksByEvent(input.event); await Promise.all(allHooks.map((hook) => saveHook(hook)));',
  'those of one thing, by the name of who lists them':
    'const found = await findUsersByGroup(input.key); await Promise.all(found.map((user) => sendMail(user)));',
  'those who have to do with a thing':
    'await Promise.all(users.filter((user) => isAdmin(user, input.thing)).map((user) => sendMail(user)));',
  'what is gathered by something':
    'await Promise.all(Object.entries(input.filesByUser).map(([user, files]) => sendMail(user, files)));',
  'what is one person’s own': 'await Promise.all(input.myPosts.map((post) => savePost(post)));',
  'what is chosen in an editor': 'await Promise.all(input.uris.map((each) => fetch(each)));',
  'what mostly finds nothing to do': 'await Promise.all(users.map((user) => store.fetchIfNecessary(user)));',
  'what a function of the file gives of a page':
    'const found = await someOf(users); await Promise.all(found.map((user) => sendMail(user))); async function someOf(users) { let some = []; if (input.old) some = await store.oldest(users, input.stop); else some = await store.newest(users, input.stop); return some; }',
  'what is found for a portion, in a function of the file':
    'await inBatches(users, (some) => greet(some)); async function greet(some) { const found = await rowsOf(some); await Promise.all(found.map((user) => sendMail(user))); }',
  'records that may belong together': 'await Promise.all(input.orders.map((order) => fetch(order.address)));',
  'what is in a folder of few':
    'const names = await readdir(input.buildEnvsDirectory); await Promise.all(names.map((name) => fs.readFile(name)));',
  'what an extension of an editor does':
    "await Promise.all(urls.map((url) => fetchPage(url))); } import * as vscode from 'vscode'; {",
  'who listens to events in the process':
    'await Promise.all(users.map((user) => input.eventBus.publish(new Joined(user))));',
  'files of a folder without a dot':
    "const files = await readdir(input.root); await Promise.all(files.filter((file) => !file.includes('.')).map((file) => fs.readFile(file)));",
  'what is open in an editor': 'await Promise.all(input.textDocuments.map((each) => each.save()));',
  'who is mentioned': 'await Promise.all(input.mentionUserIds.map((each) => sendMail(each)));',
  'an extension of a browser':
    'await Promise.all(urls.map((url) => fetchPage(url))); browser.tabs.create({ url: input.url });',
  'what is not known': 'await Promise.all(urls.map(input.callback));',
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
