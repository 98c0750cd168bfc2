// The cache of runs, without a connection.
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LintCache } from '../../../extension/server/lint-cache.js';
import { RuleSources } from '../../../extension/server/rule-sources.js';

describe('the lint cache', () => {
  it('says in one line what it cannot lint, and goes on', async () => {
    const lines: string[] = [];
    const states: string[] = [];
    const tell = (line: string): number => lines.push(line);
    const cache = new LintCache(
      new RuleSources(tell),
      (_, { state }) => states.push(state),
      () => 'en',
      tell,
    );
    const strange = TextDocument.create('no address', 'typescript', 1, 'await 1;');
    const run = await cache.run(strange, false, CancellationToken.None);
    assert.ok(run);
    const { milliseconds, ...rest } = run;
    assert.equal(typeof milliseconds, 'number');
    assert.deepEqual(rest, { id: '1', version: 1, state: 'unreadable', rules: 'none', findings: [] });
    assert.deepEqual(lines, ['Cannot lint no address: Invalid URL']);

    const plain = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'await 1;');
    assert.equal((await cache.run(plain, false, CancellationToken.None))?.state, 'linted');
    assert.equal(lines.length, 1);
    assert.deepEqual(states, ['unreadable', 'linted']);
  });

  it('skips a text that would take too long, and says so', async () => {
    const states: string[] = [];
    const none = (): void => undefined;
    const cache = new LintCache(
      new RuleSources(none),
      (_, { state }) => states.push(state),
      () => 'en',
      none,
    );
    const long = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'f();\n'.repeat(120_000));
    assert.deepEqual((await cache.run(long, false, CancellationToken.None))?.findings, []);
    assert.deepEqual(states, ['skipped']);
  });
});
