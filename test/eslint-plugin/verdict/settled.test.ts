// The verdict on settled results, from facts alone.
import assert from 'node:assert/strict';
import type { SettledFacts } from '../../../eslint-plugin/src/facts/promises/model.js';
import { judgeSettled } from '../../../eslint-plugin/src/verdict/settled.js';

const dropped: SettledFacts = {
  looks: 'nothing',
  tellsOwnFailures: false,
  calleesPerItem: ['db.save'],
  cleansUp: false,
  isAsking: false,
  isWaived: false,
  isTried: false,
};

describe('verdict: settled results', () => {
  it('whose values alone are looked at hide failures, wherever the operations start', () => {
    assert.equal(judgeSettled({ ...dropped, looks: 'values' }), 'values');
    assert.equal(judgeSettled({ ...dropped, looks: 'values', calleesPerItem: undefined, cleansUp: true }), 'values');
  });

  it('whose failures are seen, or may be elsewhere, are let be', () => {
    assert.equal(judgeSettled({ ...dropped, looks: 'rejections' }), undefined);
    assert.equal(judgeSettled({ ...dropped, looks: 'elsewhere' }), undefined);
  });

  it('that nobody looks at hide failures, unless that may be meant', () => {
    assert.equal(judgeSettled(dropped), 'nothing');
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: ['db.save', 'socket.close'] }), 'nothing');
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: ['socket.close', 'fs.promises.unlink'] }), undefined);
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: [] }), undefined);
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: undefined }), undefined);
    assert.equal(judgeSettled({ ...dropped, cleansUp: true }), undefined);
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: undefined, isTried: true }), 'nothing');
    assert.equal(judgeSettled({ ...dropped, calleesPerItem: ['socket.close'], isTried: true }), undefined);
  });

  it('may be left out where to fail is an answer, or is nobody’s loss', () => {
    assert.equal(judgeSettled({ ...dropped, looks: 'values', isAsking: true }), undefined);
    assert.equal(judgeSettled({ ...dropped, isAsking: true }), 'nothing');
    assert.equal(judgeSettled({ ...dropped, looks: 'values', isWaived: true }), undefined);
    assert.equal(judgeSettled({ ...dropped, isWaived: true }), undefined);
  });

  it('have no failures where each operation takes its own', () => {
    assert.equal(judgeSettled({ ...dropped, tellsOwnFailures: true }), undefined);
    assert.equal(judgeSettled({ ...dropped, looks: 'values', tellsOwnFailures: true }), undefined);
  });
});
