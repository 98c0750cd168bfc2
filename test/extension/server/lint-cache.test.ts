// The cache of runs, without a connection.
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LintCache } from '../../../extension/server/lint-cache.js';

describe('the lint cache', () => {
  it('says in one line what it cannot lint, and goes on', async () => {
    const lines: string[] = [];
    const cache = new LintCache((line) => lines.push(line));
    const strange = TextDocument.create('no address', 'typescript', 1, 'await 1;');
    const run = await cache.run(strange, CancellationToken.None);
    assert.deepEqual(run, { id: '1', version: 1, state: 'unreadable', findings: [] });
    assert.deepEqual(lines, ['Cannot lint no address: Invalid URL']);

    const plain = TextDocument.create('file:///project/a.ts', 'typescript', 1, 'await 1;');
    assert.equal((await cache.run(plain, CancellationToken.None))?.state, 'linted');
    assert.equal(lines.length, 1);
  });
});
