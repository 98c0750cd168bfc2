// Every function that takes a signal is found under its module, and is given the signal where its documentation says.
import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import { signalTakers } from '../../../eslint-plugin/src/knowledge/signals.js';
import plugin from '../../../eslint-plugin/src/index.js';

/** The arguments of the first call of `x` once the suggestion is applied; `undefined` where nothing is reported. */
function argumentsAfter(code: string): string | undefined {
  const [message, ...others] = new Linter().verify(
    code,
    [{ plugins: { gather: plugin }, rules: { 'gather/prefer-abort-on-failure': 'warn' } }],
    { filename: 'a.mjs' },
  );
  assert.deepEqual(others, [], code);
  assert.ok(!message?.fatal, message?.message);
  const [suggestion] = message?.suggestions ?? [];
  if (!suggestion) return undefined;
  const { range, text } = suggestion.fix;
  const after = code.slice(0, range[0]) + text + code.slice(range[1]);
  return /\bx\((?<list>.*?)\), x\(/.exec(after)?.groups?.['list'];
}

/** A module in which `x` is what a path leads to. */
function moduleWith(from: string, path: string, given: string): string {
  const promisified = /^promisify\((?<name>.*)\)$/.exec(path)?.groups?.['name'];
  const [module = '', ...below] = from.split('.');
  const names = [...below, ...(promisified ?? path).split('.')].filter((name) => name !== '').join('.');
  const target = names === '' ? 'm' : `m.${names}`;
  const imports = from === 'global' ? 'const m = globalThis;' : `import m from '${module}';`;
  const x = promisified === undefined ? target : `promisify(${target})`;
  return `${imports} import { promisify } from 'node:util'; const x = ${x}; await Promise.all([x(${given}), x(${given}), fetch(c)]);`;
}

const signal = '{ signal: controller.signal }';

describe('knowledge: what takes a signal', () => {
  for (const { from, paths, options, text, source } of signalTakers) {
    for (const module of from) {
      for (const path of paths) {
        it(`${module} ${path}`, () => {
          assert.match(source, /^https:\/\//);
          const before = ["'a'", "'b'", "'c'"].slice(0, options === 'last' ? 2 : options).join(', ');
          const expected = [before, signal].filter((part) => part !== '').join(', ');
          assert.equal(argumentsAfter(moduleWith(module, path, before)), expected);
          if (text === undefined) return;
          const withText = `${before}, 'utf8'`;
          assert.equal(
            argumentsAfter(moduleWith(module, path, withText)),
            `${before}, { ${text}: 'utf8', signal: controller.signal }`,
          );
        });
      }
    }
  }

  for (const [code, expected] of Object.entries({
    "import { get as x } from 'axios'; await Promise.all([x('/a'), x('/b')]);": `'/a', ${signal}`,
    "import x from 'axios'; await Promise.all([x({ url }), x({ url })]);": '{ url, signal: controller.signal }',
    "import { get as x } from 'axios'; await Promise.all([x(a), x(b)]);": `a, ${signal}`,
    "import x from 'axios'; await Promise.all([x(a), x(a)]);": undefined,
    "import x from 'got'; await Promise.all([x(pageUrl), x(pageUrl)]);": `pageUrl, ${signal}`,
    "import x from 'got'; await Promise.all([x(unknown), x(unknown)]);": undefined,
    "const { execFile } = require('child_process'); const x = require('util').promisify(execFile); await Promise.all([x('ls'), x('ls')]);": `'ls', ${signal}`,
    "import { execFile } from 'child_process'; import { promisify } from 'util'; const x = promisify(execFile); await Promise.all([x('ls', { cwd }), x('ls')]);":
      "'ls', { cwd, signal: controller.signal }",
    "import { pipeline as x } from 'stream/promises'; await Promise.all([x(a, b, { end }), x(a, b)]);":
      'a, b, { end, signal: controller.signal }',
    "import { promises } from 'fs'; const { readFile: x } = promises; await Promise.all([x(a), x(b), fetch(c)]);": `a, ${signal}`,
    "const x = require('fs/promises').readFile; await Promise.all([x(a), x(b), fetch(c)]);": `a, ${signal}`,
    'let x = fetch; x = load; await Promise.all([x(a), x(b)]);': undefined,
    "import { readFile as x } from './fs/promises'; await Promise.all([x(a), x(b)]);": undefined,
  }))
    it(code, () => assert.equal(argumentsAfter(code), expected));
});
