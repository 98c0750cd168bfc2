// What collects values and failures apart: also with `Promise.allSettled`. And what items without an end are told of.
import assert from 'node:assert/strict';
import { js } from '../rules/no-await-in-loop/linted.js';
import { suggestedFor } from './expected.js';

describe('rewrite: settled', () => {
  it('parts the values from the reasons', () => {
    const [, [id, text] = []] = suggestedFor(js`
      async function all(urls) {
        const bodies = [];
        const failures = [];
        for (const url of ['a', 'b']) {
          try {
            bodies.push(await download(url));
          } catch (error) {
            failures.push(error.message);
          }
        }
        return { bodies, failures };
      }
    `);
    assert.equal(id, 'gatherSettled');
    assert.equal(
      text,
      js`
      async function all(urls) {
        const bodies = [];
        const failures = [];
        const results = await Promise.allSettled(['a', 'b'].map(async (url) => download(url)));
        bodies.push(...results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
        failures.push(...results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])).map((error) => error.message));
        return { bodies, failures };
      }
    `.code,
    );
  });

  it('asks the results of Bluebird by its methods', () => {
    const suggested = suggestedFor(js`
      import Promise from 'bluebird';
      const bodies = [];
      const failures = [];
      for (const url of ['a', 'b']) {
        try {
          bodies.push(await download(url));
        } catch (error) {
          failures.push(error);
        }
      }
    `);
    const text = suggested.find(([id]) => id === 'gatherSettled')?.[1] ?? '';
    assert.ok(text.includes('flatMap((result) => (result.isFulfilled() ? [result.value()] : []))'), text);
    assert.ok(text.includes('flatMap((result) => (result.isRejected() ? [result.reason()] : []))'), text);
  });

  it('needs the item for no failure', () => {
    const ids = suggestedFor(js`
      async function all() {
        const bodies = [];
        const failures = [];
        for (const url of ['a', 'b']) {
          try {
            bodies.push(await download(url));
          } catch (error) {
            failures.push({ url, error });
          }
        }
        return { bodies, failures };
      }
    `).map(([id]) => id);
    assert.deepEqual(ids, ['gatherAll']);
  });
});

describe('rewrite: items that may never end', () => {
  it('of a generator', () => {
    const [[id] = []] = suggestedFor(js`
      function* pages() {
        for (let page = 1; ; page++) yield page;
      }
      async function all() {
        for (const page of pages()) await fetchPage(page);
      }
    `);
    assert.equal(id, 'gatherEndless');
  });

  it('of an iterable, but not of a list', () => {
    const first = (type: string): string | undefined =>
      suggestedFor({
        language: 'ts',
        code: `async function all(pages: ${type}) {\n  for (const page of pages) await fetchPage(page);\n}\n`,
      })[0]?.[0];
    assert.equal(first('Iterable<number>'), 'gatherEndless');
    assert.equal(first('number[]'), 'gatherAll');
  });
});
