// What stands around a call of `f`.
import assert from 'node:assert/strict';
import type { TSESTree } from '@typescript-eslint/utils';
import { catchAround, mayAwait } from '../../../../eslint-plugin/src/facts/promises/surroundings.js';
import { calleeNames, functionAround } from '../../../../eslint-plugin/src/facts/syntax.js';
import type { SourceCode } from '../../../../eslint-plugin/src/facts/variables.js';
import { found } from './looking.js';

/** What is seen at the call of `f`. */
function at<T>(code: string, look: (source: SourceCode, node: TSESTree.Node) => T): T {
  return found(code, (source, node) =>
    node.type === 'CallExpression' && calleeNames(node.callee).join('.') === 'f'
      ? { is: look(source, node) }
      : undefined,
  ).is;
}

describe('surroundings', () => {
  for (const [code, expected] of Object.entries({
    'f();': undefined,
    'if (a) { f(); }': undefined,
    'function g(a = f()) {}': 'FunctionDeclaration',
    'const g = () => [f()];': 'ArrowFunctionExpression',
    'class A { m() { f(); } }': 'FunctionExpression',
  })) {
    it(`the function around, ${String(expected)}: ${code}`, () => {
      assert.equal(
        at(code, (_, node) => functionAround(node)?.type),
        expected,
      );
    });
  }

  for (const [code, expected] of Object.entries({
    'try { f(); } catch {}': true,
    'try { if (a) { f(); } } catch {}': true,
    'try { try { f(); } finally {} } catch {}': true,
    'try { a(); } catch { f(); }': false,
    'try { a(); } catch {} finally { f(); }': false,
    'try { f(); } finally {}': false,
    'try { a(() => f()); } catch {}': false,
    'f();': false,
  })) {
    it(`a catch around, ${String(expected)}: ${code}`, () => {
      assert.equal(
        at(code, (_, node) => catchAround(node) !== undefined),
        expected,
      );
    });
  }

  for (const [code, expected] of Object.entries({
    'f();': true,
    'async function g() { f(); }': true,
    'const g = async () => f();': true,
    'function g() { f(); }': false,
    'async function g() { a(() => f()); }': false,
    'async function g(a = f()) {}': false,
    'class A { a = f(); }': false,
    'class A { static { f(); } }': false,
    'class A { async m() { f(); } }': true,
  })) {
    it(`an await may stand, ${String(expected)}: ${code}`, () => {
      assert.equal(
        at(code, (source, node) => mayAwait(source, node)),
        expected,
      );
    });
  }
});
