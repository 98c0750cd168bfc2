// Every verdict has its sentence: what was seen, and where.
import assert from 'node:assert/strict';
import type { Place } from '../../../eslint-plugin/src/facts/model.js';
import type { Reason, Sequential } from '../../../eslint-plugin/src/verdict/model.js';
import { evidenceOf, evidenceOfPair, whyOf, whyOfPair } from '../../../eslint-plugin/src/verdict/sentence.js';
import type { PairReason } from '../../../eslint-plugin/src/verdict/sequence.js';

const point = (line: number, column: number): Place => ({ start: line * 100, end: line * 100 + 1, line, column });
const at = point(11, 28);
const from = point(14, 5);

describe('verdict: sentences', () => {
  const sentences: Record<Reason, [verdict: Omit<Sequential, 'concurrent' | 'reason' | 'at'>, sentence: string]> = {
    'loop-carried': [{ subject: 'cursor', from }, "`cursor` set at 14:5 from this iteration's result is read at 11:28"],
    'shared-state': [
      { subject: 'this.rows' },
      '`this.rows`, which all iterations share, is changed at 11:28 in an order that would be lost',
    ],
    'left-behind': [
      { subject: 'done', from },
      'what the iterations before a failure have left in `done` at 14:5 is looked at at 11:28',
    ],
    condition: [{ subject: '' }, 'the condition at 11:28 is asked again after each iteration'],
    'early-exit': [{ subject: 'break' }, '`break` at 11:28 may end the loop, depending on this iteration'],
    time: [
      { subject: '`sleep` lets time pass between iterations' },
      '`sleep` lets time pass between iterations, at 11:28',
    ],
    'serial-resource': [
      { subject: '`trx` (a transaction runs one statement at a time)' },
      '`trx` (a transaction runs one statement at a time) is used at 11:28',
    ],
    chain: [
      { subject: '`hook` may change what the next one gets' },
      '`hook` may change what the next one gets, at 11:28',
    ],
    'visible-order': [{ subject: 'console.log' }, 'what `console.log` shows at 11:28 would no longer come in order'],
    'already-concurrent': [{ subject: 'each group runs at once' }, 'each group runs at once, at 11:28'],
    'nothing-to-overlap': [{ subject: "'a'" }, 'only one item ever reaches the await at 11:28'],
    repeated: [
      { subject: 'ping' },
      '`ping` at 11:28 is handed nothing of the item itself, so that it looks the same each time',
    ],
    stated: [{ subject: 'one\n   by one' }, 'a comment at 11:28 says so: ‘one by one’'],
  };

  for (const [reason, [verdict, sentence]] of Object.entries(sentences) as [Reason, (typeof sentences)[Reason]][]) {
    it(`sequential: ${reason}`, () => {
      assert.equal(whyOf({ concurrent: false, reason, at, ...verdict }), sentence);
    });
  }

  it('name the read itself where nothing else is known of a dependence', () => {
    assert.equal(
      whyOf({ concurrent: false, reason: 'loop-carried', subject: 'n', at }),
      "`n` set at 11:28 from this iteration's result is read at 11:28",
    );
  });

  it('cut a long comment short', () => {
    const sentence = whyOf({ concurrent: false, reason: 'stated', subject: 'in order '.repeat(40), at });
    assert.equal(sentence, `a comment at 11:28 says so: ‘${'in order '.repeat(40).slice(0, 80)}’`);
  });

  it('tell a loop whose awaits never wait from one in which one item does', () => {
    const never = { concurrent: false, reason: 'nothing-to-overlap', subject: '', at } as const;
    assert.equal(whyOf(never), 'what is awaited at 11:28 never waits for anything');
  });

  it('tell of a concurrent loop whether it writes, and what keeps its order', () => {
    const concurrent = { concurrent: true, writes: false, ordered: [], privatised: [] } as const;
    const ordered = [
      { does: 'log', state: 'console.log', at },
      { does: 'append', state: 'rows', at: from },
    ] as const;
    assert.equal(whyOf(concurrent), 'no iteration needs another');
    assert.equal(
      whyOf({ ...concurrent, writes: true }),
      'no iteration needs another, a bounded number at a time since they write',
    );
    assert.equal(
      whyOf({ ...concurrent, ordered }),
      'no iteration needs another; what happens at 11:28 has to keep its order',
    );
    assert.equal(
      whyOf({ ...concurrent, writes: true, ordered }),
      'no iteration needs another, a bounded number at a time since they write; what happens at 11:28 has to keep its order',
    );
  });
});

describe('verdict: evidence', () => {
  it('is where a value is read, then where it was set', () => {
    assert.deepEqual(evidenceOf({ concurrent: false, reason: 'loop-carried', subject: 'n', at, from }), [at, from]);
  });

  it('is the one place of any other reason', () => {
    assert.deepEqual(evidenceOf({ concurrent: false, reason: 'time', subject: 'sleep', at }), [at]);
  });

  it('is what keeps its order in a concurrent loop', () => {
    const ordered = [
      { does: 'log', state: 'console.log', at: from },
      { does: 'append', state: 'rows', at },
    ] as const;
    assert.deepEqual(evidenceOf({ concurrent: true, writes: false, ordered, privatised: [] }), [from, at]);
    assert.deepEqual(evidenceOf({ concurrent: true, writes: true, ordered: [], privatised: [] }), []);
  });
});

describe('verdict: two awaits, in a sentence', () => {
  const first = point(3, 9);
  const second = point(4, 11);
  const sentences: Record<PairReason, [subject: string, why: string]> = {
    needs: ['user', 'it needs `user`'],
    'shared-state': ['this.user', '`this.user` is changed by one of them, and seen by the other or where that fails'],
    'serial-resource': ['`tx` (one at a time)', '`tx` (one at a time) is used at 11:28'],
    time: ['`sleep` lets time pass', '`sleep` lets time pass, at 11:28'],
    guards: ['check', '`check` may be there to be done before, or to stop what comes behind it'],
    writes: ['save', '`save` may write, so that the order may be meant'],
    repeats: ['next()', '`next()` is asked again'],
    started: ['task', '`task` was started before, and is only waited for'],
    'visible-order': ['log', 'what `log` shows would no longer come in order'],
  };
  for (const [reason, [subject, why]] of Object.entries(sentences) as [PairReason, [string, string]][]) {
    it(`says that of ${reason}`, () => {
      const verdict = { together: false, reason, subject, at } as const;
      assert.equal(whyOfPair(verdict, [first, second]), `the await at 4:11 waits for the one at 3:9: ${why}`);
      assert.deepEqual(evidenceOfPair(verdict, first, second), [at, first, second]);
    });
  }

  it('says that neither is known to read, where no name tells', () => {
    const verdict = { together: false, reason: 'writes', subject: '', at: second } as const;
    assert.match(whyOfPair(verdict, [first, second]), /: neither is known to read only$/);
    assert.deepEqual(evidenceOfPair(verdict, first, second), [second, first]);
  });

  it('says that they go together', () => {
    assert.equal(
      whyOfPair({ together: true, writes: false }, [first, second]),
      'the awaits at 3:9 and 4:11 do not need each other',
    );
  });
});
