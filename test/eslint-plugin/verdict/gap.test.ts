// The verdict on a rejection gap, from plain facts.
import assert from 'node:assert/strict';
import type { Place } from '../../../eslint-plugin/src/facts/model.js';
import type { Between, Handling, Way } from '../../../eslint-plugin/src/facts/promises/model.js';
import { judgeHeld } from '../../../eslint-plugin/src/verdict/gap.js';

const at = (line: number): Place => ({ start: line * 10, end: line * 10 + 1, line, column: 1 });
const behind = (what: Between['what'], line: number): Between => ({ what, at: at(line) });
const way = (between: Between | undefined, how?: Handling, line = 9): Way => ({
  between,
  handler: how && { how, at: at(line) },
});
const judge = (...ways: Way[]): ReturnType<typeof judgeHeld> => judgeHeld({ name: 'p', spared: undefined, ways });

describe('verdict: a rejection gap', () => {
  it('is an await before an await, a combinator or a link', () => {
    for (const how of ['awaited', 'combined', 'chained'] as const) {
      assert.deepEqual(judge(way(behind('await', 3), how)), { gap: true, between: behind('await', 3), handler: at(9) });
    }
  });

  it('is a throw that nobody handles the promise after', () => {
    const verdict = judge(way(undefined, 'awaited'), way(behind('throw', 3)));
    assert.deepEqual(verdict, { gap: true, between: behind('throw', 3), handler: undefined });
  });

  it('is none where a handler comes first, or who is handed it has to see to it', () => {
    for (const ways of [
      [way(undefined, 'awaited')],
      [way(behind('await', 3), 'handed')],
      [way(behind('await', 3), 'returned')],
      [way(behind('await', 3))],
      [way(behind('return', 3))],
    ])
      assert.deepEqual(judge(...ways), { gap: false, why: 'handled' });
  });

  it('is told by the first handler in the text, and then by what stands first between', () => {
    const verdict = judge(
      way(behind('throw', 1)),
      way(behind('await', 2), 'awaited', 9),
      way(behind('await', 5), 'awaited', 8),
      way(behind('await', 4), 'awaited', 8),
    );
    assert.deepEqual(verdict, { gap: true, between: behind('await', 4), handler: at(8) });
  });

  it('is none where something speaks for the promise', () => {
    for (const spared of ['never-rejects', 'waits', 'lazy', 'more'] as const) {
      const ways = [way(behind('await', 3), 'awaited')];
      assert.deepEqual(judgeHeld({ name: 'p', spared, ways }), { gap: false, why: spared });
    }
  });
});
