// Groups that are all or nothing, run: after the first failure the others stop, and nothing else is different.
import assert from 'node:assert/strict';
import { execute } from './harness.js';

const rule = 'prefer-abort-on-failure';
const seeds = Array.from({ length: 8 }, (_, seed) => seed);

/** What fails, in any of the programs. */
const failing: ReadonlySet<string> = new Set(["fetch('/2')", 'getNumber(2)', "readFile('/2')"]);

const cases: Readonly<Record<string, string>> = {
  'a list': `
  const [a, b, c] = await Promise.all([fetch('/1'), fetch('/2'), fetch('/3')]);
  return [a, b, c];`,
  'one for each item': `
  return await Promise.all([1, 2, 3].map(async (id) => (await fetch('/' + id)) + id));`,
  'beside what takes no signal': `
  const [a, b] = await Promise.all([fetch('/1').then((text) => text + '!'), getNumber(2)]);
  return a + b;`,
  'files that are read and written beside a request': `
  const { readFile, writeFile } = require('node:fs/promises');
  const [a, b] = await Promise.all([readFile('/1', 'utf8'), readFile('/2'), writeFile('/3', 'text'), fetch('/4')]);
  return a + b;`,
  'a function of the file': `
  async function load(url, { signal } = {}) {
    return [await fetch(url, { signal }), url];
  }
  return await Promise.all([load('/1'), load('/2'), load('/3')]);`,
  'a function that has a signal': `
  async function load(signal) {
    return await Promise.all([fetch('/1'), fetch('/2')]);
  }
  return await load(new AbortController().signal);`,
  'caught around': `
  try {
    return await Promise.all([fetch('/1'), fetch('/2'), fetch('/3')]);
  } catch (error) {
    return error.message;
  }`,
};

describe('prefer-abort-on-failure, executed', () => {
  for (const [situation, body] of Object.entries(cases)) {
    it(`${situation}: the others stop`, async () => {
      let stopped = 0;
      let saved = 0;
      for (const seed of seeds) {
        const { before, after } = await execute(rule, body, { seed, fails: (key) => failing.has(key) });
        const abort = after['abort'];
        assert.ok(abort);
        assert.equal(abort.thrown, before.thrown);
        assert.equal(abort.value, before.value);
        assert.equal(abort.time, before.time);
        assert.deepEqual(abort.unhandled, []);
        assert.deepEqual(before.aborted, []);
        assert.ok(abort.quiet <= before.quiet);
        stopped += abort.aborted.length;
        saved += before.quiet - abort.quiet;
      }
      assert.ok(stopped > 0, 'nothing is aborted');
      assert.ok(saved > 0, 'nothing is in flight for less time');
    });

    it(`${situation}: nothing is different where none fails`, async () => {
      for (const seed of seeds) {
        const { before, after } = await execute(rule, body, { seed });
        const { abort } = after;
        assert.deepEqual({ ...abort, escaped: [] }, { ...before, escaped: [] });
      }
    });
  }
});
