// Where statements can be put before a value, so that nothing of consequence runs between them and it.
import type { TSESTree } from '@typescript-eslint/utils';
import { isPath } from '../facts/syntax.js';

/**
 * The statement that evaluates an expression always, and nothing of consequence before it; `undefined` where there is
 * none, as for the condition of a `while` or the second operand of `&&`.
 */
export function statementBegunBy(value: TSESTree.Node): TSESTree.Statement | undefined {
  const place = placeBegunBy(value);
  return place?.type === 'ArrowFunctionExpression' ? undefined : place;
}

/** The same, or the arrow function whose body begins so. */
export function placeBegunBy(value: TSESTree.Node): TSESTree.Statement | TSESTree.ArrowFunctionExpression | undefined {
  for (let child = value, { parent } = value; parent; child = parent, { parent } = parent) {
    switch (parent.type) {
      case 'ExpressionStatement':
      case 'ReturnStatement':
      case 'ThrowStatement':
        return parent;
      case 'IfStatement':
        return parent.test === child ? parent : undefined;
      case 'ForOfStatement':
        return parent.right === child && !parent.await ? parent : undefined;
      case 'VariableDeclarator':
        return parent.parent.declarations[0] === parent ? parent.parent : undefined;
      case 'ArrowFunctionExpression':
        return parent.body === child ? parent : undefined;
      default:
        if (!comesFirst(parent, child)) return undefined;
    }
  }
  return undefined;
}

/** Whether an expression evaluates a part of it first, and always. */
function comesFirst(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'SpreadElement':
    case 'AwaitExpression':
    case 'UnaryExpression':
      return true;
    case 'MemberExpression':
      return parent.object === child;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return parent.left === child;
    case 'ConditionalExpression':
      return parent.test === child;
    case 'ArrayExpression':
      return parent.elements[0] === child;
    case 'AssignmentExpression':
      return parent.right === child && parent.operator === '=' && isPath(parent.left);
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === child || (parent.arguments[0] === child && isPath(parent.callee));
    default:
      return false;
  }
}
