// The rule as ESLint sees it: what it reports, and the texts that it suggests. What is looked at of settled results is
// tested with the facts, what the suggestions do when they run in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { noIgnoredRejection } from '../../../eslint-plugin/src/rules/no-ignored-rejection.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

/** The statements that tell the reasons of `results`, at an indentation. */
const logged = (results: string, indent = '', semicolon = ';') =>
  [
    `const reasons = ${results}.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))${semicolon}`,
    'for (const reason of reasons) {',
    `  console.error(reason)${semicolon}`,
    '}',
  ].join(`\n${indent}`);
const thrown = (results: string, indent = '', semicolon = ';') =>
  [
    `const reasons = ${results}.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))${semicolon}`,
    'if (reasons.length > 0) {',
    `  throw new AggregateError(reasons, \`\${reasons.length} of \${${results}.length} failed: \${reasons.join('; ')}\`)${semicolon}`,
    '}',
  ].join(`\n${indent}`);

/** An error whose suggestions put something in the place of `@`. */
const told = (messageId: 'values' | 'nothing', text: string, results = 'results', indent = '', semicolon = ';') => ({
  messageId,
  suggestions: [
    { messageId: 'logReasons' as const, output: text.replace('@', () => logged(results, indent, semicolon)) },
    { messageId: 'throwReasons' as const, output: text.replace('@', () => thrown(results, indent, semicolon)) },
  ],
});

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`no-ignored-rejection by ${name}`, () => {
    tester.run('no-ignored-rejection', noIgnoredRejection, {
      valid: [
        'await Promise.all(items.map(save));',
        'const results = await Promise.allSettled(items.map(save)); report(results);',
        { name: 'the results leave', code: 'async function f() { return await Promise.allSettled(items.map(save)); }' },
        {
          name: 'a count that is compared',
          code: `const results = await Promise.allSettled(items.map(save));
            const saved = results.filter(({ status }) => status === 'fulfilled').length;
            if (saved !== items.length) warn();`,
        },
        {
          name: 'what may fail, as the options say',
          code: 'await Promise.allSettled(hosts.map((host) => net.pingHost(host)));',
          options: [{ mayFail: ['ping*'] }],
        },
        {
          name: 'only the values of what may fail are looked at',
          code: "const all = await Promise.allSettled(items.map(save)); show(all.filter(({ status }) => status === 'fulfilled'));",
          options: [{ mayFail: ['save'] }],
        },
        {
          name: 'in a function that cleans up',
          code: 'async function cleanUp() { await Promise.allSettled(items.map(save)); }',
        },
        {
          name: 'in a method that waits until all is over',
          code: 'class A { async waitForAll() { await Promise.allSettled(items.map(save)); } }',
        },
        {
          name: 'each takes its own failure',
          code: 'await Promise.allSettled(items.map((item) => save(item).catch(log)));',
        },
        {
          name: 'each takes its own failure, and only values are looked at',
          code: `const results = await Promise.allSettled(items.map(async (item) => { try { await save(item); } catch (e) { log(e); } }));
            show(results.filter((result) => result.status === 'fulfilled'));`,
        },
        {
          name: 'each tells of its own failure before it hands it on',
          code: `const results = await Promise.allSettled(items.map(async (item) => {
            try { return await save(item); } catch (error) { console.error(error); await undo(item); throw error; }
          }));
          show(results.filter((result) => result.status === 'fulfilled'));`,
        },
        {
          name: 'each chain tells of its own failure before it hands it on',
          code: `await Promise.allSettled(items.map((item) => save(item).catch((error) => {
            console.error(error);
            throw new Error('not saved');
          })));`,
        },
        {
          name: 'whoever is asked how it went goes on, or not',
          code: `async function f() {
            const [user, posts] = await Promise.allSettled([loadUser(), loadPosts()]);
            if (user.status === 'rejected') return;
            if (posts.status === 'rejected') return;
            show(user.value, posts.value);
          }`,
        },
        {
          name: 'the items that went well are chosen',
          code: `const results = await Promise.allSettled(items.map(save));
            forget(items.filter((_, index) => results[index].status === 'fulfilled'));`,
        },
        {
          name: 'one each of a list that is written out',
          code: "await Promise.allSettled(['a', 'b'].map((name) => copyFile(name)));",
        },
        {
          name: 'as well as can be, as the comment says',
          code: '// Best effort: whatever is left is removed later.\nawait Promise.allSettled(files.map((file) => removeFile(file)));',
        },
        {
          name: 'one that fails is nobody’s loss, as the comment says',
          code: '// Each alone, so that one failure leaves the others be.\nawait Promise.allSettled(pages.map((page) => leave(page)));',
        },
        {
          name: 'one that went well is enough',
          code: `const results = await Promise.allSettled(hosts.map((host) => find(host)));
            const found = results.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
            if (found.length === 0) throw new Error('nowhere');
            show(found);`,
        },
        {
          name: 'a chain beside tells of the failure',
          code: `const all = [];
            for (const item of items) { const saved = save(item); saved.then(show).catch((error) => console.error(error)); all.push(saved); }
            await Promise.allSettled(all);`,
        },
        {
          name: 'a mere barrier, as the comment says',
          code: 'async function f() {\n  // Avoids an UnhandledPromiseRejection\n  await Promise.allSettled(pages.map((page) => loadPage(page)));\n}',
        },
        {
          name: 'when all is over',
          code: 'const handleExit = async () => { await Promise.allSettled(handlers.map((handler) => handler())); };',
        },
        {
          name: 'the few that are written out, in a try for something else',
          code: 'try { if (await isOld(path)) { await Promise.allSettled([drop(path), drop(meta)]); } } catch (error) { log(error); }',
        },
        { name: 'what is undone', code: 'async function rollback() { await Promise.allSettled(items.map(save)); }' },
        { name: 'what undoes', code: 'await Promise.allSettled(all.map((each) => each.rollback()));' },
        { name: 'ends of what is over', code: 'await Promise.allSettled(sockets.map((socket) => socket.close()));' },
        {
          name: 'the same in a list that is filled',
          code: 'const all = []; for (const s of sockets) all.push(s.destroy()); await Promise.allSettled(all);',
        },
        { name: 'the few that are written out', code: 'await Promise.allSettled([publisher.quit(), save(state)]);' },
        { name: 'a barrier for what was started elsewhere', code: 'await Promise.allSettled(pending);' },
        {
          name: 'a barrier for what is pushed',
          code: 'const all = []; function track(p) { all.push(p); } await Promise.allSettled(all);',
        },
        {
          name: 'a barrier for properties',
          code: 'await Promise.allSettled(animations.map((animation) => animation.finished));',
        },
        {
          name: 'undone in a catch',
          code: 'try { await f(); } catch (error) { await Promise.allSettled(items.map(undo)); throw error; }',
        },
        { name: 'fire and forget', code: 'void Promise.allSettled(items.map(save));' },
        {
          name: 'a Promise of the file',
          code: 'import Promise from "./promise.js"; await Promise.allSettled(items.map(save));',
        },
      ],
      invalid: [
        {
          name: 'only the fulfilled are kept',
          code: `const results = await Promise.allSettled(urls.map(load));
show(results.filter(({ status }) => status === 'fulfilled'));`,
          errors: [
            {
              ...told(
                'values',
                `const results = await Promise.allSettled(urls.map(load));
@
show(results.filter(({ status }) => status === 'fulfilled'));`,
              ),
              line: 1,
              column: 23,
              endColumn: 41,
            },
          ],
        },
        {
          name: 'they are counted',
          code: `async function f() {
  const settled = await Promise.allSettled(urls.map(load)); // all at once
  return settled.filter((one) => one.status === 'fulfilled').length;
}`,
          errors: [
            told(
              'values',
              `async function f() {
  const settled = await Promise.allSettled(urls.map(load)); // all at once
  @
  return settled.filter((one) => one.status === 'fulfilled').length;
}`,
              'settled',
              '  ',
            ),
          ],
        },
        {
          name: 'below a comment on something else',
          code: '// All pages at once.\nawait Promise.allSettled(items.map(save));',
          errors: [
            told('nothing', '// All pages at once.\nconst results = await Promise.allSettled(items.map(save));\n@'),
          ],
        },
        {
          name: 'one part of a list after another',
          code: 'const some = items.slice(at, at + 10); await Promise.allSettled(some.map(save));',
          errors: [
            told(
              'nothing',
              'const some = items.slice(at, at + 10); const results = await Promise.allSettled(some.map(save));\n@',
            ),
          ],
        },
        {
          name: 'each hands its failure on, untold',
          code: `await Promise.allSettled(items.map(async (item) => { try { await save(item); } catch (error) { throw wrap(error); } }));`,
          errors: [
            told(
              'nothing',
              `const results = await Promise.allSettled(items.map(async (item) => { try { await save(item); } catch (error) { throw wrap(error); } }));\n@`,
            ),
          ],
        },
        {
          name: 'nobody looks',
          code: 'await Promise.allSettled(items.map((item) => store.save(item)));',
          errors: [
            told('nothing', 'const results = await Promise.allSettled(items.map((item) => store.save(item)));\n@'),
          ],
        },
        {
          name: 'nobody looks, without semicolons',
          code: "const a = 'a'\nawait Promise.allSettled(items.map(save))\nconst b = 1\n",
          errors: [
            told(
              'nothing',
              "const a = 'a'\nconst results = await Promise.allSettled(items.map(save))\n@\nconst b = 1\n",
              'results',
              '',
              '',
            ),
          ],
        },
        {
          name: 'taken apart, and only the values read',
          code: 'const [user, posts] = await Promise.allSettled([loadUser(), loadPosts()]);\nshow(user.value, posts.value);',
          errors: [
            told(
              'values',
              `const results = await Promise.allSettled([loadUser(), loadPosts()]);
const [user, posts] = results;
@
show(user.value, posts.value);`,
            ),
          ],
        },
        {
          name: 'in an expression',
          code: `async function f() {
  return (await Promise.allSettled(urls.map(load))).filter((one) => one.status === 'fulfilled');
}`,
          errors: [
            told(
              'values',
              `async function f() {
  const results = await Promise.allSettled(urls.map(load));
  @
  return results.filter((one) => one.status === 'fulfilled');
}`,
              'results',
              '  ',
            ),
          ],
        },
        {
          name: 'assigned',
          code: "let done; done = (await Promise.allSettled(urls.map(load))).filter((one) => one.status === 'fulfilled');",
          errors: [
            told(
              'values',
              `let done; const results = await Promise.allSettled(urls.map(load));
@
done = results.filter((one) => one.status === 'fulfilled');`,
            ),
          ],
        },
        {
          name: 'in a chain, where only a log is offered',
          code: `Promise.allSettled(urls.map(load)).then((results) => {
  show(results.map((one) => one.value));
});`,
          errors: [
            {
              messageId: 'values',
              suggestions: [
                {
                  messageId: 'logReasons',
                  output: `Promise.allSettled(urls.map(load)).then((results) => {
  ${logged('results', '  ')}
  show(results.map((one) => one.value));
});`,
                },
              ],
            },
          ],
        },
        {
          name: 'with the file’s logger, quotes and names',
          code: `import { logger } from "./logger.js";
const reasons = "none", result = 1;
logger.error("a"), console.info(console.info("b"));
const results = await Promise.allSettled(urls.map(load));
show(results.map((one) => one.value));`,
          errors: [
            {
              messageId: 'values',
              suggestions: [
                {
                  messageId: 'logReasons',
                  output: `import { logger } from "./logger.js";
const reasons = "none", result = 1;
logger.error("a"), console.info(console.info("b"));
const results = await Promise.allSettled(urls.map(load));
const failures = results.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
for (const reason of failures) {
  logger.error(reason);
}
show(results.map((one) => one.value));`,
                },
                {
                  messageId: 'throwReasons',
                  output: `import { logger } from "./logger.js";
const reasons = "none", result = 1;
logger.error("a"), console.info(console.info("b"));
const results = await Promise.allSettled(urls.map(load));
const failures = results.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
if (failures.length > 0) {
  throw new AggregateError(failures, \`\${failures.length} of \${results.length} failed: \${failures.join("; ")}\`);
}
show(results.map((one) => one.value));`,
                },
              ],
            },
          ],
        },
        {
          name: 'a logger that is out of sight is not taken',
          code: `function g(logger) { logger.error('a'); }
await Promise.allSettled(items.map(save));`,
          errors: [
            told(
              'nothing',
              `function g(logger) { logger.error('a'); }
const results = await Promise.allSettled(items.map(save));
@`,
            ),
          ],
        },
        {
          name: 'no statement can follow',
          code: 'if (items) await Promise.allSettled(items.map(save));',
          errors: [
            {
              messageId: 'byHand',
              data: { what: 'Nobody looks at these settled results: an operation that rejects goes by unseen.' },
              suggestions: [],
            },
          ],
        },
        {
          name: 'something is evaluated before',
          code: 'show(first(), (await Promise.allSettled(urls.map(load))).map((one) => one.value));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a handler without a block',
          code: 'Promise.allSettled(urls.map(load)).then((results) => show(results.map((one) => one.value)));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
      ],
    });
  });
}
