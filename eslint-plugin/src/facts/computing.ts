// Which expressions do nothing but give a value.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare } from './syntax.js';

const computing: ReadonlySet<string> = new Set([
  'Identifier', 'Literal', 'TemplateLiteral', 'MemberExpression', 'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'UnaryExpression',
  'ObjectExpression', 'ArrayExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'ThisExpression',
]); // prettier-ignore

/** Whether evaluating an expression does nothing but give a value: no call, no assignment, no await. */
export function onlyComputes(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (!computing.has(node.type) || (node.type === 'UnaryExpression' && node.operator === 'delete')) return false;
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.every(onlyComputes);
    case 'MemberExpression':
      return onlyComputes(node.object) && (!node.computed || onlyComputes(node.property));
    case 'BinaryExpression':
    case 'LogicalExpression':
      return onlyComputes(node.left) && onlyComputes(node.right);
    case 'ConditionalExpression':
      return onlyComputes(node.test) && onlyComputes(node.consequent) && onlyComputes(node.alternate);
    case 'UnaryExpression':
      return onlyComputes(node.argument);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || onlyComputes(element));
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'Property' && !property.computed && onlyComputes(property.value),
      );
    default:
      return true;
  }
}
