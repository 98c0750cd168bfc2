// The cache of runs, without a connection.
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LintCache } from '../../../extension/server/lint-cache.js';
import { RuleSources } from '../../../extension/server/rule-sources.js';

describe('the lint cache', () => {
  it('says in one line what it cannot lint, and goes on', async () => {
    const lines: string[] = [];
    const tell = (line: string): number => lines.push(line);
    const cache = new LintCache(new RuleSources(tell), tell);
    const strange = TextDocument.create('no address', 'typescript', 1, 'await 1;');
    const run = await cache.run(strange, false, CancellationToken.None);
    assert.deepEqual(run, { id: '1', version: 1, state: 'unreadable', rules: 'none', findings: [] });
    assert.deepEqual(lines, ['Cannot lint no address: Invalid URL']);

    const plain = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'await 1;');
    assert.equal((await cache.run(plain, false, CancellationToken.None))?.state, 'linted');
    assert.equal(lines.length, 1);
  });
});
