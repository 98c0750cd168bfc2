// Which expressions do nothing but give a value.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  holdingClasses,
  lookingFunctions,
  lookingMethods,
  mappingMethods,
  textFunctions,
  textMethods,
} from '../knowledge/collections.js';
import { isTextMethod } from './nature.js';
import { bare, calleeNames, isFunction, propertyName } from './syntax.js';

const computing: ReadonlySet<string> = new Set([
  'Identifier', 'Literal', 'TemplateLiteral', 'MemberExpression', 'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'UnaryExpression',
  'ObjectExpression', 'ArrayExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'ThisExpression',
]); // prettier-ignore

/** Whether evaluating an expression does nothing but give a value: no assignment, no await, no call of what may do more. */
export function onlyComputes(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === 'CallExpression') return isComputingCall(node);
  if (node.type === 'NewExpression')
    return holdingClasses.has(calleeNames(node.callee).join('.')) && node.arguments.every(givesValue);
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

function isComputingCall(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  const name = calleeNames(callee).join('.');
  if (textFunctions.has(name) || lookingFunctions.has(name)) return call.arguments.every(givesValue);
  if (callee.type !== 'MemberExpression' || !onlyComputes(callee.object)) return false;
  const method = propertyName(callee) ?? '';
  if (mappingMethods.has(method)) return call.arguments.every(isComputingCallback);
  const isKnown = textMethods.has(method) || lookingMethods.has(method) || isTextMethod(call);
  return isKnown && call.arguments.every(givesValue);
}

/** Whether an argument is a value that is there already, and no function that might be called. */
function givesValue(argument: TSESTree.CallExpressionArgument): boolean {
  return !isFunction(argument) && onlyComputes(argument);
}

/** `(one) => one.name`; of other arguments, values. */
function isComputingCallback(argument: TSESTree.CallExpressionArgument): boolean {
  if (argument.type === 'ArrowFunctionExpression') return !argument.async && onlyComputes(argument.body);
  return argument.type !== 'Identifier' && givesValue(argument);
}

/** Whether a call looks at no more of an expression than its value: the text of `text.trim()`, not the list of `list.slice()`. */
export function isTakenAsText(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression' && parent.callee !== node) {
    return textFunctions.has(calleeNames(parent.callee).join('.'));
  }
  return parent?.type === 'MemberExpression' && parent.object === node && textMethods.has(propertyName(parent) ?? '');
}
