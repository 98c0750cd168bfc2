import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import { addToCache, Cache, cacheFile, readCache } from '../../../eslint-plugin/src/files/cache.js';
import { disk } from '../../../eslint-plugin/src/files/disk.js';
import type { Engine } from '../../../eslint-plugin/src/lint/engine.js';
import { makeTree } from './tree.js';

const finding: Linter.LintMessage = { ruleId: 'gather/x', severity: 1, line: 1, column: 1, message: 'Found.' };

interface State {
  key: string | undefined;
  lints: number;
}

/** Counts how often it lints; its key is what the test says. */
function counting(state: State = { key: '', lints: 0 }): { engine: Engine; state: State } {
  const engine: Engine = {
    lint: () => {
      state.lints++;
      return Promise.resolve([finding]);
    },
    sourceOf: () => Promise.resolve('recommended'),
    names: () => Promise.resolve(undefined),
    key: () => Promise.resolve(state.key),
    complaints: [],
  };
  return { engine, state };
}

describe('the cache', () => {
  it('lints a text once, and anew when it or what decides on it changes', async () => {
    const cwd = makeTree({ 'a.js': '', 'b.js': '' });
    const { engine, state } = counting();
    const run = async (name: string, text: string): Promise<void> => {
      const cache = new Cache(cwd, readCache(cwd, disk));
      assert.deepEqual(await cache.through(join(cwd, name), text, engine), [finding]);
      addToCache(cwd, disk, cache.fresh);
    };
    await run('a.js', 'one');
    await run('a.js', 'one');
    assert.equal(state.lints, 1);
    await run('a.js', 'two');
    await run('b.js', 'two');
    assert.equal(state.lints, 3);
    await run('a.js', 'two');
    assert.equal(state.lints, 3);
    state.key = 'other options';
    await run('a.js', 'two');
    assert.equal(state.lints, 4);
    state.key = undefined;
    await run('a.js', 'two');
    await run('a.js', 'two');
    assert.equal(state.lints, 6);
  });

  it('forgets files that are gone', () => {
    const cwd = makeTree({ 'a.js': '' });
    const entry = { hash: 'h', messages: [] };
    addToCache(cwd, disk, { 'a.js': entry, 'gone.js': entry });
    addToCache(cwd, disk, { 'new.js': entry });
    assert.deepEqual(Object.keys(readCache(cwd, disk)).sort(), ['a.js', 'new.js']);
  });

  it('writes nothing where nothing is new', () => {
    const cwd = makeTree({});
    addToCache(cwd, disk, {});
    assert.equal(existsSync(cacheFile(cwd)), false);
  });

  for (const [title, text] of [
    ['cut off', '{"version":'],
    ['of another version', '{"version":"0","entries":{"a.js":{"hash":"h","messages":[]}}}'],
    ['something else', '[]'],
  ] as const) {
    it(`is made anew where the file is ${title}`, () => {
      const cwd = makeTree({});
      writeFileSync(cacheFile(cwd), text);
      assert.deepEqual(readCache(cwd, disk), {});
    });
  }
});
