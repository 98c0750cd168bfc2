// One iteration followed through its steps: phases, exposure, exits.
import assert from 'node:assert/strict';
import type { Step } from '../../../eslint-plugin/src/facts/model.js';
import { type Flow, flowOf } from '../../../eslint-plugin/src/verdict/flow.js';
import { attempt, awaited, block, call, callback, choice, exit, read, repeat, waiting, write } from './builders.js';

const phasesOf = (steps: readonly Step[]): string[] =>
  flowOf(steps).writes.map(({ step, phase }) => `${step.path.text} ${phase}`);
const exposedIn = (steps: readonly Step[]): boolean[] => flowOf(steps).reads.map(({ exposed }) => exposed);
const exitsOf = ({ exits }: Flow): string[] =>
  exits.map(({ step, phase, inHandler }) => `${step.how} ${phase}${inHandler ? ' in handler' : ''}`);

describe('verdict: phases', () => {
  it('are before up to the first await, and after from then on', () => {
    assert.deepEqual(phasesOf([write('a'), awaited('f'), write('b'), awaited('g'), write('c')]), [
      'a before',
      'b after',
      'c after',
    ]);
  });

  it('are after behind a choice of which one arm awaits', () => {
    assert.deepEqual(phasesOf([choice([write('a'), awaited('f')], [write('b')]), write('c')]), [
      'a before',
      'b before',
      'c after',
    ]);
  });

  it('stay before behind an arm that awaits and leaves', () => {
    assert.deepEqual(phasesOf([choice([awaited('f'), exit('next')], []), write('a')]), ['a before']);
  });

  it('count the second round of a repetition', () => {
    assert.deepEqual(phasesOf([repeat(write('a'), waiting())]), ['a before', 'a after']);
    assert.deepEqual(phasesOf([repeat(write('a')), write('b')]), ['a before', 'b before']);
  });

  it('are after in a callback that may run late, and before again behind it', () => {
    assert.deepEqual(phasesOf([callback(write('a'))]), ['a after']);
  });

  it('are after in a handler and a finalizer when the block awaits', () => {
    assert.deepEqual(phasesOf([attempt([write('a'), awaited('f')], [write('b')], [write('c')]), write('d')]), [
      'a before',
      'b after',
      'c after',
      'd after',
    ]);
    assert.deepEqual(phasesOf([attempt([write('a')], [awaited('f')], [write('c')]), write('d')]), [
      'a before',
      'c after',
      'd after',
    ]);
    assert.deepEqual(phasesOf([attempt([write('a')], [write('b')]), write('d')]), ['a before', 'b before', 'd before']);
  });
});

describe('verdict: what is set where nobody has set it', () => {
  const seenIn = (steps: readonly Step[]): (readonly [boolean, boolean])[] =>
    flowOf(steps).reads.map(({ exposed, defaulted }) => [exposed, defaulted]);

  it('is set for a read behind it, and leaves it open to other writes', () => {
    assert.deepEqual(seenIn([read('a'), write('a', 'default'), read('a.b')]), [
      [true, false],
      [true, true],
    ]);
  });

  it('is so behind a choice only if each arm sets it', () => {
    const set = write('a', 'default');
    assert.deepEqual(seenIn([choice([set], []), read('a')]), [[true, false]]);
    assert.deepEqual(seenIn([choice([set], [write('a', 'default')]), read('a')]), [[true, true]]);
    assert.deepEqual(seenIn([choice([write('a')], [set]), read('a')]), [[true, false]]);
  });
});

describe('verdict: exposure', () => {
  it('ends with a write that surely comes first', () => {
    assert.deepEqual(exposedIn([read('a'), write('a'), read('a'), read('a.b')]), [true, false, false]);
    assert.deepEqual(exposedIn([write('a.b'), read('a'), read('a.b'), read('a.c')]), [true, false, true]);
  });

  it('does not end with a write that only changes', () => {
    for (const how of ['append', 'fold', 'count', 'chain', 'store', 'mutate'] as const) {
      assert.deepEqual(exposedIn([write('a', how), read('a')]), [true], how);
    }
    assert.deepEqual(exposedIn([write('a', 'flag'), read('a')]), [false]);
  });

  it('ends only with a write on every way that gets there', () => {
    assert.deepEqual(exposedIn([choice([write('a')], []), read('a')]), [true]);
    assert.deepEqual(exposedIn([choice([write('a')], [write('a')]), read('a')]), [false]);
    assert.deepEqual(exposedIn([choice([write('a')], [exit('next')]), read('a')]), [false]);
    assert.deepEqual(exposedIn([choice([write('a')], [write('a.b')]), read('a.b')]), [true]);
  });

  it('is not ended by a repetition, which may not run', () => {
    assert.deepEqual(exposedIn([repeat(write('a'), read('a')), read('a')]), [false, true]);
  });

  it('is ended by a block, unless it may leave before', () => {
    assert.deepEqual(exposedIn([block(write('a')), read('a')]), [false]);
    assert.deepEqual(exposedIn([block(choice([exit('next')], []), write('a')), read('a')]), [true]);
  });

  it('is not ended in a handler by a write of the block', () => {
    assert.deepEqual(exposedIn([attempt([write('a')], [read('a')]), read('a')]), [true, true]);
    assert.deepEqual(exposedIn([attempt([write('a')], [write('a')]), read('a')]), [false]);
    assert.deepEqual(exposedIn([attempt([write('a')], undefined, []), read('a')]), [false]);
  });
});

describe('verdict: exits', () => {
  it('tell whether an await came before', () => {
    assert.deepEqual(exitsOf(flowOf([choice([exit('break')], []), awaited('f'), exit('return')])), [
      'break before',
      'return after',
    ]);
  });

  it('do not count going on to the next item, nor a throw that is caught here', () => {
    assert.deepEqual(exitsOf(flowOf([awaited('f'), exit('next')])), []);
    assert.deepEqual(exitsOf(flowOf([attempt([awaited('f'), exit('throw')], [])])), []);
    assert.deepEqual(exitsOf(flowOf([attempt([attempt([exit('throw')])], [])])), []);
  });

  it('tell the way out of a failure', () => {
    assert.deepEqual(exitsOf(flowOf([attempt([awaited('f')], [exit('throw')])])), ['throw after in handler']);
    assert.deepEqual(exitsOf(flowOf([attempt([awaited('f'), exit('throw')], undefined, [])])), ['throw after']);
    assert.deepEqual(exitsOf(flowOf([attempt([awaited('f'), exit('return')], [])])), ['return after']);
  });

  it('mark calls in handlers and in callbacks', () => {
    const { calls } = flowOf([attempt([awaited('f')], [call('warn')]), callback(call('late'))]);
    assert.deepEqual(
      calls.map(({ step, inHandler, inCallback }) => [step.operation.callee, inHandler, inCallback]),
      [
        ['f', false, false],
        ['warn', true, false],
        ['late', false, true],
      ],
    );
  });
});
