// Whether the first failure should stop the others, from plain facts.
import assert from 'node:assert/strict';
import type {
  CatchFacts,
  GroupFacts,
  SignalFacts,
  TakenFacts,
} from '../../../eslint-plugin/src/facts/promises/model.js';
import { judgeGroup } from '../../../eslint-plugin/src/verdict/abort.js';

const call = (gets: SignalFacts['gets'] = 'none'): SignalFacts => ({
  callee: 'fetch',
  gets,
  isCheap: false,
  isWrite: false,
});
const stops = { rejects: true, takes: [call()] };
const runs = { rejects: true, takes: [] };
const safe = { rejects: false, takes: [] };
const group = (members: GroupFacts['members'], rest: Partial<GroupFacts> = {}): GroupFacts => ({
  name: 'all',
  fate: 'awaited',
  taken: undefined,
  members,
  perItem: false,
  ...rest,
});

const logs: CatchFacts = {
  at: { start: 0, end: 1, line: 1, column: 1 },
  tells: true,
  error: 'told',
  asks: [],
  endings: ['goes-on'],
  assigns: false,
  awaits: false,
};
const told: TakenFacts = {
  taken: logs,
  values: 'dropped',
  empties: false,
  then: 'nothing',
  perItem: true,
  failing: 'several',
  writes: true,
};

describe('verdict: stop the others', () => {
  it('where one that stops runs beside another that may fail', () => {
    for (const members of [
      [stops, stops],
      [stops, runs],
      [{ ...stops, rejects: false }, runs],
    ])
      assert.equal(judgeGroup(group(members)).abort, true);
  });

  it('where there is one an item', () => {
    assert.deepEqual(judgeGroup(group([stops], { perItem: true })), { abort: true, runOn: [call()] });
  });

  it('not where no other may fail', () => {
    for (const facts of [
      group([stops]),
      group([stops, safe]),
      group([{ ...stops, rejects: false }], { perItem: true }),
    ])
      assert.deepEqual(judgeGroup(facts), { abort: false, why: 'alone' });
  });

  it('not where any has a signal, or may have one', () => {
    for (const gets of ['one', 'unknown'] as const)
      assert.deepEqual(judgeGroup(group([stops, { rejects: true, takes: [call(gets)] }])), {
        abort: false,
        why: 'signalled',
      });
  });

  it('not where all that would stop change something', () => {
    const writes = { rejects: true, takes: [{ ...call(), isWrite: true }] };
    assert.deepEqual(judgeGroup(group([writes, runs])), { abort: false, why: 'writes' });
    assert.equal(judgeGroup(group([writes, stops])).abort, true);
  });

  it('not where the code goes on without the one that failed', () => {
    assert.deepEqual(judgeGroup(group([stops, stops], { taken: told })), { abort: false, why: 'goes-on' });
    const thrown: TakenFacts = { ...told, taken: { ...logs, endings: ['throws'] } };
    assert.equal(judgeGroup(group([stops, stops], { taken: thrown })).abort, true);
  });

  it('not where nothing stops, all are waited for, or nobody hears of it', () => {
    assert.deepEqual(judgeGroup(group([runs, runs])), { abort: false, why: 'nothing-stops' });
    const cheap = { rejects: true, takes: [{ ...call(), isCheap: true }] };
    assert.deepEqual(judgeGroup(group([cheap, runs])), { abort: false, why: 'cheap' });
    assert.equal(judgeGroup(group([cheap, stops])).abort, true);
    for (const name of ['allSettled', 'race', 'any'] as const)
      assert.deepEqual(judgeGroup(group([stops, stops], { name })), { abort: false, why: 'not-all' });
    for (const fate of ['lost', 'voided'] as const)
      assert.deepEqual(judgeGroup(group([stops, stops], { fate })), { abort: false, why: 'lost' });
  });
});
