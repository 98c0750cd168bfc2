// `for await` over promises that all run already: it waits for one after the other, and nobody for those behind.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type FunctionNode, isCall, isFunction } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import { inputOf } from './combinators.js';
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
  return makers.each.every(isStarting) && !makers.each.every((maker) => takesOwnFailure(source, maker));
}

/** A call, or a callback that gives what a call gives: `for await` says that it is a promise. */
function isStarting(maker: TSESTree.Node): boolean {
  const node = bare(maker);
  if (isFunction(node)) return node.async || isCall(bare(resultOf(node)));
  return isCall(node) || node.type === 'Identifier';
}

/** The expression that a function ends with. */
function resultOf({ body }: FunctionNode): TSESTree.Node {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body;
  return last?.type === 'ReturnStatement' && last.argument ? last.argument : (last ?? body);
}
