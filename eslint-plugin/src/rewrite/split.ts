// Splits an iteration in two: what is fetched, concurrently, and what is applied, in the order of the items.
import type { TSESTree } from '@typescript-eslint/utils';
import { contains } from '../facts/places.js';
import { bare, hasOwnNode, isFunction, propertyName, walk } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import type { Edit } from './model.js';
import { nameFor, type Names } from './names.js';

export interface Split {
  fetch: readonly TSESTree.Statement[];
  apply: readonly TSESTree.Statement[];
  /** Awaits taken out of the first statement that is applied: each becomes a constant of the fetching part. */
  hoisted: readonly { name: string; node: TSESTree.AwaitExpression }[];
  edits: readonly Edit[];
}

/** The split after the last await, or `undefined` where something to be applied in order comes before it. */
export function splitOf(
  source: SourceCode,
  statements: readonly TSESTree.Statement[],
  ordered: readonly Ordered[],
  names: Names,
): Split | undefined {
  const last = statements.findLastIndex(
    (statement) => awaitsIn(source, statement).length > 0 || iteratesLater(source, statement),
  );
  const isOrdered = (statement: TSESTree.Statement): boolean => ordered.some(({ at }) => contains(statement, at));
  if (statements.slice(0, last).some(isOrdered)) return undefined;
  const pivot = statements[last];
  if (!pivot) return undefined;
  if (!isOrdered(pivot))
    return { fetch: statements.slice(0, last + 1), apply: statements.slice(last + 1), hoisted: [], edits: [] };
  if (iteratesLater(source, pivot) || readsClock(source, [pivot, ...statements.slice(last + 1)])) return undefined;
  const awaits = awaitsIn(source, pivot);
  const holdsOrdered = awaits.some((node) => ordered.some(({ at }) => contains(node, at)));
  if (holdsOrdered || pivot.type === 'VariableDeclaration' || !awaits.every((node) => comesFirst(node, pivot)))
    return undefined;
  const taken = awaits.map((node) => ({ node, name: names.fresh(...wishesFor(node)) }));
  return {
    fetch: statements.slice(0, last),
    apply: statements.slice(last),
    hoisted: taken,
    edits: taken.map(({ node, name }) => ({ range: rangeWithParentheses(source, node), text: name })),
  };
}

/** Parents whose child stands in parentheses only to hold it together. */
const grouping: ReadonlySet<string> = new Set([
  'MemberExpression',
  'UnaryExpression',
  'BinaryExpression',
  'LogicalExpression',
  'SpreadElement',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'AssignmentExpression',
  'Property',
  'ConditionalExpression',
  'ChainExpression',
]);

/** The range of an await, with the parentheses that its name does not need. */
function rangeWithParentheses(source: SourceCode, node: TSESTree.AwaitExpression): readonly [number, number] {
  const before = source.getTokenBefore(node);
  const after = source.getTokenAfter(node);
  const isGrouped = grouping.has(node.parent.type) && before?.value === '(' && after?.value === ')';
  return isGrouped ? [before.range[0], after.range[1]] : node.range;
}

/** The awaits below a node that belong to the same function, outermost first. */
function awaitsIn(source: SourceCode, node: TSESTree.Node): TSESTree.AwaitExpression[] {
  const found: TSESTree.AwaitExpression[] = [];
  walk(node, source.visitorKeys, (inner) => {
    if (inner.type === 'AwaitExpression') found.push(inner);
    return inner.type !== 'AwaitExpression' && !isFunction(inner);
  });
  return found;
}

/** Whether a `for await` below a node waits for what it goes through. */
function iteratesLater(source: SourceCode, node: TSESTree.Node): boolean {
  return hasOwnNode(node, source.visitorKeys, (inner) => inner.type === 'ForOfStatement' && inner.await);
}

function wishesFor(node: TSESTree.AwaitExpression): string[] {
  const { parent } = node;
  const key =
    parent.type === 'Property' && parent.value === node && !parent.computed && parent.key.type === 'Identifier'
      ? [parent.key.name]
      : [];
  return [...key, ...nameFor(node)];
}

/** Node types in which everything is evaluated, left to right. */
const transparent: ReadonlySet<string> = new Set([
  'ExpressionStatement', 'AssignmentExpression', 'CallExpression', 'NewExpression', 'MemberExpression', 'ObjectExpression', 'Property', 'ArrayExpression',
  'SpreadElement', 'BinaryExpression', 'UnaryExpression', 'TemplateLiteral', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'ChainExpression',
]); // prettier-ignore

/** Whether an await is evaluated whenever its statement is, and nothing that could matter is evaluated before it. */
function comesFirst(node: TSESTree.AwaitExpression, statement: TSESTree.Statement): boolean {
  for (let child: TSESTree.Node = node; child !== statement;) {
    const parent: TSESTree.Node | undefined = child.parent;
    if (!parent) return false;
    if (parent.type === 'IfStatement') return parent === statement && child === parent.test;
    if (parent.type === 'ForOfStatement') return parent === statement && child === parent.right;
    if (!isReachedFirst(parent, child)) return false;
    if (parent.type === 'AssignmentExpression' && /^(?:\?\?|\|\||&&)=$/.test(parent.operator)) return false;
    if (!partsBefore(parent, child).every(isInert)) return false;
    child = parent;
  }
  return true;
}

/** Whether a parent always evaluates this child. */
function isReachedFirst(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  if (parent.type === 'LogicalExpression') return child === parent.left;
  // `list?.push(…)` evaluates no argument where there is no list.
  if (parent.type === 'CallExpression' && child !== parent.callee && isShortened(parent)) return false;
  return parent.type === 'ConditionalExpression' ? child === parent.test : transparent.has(parent.type);
}

/** Whether a chain may end before its last link. */
function isShortened(link: TSESTree.Node): boolean {
  if (link.type === 'CallExpression') return link.optional || isShortened(link.callee);
  return link.type === 'MemberExpression' && (link.optional || isShortened(link.object));
}

/** The siblings that are evaluated before `child`. */
function partsBefore(parent: TSESTree.Node, child: TSESTree.Node): TSESTree.Node[] {
  const parts: readonly (TSESTree.Node | null)[] = (() => {
    switch (parent.type) {
      case 'CallExpression':
      case 'NewExpression':
        return [parent.callee, ...parent.arguments];
      case 'AssignmentExpression':
        return parent.operator === '=' ? [parent.left, parent.right] : [parent.right];
      case 'BinaryExpression':
        return [parent.left, parent.right];
      case 'ObjectExpression':
        return parent.properties;
      case 'ArrayExpression':
        return parent.elements;
      case 'TemplateLiteral':
        return parent.expressions;
      default:
        return [];
    }
  })();
  const siblings = parts.filter((part) => part !== null);
  return siblings.slice(0, siblings.indexOf(child));
}

/** Whether evaluating an expression later makes no difference. */
function isInert(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
    case 'AwaitExpression':
      return true;
    case 'MemberExpression':
      return (isInert(node.object) || isLookUp(node.object)) && (!node.computed || isInert(node.property));
    case 'Property':
      return (!node.computed || isInert(node.key)) && isInert(node.value);
    case 'TemplateLiteral':
      return node.expressions.every(isInert);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isInert(element));
    case 'ObjectExpression':
      return node.properties.every(isInert);
    case 'SpreadElement':
      return isInert(node.argument);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isInert(node.left) && isInert(node.right);
    case 'AssignmentExpression':
      // `groups[kind] ??= []`, which nobody looks at before all are applied.
      return /^(?:\?\?|\|\|)=$/.test(node.operator) && isInert(node.left) && isInert(node.right);
    default:
      return false;
  }
}

/** `byKind.get(kind)`, which is looked into, so that it is no promise. */
function isLookUp(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return propertyName(node.callee) === 'get' && isInert(node.callee.object) && node.arguments.every(isInert);
}

/** Whether statements ask the time: applied later, they would get another answer. */
export function readsClock(source: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  return statements.some((statement) =>
    /\b(?:(?:Date|performance)\.now|hrtime(?:\.bigint)?|new Date)\(\)/.test(source.getText(statement)),
  );
}
