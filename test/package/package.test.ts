// What is published: the files, their shape, and the licences of what is bundled.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rules } from '../../eslint-plugin/src/rules/index.js';
import { makeFolder, pack } from './packed.js';

const require = createRequire(import.meta.url);

describe('the npm package', () => {
  let packed: Awaited<ReturnType<typeof pack>>;
  let folder: Awaited<ReturnType<typeof makeFolder>>;

  before(async () => {
    folder = await makeFolder();
    packed = await pack(folder.path);
  });
  after(() => folder.remove());

  it('holds exactly what ships', () => {
    const pictures = readdirSync('eslint-plugin/docs/images');
    const expected = [
      'LICENSE',
      'README.md',
      'README.zh-TW.md',
      'dist/NOTICES.txt',
      'dist/carried.js',
      'dist/cli.js',
      'dist/explain.d.ts',
      'dist/explain.js',
      'dist/explained.js',
      ...['github', 'markdown', 'rdjson', 'sarif', 'sarif-merge'].flatMap((name) => [
        `dist/formatters/${name}.d.ts`,
        `dist/formatters/${name}.js`,
      ]),
      'dist/formatters/result.d.ts',
      'dist/guide.js',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/lint.js',
      'dist/locale.js',
      'dist/parser.cjs',
      'dist/server.js',
      'dist/worker.js',
      'docs/guide.md',
      'docs/guide.zh-TW.md',
      ...pictures.map((name) => `docs/images/${name}`),
      ...Object.keys(rules).flatMap((name) => [`docs/rules/${name}.md`, `docs/rules/${name}.zh-TW.md`]),
      'package.json',
    ];
    // Parts that several files share are named by what they hold.
    const isShared = (path: string): boolean => /^dist\/(?:shared\/|cli-)[A-Z\d]+\.js$/.test(path);
    const paths = packed.files.map(({ path }) => path);
    assert.deepEqual(paths.filter((path) => !isShared(path)).sort(), expected.sort());
    assert.ok(paths.some(isShared));
  });

  it('is small', () => {
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
    console.log(`      ${megabytes(packed.size)} packed, ${megabytes(packed.unpackedSize)} unpacked`);
    assert.ok(packed.size < 1.7e6);
    assert.ok(packed.unpackedSize < 6.5e6);
  });

  it('has no dependencies of its own', async () => {
    const manifest = JSON.parse(await readFile('eslint-plugin/package.json', 'utf8')) as Record<string, object>;
    assert.equal(manifest['dependencies'], undefined);
    assert.deepEqual(Object.keys(manifest['peerDependencies'] ?? {}), ['eslint']);
  });

  it('passes publint', async () => {
    const { buffer } = new Uint8Array(await readFile(packed.path));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('passes attw as a package of ES modules', () => {
    const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js');
    const args = [attw, packed.path, '--profile', 'esm-only', '--format', 'json'];
    const { analysis } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
      analysis: { types: unknown; problems: { kind: string; resolutionKind?: string }[] };
    };
    assert.deepEqual(analysis.types, { kind: 'included' });
    // What the profile leaves out: the package cannot be loaded by `require` in an old Node, and a resolution that
    // knows no `exports` finds no more than the main entry.
    const problems = analysis.problems.filter(({ resolutionKind }) => resolutionKind !== 'node10');
    assert.deepEqual([...new Set(problems.map(({ kind }) => kind))], ['CJSResolvesToESM']);
  });

  it('carries the licence of everything that is bundled', async () => {
    const [notices, file] = await Promise.all([
      readFile('eslint-plugin/dist/NOTICES.txt', 'utf8'),
      readFile('package-lock.json', 'utf8'),
    ]);
    const { packages } = JSON.parse(file) as {
      packages: Record<string, { version: string } | undefined>;
    };
    for (const name of ['@babel/code-frame', '@typescript-eslint/parser', 'commander', 'ignore', 'typescript']) {
      const version = packages[`node_modules/${name}`]?.version ?? '';
      assert.ok(notices.includes(`${name} ${version} (`), name);
    }
  });
});
