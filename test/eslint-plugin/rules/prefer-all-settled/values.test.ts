// `prefer-all-settled` where the values of a whole list are lost: what is suggested keeps those that are there.
import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { after, describe as suite, it as test } from 'mocha';
import { preferAllSettled } from '../../../../eslint-plugin/src/rules/prefer-all-settled.js';
import { f, failures, lists, reasons, thrown, values } from './expected.js';

RuleTester.afterAll = after;
RuleTester.describe = suite;
RuleTester.it = test;

for (const [name, parser] of Object.entries({ espree, '@typescript-eslint/parser': typescriptParser })) {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
  });

  describe(`prefer-all-settled: values by ${name}`, () => {
    tester.run('prefer-all-settled', preferAllSettled, {
      valid: [],
      invalid: [
        {
          name: 'a list whose values are read by their place',
          code: f(
            '  const found = await Promise.all(urls.map((url) => load(url))).catch((error) => {',
            '    console.error(error);',
            '    return [];',
            '  });',
            '  return urls.filter((url, index) => found[index]);',
          ),
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a list that goes on empty',
          code: f(
            '  let pages = [];',
            '  try {',
            '    pages = await Promise.all(urls.map(load));',
            '  } catch (error) {',
            '    console.error(error);',
            '  }',
            '  return pages;',
          ),
          errors: [
            lists(
              f(
                '  let pages = [];',
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    pages = ${values}`,
                `    ${reasons}`,
                '    if (reasons.length > 0) {',
                `      ${thrown}`,
                '    }',
                '  } catch (error) {',
                '    console.error(error);',
                '  }',
                '  return pages;',
              ),
            ),
          ],
        },
        {
          name: 'a list that is returned, or none',
          code: f(
            '  try {',
            '    return await Promise.all(urls.map(load));',
            '  } catch (error) {',
            "    console.error('no pages', error);",
            '    return [];',
            '  }',
          ),
          errors: [
            lists(
              f(
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    ${reasons}`,
                '    for (const error of reasons) {',
                "      console.error('no pages', error);",
                '    }',
                `    return ${values}`,
                '  } catch (error) {',
                "    console.error('no pages', error);",
                '    return [];',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'a list that has a name before it is returned',
          code: f(
            '  try {',
            '    const pages = await Promise.all(urls.map(load));',
            '    return pages;',
            '  } catch (error) {',
            '    console.error(error);',
            '    return [];',
            '  }',
          ),
          errors: [
            lists(
              f(
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    const pages = ${values}`,
                `    ${reasons}`,
                '    for (const error of reasons) {',
                '      console.error(error);',
                '    }',
                '    return pages;',
                '  } catch (error) {',
                '    console.error(error);',
                '    return [];',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'a list that the catch empties',
          code: f(
            '  let pages;',
            '  try {',
            '    pages = await Promise.all(urls.map(load));',
            '  } catch (error) {',
            "    console.warn('no pages', error);",
            '    pages = [];',
            '  }',
            '  return pages;',
          ),
          errors: [
            lists(
              f(
                '  let pages;',
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    pages = ${values}`,
                `    ${reasons}`,
                '    for (const error of reasons) {',
                "      console.warn('no pages', error);",
                '    }',
                '  } catch (error) {',
                "    console.warn('no pages', error);",
                '    pages = [];',
                '  }',
                '  return pages;',
              ),
            ),
          ],
        },
        {
          name: 'told without the error',
          code: f(
            '  try {',
            '    return await Promise.all(urls.map(load));',
            '  } catch {',
            "    console.error('no pages');",
            '    return [];',
            '  }',
          ),
          errors: [
            lists(
              f(
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    ${reasons}`,
                '    if (reasons.length > 0) {',
                "      console.error('no pages');",
                '    }',
                `    return ${values}`,
                '  } catch {',
                "    console.error('no pages');",
                '    return [];',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'a chain that gives an empty list',
          code: f(
            '  const pages = await Promise.all(urls.map(load)).catch((error) => {',
            '    console.error(error);',
            '    return [];',
            '  });',
            '  show(pages);',
          ),
          errors: [
            lists(
              f(
                '  const results = await Promise.allSettled(urls.map(load));',
                `  const pages = ${values}`,
                `  ${reasons}`,
                '  for (const error of reasons) {',
                '    console.error(error);',
                '  }',
                '  show(pages);',
              ),
            ),
          ],
        },
        {
          name: 'a handler that returns on several ways',
          code: f(
            '  try {',
            '    return await Promise.all(urls.map(load));',
            '  } catch (error) {',
            '    console.error(error);',
            '    if (quiet) return [];',
            "    console.error('all');",
            '    return [];',
            '  }',
          ),
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
        {
          name: 'a handler that asks the failure for more gets each as it is',
          code: f(
            '  let pages = [];',
            '  try {',
            '    pages = await Promise.all(urls.map(load));',
            '  } catch (error) {',
            '    console.error(error.response.data);',
            '  }',
            '  return pages;',
          ),
          errors: [
            lists(
              f(
                '  let pages = [];',
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    pages = ${values}`,
                `    ${reasons}`,
                '    for (const error of reasons) {',
                '      console.error(error.response.data);',
                '    }',
                '  } catch (error) {',
                '    console.error(error.response.data);',
                '  }',
                '  return pages;',
              ),
            ),
          ],
        },
        {
          name: 'the same where nothing is kept',
          code: f(
            '  try {',
            '    await Promise.all(urls.map(load));',
            '  } catch ({ code }) {',
            '    console.error(code);',
            '  }',
          ),
          errors: [
            failures(
              f(
                '  try {',
                '    const results = await Promise.allSettled(urls.map(load));',
                `    ${reasons}`,
                '    for (const { code } of reasons) {',
                '      console.error(code);',
                '    }',
                '  } catch ({ code }) {',
                '    console.error(code);',
                '  }',
              ),
            ),
          ],
        },
        {
          name: 'a handler that asks for more, where more follows on success',
          code: f(
            '  try {',
            '    await Promise.all(urls.map(load));',
            "    console.log('all');",
            '  } catch (error) {',
            '    console.error(error.code);',
            '  }',
          ),
          errors: [
            {
              messageId: 'byHand',
              data: {
                what: 'Only the first failure is told of here: the other operations run on unnoticed, and what fails of them is lost.',
                why: 'what is done with the failure asks it for more than an error made of several has',
              },
              suggestions: [],
            },
          ],
        },
        {
          name: 'a handler of a chain that asks for more',
          code: 'Promise.all(urls.map(load)).catch((error) => console.error(error.code));',
          errors: [{ messageId: 'byHand', suggestions: [] }],
        },
      ],
    });
  });
}
