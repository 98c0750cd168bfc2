// A `Promise.all` in a row: its operands join those of the group where each value has a name.
import assert from 'node:assert/strict';
import { js, type Snippet } from '../no-await-in-loop/linted.js';
import { lint, suggestedTexts } from './linted.js';
import { rewrites } from './rows.js';

describe('no-sequential-await: a Promise.all in the row', () => {
  it('joins the group', () => {
    rewrites(
      js`
        const user = await fetchUser(id);
        // what they wrote
        const [posts, { total }] = await Promise.all([fetchPosts(id), fetchLikes(id)]);
      `,
      js`
        const [user, posts, { total }] = await Promise.all([
          fetchUser(id),
          // what they wrote
          fetchPosts(id),
          fetchLikes(id),
        ]);
      `,
    );
    rewrites(
      js`
        async function load(id) {
          const [, posts] = await Promise.all([
            loadUser({
              id,
            }),
            fetchPosts(id),
          ]);
          const likes = await fetchLikes(id);
        }
      `,
      js`
        async function load(id) {
          const [, posts, likes] = await Promise.all([
            loadUser({
              id,
            }),
            fetchPosts(id),
            fetchLikes(id),
          ]);
        }
      `,
    );
  });

  for (const [line, kept] of [
    [
      'const both = await Promise.all([fetchPosts(id), fetchLikes(id)]);',
      'Promise.all([fetchPosts(id), fetchLikes(id)])',
    ],
    [
      'const [posts] = await Promise.all([fetchPosts(id), fetchLikes(id)]);',
      'Promise.all([fetchPosts(id), fetchLikes(id)])',
    ],
    ['const [posts, ...likes] = await Promise.all([fetchPosts(id), fetchLikes(id)]);', '[posts, ...likes]'],
    ['const [posts] = await Promise.all([fetchPosts(id), ...fetchAll(id)]);', '...fetchAll(id)'],
    [
      'const [posts, likes] = await Promise.all([fetchPosts(id), /* all */ fetchLikes(id)]);',
      '/* all */ fetchLikes(id)',
    ],
    [
      'const [posts, likes] = await Promise.all<[Post[], Like[]]>([fetchPosts(id), fetchLikes(id)]);',
      '<[Post[], Like[]]>',
    ],
    [
      'const [posts, likes]: [Post[], Like[]] = await Promise.all([fetchPosts(id), fetchLikes(id)]);',
      ': [Post[], Like[]]',
    ],
    [
      'const [posts, likes] = (await Promise.all([fetchPosts(id), fetchLikes(id)])) as [Post[], Like[]];',
      'as [Post[], Like[]]',
    ],
    ['const [posts, likes] = await Promise.allSettled([fetchPosts(id), fetchLikes(id)]);', 'Promise.allSettled(['],
  ] as const) {
    it(`stays one of the operands: ${line}`, () => {
      const snippet: Snippet = { code: `const user = await fetchUser(id);\n${line}\n`, language: 'ts' };
      const [message] = lint(snippet.code, 'ts', '@typescript-eslint/parser').messages;
      assert.ok(message, 'nothing is reported');
      const [text] = suggestedTexts(snippet, '@typescript-eslint/parser', message);
      assert.ok(text?.includes(kept), text);
    });
  }
});
