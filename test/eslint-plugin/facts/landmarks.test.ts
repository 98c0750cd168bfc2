// Where the rules begin to look in a file.
import assert from 'node:assert/strict';
import { Linter, type Rule } from 'eslint';
import { isAsynchronous, landmarksOf } from '../../../eslint-plugin/src/facts/landmarks.js';
import type { SourceCode } from '../../../eslint-plugin/src/facts/variables.js';
import { createRule } from '../../../eslint-plugin/src/rules/create-rule.js';
import { found } from './promises/looking.js';

/** The first characters of the landmarks of each kind. */
function beginningsIn(source: SourceCode): Record<string, string[]> {
  const kinds = Object.entries({ ...landmarksOf(source) });
  return Object.fromEntries(
    kinds.map(([kind, nodes]) => [kind, nodes.map((each) => source.getText(each).slice(0, 5))]),
  );
}

/** Those of a text that nobody has walked before. */
function landmarksIn(code: string): Record<string, string[]> {
  return found(code, (source, node) => (node.type === 'Program' ? beginningsIn(source) : undefined));
}

function isLookedAt(code: string): boolean {
  return found(code, (source, node) => (node.type === 'Program' ? isAsynchronous(source) : undefined));
}

/** Those that each of two rules is given. */
function landmarksOfRules(code: string): Record<string, string[]>[] {
  const given: Record<string, string[]>[] = [];
  const rule = createRule({
    name: 'landmarks',
    meta: { type: 'problem', schema: [], messages: {}, docs: { description: '', preset: 'all', chapter: '' } },
    check: ({ sourceCode }) => given.push(beginningsIn(sourceCode)),
  }) as unknown as Rule.RuleModule;
  const plugins = { test: { rules: { first: rule, second: rule } } };
  new Linter().verify(code, { plugins, rules: { 'test/first': 'error', 'test/second': 'error' } });
  return given;
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

  it('are the same for every rule, gathered while ESLint walks', () => {
    const code = 'async (x = b()) => { for (const a of x) do { b(await c`${d()}`); } while (e); for (;;) await f; }';
    const walked = landmarksIn(code);
    assert.deepEqual(landmarksOfRules(code), [walked, walked]);
  });

  it('are asked for in no text that speaks of nothing asynchronous', () => {
    const code = 'for (const item of items) show(item); const awaited = makePromise();';
    assert.equal(isLookedAt(code), false);
    assert.deepEqual(landmarksOfRules(code), []);
  });

  for (const code of [
    'f(import("x"))',
    'f().then(g)',
    'f()["catch"](g)',
    'f().finally(g)',
    'f(new Promise(g))',
    'f(async g => g)',
    '// gather: sequential -- as before\nf()',
  ])
    it(`are asked for in \`${code}\``, () => {
      assert.equal(isLookedAt(code), true);
    });
});
