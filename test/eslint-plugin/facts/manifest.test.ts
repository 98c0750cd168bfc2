// The nearest `package.json`, whatever lies on the disk, and again once it has changed.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFor } from '../../../eslint-plugin/src/facts/manifest.js';
import { inFolder } from '../rewrite/project.js';

/** The packages that a file in a folder's `src/deep` may import. */
function packagesBelow(folder: string): string[] | undefined {
  const found = manifestFor(join(folder, 'src', 'deep', 'a.js'));
  return found && [...found.packages].map(([name, range]) => `${name} ${range}`);
}

function write(folder: string, content: string | object, under = ''): string {
  mkdirSync(join(folder, under), { recursive: true });
  const path = join(folder, under, 'package.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('facts: the manifest', () => {
  it('is the nearest one above the file', () => {
    inFolder((folder) => {
      write(folder, { name: 'root', dependencies: { 'p-limit': '^3.1.0' } });
      write(folder, { name: 'leaf', dependencies: { 'p-map': '^7.0.0' } }, 'src');
      assert.deepEqual(packagesBelow(folder), ['p-map ^7.0.0']);
    });
  });

  it('that only says `type` leaves the rest to the one above', () => {
    inFolder((folder) => {
      write(folder, { name: 'root', dependencies: { 'p-limit': '^3.1.0' } });
      write(folder, { type: 'module' }, 'src');
      assert.deepEqual(packagesBelow(folder), ['p-limit ^3.1.0']);
      assert.equal(manifestFor(join(folder, 'src', 'a.js'))?.isModule, true);
      assert.equal(manifestFor(join(folder, 'a.js'))?.isModule, false);
    });
  });

  it('tells of dependencies and peers, and of what is only there in development where nothing is published', () => {
    inFolder((folder) => {
      const kinds = {
        dependencies: { a: '1' },
        peerDependencies: { a: '>=1', b: '2' },
        devDependencies: { c: '3', d: 4 },
      };
      write(folder, kinds);
      assert.deepEqual(packagesBelow(folder), ['a 1', 'b 2']);
      assert.deepEqual([...(manifestFor(join(folder, 'a.js'))?.installed ?? [])].sort(), ['a', 'b', 'c']);
      write(folder, { ...kinds, private: true });
      assert.deepEqual(packagesBelow(folder)?.sort(), ['a 1', 'b 2', 'c 3']);
    });
  });

  it('tells which Node it asks for', () => {
    inFolder((folder) => {
      write(folder, { name: 'app', engines: { node: '>=24' } });
      assert.equal(manifestFor(join(folder, 'a.js'))?.node, '>=24');
    });
  });

  for (const [title, content] of Object.entries({
    'no JSON': '{ "dependencies": ',
    'an array': '[]',
    'no object': '"p-limit"',
    nothing: '',
    'more than anyone writes': `{"dependencies":{"p-map":"7"},"x":"${' '.repeat(1_000_000)}"}`,
  })) {
    it(`with ${title} in it is none, and hides the one above`, () => {
      inFolder((folder) => {
        write(folder, { name: 'root', dependencies: { 'p-limit': '^3.1.0' } });
        write(folder, content, 'src');
        assert.equal(packagesBelow(folder), undefined);
      });
    });
  }

  it('is read behind a byte order mark', () => {
    inFolder((folder) => {
      write(folder, `\uFEFF${JSON.stringify({ dependencies: { 'p-map': '7' } })}`);
      assert.deepEqual(packagesBelow(folder), ['p-map 7']);
    });
  });

  it('whose fields are of other types says nothing of them', () => {
    inFolder((folder) => {
      write(folder, { name: 1, type: [], dependencies: ['p-map'], devDependencies: null, engines: 'node' });
      assert.deepEqual(packagesBelow(folder), []);
      assert.equal(manifestFor(join(folder, 'a.js'))?.node, undefined);
    });
  });

  it('that is a folder is none', () => {
    inFolder((folder) => {
      write(folder, { name: 'root', dependencies: { 'p-map': '7' } });
      mkdirSync(join(folder, 'src', 'package.json'), { recursive: true });
      assert.deepEqual(packagesBelow(folder), ['p-map 7']);
    });
  });

  it('is read again once it has changed, come or gone', () => {
    inFolder((folder) => {
      const path = write(folder, { name: 'app', dependencies: { 'p-map': '6' } });
      assert.deepEqual(packagesBelow(folder), ['p-map 6']);
      write(folder, { name: 'app', dependencies: { 'p-map': '7' } });
      utimesSync(path, new Date(), new Date(Date.now() + 5000));
      assert.deepEqual(packagesBelow(folder), ['p-map 7']);
      write(folder, { name: 'leaf', dependencies: { async: '3' } }, 'src');
      assert.deepEqual(packagesBelow(folder), ['async 3']);
      rmSync(join(folder, 'src', 'package.json'));
      assert.deepEqual(packagesBelow(folder), ['p-map 7']);
    });
  });

  for (const name of [
    '<input>',
    '<text>',
    'a.js',
    '../a.js',
    '',
    'untitled:Untitled-1',
    '/no\0where/a.js',
    `/${'x'.repeat(10_000)}/a.js`,
  ]) {
    it(`is none for ${JSON.stringify(name.slice(0, 20))}`, () => {
      assert.equal(manifestFor(name), undefined);
    });
  }
});
