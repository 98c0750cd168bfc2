// The verdict on a `Promise.all` whose failure is taken, from facts alone.
import assert from 'node:assert/strict';
import type { CatchFacts, TakenFacts } from '../../../eslint-plugin/src/facts/promises/model.js';
import { goesOn, judgeTaken } from '../../../eslint-plugin/src/verdict/taken.js';

const logs: CatchFacts = {
  at: { start: 0, end: 1, line: 1, column: 1 },
  tells: true,
  error: 'told',
  asks: [],
  endings: ['goes-on'],
  assigns: false,
  awaits: false,
};
const effects: TakenFacts = {
  taken: logs,
  values: 'dropped',
  empties: false,
  then: 'nothing',
  perItem: true,
  failing: 'several',
  writes: true,
};

describe('verdict: a failure that is taken', () => {
  it('loses the others where it is only told of', () => {
    assert.equal(judgeTaken(effects), 'failures');
    assert.equal(judgeTaken({ ...effects, then: 'at-once' }), 'failures');
    assert.equal(judgeTaken({ ...effects, taken: { ...logs, error: 'unused', assigns: true } }), 'failures');
  });

  it('is the failure of all where the handler makes more of it', () => {
    const others: Partial<CatchFacts>[] = [
      { tells: false },
      { error: 'used' },
      { awaits: true },
      { endings: ['throws'] },
      { endings: ['goes-on', 'throws'] },
      { endings: ['gives'] },
      { endings: ['breaks'] },
      { endings: ['exits'] },
    ];
    for (const other of others) assert.equal(judgeTaken({ ...effects, taken: { ...logs, ...other } }), undefined);
  });

  it('is the failure of all where all are needed', () => {
    assert.equal(judgeTaken({ ...effects, then: 'more' }), undefined);
    assert.equal(judgeTaken({ ...effects, values: 'used' }), undefined);
    assert.equal(judgeTaken({ ...effects, perItem: false }), undefined);
    assert.equal(judgeTaken({ ...effects, perItem: false, writes: false, then: 'at-once' }), undefined);
    assert.equal(judgeTaken({ ...effects, perItem: false, writes: false }), 'failures');
  });

  it('loses the values of a list that is put somewhere', () => {
    const list: TakenFacts = { ...effects, values: 'put' };
    assert.equal(judgeTaken(list), 'values');
    assert.equal(judgeTaken({ ...list, taken: { ...logs, assigns: true } }), undefined);
    assert.equal(judgeTaken({ ...list, taken: { ...logs, assigns: true }, empties: true }), 'values');
    assert.equal(judgeTaken({ ...list, perItem: false }), undefined);
    assert.equal(judgeTaken({ ...list, then: 'at-once' }), undefined);
  });

  it('loses the values of a list that is given, unless none at all is given then', () => {
    const list: TakenFacts = { ...effects, values: 'given' };
    assert.equal(judgeTaken({ ...list, taken: { ...logs, endings: ['gives-nothing'] } }), 'values');
    assert.equal(judgeTaken(list), undefined);
  });

  it('cannot be where all but one take their own, and is not known where they start elsewhere', () => {
    for (const failing of ['none', 'one', undefined] as const)
      assert.equal(judgeTaken({ ...effects, failing }), undefined);
  });

  it('leaves the others wanted where but one can fail, too', () => {
    const outcomes = (['none', 'one', 'several', undefined] as const).map((failing) => goesOn({ ...effects, failing }));
    assert.deepEqual(outcomes, [false, true, true, false]);
    assert.equal(goesOn({ ...effects, then: 'more' }), false);
  });
});
