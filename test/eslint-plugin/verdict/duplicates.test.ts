// What is twice in a list, from plain facts.
import assert from 'node:assert/strict';
import type { ElementFacts } from '../../../eslint-plugin/src/facts/promises/model.js';
import { wordsOf } from '../../../eslint-plugin/src/knowledge/words.js';
import { duplicatesIn } from '../../../eslint-plugin/src/verdict/duplicates.js';

type Call = ElementFacts & { is: 'call' };

const promise = (text: string): ElementFacts => ({ is: 'promise', text });
const read = (name: string, rest: Partial<Call> = {}): ElementFacts => ({
  is: 'call',
  text: `${name} ( id )`,
  nature: 'read',
  words: wordsOf(name),
  hasArguments: true,
  computes: true,
  changes: false,
  ordered: false,
  ...rest,
});
const isTwice = (element: ElementFacts): boolean => duplicatesIn([element, element]).length > 0;

describe('verdict: twice in a list', () => {
  it('are promises and reads, each told with the first of its kind', () => {
    const list = [
      promise('p'),
      read('getUser'),
      promise('q'),
      promise('p'),
      { is: 'other' },
      read('getUser'),
      promise('p'),
    ];
    assert.deepEqual(duplicatesIn(list as ElementFacts[]), [
      { index: 3, of: 0, is: 'promise' },
      { index: 5, of: 1, is: 'call' },
      { index: 6, of: 0, is: 'promise' },
    ]);
  });

  it('is not what is of another kind, or nothing that can be told', () => {
    assert.deepEqual(duplicatesIn([promise('p'), read('p', { text: 'p' }), { is: 'other' }, { is: 'other' }]), []);
  });

  it('is a read without arguments where its name tells of what', () => {
    assert.equal(isTwice(read('getUser', { hasArguments: false })), true);
    assert.equal(isTwice(read('read', { hasArguments: false })), false);
  });

  it('is no call that may answer something else, or does something', () => {
    for (const rest of [
      { nature: 'write' },
      { nature: 'unknown' },
      { computes: false },
      { changes: true },
      { ordered: true },
    ] as const)
      assert.equal(isTwice(read('getUser', rest)), false, JSON.stringify(rest));
    for (const name of [
      'getRandomUser',
      'fetchNextPage',
      'getFreePort',
      'readNow',
      'getUuid',
      'getClient',
      'listNewJobs',
    ])
      assert.equal(isTwice(read(name)), false, name);
  });
});
