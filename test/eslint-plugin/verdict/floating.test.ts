// The verdict on promises that are made one an item, from the facts alone.
import assert from 'node:assert/strict';
import type { IterationFacts } from '../../../eslint-plugin/src/facts/promises/model.js';
import { judgeIteration, ordersItems } from '../../../eslint-plugin/src/verdict/floating.js';
import type { Reason, Verdict } from '../../../eslint-plugin/src/verdict/model.js';

const plain: IterationFacts = {
  makes: 'nothing',
  gives: 'promise',
  waits: true,
  rejects: true,
  handled: false,
  mayAwait: true,
  list: 'unknown',
  named: true,
  use: 'dropped',
  mistakesSofar: false,
};

const verdicts: [Partial<IterationFacts>, string | undefined][] = [
  [{}, 'each'],
  [{ use: 'unused' }, 'each'],
  [{ gives: 'anything' }, undefined],
  [{ waits: false }, 'needless'],
  [{ rejects: false }, 'each'],
  [{ mayAwait: false }, 'each'],
  [{ rejects: false, mayAwait: false }, undefined],
  [{ rejects: false, handled: true }, undefined],
  [{ handled: true }, 'each'],
  [{ rejects: false, mayAwait: false, use: 'unused', makes: 'list' }, undefined],
  [{ rejects: false, mayAwait: false, use: 'used', list: 'map' }, 'each'],
  [{ rejects: false, mayAwait: false, waits: false }, 'needless'],
  [{ rejects: false, mayAwait: false, makes: 'answer' }, 'answer'],
  [{ list: 'other' }, undefined],
  [{ use: 'awaited' }, undefined],
  [{ use: 'awaited', list: 'array' }, 'each'],
  [{ use: 'used' }, undefined],
  [{ use: 'used', list: 'map' }, 'each'],
  [{ use: 'voided' }, undefined],
  [{ use: 'chained' }, undefined],
  [{ use: 'combined', gives: 'anything' }, 'combined-nothing'],
  [{ use: 'combined', list: 'other' }, undefined],
  [{ makes: 'list' }, 'list'],
  [{ makes: 'list', waits: false }, 'needless'],
  [{ makes: 'list', use: 'used' }, undefined],
  [{ makes: 'list', use: 'combined' }, undefined],
  [{ makes: 'list', use: 'listed' }, 'listed-list'],
  [{ makes: 'list', use: 'awaited' }, 'awaited-list'],
  [{ makes: 'list', use: 'awaited', waits: false }, 'awaited-list'],
  [{ makes: 'list', use: 'awaited', named: false }, undefined],
  [{ makes: 'list', use: 'awaited', named: false, list: 'array' }, 'awaited-list'],
  [{ makes: 'list', use: 'combined', gives: 'nothing' }, 'returns-nothing'],
  [{ makes: 'list', use: 'dropped', gives: 'nothing' }, undefined],
  [{ makes: 'answer', use: 'used' }, 'answer'],
  [{ makes: 'answer', use: 'used', waits: false }, 'needless'],
  [{ makes: 'answer', use: 'awaited' }, undefined],
  [{ makes: 'answer', use: 'awaited', list: 'set' }, 'answer'],
  [{ makes: 'answer', use: 'combined', list: 'array' }, 'answer'],
  [{ makes: 'answer', use: 'chained', list: 'array' }, undefined],
  [{ makes: 'order' }, 'order'],
  [{ makes: 'order', waits: false }, 'order'],
  [{ makes: 'value', use: 'awaited' }, undefined],
  [{ makes: 'value', use: 'awaited', mistakesSofar: true }, 'value'],
];

const at = { start: 0, end: 1, line: 1, column: 1 };
const sequential = (reason: Reason): Verdict => ({ concurrent: false, reason, subject: '', at });
const concurrent: Verdict = { concurrent: true, writes: false, ordered: [], privatised: [] };

describe('verdict: floating', () => {
  for (const [given, expected] of verdicts) {
    it(`${JSON.stringify(given)}: ${expected ?? 'somebody may wait'}`, () => {
      assert.equal(judgeIteration({ ...plain, ...given }), expected);
    });
  }

  it('puts items in order that depend on each other, or whose order shows', () => {
    assert.equal(ordersItems(concurrent), false);
    assert.equal(ordersItems({ ...concurrent, ordered: [{ does: 'append', state: 'out', at }] }), true);
    assert.equal(ordersItems({ ...concurrent, ordered: [{ does: 'store', state: 'out', at }] }), false);
    assert.equal(ordersItems({ ...concurrent, ordered: [{ does: 'assign', state: 'out@6[i]', at }] }), false);
    assert.equal(ordersItems({ ...concurrent, ordered: [{ does: 'assign', state: 'last@6', at }] }), true);
    for (const reason of ['loop-carried', 'serial-resource', 'time', 'visible-order'] as const)
      assert.equal(ordersItems(sequential(reason)), true, reason);
    for (const reason of ['nothing-to-overlap', 'repeated', 'already-concurrent'] as const)
      assert.equal(ordersItems(sequential(reason)), false, reason);
  });
});
