// Loop-carried dependence: which write of one iteration a later one sees, and what has to keep its order.
import assert from 'node:assert/strict';
import type { Step, WriteStep } from '../../../eslint-plugin/src/facts/model.js';
import { dependencesOf } from '../../../eslint-plugin/src/verdict/dependence.js';
import { flowOf } from '../../../eslint-plugin/src/verdict/flow.js';
import { awaited, choice, pass, read, repeat, waiting, within, write } from './builders.js';

const of = (...steps: Step[]): ReturnType<typeof dependencesOf> => dependencesOf(flowOf(steps));
const orderedIn = (...steps: Step[]): string[] => of(...steps).ordered.map(({ does, state }) => `${does} ${state}`);

describe('verdict: loop-carried dependence', () => {
  it('names the state, where it is read and where it was set', () => {
    const cursor = read('cursor');
    const next = write('cursor');
    assert.deepEqual(of(cursor, waiting(), next).carried, {
      concurrent: false,
      reason: 'loop-carried',
      subject: 'cursor',
      at: cursor.at,
      from: next.at,
    });
  });

  it('is found behind every kind of write', () => {
    for (const how of ['assign', 'count', 'fold', 'chain', 'append', 'store', 'flag', 'mutate'] as const) {
      assert.equal(of(read('a'), waiting(), write('a', how)).carried?.reason, 'loop-carried', how);
    }
  });

  it('is found through a part of what is read, and the whole of a part', () => {
    assert.equal(of(read('a'), waiting(), write('a.b')).carried?.subject, 'a.b');
    assert.equal(of(read('a.b'), waiting(), write('a')).carried?.subject, 'a');
    assert.equal(of(read('a.b'), waiting(), write('a.c', 'fold')).carried, undefined);
  });

  it('is none where one keeps to the start, or both to the tail', () => {
    assert.equal(of(read('a'), write('a', 'append'), waiting()).carried, undefined);
    assert.equal(of(waiting(), read('a'), write('a', 'append')).carried, undefined);
    assert.equal(of(write('a', 'append'), waiting(), read('a')).carried?.reason, 'loop-carried');
    assert.equal(of(waiting(), read('a'), write('a', 'append'), waiting()).carried?.reason, 'loop-carried');
  });

  it('is none between the parts that a distinct key keeps apart', () => {
    assert.equal(of(read('a[i]'), waiting(), write('a[i]')).carried, undefined);
    assert.equal(of(read('a[*]'), waiting(), write('a[i]')).carried?.reason, 'loop-carried');
    assert.equal(of(read('a[~k]'), waiting(), write('a[~k]')).carried?.reason, 'loop-carried');
  });

  it('is none for a reference on the way to something below what is written', () => {
    assert.equal(of(pass('a'), waiting(), write('a.b', 'store')).carried, undefined);
    assert.equal(of(pass('a'), waiting(), write('a')).carried?.reason, 'loop-carried');
  });

  it('is none for a read that the same iteration has written', () => {
    const { carried, privatised } = of(write('a'), waiting(), read('a'));
    assert.equal(carried, undefined);
    assert.deepEqual(
      privatised.map(({ text }) => text),
      ['a'],
    );
  });

  it('privatises variables, not the properties of what is shared', () => {
    assert.equal(of(write('a.b'), waiting(), read('a.b')).carried?.reason, 'shared-state');
  });

  it('lists a privatised variable once', () => {
    assert.equal(of(write('a'), waiting(), read('a'), write('a'), waiting(), read('a')).privatised.length, 1);
  });

  it('sees the second round of a repetition', () => {
    assert.equal(of(repeat(read('a'), waiting(), write('a', 'append'))).carried?.reason, 'loop-carried');
  });
});

describe('verdict: writes out of order', () => {
  it('are shared state where no rewrite could put them in order', () => {
    assert.equal(of(waiting(), write('a', 'mutate'), waiting()).carried?.reason, 'shared-state');
    assert.equal(of(waiting(), within(write('a', 'append'))).carried?.reason, 'shared-state');
    assert.equal(of(waiting(), within(write('a')), waiting()).carried?.reason, 'shared-state');
  });

  it('do no harm in the start, in the tail, by a distinct key, or where the order does not show', () => {
    assert.equal(of(write('a', 'mutate'), waiting()).carried, undefined);
    assert.equal(of(waiting(), write('a', 'mutate')).carried, undefined);
    assert.equal(of(waiting(), write('a[i].b', 'mutate'), waiting()).carried, undefined);
    assert.equal(of(waiting(), within(write('a', 'count'))).carried, undefined);
    assert.equal(of(waiting(), within(write('a', 'flag'))).carried, undefined);
  });
});

describe('verdict: a property that shows each value for a while', () => {
  it('stays sequential, at the write', () => {
    const shown: WriteStep = { ...write('view.current'), awaited: true };
    assert.deepEqual(of(waiting(), shown).carried, {
      concurrent: false,
      reason: 'visible-order',
      subject: 'view.current',
      at: shown.at,
    });
  });

  it('stays sequential where it is set before an await', () => {
    assert.equal(of(write('view.current'), waiting()).carried?.reason, 'visible-order');
    assert.equal(of(write('view[i].current'), waiting()).carried, undefined);
    assert.equal(of(write('current'), waiting()).carried, undefined);
  });

  it('is none with no await behind it, computed later, by another key each time, as a constant, or as a variable', () => {
    assert.equal(of(waiting(), write('view.current')).carried, undefined);
    assert.equal(of(write('view.current')).carried, undefined);
    assert.equal(of(waiting(), write('view[~k]')).carried, undefined);
    assert.equal(of(waiting(), write('view.done', 'flag')).carried, undefined);
    assert.equal(of(waiting(), write('current')).carried, undefined);
  });
});

describe('verdict: what has to keep its order', () => {
  it('is what shows the order of the items after an await', () => {
    assert.deepEqual(orderedIn(awaited('f'), write('a', 'append')), ['append a']);
    assert.deepEqual(orderedIn(awaited('f'), write('a', 'chain'), write('b')), ['chain a', 'assign b']);
    assert.deepEqual(orderedIn(awaited('f'), write('a', 'fold')), ['fold a']);
    assert.deepEqual(orderedIn(awaited('f'), write('a[~k]', 'store')), ['store a[~k]']);
  });

  it('is not what comes before every await', () => {
    assert.deepEqual(orderedIn(write('a', 'append'), awaited('f')), []);
  });

  it('is not a constant, a count, or what lies below an item of its own', () => {
    assert.deepEqual(orderedIn(awaited('f'), write('a', 'flag'), write('b', 'count'), write('c[i].d')), []);
  });

  it('takes along what the same state gets before the await', () => {
    assert.deepEqual(orderedIn(write('a', 'append'), awaited('f'), write('a', 'append')), ['append a', 'append a']);
    assert.deepEqual(orderedIn(write('b', 'append'), awaited('f'), write('a', 'append')), ['append a']);
  });

  it('names the places in the order of the text', () => {
    const first = write('a[+]', 'append');
    const second = write('a[+]', 'append');
    const { ordered } = of(choice([first], [waiting(), second]));
    assert.deepEqual(
      ordered.map(({ at }) => at),
      [first.at, second.at],
    );
  });
});
