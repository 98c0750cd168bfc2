// The verdict on a loop, from the facts alone.
import assert from 'node:assert/strict';
import type { LoopFacts, Step, Trait } from '../../../eslint-plugin/src/facts/model.js';
import { judgeLoop } from '../../../eslint-plugin/src/verdict/loop.js';
import type { Reason } from '../../../eslint-plugin/src/verdict/model.js';
import { evidenceOf, whyOf } from '../../../eslint-plugin/src/verdict/sentence.js';
import {
  attempt,
  awaited,
  call,
  callback,
  choice,
  exit,
  loop,
  place,
  read,
  repeat,
  waiting,
  write,
} from './builders.js';

function reasonOf(steps: readonly Step[], facts: Partial<LoopFacts> = {}): Reason | 'concurrent' {
  const verdict = judgeLoop(loop(steps, facts));
  return verdict.concurrent ? 'concurrent' : verdict.reason;
}

describe('verdict: a loop', () => {
  it('is concurrent when nothing speaks against it', () => {
    assert.deepEqual(judgeLoop(loop([awaited('f')])), { concurrent: true, writes: false, ordered: [], privatised: [] });
  });

  it('is told to write by an awaited write alone', () => {
    const writing = (step: Step): boolean => {
      const verdict = judgeLoop(loop([awaited('f'), step]));
      return verdict.concurrent && verdict.writes;
    };
    assert.equal(writing(awaited('save', [], { nature: 'write' })), true);
    assert.equal(writing(call('set', [], { nature: 'write' })), false);
    assert.equal(writing(awaited('load', [], { nature: 'read' })), false);
  });

  describe('stays sequential by a trait of a call', () => {
    const expected: Partial<Record<Trait['trait'], Reason>> = {
      waits: 'time',
      serial: 'serial-resource',
      chained: 'chain',
      grouped: 'already-concurrent',
      pooled: 'already-concurrent',
      'ends-process': 'early-exit',
      shows: 'visible-order',
    };
    for (const [trait, reason] of Object.entries(expected) as [Trait['trait'], Reason][]) {
      it(`${trait}: ${reason}, at the call`, () => {
        const telling = call('telling', [trait], { awaited: true });
        const verdict = judgeLoop(loop([awaited('f'), telling, waiting()]));
        assert.deepEqual(verdict, { concurrent: false, reason, subject: 'telling', at: telling.at });
      });
    }

    it('throws: early exit, unless nothing was written or is awaited any more', () => {
      const guard = call('throwIf', ['throws']);
      const writing = awaited('save', [], { nature: 'write' });
      assert.equal(reasonOf([awaited('f'), guard, writing]), 'early-exit');
      assert.equal(reasonOf([writing, guard]), 'early-exit');
      assert.equal(reasonOf([awaited('f'), guard]), 'concurrent');
      assert.equal(reasonOf([guard, awaited('f')]), 'concurrent');
      assert.equal(reasonOf([call('throwIf', ['throws'], { variesByIteration: false }), awaited('f')]), 'early-exit');
    });
  });

  describe('logs', () => {
    it('stay sequential in pairs around an await', () => {
      const after = call('log', ['logs']);
      const verdict = judgeLoop(loop([call('log', ['logs']), awaited('f'), after]));
      assert.deepEqual(verdict, { concurrent: false, reason: 'visible-order', subject: 'log', at: after.at });
    });

    it('keep their order after an await', () => {
      const after = call('log', ['logs']);
      const verdict = judgeLoop(loop([awaited('f'), after]));
      assert.deepEqual(verdict.concurrent && verdict.ordered, [{ does: 'log', state: 'log', at: after.at }]);
    });

    it('of a failure keep their order among others, unless it is thrown on', () => {
      const done = call('log', ['logs']);
      const failed = call('log', ['logs']);
      const orderedOf = (...handler: Step[]): unknown => {
        const verdict = judgeLoop(loop([attempt([awaited('f'), done], handler)]));
        return verdict.concurrent && verdict.ordered.map(({ at }) => at);
      };
      assert.deepEqual(orderedOf(failed), [done.at, failed.at]);
      assert.deepEqual(orderedOf(failed, exit('throw')), [done.at]);
    });

    it('need no order before an await, in a handler or in a callback', () => {
      for (const steps of [
        [call('log', ['logs']), awaited('f')],
        [attempt([awaited('f')], [call('log', ['logs'])])],
        [awaited('f'), callback(call('log', ['logs']))],
      ]) {
        const verdict = judgeLoop(loop(steps));
        assert.deepEqual(verdict.concurrent && verdict.ordered, []);
      }
    });
  });

  describe('exits', () => {
    it('early: a break or return on what was awaited, or before', () => {
      for (const how of ['break', 'return'] as const) {
        assert.equal(reasonOf([awaited('f'), choice([exit(how)], [])]), 'early-exit', how);
        assert.equal(reasonOf([choice([exit(how)], []), awaited('f')]), 'early-exit', how);
        assert.equal(reasonOf([attempt([awaited('f')], [exit(how)])]), 'early-exit', how);
        assert.equal(reasonOf([attempt([awaited('f')], undefined, [exit(how)])]), 'early-exit', how);
        assert.equal(reasonOf([repeat(choice([exit(how)], [])), awaited('f')]), 'early-exit', how);
      }
    });

    it('name the jump and its place', () => {
      const jump = exit('break');
      const verdict = judgeLoop(loop([awaited('f'), choice([jump], [])]));
      assert.deepEqual(verdict, { concurrent: false, reason: 'early-exit', subject: 'break', at: jump.at });
    });

    it('of a failure: a throw in a handler, or in the tail of reading', () => {
      assert.equal(reasonOf([attempt([awaited('f')], [exit('throw')])]), 'concurrent');
      assert.equal(reasonOf([awaited('f'), choice([exit('throw')], [])]), 'concurrent');
      assert.equal(reasonOf([awaited('save', [], { nature: 'write' }), choice([exit('throw')], [])]), 'early-exit');
      assert.equal(
        reasonOf([awaited('f'), choice([exit('throw')], []), awaited('g', [], { nature: 'write' })]),
        'early-exit',
      );
    });

    it('none: going on, or a throw that is caught', () => {
      assert.equal(reasonOf([awaited('f'), choice([exit('next')], [])]), 'concurrent');
      assert.equal(reasonOf([attempt([awaited('save', [], { nature: 'write' }), exit('throw')], [])]), 'concurrent');
    });

    it('of a generator: what it yields comes in order', () => {
      assert.equal(reasonOf([awaited('f'), exit('yield')]), 'visible-order');
    });
  });

  it('stays sequential by how it comes by its iterations', () => {
    const at = place();
    assert.deepEqual(judgeLoop(loop([awaited('f')], { iteration: { by: 'condition', at } })), {
      concurrent: false,
      reason: 'condition',
      subject: '',
      at,
    });
    assert.equal(reasonOf([awaited('f')], { iteration: { by: 'stream', at } }), 'serial-resource');
    assert.equal(reasonOf([waiting('stream')]), 'serial-resource');
    assert.equal(reasonOf([awaited('f')], { iteration: { by: 'keys' } }), 'concurrent');
  });

  it('stays sequential where one item alone ever waits', () => {
    const only = { ...choice([awaited('f')], []), onlyFor: "'a'" };
    assert.equal(reasonOf([only]), 'nothing-to-overlap');
    assert.equal(reasonOf([only, awaited('g')]), 'concurrent');
    assert.equal(reasonOf([{ ...choice([], [awaited('f')]), onlyFor: "'a'" }]), 'concurrent');
  });

  it('stays sequential where every operation is the same each time', () => {
    const same = { variesByIteration: false, kept: false };
    assert.equal(reasonOf([awaited('f', [], same)], { iteration: { by: 'count' } }), 'repeated');
    assert.equal(reasonOf([awaited('f', [], same), awaited('g')]), 'concurrent');
    assert.equal(reasonOf([awaited('f')], { iteration: { by: 'count' } }), 'concurrent');
  });

  it('stays sequential around a thing that is in use from before an await until after it', () => {
    const [begin, end] = [call('light.on', ['begins']), call('light.on', ['ends'])];
    assert.equal(reasonOf([begin, awaited('f'), end]), 'shared-state');
    assert.equal(reasonOf([begin, end, awaited('f')]), 'concurrent');
    assert.equal(reasonOf([awaited('f'), end]), 'concurrent');
    assert.equal(reasonOf([begin, awaited('f'), call('other.off', ['ends'])]), 'concurrent');
  });

  it('stays sequential where what is added cannot be put in order again', () => {
    const added = call('out.write', ['adds']);
    assert.equal(reasonOf([awaited('f'), { ...added, within: true }]), 'visible-order');
    assert.equal(reasonOf([awaited('f'), added, awaited('g')]), 'visible-order');
    assert.equal(reasonOf([awaited('f'), added]), 'concurrent');
    assert.equal(reasonOf([{ ...added, within: true }, awaited('f')]), 'concurrent');
  });

  it('has no regard to what nobody waits for', () => {
    const listener: Step = { kind: 'repeat', deferred: true, body: [awaited('g', ['waits', 'serial'])] };
    assert.equal(reasonOf([awaited('f'), listener]), 'concurrent');
    assert.equal(reasonOf([awaited('f'), { ...listener, deferred: false }]), 'time');
  });

  it('stays sequential where the author says so', () => {
    const at = place();
    assert.deepEqual(judgeLoop(loop([awaited('f')], { intent: { text: 'one by one', at } })), {
      concurrent: false,
      reason: 'stated',
      subject: 'one by one',
      at,
    });
  });

  it('gives a dependence before any other reason', () => {
    const steps = [read('a'), awaited('f', ['waits', 'serial']), exit('break'), write('a')];
    assert.equal(reasonOf(steps.toSpliced(2, 1)), 'loop-carried');
    assert.equal(reasonOf([awaited('f', ['waits', 'serial']), choice([exit('break')], [])]), 'early-exit');
  });

  it('can be told in a sentence with its evidence', () => {
    const cursor = read('cursor');
    const next = write('cursor');
    const verdict = judgeLoop(loop([cursor, awaited('f'), next]));
    assert.equal(
      whyOf(verdict),
      `\`cursor\` set at ${next.at.line}:1 from this iteration's result is read at ${cursor.at.line}:1`,
    );
    assert.deepEqual(evidenceOf(verdict), [cursor.at, next.at]);
  });
});
