// The tail of an iteration: steps after which no await of the same iteration can come.
import assert from 'node:assert/strict';
import type { Step } from '../../../eslint-plugin/src/facts/model.js';
import { tailOf } from '../../../eslint-plugin/src/verdict/tail.js';
import { attempt, awaited, block, callback, choice, exit, repeat, waiting, write } from './builders.js';

/** Of the marked steps, by name, those in the tail. */
function inTail(steps: readonly Step[], marked: Record<string, Step>): string[] {
  const tail = tailOf(steps);
  return Object.entries(marked).flatMap(([name, step]) => (tail.has(step) ? [name] : []));
}

describe('verdict: tail', () => {
  const a = write('a');
  const b = write('b');
  const c = write('c');

  it('is what comes after the last await', () => {
    assert.deepEqual(inTail([a, awaited('f'), b, awaited('g'), c], { a, b, c }), ['c']);
  });

  it('is everything where nothing awaits', () => {
    assert.deepEqual(inTail([a, choice([b], [])], { a, b }), ['a', 'b']);
  });

  it('lies in each arm for itself, and ends before a choice that may await', () => {
    assert.deepEqual(inTail([awaited('f'), choice([a], [b, awaited('g')]), c], { a, b, c }), ['a', 'c']);
    assert.deepEqual(inTail([a, choice([awaited('f')], [b])], { a, b }), ['b']);
  });

  it('begins again where an arm goes on to the next item', () => {
    assert.deepEqual(inTail([choice([a, exit('next')], []), b, awaited('f')], { a, b }), ['a']);
    assert.deepEqual(inTail([choice([a, exit('break')], []), awaited('f')], { a }), ['a']);
  });

  it('reaches beyond a function that returns early, only if no await follows the call', () => {
    assert.deepEqual(inTail([block(choice([a, exit('next')], []), b), awaited('f')], { a, b }), []);
    assert.deepEqual(inTail([awaited('f'), block(choice([a, exit('next')], []), b)], { a, b }), ['a', 'b']);
  });

  it('holds no part of a repetition that awaits, nor of a callback that may run later', () => {
    assert.deepEqual(inTail([repeat(a, awaited('f'), b), c], { a, b, c }), ['c']);
    assert.deepEqual(inTail([awaited('f'), repeat(a)], { a }), ['a']);
    assert.deepEqual(inTail([awaited('f'), callback(a)], { a }), []);
  });

  it('sees that a handler or finalizer may await after the block', () => {
    assert.deepEqual(inTail([attempt([awaited('f'), a], [awaited('g'), b], [c])], { a, b, c }), ['b', 'c']);
    assert.deepEqual(inTail([attempt([awaited('f'), a], [b], [awaited('g'), c])], { a, b, c }), ['c']);
    assert.deepEqual(inTail([attempt([awaited('f'), a], [b])], { a, b }), ['a', 'b']);
  });

  it('holds a step that is passed twice only if it is there each time', () => {
    assert.deepEqual(inTail([block(a), awaited('f'), block(a)], { a }), []);
    assert.deepEqual(inTail([awaited('f'), block(a), block(a)], { a }), ['a']);
  });

  it('goes on past a yield', () => {
    const given = exit('yield');
    assert.deepEqual(inTail([waiting(), given, a], { a, given }), ['a']);
  });
});
