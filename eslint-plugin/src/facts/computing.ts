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

/** Whether evaluating an expression does nothing but give a value: no assignment, no await, no call of what may do more. */
export function onlyComputes(expression: TSESTree.Node): boolean {
  return operandsOf(expression)?.every(onlyComputes) ?? false;
}

/**
 * The expressions from whose values an expression computes its own, in the order in which they are evaluated;
 * `undefined` where it does more than that. A function is a value: it has none.
 */
export function operandsOf(expression: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const node = bare(expression);
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [];
    case 'TemplateLiteral':
      return node.expressions;
    case 'MemberExpression':
      return node.computed ? [node.object, node.property] : [node.object];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    case 'UnaryExpression':
      return node.operator === 'delete' ? undefined : [node.argument];
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null);
    case 'ObjectExpression':
      return valuesOf(node);
    case 'CallExpression':
      return operandsOfCall(node);
    case 'NewExpression':
      return isHolding(node) ? values(node.arguments) : undefined;
    default:
      return undefined;
  }
}

/** `new Map(entries)`; `new Date()` looks at the clock, `new Date(value)` does not. */
function isHolding({ callee, arguments: handed }: TSESTree.NewExpression): boolean {
  const name = calleeNames(callee).join('.');
  return holdingClasses.has(name) || (name === 'Date' && handed.length > 0);
}

function valuesOf({ properties }: TSESTree.ObjectExpression): TSESTree.Node[] | undefined {
  const plain = properties.flatMap((property) =>
    property.type === 'Property' && !property.computed ? [property.value] : [],
  );
  return plain.length === properties.length ? plain : undefined;
}

function operandsOfCall(call: TSESTree.CallExpression): readonly TSESTree.Node[] | undefined {
  const callee = bare(call.callee);
  const name = calleeNames(callee).join('.');
  if (textFunctions.has(name) || lookingFunctions.has(name)) return values(call.arguments);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = propertyName(callee) ?? '';
  if (mappingMethods.has(method)) return call.arguments.every(isComputingCallback) ? [callee.object] : undefined;
  const isKnown = textMethods.has(method) || lookingMethods.has(method) || isTextMethod(call);
  const handed = isKnown ? values(call.arguments) : undefined;
  return handed && [callee.object, ...handed];
}

/** Arguments that are values, of which none is a function that might be called. */
function values(args: readonly TSESTree.CallExpressionArgument[]): readonly TSESTree.Node[] | undefined {
  return args.some(isFunction) ? undefined : args;
}

/** `(one) => one.name`; of other arguments, values. */
function isComputingCallback(argument: TSESTree.CallExpressionArgument): boolean {
  if (argument.type === 'ArrowFunctionExpression') return !argument.async && onlyComputes(argument.body);
  return argument.type !== 'Identifier' && !isFunction(argument) && onlyComputes(argument);
}

/** Whether a call looks at no more of an expression than its value: the text of `text.trim()`, not the list of `list.slice()`. */
export function isTakenAsText(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'CallExpression' && parent.callee !== node) {
    return textFunctions.has(calleeNames(parent.callee).join('.'));
  }
  return parent?.type === 'MemberExpression' && parent.object === node && textMethods.has(propertyName(parent) ?? '');
}
