// The parser as it is bundled, which is only a part of TypeScript, against the package that it is made of.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as whole from '@typescript-eslint/parser';

const repository = join(import.meta.dirname, '..', '..', '..');
const bundled = createRequire(import.meta.url)(join(repository, 'eslint-plugin', 'dist', 'parser.cjs')) as Pick<
  typeof whole,
  'parseForESLint'
>;

/** Texts that no parser reads, or that TypeScript reads with a complaint. */
const wrong = [
  'const text = "open',
  'const text = `open ${a',
  'const pattern = /open[',
  'const pattern = /(/u;',
  'let 1a = 0b2;',
  'const a = 1__0;',
  'await: for (;;) break await;',
  'class A { constructor(); private constructor() {} abstract b(); readonly readonly c; }',
  'class A extends B, C { get a(b) {} set a() {} }',
  '@a @b() export default abstract class { @c accessor d = 1; declare @e f; }',
  'enum A { "b" = 1, [c], 2 }',
  'interface A extends B { private c: d; e(): f }',
  'type A = { [b: string, c]: d; -readonly [E in F]?: G }',
  'function a(this, ...b, c) { "use strict"; with (d) {} }',
  'export = a; export * as default from "b"; import type c, { d } from "e";',
  'import a, * as b from "c" with { type: "json", type: "d" };',
  'const a = <T,>(b: T) => b; const c = <div><b></div>;',
  'const { a, ...b, c } = d; [e = 1, ...f, g] = h;',
  'a ?? b || c; a?.b = c; a?.`b`; new a?.b();',
  'for (const a, b of c); for await (d in e); for (let f = 1 of g);',
  'label: label: continue nowhere; return; yield a;',
  '<<<<<<< ours\nlet a;\n=======\nlet b;\n>>>>>>> theirs',
  '/** @param {{ a: number }} b @returns {c<} @type {function(d): e} */ function f() {}',
  '#!/usr/bin/env node\n// @ts-check\n/// <reference path="a" />\nlet \\u{61}b = "\\u{110000}";',
  '\u{FEFF}const 變數 = "值";\u2028let b;',
  '{ a: 1, "b": 2 }',
  'declare module "a" { export default b } declare global { var c: d } namespace e.f {}',
  'using a = b; await using c = d; export using e = f;',
];

/** What a parser makes of a text: its tree and scopes, or its complaint. */
function outcome(parser: typeof bundled, text: string, filePath: string): unknown {
  try {
    const { ast, scopeManager } = parser.parseForESLint(text, {
      filePath,
      sourceType: 'module',
      ecmaFeatures: { jsx: true },
      preserveNodeMaps: false,
    });
    const scopes = scopeManager.scopes.map(({ type, block, references, variables }) => ({
      type,
      block: block.range,
      references: references.map(({ identifier, resolved }) => [identifier.range, resolved?.name]),
      variables: variables.map(({ name, defs }) => [name, defs.map(({ name: { range } }) => range)]),
    }));
    return { ast: JSON.parse(JSON.stringify(ast, withoutParent)) as unknown, scopes };
  } catch (error) {
    assert.ok(error instanceof Error && 'location' in error, String(error));
    const { message, location } = error;
    return { message, location };
  }
}

function withoutParent(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return key === 'parent' ? undefined : value;
}

function read(folder: string, names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => readFile(join(repository, folder, name), 'utf8')));
}

function assertSame(text: string, filePath: string): void {
  assert.deepEqual(
    outcome(bundled, text, filePath),
    outcome(whole, text, filePath),
    `${filePath}: ${text.slice(0, 80)}`,
  );
}

describe('the bundled parser', () => {
  it('reads declarations as all of TypeScript does', async () => {
    const names = ['lib.es5.d.ts', 'lib.es2018.intl.d.ts', 'lib.decorators.d.ts'];
    for (const text of await read('node_modules/typescript/lib', names)) assertSame(text, '/a.d.ts');
  });

  it('reads modules as all of TypeScript does', async () => {
    const folder = 'eslint-plugin/src/rules';
    const names = await readdir(join(repository, folder));
    for (const text of await read(folder, names)) assertSame(text, '/a.ts');
  });

  it('complains as all of TypeScript does', () => {
    for (const text of wrong)
      for (const name of ['/a.ts', '/a.tsx', '/a.js', '/a.cts', '/a.d.ts']) assertSame(text, name);
  });

  it('complains of a text that breaks off as all of TypeScript does', async () => {
    const [text = ''] = await read('eslint-plugin/src/lint', ['engine.ts']);
    for (let end = 0; end < text.length; end += 61) assertSame(text.slice(0, end), '/a.tsx');
  });
});
