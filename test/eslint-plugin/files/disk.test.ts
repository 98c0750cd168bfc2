import assert from 'node:assert/strict';
import { reasonOf } from '../../../eslint-plugin/src/files/disk.js';
import { nodeError } from './tree.js';

describe('why a file cannot be read or written', () => {
  const cases: [code: string, done: 'read' | 'written', reason: string][] = [
    ['EACCES', 'read', 'cannot be read: permission denied'],
    ['ENOSPC', 'written', 'cannot be written: the disk is full'],
    ['ELOOP', 'written', 'is a link that leads back to itself'],
    ['EIO', 'read', 'cannot be read: EIO: a test says so'],
  ];
  for (const [code, done, reason] of cases) {
    it(`is told in words: ${reason}`, () => {
      assert.equal(reasonOf(nodeError(code), done), reason);
    });
  }
});
