// How names are compared: by their words, whatever their case, and in the plural.
import assert from 'node:assert/strict';
import * as chains from '../../../eslint-plugin/src/knowledge/chains.js';
import * as serial from '../../../eslint-plugin/src/knowledge/serial.js';
import * as waits from '../../../eslint-plugin/src/knowledge/waits.js';
import { type Known, lookUp, lookUpByLastWord, wordsOf } from '../../../eslint-plugin/src/knowledge/words.js';

const groups: readonly Known[] = [
  { names: ['queryRunner', 'hook'], because: 'exact' },
  { names: ['waitFor*', 'sleep*'], because: 'prefix' },
];

describe('knowledge: words', () => {
  for (const [name, words] of Object.entries({
    getHTTPStatus: ['get', 'http', 'status'],
    generateUUIDv4: ['generate', 'uuid', 'v4'],
    query_runner: ['query', 'runner'],
    QUERY_RUNNER: ['query', 'runner'],
    'kebab-case': ['kebab', 'case'],
    $transaction: ['transaction'],
    '#private': ['private'],
    v2Client: ['v2', 'client'],
    größeÄndern: ['größeändern'],
    '': [],
  })) {
    it(`of '${name}' are ${words.join(' ')}`, () => assert.deepEqual(wordsOf(name), words));
  }

  it('match in any case and number', () => {
    for (const name of [
      'queryRunner',
      'QueryRunner',
      'query_runner',
      'QUERY_RUNNER',
      '$queryRunner',
      'queryRunners',
      'hooks',
      'Hook',
    ]) {
      assert.equal(lookUp(groups, name)?.because, 'exact', name);
    }
    for (const name of ['query', 'runner', 'queryrunner', 'myQueryRunner', 'queryRunnerFactory', 'hooked', '']) {
      assert.equal(lookUp(groups, name), undefined, name);
    }
  });

  it('match by their beginning where the name ends in a star', () => {
    for (const name of ['waitFor', 'waitForPort', 'wait_for_port', 'sleep', 'sleepMs', 'Sleep']) {
      assert.equal(lookUp(groups, name)?.because, 'prefix', name);
    }
    for (const name of ['wait', 'waitress', 'sleepy', 'oversleep', 'forWait'])
      assert.equal(lookUp(groups, name), undefined, name);
  });

  it('match by the last one, where that is asked', () => {
    assert.equal(lookUpByLastWord(groups, 'beforeHook')?.because, 'exact');
    assert.equal(lookUpByLastWord(groups, 'hookNames'), undefined);
    assert.equal(lookUpByLastWord(groups, ''), undefined);
  });

  it('match in both numbers', () => {
    for (const [one, many] of [
      ['batch', 'batches'],
      ['cache', 'caches'],
      ['address', 'addresses'],
      ['prefix', 'prefixes'],
      ['query', 'queries'],
      ['movie', 'movies'],
      ['type', 'types'],
    ] as const) {
      assert.ok(lookUp([{ names: [one], because: 'one' }], many), many);
      assert.ok(lookUp([{ names: [many], because: 'many' }], one), one);
    }
    assert.equal(lookUp([{ names: ['series'], because: 'as long' }], 'ser'), undefined);
  });

  it('do not take the last letter of a short or hissing word', () => {
    assert.equal(lookUp([{ names: ['pas'], because: 'short' }], 'pa'), undefined);
    assert.equal(lookUp([{ names: ['class'], because: 'hissing' }], 'clas'), undefined);
  });

  for (const [file, tables] of Object.entries({ chains, serial, waits })) {
    for (const [table, known] of Object.entries(tables) as [string, unknown][]) {
      if (!Array.isArray(known)) continue;
      it(`${file}.${table} gives a reason for every name, once`, () => {
        const names = (known as Known[]).flatMap((group) => group.names.map((name) => wordsOf(name).join(' ')));
        assert.deepEqual(
          [...new Set(names)].length,
          names.length,
          names.filter((name, index) => names.indexOf(name) !== index).join(),
        );
        for (const { because } of known as Known[]) assert.match(because, /^[a-z].*[^.]$/);
      });
    }
  }
});
