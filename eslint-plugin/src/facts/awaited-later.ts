// Calls whose promise is noted first and awaited further on: `const saved = save(row); …; await saved;`.
import type { TSESTree } from '@typescript-eslint/utils';
import { combinatorOf } from './combinator-name.js';
import type { Frame } from './paths.js';
import { calleeNames, type CallNode } from './syntax.js';
import { isPrivateTo, variableOf } from './variables.js';

/** The nodes by which the same iteration awaits what a call noted in a variable of its own. */
export function laterAwaitsOf(frame: Frame, call: CallNode): TSESTree.AwaitExpression[] {
  const target = targetOf(call);
  const variable = target?.type === 'Identifier' ? variableOf(frame.source, target) : undefined;
  if (!variable || !isPrivateTo(variable, frame.region)) return [];
  return variable.references.flatMap(({ identifier }) => awaitOf(identifier) ?? []);
}

/** `saved` in `const saved = save(row)` and in `saved = save(row)`. */
function targetOf({ parent }: CallNode): TSESTree.Node | undefined {
  if (parent.type === 'VariableDeclarator') return parent.id;
  return parent.type === 'AssignmentExpression' ? parent.left : undefined;
}

/** `await saved`, `await Promise.all([saved, …])`. */
function awaitOf(promise: TSESTree.Node): TSESTree.AwaitExpression | undefined {
  const { parent } = promise;
  if (parent?.type === 'AwaitExpression') return parent;
  const call = parent?.type === 'ArrayExpression' ? parent.parent : undefined;
  const isCombined = call?.type === 'CallExpression' && combinatorOf(calleeNames(call.callee)) !== undefined;
  return isCombined && call.parent.type === 'AwaitExpression' ? call.parent : undefined;
}
