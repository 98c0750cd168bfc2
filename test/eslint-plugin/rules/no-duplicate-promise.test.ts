// The rule as ESLint sees it: what is twice in a list, and the texts that it suggests.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noDuplicatePromise } from '../../../eslint-plugin/src/rules/no-duplicate-promise.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

const error = (messageId: 'samePromise' | 'sameRead', text: string, output: string) => ({
  messageId,
  data: { text },
  suggestions: [{ messageId: 'useOnce' as const, output }],
});
const byHand = (text: string) => ({ messageId: 'byHand' as const, data: { text } });
const languageOptions = { parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } } as const;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({ languageOptions: { ...languageOptions, parser } });

  describe(`no-duplicate-promise by ${name}`, () => {
    tester.run('no-duplicate-promise', noDuplicatePromise, {
      valid: [
        'await Promise.all([p, q]);',
        'await Promise.all([getUser(a), getUser(b)]);',
        { code: 'await Promise.all([getTicket(a), getTicket(a)]);', options: [{ fresh: ['getTicket'] }] },
        'await Promise.all(all);',
        'const pair = [p, p];',
        { name: 'holes and nothing', code: 'await Promise.all([undefined, undefined, , , null, null]);' },
        { name: 'what is spread', code: 'await Promise.all([...all, ...all]);' },
        { name: 'another chain', code: 'await Promise.all([p, p.then(show)]);' },
        { name: 'properties, which may be computed', code: 'await Promise.all([this.p, this.p]);' },
        { name: 'deeper than the list', code: 'await Promise.all([getOrders(getUser(id)), getUser(id)]);' },
        { name: 'writes', code: 'await Promise.all([saveUser(user), saveUser(user)]);' },
        { name: 'nobody knows whether it reads', code: 'await Promise.all([ping(id), ping(id)]);' },
        { name: 'arguments that do something', code: 'await Promise.all([getUser(id++), getUser(id++)]);' },
        { name: 'arguments that call', code: 'await Promise.all([getUser(next()), getUser(next())]);' },
        { name: 'a callee that calls', code: 'await Promise.all([open().getUser(id), open().getUser(id)]);' },
        { name: 'the next of many', code: 'await Promise.all([reader.read(), reader.read()]);' },
        { name: 'one of many', code: 'await Promise.all([getFreePort(host), getFreePort(host)]);' },
        { name: 'one for each', code: 'await Promise.all([getConnection(pool), getConnection(pool)]);' },
        { name: 'random', code: 'await Promise.all([fetchRandomUser(5), fetchRandomUser(5)]);' },
        { name: 'time that passes', code: 'await Promise.all([waitForUser(id), waitForUser(id)]);' },
        {
          name: 'a request with a method',
          code: "await Promise.all([fetch(a, { method: 'POST' }), fetch(a, { method: 'POST' })]);",
        },
        {
          name: 'a function of the file that changes something',
          code: 'let count = 0; async function getTurn(id) { count++; return count; } await Promise.all([getTurn(id), getTurn(id)]);',
        },
      ],
      invalid: [
        {
          code: 'const [author, posts, editor] = await Promise.all([fetchUser(id), fetchPosts(id), fetchUser(id)]);\n',
          errors: [
            error(
              'sameRead',
              'fetchUser(id)',
              'const [author, posts] = await Promise.all([fetchUser(id), fetchPosts(id)]);\nconst editor = author;\n',
            ),
          ],
        },
        {
          name: 'one remains',
          code: 'async function f() {\n  let [a, b] = await Promise.all([p, p])\n  return a + b\n}\n',
          errors: [
            error('samePromise', 'p', 'async function f() {\n  let a = await p\n  let b = a\n  return a + b\n}\n'),
          ],
        },
        {
          name: 'patterns',
          code: 'const [{ name }, { mail }, q] = await Promise.all([getUser(id), getUser( id ), load()]);\n',
          errors: [
            error(
              'sameRead',
              'getUser( id )',
              'const [user, q] = await Promise.all([getUser(id), load()]);\nconst { name } = user;\nconst { mail } = user;\n',
            ),
          ],
        },
        {
          name: 'three times, and results that nobody takes',
          code: 'const [, b, c, d] = await Promise.all([p, p, q, p]);\n',
          errors: [error('samePromise', 'p', 'const [b, c] = await Promise.all([p, q]);\nconst d = b;\n')],
        },
        {
          name: 'the one that stays is not taken',
          code: 'const [, , c] = await Promise.all([p, p, q]);\n',
          errors: [error('samePromise', 'p', 'const [, c] = await Promise.all([p, q]);\n')],
        },
        {
          name: 'settled',
          code: 'const [a, b] = await Promise.allSettled([getUser(1), getUser(1)]);\n',
          errors: [
            error('sameRead', 'getUser(1)', 'const [a] = await Promise.allSettled([getUser(1)]);\nconst b = a;\n'),
          ],
        },
        {
          name: 'no result',
          code: 'await Promise.all([p, p, q]);',
          errors: [error('samePromise', 'p', 'await Promise.all([p, q]);')],
        },
        {
          name: 'no result, one remains',
          code: 'await Promise.all([p, p]);',
          errors: [error('samePromise', 'p', 'await p;')],
        },
        {
          name: 'a race',
          code: 'const first = await Promise.race([p, q, p]);',
          errors: [error('samePromise', 'p', 'const first = await Promise.race([p, q]);')],
        },
        {
          name: 'on a static method of an import',
          code: "import { db } from './db.js';\nconst [a, b] = await Promise.all([db.users.find(id), db.users.find(id)]);\n",
          errors: [
            error(
              'sameRead',
              'db.users.find(id)',
              "import { db } from './db.js';\nconst a = await db.users.find(id);\nconst b = a;\n",
            ),
          ],
        },
        {
          name: 'results by index',
          code: 'const all = await Promise.all([p, p, q]); show(all[2]);',
          errors: [byHand('p')],
        },
        { name: 'results that are returned', code: 'const f = () => Promise.all([p, p]);', errors: [byHand('p')] },
        { name: 'a default', code: 'const [a, b = 1] = await Promise.all([p, p]);', errors: [byHand('p')] },
        { name: 'a rest', code: 'const [a, ...rest] = await Promise.all([p, p, q]);', errors: [byHand('p')] },
        { name: 'a spread list', code: 'const [a, b] = await Promise.all([...all, p, p]);', errors: [byHand('p')] },
        { name: 'a comment', code: 'await Promise.all([p, /* again */ p]);', errors: [byHand('p')] },
        { name: 'two declarators', code: 'const [a, b] = await Promise.all([p, p]), c = b;', errors: [byHand('p')] },
        { name: 'an export', code: 'export const [a, b] = await Promise.all([p, p]);', errors: [byHand('p')] },
        {
          name: 'the head of a loop',
          code: 'for (let [a, b] = await Promise.all([p, p]); a < b; a++);',
          errors: [byHand('p')],
        },
      ],
    });
  });
}

new RuleTester({ languageOptions: { ...languageOptions, parser: typescriptParser } }).run(
  'no-duplicate-promise: types',
  noDuplicatePromise,
  {
    valid: [],
    invalid: [
      { code: 'const [a, b]: [User, User] = await Promise.all([p, p]);', errors: [byHand('p')] },
      {
        code: 'await Promise.all([p as Promise<A>, p]);',
        errors: [error('samePromise', 'p', 'await (p as Promise<A>);')],
      },
    ],
  },
);
