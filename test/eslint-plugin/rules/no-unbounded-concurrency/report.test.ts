// The rule as ESLint sees it: what it says, how often, and what it suggests.
import assert from 'node:assert/strict';
import * as espree from 'espree';
import { lint, within } from './linted.js';

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

  it('reports the outer of two, and the inner one once that is bounded', () => {
    const inner = 'await Promise.all(user.posts.map((post) => sendMail(user, post)));';
    const sendAll = `async function sendAll(user) {\n  ${inner}\n}\n`;
    const outer = (list: string, call: string) =>
      within(`await Promise.all(${list}.map(async (user) => { await sendMail(user);\n${call} }));`);
    const lines = (nested: string) => lint(nested, espree).map(({ line }) => line);
    assert.deepEqual(lines(outer('users', inner)), [2]);
    assert.deepEqual(lines(outer('users.slice(0, 10)', inner)), [3]);
    assert.deepEqual(lines(outer('users', 'await sendAll(user);') + sendAll), [2]);
    assert.deepEqual(lines(outer('users.slice(0, 10)', 'await sendAll(user);') + sendAll), [6]);
    assert.deepEqual(lines(`${outer('users', 'await sendAll(user);')}export ${sendAll}`), [2, 6]);
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
