import assert from 'node:assert/strict';
import { dataIn, filled, placesOf } from '../../../eslint-plugin/src/locale/template.js';

describe('templates', () => {
  it('know their places', () => {
    assert.deepEqual(placesOf('Run {{size}} of {{ list }}.'), ['size', 'list']);
    assert.deepEqual(placesOf('None.'), []);
  });

  it('give back what they were filled with', () => {
    for (const [template, data] of [
      ['Run {{size}} of `{{list}}` (at once).', { size: '10', list: 'a.b(c)[0]' }],
      ['{{what}} No.', { what: 'First.\nSecond.' }],
      ['{{a}}', { a: '$& {{b}}' }],
      ['None.', {}],
    ] as const) {
      const given = new Map<string, string>(Object.entries(data));
      assert.deepEqual(dataIn(template, filled(template, given)), given);
    }
  });

  it('do not know other texts', () => {
    assert.equal(dataIn('Run {{size}}.', 'Walk 10.'), undefined);
    assert.equal(dataIn('a.c', 'abc'), undefined);
  });

  it('leave a place without data as it is', () => {
    assert.equal(filled('{{a}} {{b}}', new Map([['a', '1']])), '1 {{b}}');
  });
});
