// What the compiler has been told something of where a loop or a call begins: by a test that holds there, or by an
// assignment.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, calleeNames, isFunction, propertyName, siblingsOf, typeBehind, walk } from '../facts/syntax.js';
import { annotationOf } from '../facts/arrays.js';
import { declaratorOf, type SourceCode, variableOf } from '../facts/variables.js';

/** The variables and paths that something is known of where a node begins, up to the function around it. */
export function toldBefore(source: SourceCode, place: TSESTree.Node): TSESTree.Node[] {
  const told: TSESTree.Node[] = [];
  let node = place;
  for (; node.parent && !isFunction(node); node = node.parent) {
    told.push(...toldInside(node.parent, node));
    const siblings = siblingsOf(node) ?? [];
    for (const before of siblings.filter(({ range }) => range[1] <= node.range[0]))
      told.push(...toldBy(source, before));
  }
  return told;
}

/** What a statement tells to those inside of it. */
function toldInside(parent: TSESTree.Node, child: TSESTree.Node): TSESTree.Node[] {
  switch (parent.type) {
    case 'IfStatement':
    case 'WhileStatement':
      return parent.test === child ? [] : testedIn(parent.test);
    case 'ForStatement':
      return parent.body === child && parent.test ? testedIn(parent.test) : [];
    case 'SwitchStatement':
      return testedIn(parent.discriminant);
    default:
      return [];
  }
}

/** What a statement tells to those behind it: it assigns, asserts, or leaves where a test fails, or assigns there. */
function toldBy(source: SourceCode, statement: TSESTree.Statement): TSESTree.Node[] {
  const told: TSESTree.Node[] = [];
  const assigned = new Set<string>();
  walk(statement, source.visitorKeys, (node) => {
    if (node.type === 'AssignmentExpression') {
      assigned.add(source.getText(node.left));
      if (!isPlain(source, node)) told.push(node.left);
    }
    if (node.type === 'VariableDeclarator' && node.init && typeBehind(node.id)?.typeAnnotation.type === 'TSUnionType')
      told.push(node.id);
    if (node.type === 'CallExpression' && /^assert|^invariant$/.test(calleeNames(node.callee)[0] ?? ''))
      told.push(...testedIn(node));
    return !isFunction(node);
  });
  if (statement.type !== 'IfStatement') return told;
  const isLeft = leaves(statement.consequent);
  return [...told, ...testedIn(statement.test).filter((node) => isLeft || assigned.has(source.getText(node)))];
}

/** Whether an assignment tells nothing new: it counts, or gives what is of the variable's type alone. */
function isPlain(source: SourceCode, { left, operator, right }: TSESTree.AssignmentExpression): boolean {
  if (operator !== '=') return !/^(?:\?\?|\|\||&&)=$/.test(operator);
  const variable = variableOf(source, left);
  const type = variable && annotationOf(variable);
  const mayBeMore = type ? type.type === 'TSUnionType' : variable && !declaratorOf(variable)?.init;
  return !mayBeMore && /^(?:Array|Object)Expression$|Literal$/.test(right.type);
}

function leaves(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}

/** The operands of a test of which it tells whether they are there, or of what kind. */
function testedIn(test: TSESTree.Node): TSESTree.Node[] {
  const node = bare(test);
  switch (node.type) {
    case 'LogicalExpression':
      return [...testedIn(node.left), ...testedIn(node.right)];
    case 'UnaryExpression':
      return testedIn(node.argument);
    case 'BinaryExpression':
      return /^(?:[!=]==?|in|instanceof)$/.test(node.operator) ? [node.left, node.right].flatMap(testedIn) : [];
    // `state.kind === 'done'` tells of `state`, too; how many there are tells nothing.
    case 'MemberExpression':
      return /^(?:length|size)$/.test(propertyName(node) ?? '') ? [] : [node, ...testedIn(node.object)];
    case 'CallExpression':
      return node.arguments.flatMap(testedIn);
    case 'Identifier':
      return [node];
    default:
      return [];
  }
}
