// The calls of methods that run a callback for each item, and what becomes of the promises that it gives.
import type { TSESTree } from '@typescript-eslint/utils';
import { mutators } from '../../knowledge/collections.js';
import { iterations, listFirst, type Makes } from '../../knowledge/iterations.js';
import { tells } from '../../knowledge/tellers.js';
import { localFunction } from '../functions.js';
import { natureOf } from '../nature.js';
import {
  bare,
  calleeNames,
  functionAround,
  type FunctionNode,
  hasOwnNode,
  isCall,
  outermost,
  propertyName,
  returnedBy,
} from '../syntax.js';
import { importOf, type SourceCode, variableOf } from '../variables.js';
import { combinatorAt } from './combinators.js';
import { arrivalOf } from './fates.js';
import { listKindOf } from './lists.js';
import type { IterationFacts, Use } from './model.js';
import { takesOwnFailure } from './own-failures.js';
import { mayAwait } from './surroundings.js';

/** A call of `list.method(callback)`, or of `_.method(list, callback)`. */
export interface Iterating {
  call: TSESTree.CallExpression;
  callee: TSESTree.MemberExpression;
  /** The method by the name that arrays have for it. */
  method: string;
  makes: Makes;
  list: TSESTree.Expression;
  callback: TSESTree.Expression;
  /** The callback's function, where it stands in this file. */
  body: FunctionNode | undefined;
  /** Whether the list is an argument, as Lodash has it. */
  listFirst: boolean;
}

/** The call of a method that runs a callback for each item; `undefined` for any other call. */
export function iteratingAt(source: SourceCode, node: TSESTree.CallExpression): Iterating | undefined {
  const callee = bare(node.callee);
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const name = propertyName(callee) ?? '';
  if (name !== 'each' && !iterations.has(name)) return undefined;
  const isLodash = isListFirst(source, callee.object);
  const method = isLodash && name === 'each' ? 'forEach' : name;
  const makes = iterations.get(method);
  const [first, second] = node.arguments;
  const [list, callback] = isLodash ? [first, second] : [callee.object, first];
  if (!makes || !list || !callback || list.type === 'SpreadElement' || callback.type === 'SpreadElement')
    return undefined;
  const body = localFunction(source, callback);
  return { call: node, callee, method, makes, list, callback, body, listFirst: isLodash };
}

function isListFirst(source: SourceCode, receiver: TSESTree.Node): boolean {
  const node = bare(receiver);
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const from = variable && importOf(variable)?.from;
  return from !== undefined && listFirst.has(from);
}

/** Whether such a call may leave promises floating: its callback gives some, or a combinator waits for what it makes. */
export function mayFloat(source: SourceCode, { body, call, makes }: Iterating): boolean {
  return givenBy(source, body) === 'anything' ? makes === 'nothing' && useOf(source, call) === 'combined' : true;
}

/** The facts on such a call. */
export function factsOfIterating(source: SourceCode, iterating: Iterating): IterationFacts {
  const { body, call, callback, list, makes } = iterating;
  const use = useOf(source, call);
  const gives = body && use === 'combined' && waitsForNothing(source, body) ? 'nothing' : givenBy(source, body);
  const named = bare(list).type === 'Identifier' || bare(list).type === 'MemberExpression';
  return {
    makes,
    gives,
    waits: body !== undefined && waitsIn(source, body),
    rejects: gives === 'promise' && !takesOwnFailure(source, callback),
    handled: body?.async === false && isCall(bare(body.body)),
    mayAwait: mayAwait(source, call),
    list: listKindOf(source, list),
    named,
    use,
    mistakesSofar: makes === 'value' && body !== undefined && mistakesSofar(source, body),
  };
}

/** What a call of a function gives; that of one that is not of this file may be anything. */
function givenBy(source: SourceCode, fn: FunctionNode | undefined): IterationFacts['gives'] {
  if (!fn || fn.generator) return 'anything';
  if (fn.async) return 'promise';
  if (fn.body.type !== 'BlockStatement') return isPromise(source, fn.body) ? 'promise' : 'anything';
  const dropped = droppedBy(source, fn);
  return dropped && mayBePromise(source, dropped) ? 'nothing' : 'anything';
}

/** Whether an async function waits for nothing, not even for the promise that its last call gives for sure. */
function waitsForNothing(source: SourceCode, fn: FunctionNode): boolean {
  const dropped = fn.async && !waitsIn(source, fn) ? droppedBy(source, fn) : undefined;
  return dropped !== undefined && isPromise(source, dropped);
}

/** The call that a function ends in, where the function gives nothing. */
function droppedBy(source: SourceCode, fn: FunctionNode): TSESTree.CallExpression | undefined {
  return returnedBy(fn, source.visitorKeys).length === 0 ? lastCallOf(fn) : undefined;
}

/** Whether a call gives a promise as far as can be told: its name says that it reads or writes, and not in memory. */
export function mayBePromise(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const names = calleeNames(call.callee);
  if (isPromise(source, call)) return true;
  if (localFunction(source, call.callee) || mutators.has(names.at(-1) ?? '') || tells(names, true)) return false;
  return natureOf(call, names) !== 'unknown';
}

/** Whether an expression is a promise for sure: an async function's of this file, a combinator's, a chain's. */
function isPromise(source: SourceCode, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === 'ImportExpression') return true;
  if (node.type === 'NewExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Promise';
  if (node.type !== 'CallExpression') return false;
  const local = localFunction(source, node.callee);
  if (local) return local.async && !local.generator;
  const callee = bare(node.callee);
  const isLink = callee.type === 'MemberExpression' && /^(?:then|catch|finally)$/.test(propertyName(callee) ?? '');
  return isLink || combinatorAt(source, node) !== undefined;
}

/** The call that the last statement of a function consists of. */
export function lastCallOf({ body }: FunctionNode): TSESTree.CallExpression | undefined {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : undefined;
  const call = last?.type === 'ExpressionStatement' ? bare(last.expression) : undefined;
  return call?.type === 'CallExpression' ? call : undefined;
}

/** Whether an async function waits for anything: an `await`, or a call whose result it returns. */
function waitsIn(source: SourceCode, fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement' && isCall(bare(fn.body))) return true;
  return hasOwnNode(
    fn.body,
    source.visitorKeys,
    (node) =>
      node.type === 'AwaitExpression' ||
      (node.type === 'ForOfStatement' && node.await) ||
      (node.type === 'ReturnStatement' && node.argument !== null && isCall(bare(node.argument))),
  );
}

/** What is done with the value of a call. */
function useOf(source: SourceCode, call: TSESTree.CallExpression): Use {
  const outer = outermost(call);
  const { parent } = outer;
  // An `await` in a combinator changes nothing.
  if (parent.type === 'AwaitExpression') return combinatorAt(source, outermost(parent).parent) ? 'combined' : 'awaited';
  if (parent.type === 'CallExpression' && combinatorAt(source, parent)) return 'combined';
  if (parent.type === 'ArrayExpression' && combinatorAt(source, outermost(parent).parent)) return 'listed';
  if (parent.type === 'MemberExpression')
    return /^(?:then|catch|finally)$/.test(propertyName(parent) ?? '') ? 'chained' : 'used';
  if (isGivenToNobody(source, call)) return 'listed';
  // What stands to the left decides whether the right side runs.
  if (parent.type === 'LogicalExpression' && parent.left === outer) return 'used';
  const { fate } = arrivalOf(source, call);
  if (fate.fate === 'voided') return 'voided';
  return fate.fate === 'lost' ? (fate.how === 'unused' ? 'unused' : 'dropped') : 'used';
}

/** Whether a combinator has a list of promises for a value, one of many that nobody gets. */
function isGivenToNobody(source: SourceCode, call: TSESTree.CallExpression): boolean {
  const around = functionAround(call);
  const given = around && outermost(around).parent;
  const outer = given?.type === 'CallExpression' ? iteratingAt(source, given) : undefined;
  if (!outer || !listsGivenBy(source, outer).some((list) => list.call === call)) return false;
  const { parent: combinator } = outermost(outer.call);
  const { parent: waiting } = outermost(combinator);
  const isWaitedFor = combinatorAt(source, combinator) !== undefined && waiting.type === 'AwaitExpression';
  return isWaitedFor && outermost(waiting).parent.type === 'ExpressionStatement';
}

/** The lists of promises that a callback gives: whoever waits for what it gives waits for none of those. */
export function listsGivenBy(source: SourceCode, { body, method }: Iterating): Iterating[] {
  // The promises of such a list are the outer one's own then.
  if (!body || (method === 'flatMap' && !body.async)) return [];
  return returnedBy(body, source.visitorKeys).flatMap((value) => {
    const node = bare(value);
    const list = node.type === 'CallExpression' ? iteratingAt(source, node) : undefined;
    return list?.makes === 'list' && list.body && givenBy(source, list.body) === 'promise' ? [list] : [];
  });
}

/** Whether the first parameter of an async reducer is used as a value, and nowhere as the promise that it is. */
function mistakesSofar(source: SourceCode, fn: FunctionNode): boolean {
  const [sofar] = fn.params;
  const variable = fn.async && sofar?.type === 'Identifier' ? variableOf(source, sofar) : undefined;
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return (
    reads.some(({ identifier }) => isValueUse(identifier)) && !reads.some(({ identifier }) => isPromiseUse(identifier))
  );
}

/** An operand, an object whose properties are looked at, a list that is spread. */
function isValueUse(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  switch (parent.type) {
    case 'BinaryExpression':
    case 'SpreadElement':
    case 'TemplateLiteral':
    case 'AssignmentExpression':
      return parent.type !== 'AssignmentExpression' || parent.left === node;
    case 'MemberExpression':
      return parent.object === outermost(node) && !/^(?:then|catch|finally)$/.test(propertyName(parent) ?? '');
    default:
      return false;
  }
}

/** Awaited, the head of a chain, or handed to somebody who may do either. */
function isPromiseUse(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent.type === 'MemberExpression') return !isValueUse(node);
  return ['AwaitExpression', 'CallExpression', 'ArrayExpression', 'VariableDeclarator'].includes(parent.type);
}
