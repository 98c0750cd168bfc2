// Where the rules begin to look in a file.
import assert from 'node:assert/strict';
import { landmarksOf } from '../../../eslint-plugin/src/facts/landmarks.js';
import { found } from './promises/looking.js';

/** The first characters of the landmarks of each kind. */
function landmarksIn(code: string): Record<string, string[]> {
  return found(code, (source, node) => {
    if (node.type !== 'Program') return undefined;
    const kinds = Object.entries({ ...landmarksOf(source) });
    return Object.fromEntries(
      kinds.map(([kind, nodes]) => [kind, nodes.map((each) => source.getText(each).slice(0, 5))]),
    );
  });
}

describe('facts: landmarks', () => {
  it('come in the order of the text, what is around before what is inside', () => {
    assert.deepEqual(
      landmarksIn('async () => { for (const a of x) do { b(await c(d())); } while (e); for (;;) await f; }'),
      {
        awaits: ['await', 'await'],
        calls: ['b(awa', 'c(d()', 'd()'],
        declarators: ['a'],
        loops: ['for (', 'do { ', 'for ('],
      },
    );
  });

  it('are none where a text speaks of nothing asynchronous', () => {
    const none = { awaits: [], calls: [], declarators: [], loops: [] };
    assert.deepEqual(landmarksIn('for (const item of items) show(item); const awaited = makePromise();'), none);
  });

  for (const code of [
    'f(import("x"))',
    'f().then(g)',
    'f()["catch"](g)',
    'f().finally(g)',
    'f(new Promise(g))',
    'f(async g => g)',
  ])
    it(`are there in \`${code}\``, () => {
      assert.notDeepEqual(landmarksIn(code)['calls'], []);
    });
});
