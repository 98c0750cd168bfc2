// The rule as ESLint sees it: what it reports, and the texts that it suggests. What a handler does is tested with the
// facts, what the suggestions do when they run in `test/behaviour/rules/`.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { preferAllSettled } from '../../../eslint-plugin/src/rules/prefer-all-settled.js';
import { f, failures, reasons, thrown } from './prefer-all-settled/expected.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

/** A `try` around statements, and a `catch` with a body. */
const tried = (statements: string, handler: string): string => `try { ${statements} } catch (error) { ${handler} }`;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`prefer-all-settled by ${name}`, () => {
    tester.run('prefer-all-settled', preferAllSettled, {
      valid: [
        'await Promise.all(items.map(save));',
        'Promise.all(items.map(save)).then(done);',
        tried('await Promise.allSettled(items.map(save));', 'console.error(error);'),
        {
          name: 'the catch is not for it',
          code: tried('later(async () => { await Promise.all(items.map(save)); });', 'console.error(error);'),
        },
        {
          name: 'thrown again',
          code: tried('await Promise.all(items.map(save));', 'console.error(error); throw error;'),
        },
        {
          name: 'thrown again unless it is no matter',
          code: tried(
            'await Promise.all(items.map(save));',
            "if (error.code !== 'ENOENT') throw error; console.log('gone');",
          ),
        },
        { name: 'handed on', code: tried('await Promise.all(items.map(save));', 'console.error(error); next(error);') },
        {
          name: 'answered',
          code: tried('await Promise.all(items.map(save));', "console.error(error); res.status(500).send('no');"),
        },
        { name: 'shown by state', code: tried('await Promise.all(items.map(save));', 'setError(error.message);') },
        {
          name: 'the end',
          code: tried('await Promise.all(items.map(save));', 'console.error(error); process.exit(1);'),
        },
        {
          name: 'another way',
          code: tried('await Promise.all(items.map(check));', 'console.warn(error); await rebuild();'),
        },
        {
          name: 'one failure is another',
          code:
            tried(
              'await Promise.all(items.map(save));',
              "if (error.code === 'E') return; console.error(error);",
            ).replace(/^/, 'async () => { ') + ' }',
        },
        {
          name: 'only one can fail',
          code: tried('await Promise.all([fetchUser(), load().catch(() => [])]);', 'console.error(error);'),
        },
        { name: 'one alone', code: tried('await Promise.all([fetchUser()]);', 'console.error(error);') },
        { name: 'nobody is told', code: tried('await Promise.all(items.map(save));', '') },
        {
          name: 'the whole operation failed, and the caller hears of it',
          code: f(tried('await Promise.all(items.map(save)); return true;', 'console.error(error); return false;')),
        },
        {
          name: 'values that are needed together',
          code: tried(
            'const [user, posts] = await Promise.all([loadUser(), loadPosts()]); show(user, posts);',
            'console.error(error);',
          ),
        },
        {
          name: 'a list that is used on the spot',
          code: tried('const pages = await Promise.all(urls.map(load)); show(merge(pages));', 'console.error(error);'),
        },
        {
          name: 'more to do once all went well',
          code: tried('await Promise.all(items.map(save)); await publish(items);', 'console.error(error);'),
        },
        {
          name: 'writes that belong together',
          code: tried('await Promise.all([saveText(a), saveIndex(a)]);', 'console.error(error);'),
        },
        {
          name: 'steps of which one writes',
          code: tried('await Promise.all([listen(port), connect(url)]);', 'console.error(error);'),
        },
        {
          name: 'steps before another',
          code: tried('await Promise.all([compile(), bundle()]); start();', 'console.error(error);'),
        },
        {
          name: 'each takes its own failure',
          code: tried(
            'await Promise.all(items.map((item) => save(item).catch(console.error)));',
            'console.error(error);',
          ),
        },
        {
          name: 'started elsewhere',
          code: `async function f(given) { ${tried('await Promise.all(given);', 'console.error(error);')} }`,
        },
        {
          name: 'the first failure ends a loop',
          code: tried('for (const part of parts) await Promise.all(part.map(save));', 'console.error(error);'),
        },
        {
          name: 'a fallback that says that all failed',
          code: f(tried('return await Promise.all(urls.map(load));', 'console.error(error); return null;')),
        },
        {
          name: 'the catch sets another list',
          code: `let pages; ${tried('pages = await Promise.all(urls.map(load));', 'console.error(error); pages = old;')}`,
        },
        {
          name: 'no list at all tells the caller',
          code: f(tried('return await Promise.all(urls.map(load));', 'console.error(error);')),
        },
        {
          name: 'no list at all in a chain',
          code: 'const pages = await Promise.all(urls.map(load)).catch(console.error); if (pages) show(pages);',
        },
        {
          name: 'a chain that needs the values',
          code: 'Promise.all(urls.map(load)).then((pages) => show(pages)).catch(console.error);',
        },
        {
          name: 'a chain with more to do',
          code: 'Promise.all(items.map(save)).then(async () => { await publish(); }).catch(console.error);',
        },
        { name: 'a chain that hands on', code: 'Promise.all(items.map(save)).catch(reject);' },
        {
          name: 'a chain that leaves',
          code: 'function f() { return Promise.all(urls.map(load)).catch(console.error); }',
        },
      ],
      invalid: [
        {
          name: 'effects, one an item',
          code: f(
            '  try {',
            '    await Promise.all(items.map((item) => save(item)));',
            '  } catch (error) {',
            '    console.error(error);',
            '  }',
          ),
          errors: [
            {
              ...failures(
                f(
                  '  try {',
                  '    const results = await Promise.allSettled(items.map((item) => save(item)));',
                  `    ${reasons}`,
                  '    if (reasons.length > 0) {',
                  `      ${thrown}`,
                  '    }',
                  '  } catch (error) {',
                  '    console.error(error);',
                  '  }',
                ),
              ),
              line: 3,
              column: 11,
              endColumn: 22,
            },
          ],
        },
        {
          name: 'a list that is filled before, with what is said of it after',
          code: f(
            '  try {',
            '    const all = [];',
            '    for (const item of items) all.push(save(item));',
            '    await Promise.all(all);',
            "    console.log('saved');",
            '  } catch (error) {',
            '    const text = error instanceof Error ? error.message : String(error);',
            '    toast.error(text);',
            '  }',
          ),
          errors: [
            failures(
              f(
                '  try {',
                '    const all = [];',
                '    for (const item of items) all.push(save(item));',
                '    const results = await Promise.allSettled(all);',
                `    ${reasons}`,
                '    if (reasons.length > 0) {',
                `      ${thrown}`,
                '    }',
                "    console.log('saved');",
                '  } catch (error) {',
                '    const text = error instanceof Error ? error.message : String(error);',
                '    toast.error(text);',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'independent operations that are written out, and no more',
          code: f(
            '  try {',
            '    const seen = await Promise.all([fetchNews(), fetchMail()]);',
            '  } catch (error) {',
            '    logger.warn(error);',
            '  }',
          ),
          errors: [
            failures(
              f(
                '  try {',
                '    const seen = await Promise.allSettled([fetchNews(), fetchMail()]);',
                `    ${reasons.replace('results', 'seen')}`,
                '    if (reasons.length > 0) {',
                `      ${thrown.replace('results', 'seen')}`,
                '    }',
                '  } catch (error) {',
                '    logger.warn(error);',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'in a loop that goes on',
          code: f(
            '  for (const part of parts) {',
            '    try {',
            '      await Promise.all(part.map(save));',
            '    } catch (error) {',
            "      console.error('no', error);",
            '      continue;',
            '    }',
            '  }',
          ),
          errors: [
            failures(
              f(
                '  for (const part of parts) {',
                '    try {',
                '      const results = await Promise.allSettled(part.map(save));',
                `      ${reasons}`,
                '      if (reasons.length > 0) {',
                `        ${thrown}`,
                '      }',
                '    } catch (error) {',
                "      console.error('no', error);",
                '      continue;',
                '    }',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'a chain',
          code: 'Promise.all(items.map(save)).then(() => done()).catch(alerts.error).finally(close);',
          errors: [
            failures(
              [
                'Promise.allSettled(items.map(save)).then((results) => {',
                `  ${reasons}`,
                '  if (reasons.length > 0) {',
                `    ${thrown}`,
                '  }',
                '}).then(() => done()).catch(alerts.error).finally(close);',
              ].join('\n'),
            ),
          ],
        },
        {
          name: 'a chain that is awaited, or dropped on purpose',
          code: "await Promise['all'](items.map(save)).catch(console.error);\nvoid Promise.all(items.map(load)).then(undefined, console.error);",
          errors: [
            failures(
              [
                "await Promise['allSettled'](items.map(save)).then((results) => {",
                `  ${reasons}`,
                '  if (reasons.length > 0) {',
                `    ${thrown}`,
                '  }',
                '}).catch(console.error);',
                'void Promise.all(items.map(load)).then(undefined, console.error);',
              ].join('\n'),
            ),
            failures(
              [
                "await Promise['all'](items.map(save)).catch(console.error);",
                'void Promise.allSettled(items.map(load)).then((results) => {',
                `  ${reasons}`,
                '  if (reasons.length > 0) {',
                `    ${thrown}`,
                '  }',
                '}).then(undefined, console.error);',
              ].join('\n'),
            ),
          ],
        },
        {
          name: 'no place for a statement',
          code: f(
            '  try {',
            '    if (items) await Promise.all(items.map(save));',
            '  } catch (error) {',
            '    console.error(error);',
            '  }',
          ),
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
      ],
    });
  });
}
