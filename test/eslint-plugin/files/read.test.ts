import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Disk, disk } from '../../../eslint-plugin/src/files/disk.js';
import { decode, isMinified, readSource, sizeLimit } from '../../../eslint-plugin/src/files/read.js';
import { makeTree, nodeError } from './tree.js';

const code = 'const 名 = "🦆";\n';

describe('decode', () => {
  const utf16 = Buffer.from(`\uFEFF${code}`, 'utf16le');
  const texts: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(code),
    'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${code}`),
    'UTF-16, little end first': utf16,
    'UTF-16, big end first': Buffer.from(utf16).swap16(),
  };
  for (const [name, bytes] of Object.entries(texts)) {
    it(`reads ${name}`, () => {
      assert.deepEqual(decode(bytes), { kind: 'text', text: code });
    });
  }

  it('reads an empty file', () => {
    assert.deepEqual(decode(new Uint8Array()), { kind: 'text', text: '' });
  });

  const problems: [name: string, bytes: Uint8Array, reason: string][] = [
    ['Latin-1', Buffer.from('// caf\xe9\n', 'latin1'), 'is not valid UTF-8: save it as UTF-8'],
    ['half a UTF-16 unit', utf16.subarray(0, -1), 'is not valid UTF-16LE: save it as UTF-8'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'is a binary file'],
    ['an MPEG stream', Buffer.from([0x47, 0x40, 0, 0x10, 0]), 'is a binary file'],
  ];
  for (const [name, bytes, reason] of problems) {
    it(`refuses ${name}`, () => {
      assert.deepEqual(decode(bytes), { kind: 'problem', reason });
    });
  }
});

describe('isMinified', () => {
  const minified = 'function a(b){return b;}'.repeat(100);

  it('knows a minifier by the file name', () => {
    assert.ok(isMinified('/a/jquery.min.js', ''));
    assert.ok(isMinified('/a/jquery-min.mjs', ''));
    assert.ok(!isMinified('/a/admin.js', ''));
  });

  it('knows it by long lines full of statements', () => {
    assert.ok(isMinified('/a/x.js', `/*! licence */\n${minified}\n`));
    assert.ok(!isMinified('/a/x.js', minified.replaceAll('}', '}\n')));
  });

  it('lets pictures, keys and tables in strings pass', () => {
    assert.ok(!isMinified('/a/Icon.tsx', `<path d="${'M12.5 3.25 L8.75 '.repeat(200)}" />`));
  });

  it('lets a file pass that only holds some of it', () => {
    assert.ok(!isMinified('/a/x.js', `${minified}\n${'await step();\n'.repeat(300)}`));
  });
});

describe('readSource', () => {
  const minified = 'a(b);'.repeat(1000);

  function read(content: string, named: boolean, fake: Partial<Disk> = {}) {
    return readSource({ path: join(makeTree({ 'x.js': content }), 'x.js'), named }, { ...disk, ...fake });
  }

  it('reads a text', () => {
    assert.deepEqual(read(code, false), { kind: 'text', text: code });
  });

  it('leaves a minified file out unless it is named', () => {
    assert.deepEqual(read(minified, false), { kind: 'minified' });
    assert.deepEqual(read(minified, true), { kind: 'text', text: minified });
  });

  it('does not read what is too large or no file', () => {
    const unread = (): never => assert.fail('was read');
    const sized = (size: number) => ({ look: () => ({ kind: 'file' as const, size }), read: unread });
    const pipe = { look: () => ({ kind: 'other' as const, size: 0 }), read: unread };
    assert.deepEqual(read('', true, sized(sizeLimit + 1)), { kind: 'problem', reason: 'is larger than 5 MB' });
    assert.deepEqual(read('', false, pipe), { kind: 'problem', reason: 'is not a file' });
  });

  const failures: [code: string, reason: string][] = [
    ['EACCES', 'cannot be read: permission denied'],
    ['EPERM', 'cannot be read: permission denied'],
    ['ENOENT', 'is not there, or is a link to nothing'],
    ['EIO', 'cannot be read: EIO: a test says so'],
  ];
  for (const [code, reason] of failures) {
    it(`gives a reason for ${code}`, () => {
      const fail = () => {
        throw nodeError(code);
      };
      assert.deepEqual(read('', false, { read: fail }), { kind: 'problem', reason });
    });
  }
});
