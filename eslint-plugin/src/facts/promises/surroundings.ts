// What stands around a node and decides how a rejection can be handled there.
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeNames, type FunctionNode, hasOwnNode, isFunction } from '../syntax.js';
import { isInside, type SourceCode } from '../variables.js';

/** The `catch` that gets what is thrown at a node; one in a function around it is another matter. */
export function catchAround(node: TSESTree.Node): TSESTree.CatchClause | undefined {
  let inner = node;
  for (let each = node.parent; each && !isFunction(each); each = each.parent) {
    if (each.type === 'TryStatement' && each.block === inner && each.handler) return each.handler;
    inner = each;
  }
  return undefined;
}

/** The `catch` in which a node stands, in the same function. */
export function clauseAround(node: TSESTree.Node): TSESTree.CatchClause | undefined {
  let each = node.parent;
  while (each && !isFunction(each) && each.type !== 'CatchClause') each = each.parent;
  return each?.type === 'CatchClause' ? each : undefined;
}

/**
 * Whether a `catch` does with what is thrown what happens to a rejection anyway: it throws the same again, or makes a
 * rejection of it in a function that is not `async`.
 */
export function handsOn({ body, param }: TSESTree.CatchClause, around: FunctionNode | undefined): boolean {
  const last = body.body.at(-1);
  if (last?.type === 'ThrowStatement')
    return body.body.length === 1 && last.argument.type === 'Identifier' && isNamed(param, last.argument.name);
  const value = last?.type === 'ReturnStatement' ? last.argument : null;
  return (
    around?.async === false &&
    value?.type === 'CallExpression' &&
    calleeNames(value.callee).join('.') === 'Promise.reject'
  );
}

/** Whether a `catch` only swallows what something else awaits in its `try`: awaited, what is returned would be lost, too. */
export function swallowsOther(source: SourceCode, clause: TSESTree.CatchClause, returned: TSESTree.Node): boolean {
  const isOther = (node: TSESTree.Node): boolean => node.type === 'AwaitExpression' && !isInside(node, returned);
  return clause.body.body.length === 0 && hasOwnNode(clause.parent.block, source.visitorKeys, isOther);
}

function isNamed(param: TSESTree.BindingName | null, name: string): boolean {
  return param?.type === 'Identifier' && param.name === name;
}

/**
 * Whether an `await` may stand in a node's place: in the body of an async function, or at the top level of a module.
 * Parameters, class fields and static blocks are no such places.
 */
export function mayAwait(source: SourceCode, node: TSESTree.Node): boolean {
  for (let each = node.parent; each; each = each.parent) {
    if (isFunction(each)) return each.async && isInside(node, each.body);
    if (each.type === 'StaticBlock' || each.type === 'PropertyDefinition') return false;
  }
  return source.ast.sourceType === 'module';
}
