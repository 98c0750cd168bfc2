// The verdict on two awaits, from the facts alone.
import assert from 'node:assert/strict';
import type { AwaitFacts, Step, Trait } from '../../../eslint-plugin/src/facts/model.js';
import { producingVerbs } from '../../../eslint-plugin/src/knowledge/effects.js';
import { judgePair, judgeParts, type PairReason } from '../../../eslint-plugin/src/verdict/sequence.js';
import { block, call, place, read, waiting, write } from './builders.js';

/** What a test says of an await: of its call, and of itself. */
interface Given extends Partial<AwaitFacts> {
  traits?: readonly Trait['trait'][];
  nature?: 'read' | 'write' | 'unknown';
}

/** `const callee = await callee()`, which reads, or what is given. */
function await_(callee: string, { traits = [], nature = 'read', ...facts }: Given = {}): AwaitFacts {
  const made = call(callee, traits, { nature, awaited: true });
  return {
    at: place(),
    text: `${callee}()`,
    steps: [made, waiting()],
    operation: made.operation,
    byName: undefined,
    awaits: 'call',
    declares: [`${callee}@1`],
    uses: [],
    kept: true,
    leaves: undefined,
    tried: false,
    verb: callee,
    receiver: '',
    guards: false,
    apart: undefined,
    key: undefined,
    ...facts,
  };
}

/** The same with steps before its await. */
function doing(callee: string, ...steps: readonly Step[]): AwaitFacts {
  const facts = await_(callee);
  return { ...facts, steps: [...steps, ...facts.steps] };
}

function reasonOf(first: AwaitFacts, second: AwaitFacts, judge: typeof judgePair = judgePair): PairReason | 'together' {
  const verdict = judge(first, second);
  return verdict.together ? 'together' : verdict.reason;
}

describe('verdict: two awaits in a row', () => {
  it('go together when nothing speaks against it', () => {
    assert.deepEqual(judgePair(await_('a'), await_('b')), { together: true, writes: false });
  });

  it('do not where the first leaves what is seen when the second fails', () => {
    const first = await_('a', { leaves: 'this.a' });
    assert.equal(reasonOf(first, await_('b')), 'shared-state');
    assert.equal(reasonOf(await_('a'), await_('b', { leaves: 'this.b' })), 'together');
  });

  it('do not where the second names what the first declares', () => {
    const second = await_('b', { uses: ['x@7', 'a@1'] });
    assert.deepEqual(judgePair(await_('a'), second), {
      together: false,
      reason: 'needs',
      subject: 'a',
      at: second.at,
    });
    assert.equal(reasonOf(await_('a'), await_('b', { uses: ['a@2'] })), 'together');
  });

  it('do not where the second comes by what the first declares on another way', () => {
    assert.equal(reasonOf(await_('a'), doing('b', read('a@1.name'))), 'needs');
    assert.equal(reasonOf(await_('a'), doing('b', write('a@1.name'))), 'needs');
    assert.equal(reasonOf(doing('a', read('b@1')), await_('b')), 'together');
  });

  it('do not where one writes state that the other reads or writes', () => {
    const writer = doing('a', write('this.user'));
    for (const other of [read('this.user'), read('this.user.name'), read('this'), write('this.user')]) {
      assert.equal(reasonOf(writer, doing('b', other)), 'shared-state');
      assert.equal(reasonOf(doing('b', other), writer), 'shared-state');
    }
    assert.equal(reasonOf(writer, doing('b', read('this.posts'))), 'together');
    assert.equal(reasonOf(doing('a', read('this.user')), doing('b', read('this.user'))), 'together');
  });

  it('tell the state and the place of the second', () => {
    const second = doing('b', read('this.user'));
    assert.deepEqual(judgePair(doing('a', block(write('this.user'))), second), {
      together: false,
      reason: 'shared-state',
      subject: 'this.user',
      at: second.at,
    });
  });

  describe('do not by a trait of either', () => {
    const expected: Partial<Record<Trait['trait'], PairReason>> = {
      serial: 'serial-resource',
      waits: 'time',
      logs: 'visible-order',
      shows: 'visible-order',
      'ends-process': 'guards',
      throws: 'guards',
    };
    for (const [trait, reason] of Object.entries(expected) as [Trait['trait'], PairReason][]) {
      it(`${trait}: ${reason}`, () => {
        assert.equal(reasonOf(await_('a', { traits: [trait] }), await_('b')), reason);
        assert.equal(reasonOf(await_('a'), await_('b', { traits: [trait] })), reason);
      });
    }

    it('at the place of the call that has it', () => {
      const sleeper = call('sleep', ['waits']);
      assert.deepEqual(judgePair(await_('a'), doing('b', block(sleeper))), {
        together: false,
        reason: 'time',
        subject: 'sleep',
        at: sleeper.at,
      });
    });

    it('and do by the others', () => {
      for (const trait of ['gates', 'resets', 'tests', 'chained', 'grouped', 'pooled'] as const)
        assert.equal(reasonOf(await_('a', { traits: [trait] }), await_('b')), 'together', trait);
    });
  });

  it('do not where one was started here before; a promise that came in is waited for by the way', () => {
    const started = await_('a', { awaits: 'started', operation: undefined });
    assert.deepEqual(judgePair(await_('b'), started), {
      together: false,
      reason: 'started',
      subject: 'a()',
      at: started.at,
    });
    assert.equal(reasonOf(started, await_('b')), 'started');
    const given = await_('a', { awaits: 'given', operation: undefined, steps: [] });
    assert.equal(reasonOf(given, await_('b')), 'together');
    assert.equal(reasonOf(given, await_('b', { nature: 'unknown' })), 'together');
    assert.equal(reasonOf(given, await_('b', { nature: 'write' })), 'writes');
  });

  it('do not where the same is asked twice', () => {
    const again = await_('a', { declares: ['b@1'] });
    assert.deepEqual(judgePair(await_('a'), again), {
      together: false,
      reason: 'repeats',
      subject: 'a()',
      at: again.at,
    });
    assert.equal(reasonOf(await_('a', { text: 'a(1)' }), await_('a', { text: 'a(2)' })), 'together');
  });

  it('do not where the first guards, or is only there to be done', () => {
    const second = await_('b');
    assert.deepEqual(judgePair(await_('a', { guards: true }), second), {
      together: false,
      reason: 'guards',
      subject: 'a',
      at: second.at,
    });
    assert.equal(reasonOf(await_('a', { kept: false, declares: [] }), second), 'guards');
    assert.equal(
      reasonOf(await_('a', { kept: false, declares: [], awaits: 'given', operation: undefined }), second),
      'guards',
    );
  });

  it('do not where one writes', () => {
    const writer = await_('a', { nature: 'write' });
    assert.equal(reasonOf(writer, await_('b')), 'writes');
    assert.equal(reasonOf(await_('b'), writer), 'writes');
    assert.equal(reasonOf(await_('b'), await_('a', { kept: false, declares: [] })), 'writes');
    assert.equal(reasonOf(await_('b'), await_('a', { guards: true })), 'writes');
    const second = await_('b');
    assert.deepEqual(judgePair(writer, second), { together: false, reason: 'writes', subject: 'a', at: second.at });
  });

  it('do not where neither is known to read', () => {
    const unknown = await_('a', { nature: 'unknown' });
    assert.equal(reasonOf(unknown, await_('b', { nature: 'unknown' })), 'writes');
    assert.equal(reasonOf(unknown, await_('b')), 'together');
    assert.equal(reasonOf(await_('b'), unknown), 'together');
  });

  it('take a setter whose value is kept for one that may compute', () => {
    assert.equal(reasonOf(await_('set', { nature: 'write' }), await_('b')), 'together');
    assert.equal(reasonOf(await_('set', { nature: 'write' }), await_('b', { nature: 'unknown' })), 'writes');
  });

  describe('that write and keep nothing', () => {
    const act = (callee: string, facts: Partial<AwaitFacts>): AwaitFacts =>
      await_(callee, { nature: 'write', kept: false, declares: [], verb: callee.split(' ')[0] ?? '', ...facts });
    const set = (key: string | undefined, facts: Partial<AwaitFacts> = {}): AwaitFacts =>
      act('set', { text: `set(${String(key)}, ${String(facts.receiver)})`, apart: 'key', key, ...facts });

    it('go together by two keys', () => {
      assert.deepEqual(judgePair(set("'a'"), set("'b'")), { together: true, writes: true });
    });

    it('do not by the same key, or one that is not known', () => {
      assert.equal(reasonOf(set("'a'"), { ...set("'a'"), text: "set('a', 2)" }), 'guards');
      assert.equal(reasonOf(set("'a'"), set(undefined)), 'guards');
      assert.equal(reasonOf(set(undefined), set("'b'")), 'guards');
    });

    it('do not on two receivers, or by two verbs', () => {
      assert.equal(reasonOf(set("'a'"), set("'b'", { receiver: 'store' })), 'guards');
      assert.equal(reasonOf(set("'a'"), { ...set("'b'"), verb: 'add' }), 'guards');
    });

    it('do not where a value is kept', () => {
      assert.equal(reasonOf(set("'a'"), { ...set("'b'"), kept: true }), 'guards');
      assert.equal(reasonOf({ ...set("'a'"), kept: true, verb: 'put' }, { ...set("'b'"), verb: 'put' }), 'writes');
    });

    it('go together where each is sent on its own, to two ends', () => {
      const send = (what: string): AwaitFacts => act(`send ${what}`, { apart: 'sent' });
      assert.deepEqual(judgePair(send('mail'), send('text')), { together: true, writes: true });
      assert.equal(reasonOf(send('mail'), { ...send('mail'), text: 'send mail(2)' }), 'guards');
    });
  });

  it('give what is needed before any other reason', () => {
    const first = await_('a', { traits: ['waits'], guards: true });
    assert.equal(reasonOf(first, await_('b', { uses: ['a@1'], nature: 'write' })), 'needs');
    assert.equal(reasonOf(first, await_('b', { nature: 'write' })), 'time');
  });
});

describe('verdict: two awaits in one expression', () => {
  const reason = (first: AwaitFacts, second: AwaitFacts): PairReason | 'together' =>
    reasonOf(first, second, judgeParts);

  it('go together where only the order of statements would speak against it', () => {
    assert.equal(reason(await_('a', { guards: true }), await_('b')), 'together');
    assert.equal(reason(await_('a'), await_('b', { guards: true })), 'together');
    assert.equal(reason(await_('a', { nature: 'unknown' }), await_('b', { nature: 'unknown' })), 'together');
  });

  it('do not where one writes', () => {
    assert.equal(reason(await_('a', { nature: 'write' }), await_('b')), 'writes');
    assert.equal(reason(await_('a'), await_('b', { nature: 'write' })), 'writes');
    assert.equal(reason(await_('a', { guards: true }), await_('b', { nature: 'write' })), 'guards');
  });

  it('go together where the write is made for the value it gives', () => {
    for (const verb of producingVerbs)
      assert.equal(reason(await_('a'), await_('b', { nature: 'write', verb })), 'together', verb);
    assert.equal(reason(await_('a', { nature: 'write', verb: 'sign' }), await_('b')), 'together');
    assert.equal(reason(await_('a'), await_('b', { nature: 'write', verb: 'ensure', guards: true })), 'together');
    assert.equal(reason(await_('a', { nature: 'write', verb: 'save' }), await_('b')), 'writes');
  });

  it('do not for any other reason of a row', () => {
    assert.equal(reason(doing('a', write('n')), doing('b', read('n'))), 'shared-state');
    assert.equal(reason(await_('a', { traits: ['serial'] }), await_('b')), 'serial-resource');
    assert.equal(reason(await_('a', { traits: ['waits'] }), await_('b')), 'time');
    assert.equal(reason(await_('a', { awaits: 'started' }), await_('b')), 'started');
    assert.equal(reason(await_('a'), await_('a')), 'repeats');
  });
});
