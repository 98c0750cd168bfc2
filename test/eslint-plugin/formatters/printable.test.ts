import assert from 'node:assert/strict';
import { printable } from '../../../eslint-plugin/src/formatters/printable.js';

describe('text for a terminal', () => {
  it('keeps tabs and ends of lines, and no other control character', () => {
    assert.equal(printable('\ta\r\nb\n'), '\ta\r\nb\n');
    assert.equal(printable('a\rb\u001B[31m\u009B\r'), 'a\uFFFDb\uFFFD[31m\uFFFD\uFFFD');
  });
});
