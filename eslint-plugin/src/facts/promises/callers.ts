// Who calls a function that only this file can call.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../functions.js';
import { landmarksOf } from '../landmarks.js';
import { functionAround, type FunctionNode } from '../syntax.js';
import { isInside, type SourceCode, variableOf } from '../variables.js';

/** How far functions are followed to who calls them. */
const maxDepth = 3;

/** All calls of a function; none where others may call it, too. */
export function callsTo(source: SourceCode, fn: FunctionNode): readonly TSESTree.CallExpression[] {
  if (!isOwn(source, fn)) return [];
  return landmarksOf(source).calls.filter(({ callee }) => localFunction(source, callee) === fn);
}

/** Whether a node stands in a region, or all that call a function around it do. */
export function runsInside(source: SourceCode, node: TSESTree.Node, region: TSESTree.Node, depth = 0): boolean {
  if (isInside(node, region)) return true;
  if (depth === maxDepth) return false;
  for (let around = functionAround(node); around; around = functionAround(around)) {
    const calls = callsTo(source, around);
    if (calls.length > 0) return calls.every((call) => runsInside(source, call, region, depth + 1));
  }
  return false;
}

/** Whether a function is a private method, or has a name that is not exported, and used but to call it. */
function isOwn(source: SourceCode, { id, parent }: FunctionNode): boolean {
  if (parent.type === 'MethodDefinition') return parent.accessibility === 'private' || isPrivateName(parent.key);
  const name = parent.type === 'VariableDeclarator' ? parent.id : id;
  const around = parent.type === 'VariableDeclarator' ? parent.parent.parent : parent;
  const uses = name && !around.type.startsWith('Export') ? variableOf(source, name)?.references : undefined;
  return uses?.every(({ identifier, init }) => init === true || isCallee(identifier)) ?? false;
}

function isPrivateName({ type }: TSESTree.Node): boolean {
  return type === 'PrivateIdentifier';
}

function isCallee(node: TSESTree.Node): boolean {
  return node.parent?.type === 'CallExpression' && node.parent.callee === node;
}
