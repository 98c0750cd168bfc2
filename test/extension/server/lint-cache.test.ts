// The cache of runs, without a connection.
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LintCache } from '../../../extension/server/lint-cache.js';
import { RuleSources } from '../../../extension/server/rule-sources.js';

/** A cache on a processor that works so long between any two looks at its clock, and what it tells. */
function cacheBy(step: () => number): { cache: LintCache; states: string[]; lines: string[] } {
  const states: string[] = [];
  const lines: string[] = [];
  const tell = (line: string): number => lines.push(line);
  let now = 0;
  const cache = new LintCache(
    new RuleSources(tell),
    (_, { state }) => states.push(state),
    () => 'en',
    tell,
    () => (now += step()),
  );
  return { cache, states, lines };
}

describe('the lint cache', () => {
  it('says in one line what it cannot lint, and goes on', async () => {
    const { cache, states, lines } = cacheBy(() => 0);
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
    const { cache, states } = cacheBy(() => 0);
    const long = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'f();\n'.repeat(120_000));
    assert.deepEqual((await cache.run(long, false, CancellationToken.None))?.findings, []);
    assert.deepEqual(states, ['skipped']);
  });

  describe('with a document that takes more than a second of the processor', () => {
    let milliseconds: number;
    let version: number;
    const { cache, states } = cacheBy(() => milliseconds);
    const document = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'f();');
    beforeEach(() => {
      milliseconds = 1_001;
      version = document.version;
      states.length = 0;
      cache.forget();
    });

    /** Types, and gives the state of the run that follows. */
    async function stateAfterTyping(): Promise<string | undefined> {
      TextDocument.update(document, [{ text: 'f();' }], ++version);
      return (await cache.run(document, false, CancellationToken.None))?.state;
    }

    it('bears it once, and then lints when it is saved', async () => {
      assert.equal(await stateAfterTyping(), 'linted');
      assert.equal(await stateAfterTyping(), 'linted');
      assert.equal(await stateAfterTyping(), 'deferred');
      assert.equal(await stateAfterTyping(), 'deferred');
      assert.ok(cache.saved(document));
      assert.equal((await cache.run(document, false, CancellationToken.None))?.state, 'linted');
      assert.equal(await stateAfterTyping(), 'deferred');
      assert.deepEqual(states, ['linted', 'linted', 'deferred', 'deferred', 'linted', 'deferred']);
    });

    it('goes back to linting while typing once it is fast again', async () => {
      await stateAfterTyping();
      await stateAfterTyping();
      assert.equal(await stateAfterTyping(), 'deferred');
      milliseconds = 1_000;
      assert.ok(cache.saved(document));
      assert.equal(await stateAfterTyping(), 'linted');
      milliseconds = 1_001;
      assert.equal(await stateAfterTyping(), 'linted');
      assert.equal(await stateAfterTyping(), 'linted');
      assert.equal(await stateAfterTyping(), 'deferred');
    });

    it('does not lint what is saved a second time', async () => {
      await stateAfterTyping();
      await stateAfterTyping();
      assert.equal(cache.saved(document), false);
    });
  });
});
