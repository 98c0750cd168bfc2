// Whether the text itself bounds how many items a list has, or the data decides.
import type { TSESTree } from '@typescript-eslint/utils';
import { bareAwaited, calleeNames, isFunction, isLoop, type LoopNode, propertyName } from './syntax.js';
import { declaratorOf, isConstant, type SourceCode, type Variable, variableOf } from './variables.js';

/** Methods whose result has no more items than their receiver. */
const keepsExtent: ReadonlySet<string> = new Set([
  'map', 'filter', 'sort', 'reverse', 'toSorted', 'toReversed', 'slice', 'fill', 'values', 'keys', 'entries',
]); // prettier-ignore

/** Methods that add items to the list they are called on. */
const adds: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'add', 'set']);

/** How many turns of a counting loop are few. */
const few = 100;

/** How far variables are followed. */
const maxDepth = 5;

/** Whether an expression is a list of a few items, whatever the data are: a literal, or what is made of one. */
export function isShort(source: SourceCode, expression: TSESTree.Node, depth = 0): boolean {
  const node = bareAwaited(expression);
  const isShortToo = (part: TSESTree.Node): boolean => isShort(source, part, depth);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.every((element) => element?.type !== 'SpreadElement' || isShortToo(element.argument));
    case 'ObjectExpression': {
      const length = lengthIn(node);
      if (length) return isShortToo(length);
      return node.properties.every((property) => property.type !== 'SpreadElement' || isShortToo(property.argument));
    }
    case 'Literal':
      return true;
    case 'ConditionalExpression':
      return isShortToo(node.consequent) && isShortToo(node.alternate);
    case 'LogicalExpression':
      return isShortToo(node.left) && isShortToo(node.right);
    case 'NewExpression':
      return node.arguments.length > 0 && node.arguments.every(isShortToo);
    case 'Identifier': {
      const variable = variableOf(source, node);
      // By its name, a constant that somebody wrote out: `LOCALES`.
      if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(node.name) && node.name.length > 2) return true;
      return variable !== undefined && depth < maxDepth && isShortVariable(source, variable, depth + 1);
    }
    case 'CallExpression':
      return isShortCall(source, node, depth);
    default:
      return false;
  }
}

function isShortCall(source: SourceCode, call: TSESTree.CallExpression, depth: number): boolean {
  const names = calleeNames(call.callee).join('.');
  if (names === 'Array') return call.arguments.every((part) => isShort(source, part, depth));
  if (names === 'Math.min') return call.arguments.some((part) => isShort(source, part, depth));
  // Between two places: as many as were asked for.
  if (/\.splice$|\.slice$/.test(names) && call.arguments.length > 1) return true;
  const list = madeOf(call);
  return list !== undefined && isShort(source, list, depth);
}

/** The list that a call makes another list of which has no more items. */
export function madeOf({ callee, arguments: [first] }: TSESTree.CallExpression): TSESTree.Node | undefined {
  const names = calleeNames(callee);
  switch (names.join('.')) {
    case 'Array.from':
    case 'Object.keys':
    case 'Object.values':
    case 'Object.entries':
    case 'Promise.all':
    case 'Promise.allSettled':
      return first;
    default:
      return callee.type === 'MemberExpression' && keepsExtent.has(names.at(-1) ?? '') ? callee.object : undefined;
  }
}

/** `n` of `{ length: n }`. */
export function lengthIn(node: TSESTree.ObjectExpression): TSESTree.Node | undefined {
  const [only] = node.properties;
  return only?.type === 'Property' && propertyName(only) === 'length' ? only.value : undefined;
}

function isShortVariable(source: SourceCode, variable: Variable, depth: number): boolean {
  if (variable.defs.some(({ type }) => type === 'TSEnumName')) return true;
  const declarator = declaratorOf(variable);
  if (!declarator?.init || declarator.id.type !== 'Identifier' || !isConstant(variable)) return false;
  return isShort(source, declarator.init, depth) && !variable.references.some((use) => mayGrow(use, variable));
}

/** Whether a use adds as many items as the data decide: not one that is written out and runs once. */
function mayGrow({ identifier }: Variable['references'][number], variable: Variable): boolean {
  const { parent } = identifier;
  if (parent.type !== 'MemberExpression') return false;
  const use = parent.parent;
  if (use.type === 'AssignmentExpression' && use.left === parent) return true;
  if (use.type !== 'CallExpression' || !adds.has(calleeNames(parent).at(-1) ?? '')) return false;
  return isRepeated(use, variable) || use.arguments.some(({ type }) => type === 'SpreadElement');
}

/** Whether a node may be run several times for one life of a variable: a loop or a callback stands between. */
export function isRepeated(node: TSESTree.Node, variable: Variable): boolean {
  const { block } = variable.scope;
  for (let each = node.parent; each && each !== block; each = each.parent)
    if (isLoop(each) || isFunction(each)) return true;
  return false;
}

/** Whether a loop has a few iterations, whatever the data are. */
export function isShortLoop(source: SourceCode, loop: LoopNode): boolean {
  if (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') return isShort(source, loop.right);
  if (loop.type !== 'ForStatement' || loop.test?.type !== 'BinaryExpression') return false;
  const { operator, right } = loop.test;
  const isCountedUp = operator === '<' || operator === '<=';
  return isCountedUp && right.type === 'Literal' && typeof right.value === 'number' && right.value <= few;
}
