// `for await` over promises that all run already: it waits for one after the other, and nobody for those behind.
import type { TSESTree } from '@typescript-eslint/utils';
import { wordsOf } from '../../knowledge/words.js';
import { bare, type FunctionNode, isFunction } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import { inputOf } from './combinators.js';
import { mayBePromise } from './iterations.js';
import { listKindOf } from './lists.js';
import { makersOfInput } from './makers.js';
import { takesOwnFailure } from './own-failures.js';

/** Whether a loop is a `for await` over a list of promises of which more than one may be rejected. */
export function waitsInOrder(source: SourceCode, loop: TSESTree.ForOfStatement): boolean {
  if (!loop.await) return false;
  const makers = makersOfInput(source, inputOf(source, loop.right));
  if (!makers || (!makers.perItem && makers.each.length < 2)) return false;
  // A stream has a `map` too.
  if (makers.mapped && listKindOf(source, makers.mapped.items) === 'other') return false;
  return (
    makers.each.every((maker) => isStarting(source, maker)) &&
    !makers.each.every((maker) => takesOwnFailure(source, maker))
  );
}

/** What gives a promise as far as its name tells: a call, a callback that ends with one, or a function from elsewhere. */
function isStarting(source: SourceCode, maker: TSESTree.Node): boolean {
  const node = bare(maker);
  if (node.type === 'Identifier' || (isFunction(node) && node.async)) return true;
  const call = isFunction(node) ? bare(resultOf(node)) : node;
  return call.type === 'CallExpression' && mayBePromise(source, call) && !isMaking(call);
}

/** `createId(name)`: what a function makes, and no method of a store, is mostly there at once. */
function isMaking({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'Identifier' && wordsOf(callee.name)[0] === 'create';
}

/** The expression that a function ends with. */
function resultOf({ body }: FunctionNode): TSESTree.Node {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body;
  return last?.type === 'ReturnStatement' && last.argument ? last.argument : (last ?? body);
}
