// Whether a combinator's promise can be rejected at all, or what follows it in its chain.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../functions.js';
import { bare, hasOwnNode, outermost, propertyName } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import type { Combinator } from './combinators.js';
import { makersOf } from './makers.js';
import { takesOwnFailure } from './own-failures.js';

/** Whether anybody has a rejection to expect of a combinator, or of the links that hang on it. */
export function mayReject(source: SourceCode, combinator: Combinator): boolean {
  const links = linksOn(combinator.node).flatMap((link) => link.arguments);
  return combines(source, combinator) || links.some((callback) => failsAnew(source, callback));
}

/** Whether one of the combined promises may reject the combinator's. */
function combines(source: SourceCode, combinator: Combinator): boolean {
  if (combinator.name === 'allSettled') return false;
  const makers = makersOf(source, combinator);
  return !makers?.each.every((maker) => takesOwnFailure(source, maker));
}

/** The calls of `then` and `finally` one after the other. */
function linksOn(promise: TSESTree.Node): TSESTree.CallExpression[] {
  const member = outermost(promise).parent;
  const call = member.type === 'MemberExpression' ? outermost(member).parent : undefined;
  if (member.type !== 'MemberExpression' || call?.type !== 'CallExpression' || bare(call.callee) !== member) return [];
  return /^(?:then|finally)$/.test(propertyName(member) ?? '') ? [call, ...linksOn(call)] : [];
}

/** Whether a callback waits for something or throws, and lets the failure out. */
function failsAnew(source: SourceCode, callback: TSESTree.Node): boolean {
  const local = localFunction(source, callback);
  if (!local || takesOwnFailure(source, local)) return false;
  return hasOwnNode(
    local.body,
    source.visitorKeys,
    ({ type }) => type === 'AwaitExpression' || type === 'ThrowStatement',
  );
}
