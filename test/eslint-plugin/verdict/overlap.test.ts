// When two paths can name the same state.
import assert from 'node:assert/strict';
import { covers, mayMeet, mayReplace } from '../../../eslint-plugin/src/verdict/overlap.js';
import { path } from './builders.js';

const both = (check: typeof mayMeet, one: string, other: string): boolean[] => [
  check(path(one), path(other)),
  check(path(other), path(one)),
];

describe('verdict: overlap', () => {
  describe('paths that may meet', () => {
    for (const [one, other] of [
      ['x', 'x'],
      ['x', 'x.a.b'],
      ['x.a', 'x.a'],
      ['x[*]', 'x[i]'],
      ['x[*]', 'x.a'],
      ['x[~k]', 'x[~k]'],
      ['x[~k]', 'x[~other]'],
      ['x[~k]', 'x.a'],
      ['x[+]', 'x.length'],
      ['x[i]', 'x'],
      ['x.a[i]', 'x.a'],
      ['x[i].b', 'x[*].b'],
      ['x[+]', 'x[*]'],
    ] as const) {
      it(`${one} and ${other}`, () => assert.deepEqual(both(mayMeet, one, other), [true, true]));
    }
  });

  describe('paths that never meet', () => {
    for (const [one, other] of [
      ['x', 'y'],
      ['x.a', 'x.b'],
      ['x.a.b', 'x.b'],
      ['x[i]', 'x[i]'],
      ['x[i].a', 'x[i].a'],
      ['x.a[i].b', 'x.a[i]'],
      ['x[i]', 'x.name'],
    ] as const) {
      it(`${one} and ${other}`, () => assert.deepEqual(both(mayMeet, one, other), [false, false]));
    }
  });

  it('lets a write replace what is passed on the way, not what is below it', () => {
    assert.equal(mayReplace(path('x'), path('x')), true);
    assert.equal(mayReplace(path('x'), path('x.a')), true);
    assert.equal(mayReplace(path('x.a'), path('x')), false);
    assert.equal(mayReplace(path('x.a'), path('x.b')), false);
    assert.equal(mayReplace(path('x[+]'), path('x')), false);
  });

  it('covers what a write surely sets, within one iteration', () => {
    assert.equal(covers(path('x'), path('x.a')), true);
    assert.equal(covers(path('x.a'), path('x.a')), true);
    assert.equal(covers(path('x[i]'), path('x[i].a')), true);
    assert.equal(covers(path('x[~k]'), path('x[~k]')), true);
    assert.equal(covers(path('x.a'), path('x')), false);
    assert.equal(covers(path('x[~k]'), path('x[~other]')), false);
    assert.equal(covers(path('x[*]'), path('x[*]')), false);
    assert.equal(covers(path('y'), path('x')), false);
  });
});
