// Comments that state the order, and comments that only sound like it.
import assert from 'node:assert/strict';
import { saidOf } from './names.js';

const loopBelow = (comment: string): string =>
  `async function all(rows) {\n  prepare();\n  // ${comment}\n  for (const row of rows) await convert(row);\n}`;

describe('knowledge: intent', () => {
  for (const comment of [
    'sequentially, the service cannot cope with more',
    'Convert serially.',
    'one at a time',
    'one after the other',
    'process them one-by-one',
    'in order',
    'in strict sequence',
    'do not run these in parallel',
    "don't convert them all at once",
    'must not run concurrently',
    'avoid parallel conversions',
    'each row has to finish before the next',
    'needs to settle before we go on',
    'rate limit: ten a second',
    'otherwise we overwhelm the server',
    'parallel writes deadlock',
    'order matters',
    'convert each before reading the next',
    'or the rows would accumulate in memory',
    'a loop instead of Promise.all, for the output',
    'Promise.all does not help here',
    'so that they come in alphabetical order',
    'all at once would run out of memory',
  ]) {
    it(`is stated by: ${comment}`, () => assert.deepEqual(saidOf(loopBelow(comment)), ['stated']));
  }

  for (const name of ['convertSequentially', 'sequentialConvert', 'convertOneByOne', 'convertInSeries', 'mapSeries']) {
    it(`is stated by the name ${name}`, () =>
      assert.deepEqual(saidOf(`async function ${name}(rows) { for (const row of rows) await convert(row); }`), [
        'stated',
      ]));
  }

  for (const name of ['convertAll', 'convertSerialNumbers', 'seriesOf', 'convertSequence', 'convertOrders']) {
    it(`is not stated by the name ${name}`, () =>
      assert.deepEqual(saidOf(`async function ${name}(rows) { for (const row of rows) await convert(row); }`), [
        'reads',
      ]));
  }

  for (const comment of [
    'convert every row',
    'serialize each row',
    'in case it fails',
    'orders of the customer',
    'one of many',
    'the limit is ten rows',
    'TODO: could run in parallel',
    'firstly, convert',
  ]) {
    it(`is not stated by: ${comment}`, () => assert.deepEqual(saidOf(loopBelow(comment)), ['reads']));
  }
});
