// Finds the calls of `Promise.all` and its kin, and what each is handed.
import type { TSESTree } from '@typescript-eslint/utils';
import { isCombinatorName } from '../combinator-name.js';
import { localFunction } from '../functions.js';
import { landmarksOf } from '../landmarks.js';
import { bare, type FunctionNode, propertyName } from '../syntax.js';
import { importOf, oncePerFile, scopesAround, type SourceCode, type Variable, variableOf } from '../variables.js';
import type { CombinatorName } from './model.js';

export interface Combinator {
  node: TSESTree.CallExpression;
  name: CombinatorName;
  /** What it combines; `undefined` for a call without an argument. */
  input: CombinatorInput | undefined;
}

export type CombinatorInput =
  /** Written out: `[a(), b()]`. */
  | { of: 'list'; list: TSESTree.ArrayExpression; elements: readonly TSESTree.ArrayExpression['elements'][number][] }
  /** One promise an item. */
  | ({ of: 'mapped' } & Mapped)
  | { of: 'other'; expression: TSESTree.Expression };

/** `items.map(callback)` or `Array.from(items, callback)`. */
export interface Mapped {
  call: TSESTree.CallExpression;
  items: TSESTree.Expression;
  callback: TSESTree.Expression;
  /** The callback's function, where it stands in this file. */
  body: FunctionNode | undefined;
}

/** The combinators of a file, in the order of the text. */
export const combinatorsOf = oncePerFile((source): readonly Combinator[] =>
  landmarksOf(source).calls.flatMap((call) => combinatorAt(source, call) ?? []),
);

/** The combinator that a node calls, if it does. */
export function combinatorAt(source: SourceCode, node: TSESTree.Node): Combinator | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = bare(node.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || !isCombinatorName(name)) return undefined;
  if (!isPromiseClass(source, bare(callee.object))) return undefined;
  const [argument] = node.arguments;
  const input = argument && argument.type !== 'SpreadElement' ? inputOf(source, argument) : undefined;
  return { node, name, input };
}

/** The global `Promise`, or Bluebird's class, which has the same combinators. */
function isPromiseClass(source: SourceCode, node: TSESTree.Node): boolean {
  return node.type === 'Identifier' && namesPromise(node.name, variableOf(source, node));
}

/** Whether the name of a variable means that class. */
function namesPromise(name: string, variable: Variable | undefined): boolean {
  // ESLint and the parser make variables of the globals they know, which nothing in the file defines.
  const isGlobal = variable === undefined || variable.defs.length === 0;
  return isGlobal ? name === 'Promise' : importOf(variable)?.from === 'bluebird';
}

/** Whether `Promise`, where it would be written at a place, means that class. */
export function seesPromise(source: SourceCode, place: TSESTree.Node): boolean {
  const [variable] = scopesAround(source, place).flatMap(({ set }) => set.get('Promise') ?? []);
  return namesPromise('Promise', variable);
}

/** What a combinator would be handed by an expression. */
export function inputOf(source: SourceCode, argument: TSESTree.Expression): CombinatorInput {
  const expression = bare(argument);
  if (expression.type === 'ArrayExpression') return { of: 'list', list: expression, elements: expression.elements };
  const mapped = mappedBy(source, expression);
  return mapped ? { of: 'mapped', ...mapped } : { of: 'other', expression: argument };
}

/** The list and the callback of a call that makes one value an item. */
export function mappedBy(source: SourceCode, node: TSESTree.Node): Mapped | undefined {
  const call = bare(node);
  const callee = call.type === 'CallExpression' ? bare(call.callee) : undefined;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
  const method = propertyName(callee);
  const isFrom = method === 'from' && callee.object.type === 'Identifier' && callee.object.name === 'Array';
  if (!isFrom && method !== 'map') return undefined;
  const [first, second] = call.arguments;
  const [items, callback] = isFrom ? [first, second] : [callee.object, first];
  if (!items || !callback || items.type === 'SpreadElement' || callback.type === 'SpreadElement') return undefined;
  return { call, items, callback, body: localFunction(source, callback) };
}
