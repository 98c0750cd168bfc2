import assert from 'node:assert/strict';
import { Lines, squeezed } from '../../../eslint-plugin/src/formatters/places.js';

describe('places in reports', () => {
  const text = 'a🎉b\r\n字 c\n\nend';
  const lines = new Lines(text);

  it('counts lines by line feeds, columns by UTF-16 units', () => {
    const places = ['a', 'b', '字', 'c', 'end'].map((word) => lines.at(text.indexOf(word)));
    assert.deepEqual(
      places.map(({ line, column }) => [line, column]),
      [
        [1, 1],
        [1, 4],
        [2, 1],
        [2, 3],
        [4, 1],
      ],
    );
    assert.deepEqual(lines.at(text.length), { line: 4, column: 4 });
  });

  it('counts columns by bytes of UTF-8', () => {
    assert.deepEqual(lines.bytes(text.indexOf('b')), { line: 1, column: 6 });
    assert.deepEqual(lines.bytes(text.indexOf('c')), { line: 2, column: 5 });
  });

  it('widens a span to whole lines, without the end of the last one', () => {
    const whole = (from: number, to: number): string => text.slice(...lines.whole([from, to]));
    assert.equal(whole(1, 2), 'a🎉b');
    assert.equal(whole(1, text.indexOf('c')), 'a🎉b\r\n字 c');
    assert.equal(whole(text.indexOf('e'), text.indexOf('e')), 'end');
  });

  it('finds a place of ESLint, whose lines U+2028 ends too', () => {
    const source = '//\u2028\r\nlet x;\rlet y;';
    const at = (line: number, column: number): string =>
      source.slice(new Lines(source).spanOf({ ruleId: null, severity: 1, message: '', line, column })[0]);
    assert.equal(at(3, 5), 'x;\rlet y;');
    assert.equal(at(4, 5), 'y;');
    assert.equal(at(9, 1), '');
  });

  it('takes a finding without an end for a point', () => {
    const message = { ruleId: null, severity: 1 as const, message: '', line: 1, column: 2 };
    assert.deepEqual(new Lines('abc').spanOf(message), [1, 1]);
  });

  it('squeezes code so that neither indentation nor line ends show', () => {
    assert.equal(squeezed('  a(\r\n\t\tb,\n  )  '), squeezed('a(\n b,\n)'));
    assert.notEqual(squeezed('a b'), squeezed('ab'));
  });
});
