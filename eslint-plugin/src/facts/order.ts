// What shows that the items of a loop have an order: their list is sorted, or one is told that it is the last.
import type { TSESTree } from '@typescript-eslint/utils';
import { loggers } from '../knowledge/effects.js';
import { wordsOf } from '../knowledge/words.js';
import type { LoopFacts } from './model.js';
import { placeOf } from './places.js';
import { bare, bareAwaited, calleeNames, type LoopNode, ownNode, propertyName } from './syntax.js';
import { declaratorOf, type SourceCode, variableOf } from './variables.js';

/** See `LoopFacts`. */
export function orderOf(source: SourceCode, loop: LoopNode): LoopFacts['order'] {
  const sorted = sortedAt(source, loop);
  if (sorted) return { text: 'the list is sorted', at: placeOf(sorted) };
  const told = ownNode(loop.body, source.visitorKeys, (node) => comparesWithLast(node) && isHandedOn(source, node));
  return told && { text: 'one of the items is told that it is the last', at: placeOf(told) };
}

/** `i === list.length - 1`, `count === list.length`. */
function comparesWithLast(node: TSESTree.Node): boolean {
  if (node.type !== 'BinaryExpression' || !/^={2,3}$/.test(node.operator)) return false;
  const side = bare(node.right);
  const isOneLess = side.type === 'BinaryExpression' && side.operator === '-' && side.right.type === 'Literal';
  const length = isOneLess ? bare(side.left) : side;
  return (
    length.type === 'MemberExpression' && propertyName(length) === 'length' && node.left.type !== 'MemberExpression'
  );
}

/** Whether a value is, or decides on, something that a call is handed; a log only shows it. */
function isHandedOn(source: SourceCode, node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
      return isHandedOn(source, parent);
    case 'Property':
      return parent.value === node;
    case 'CallExpression':
      return parent.callee !== node && !calleeNames(parent.callee).some((name) => loggers.has(name));
    case 'VariableDeclarator':
      return (variableOf(source, parent.id)?.references ?? []).some(
        ({ identifier, init }) => init !== true && isHandedOn(source, identifier),
      );
    default:
      return false;
  }
}

const sorters: ReadonlySet<string> = new Set([
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'orderBy',
  'sortBy',
  'topologicalSort',
  'toposort',
  'topoSort',
]);

/** Where the iterated list is put in order: in the loop's head, where its constant is declared, or in between. */
function sortedAt(source: SourceCode, loop: LoopNode): TSESTree.Node | undefined {
  if (loop.type !== 'ForOfStatement') return undefined;
  const list = bareAwaited(loop.right);
  const variable = list.type === 'Identifier' ? variableOf(source, list) : undefined;
  const made = variable ? declaratorOf(variable)?.init : list;
  const call = made ? bareAwaited(made) : undefined;
  if (call?.type === 'CallExpression' && calleeNames(call.callee).some((name) => sorters.has(name))) return call;
  if (list.type === 'Identifier' && wordsOf(list.name)[0] === 'sorted') return list;
  return variable?.references.find(({ identifier }) => isSortedBy(identifier, loop))?.identifier;
}

/** `list.sort()` as a statement of the loop's own block. */
function isSortedBy(identifier: TSESTree.Node, loop: LoopNode): boolean {
  const member = identifier.parent;
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
  const statement = member.parent.parent;
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.parent === loop.parent &&
    sorters.has(propertyName(member) ?? '')
  );
}
