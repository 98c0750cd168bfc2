import assert from 'node:assert/strict';
import { colorWanted } from '../../../eslint-plugin/src/cli/color.js';

describe('colorWanted', () => {
  const cases: [env: NodeJS.ProcessEnv, isTerminal: boolean | undefined, wanted: boolean][] = [
    [{}, true, true],
    [{}, false, false],
    [{ CI: 'true' }, false, false],
    [{ CI: 'true' }, undefined, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ];
  for (const [env, isTerminal, wanted] of cases) {
    it(`is ${String(wanted)} when a terminal is ${String(isTerminal)}, with ${JSON.stringify(env)}`, () => {
      assert.equal(colorWanted(env, isTerminal), wanted);
    });
  }
});
