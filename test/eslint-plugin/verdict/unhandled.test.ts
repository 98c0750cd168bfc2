// The verdict on where a rejection goes, from the facts alone.
import assert from 'node:assert/strict';
import type { Fate } from '../../../eslint-plugin/src/facts/promises/model.js';
import { judgeOutcome } from '../../../eslint-plugin/src/verdict/unhandled.js';

const at = { start: 0, end: 1, line: 1, column: 1 };

const losses: [Fate, string | undefined][] = [
  [{ fate: 'awaited', at }, undefined],
  [{ fate: 'handled', at }, undefined],
  [{ fate: 'handed', at }, undefined],
  [{ fate: 'returned', at }, undefined],
  [{ fate: 'returned', at, past: at }, 'past-catch'],
  [{ fate: 'voided', at }, 'voided'],
  [{ fate: 'lost', how: 'dropped', at }, 'dropped'],
  [{ fate: 'lost', how: 'unused', at }, 'unused'],
  [{ fate: 'lost', how: 'ignored', by: 'forEach', at }, 'ignored'],
];

describe('verdict: unhandled', () => {
  for (const [fate, loss] of losses) {
    it(`${JSON.stringify({ ...fate, at: undefined })} is ${loss ?? 'well'}`, () => {
      assert.equal(judgeOutcome({ fate, mayReject: true }), loss);
    });

    it(`and without a rejection nothing is lost`, () => {
      assert.equal(judgeOutcome({ fate, mayReject: false }), undefined);
    });
  }
});
