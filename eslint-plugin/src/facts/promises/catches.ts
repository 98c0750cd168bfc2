// What is done with a failure: by a `catch`, or by the handler of a promise's chain.
import type { TSESTree } from '@typescript-eslint/utils';
import { answersFor, endsProcess, tells } from '../../knowledge/tellers.js';
import { localFunction } from '../functions.js';
import { placeOf } from '../places.js';
import {
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  hasOwnNode,
  isCall,
  isFunction,
  outermost,
  propertyName,
  walk,
} from '../syntax.js';
import { isInside, type SourceCode, type Variable, variableOf } from '../variables.js';
import type { CatchFacts, Ending } from './model.js';

/** What a `catch` clause does. */
export function factsOfCatch(source: SourceCode, clause: TSESTree.CatchClause): CatchFacts {
  return factsOf(source, clause, clause.body, clause.param ?? undefined);
}

/** What the handler does that a chain is given: a function, or the name of one. */
export function factsOfHandler(source: SourceCode, handler: TSESTree.Node): CatchFacts {
  const local = localFunction(source, handler);
  if (local) return factsOf(source, handler, local.body, local.params[0]);
  const names = calleeNames(handler);
  const isTelling = tells(names, true);
  return {
    at: placeOf(handler),
    tells: isTelling,
    error: isTelling ? 'told' : 'used',
    asks: [],
    endings: ['goes-on'],
    assigns: false,
    awaits: false,
  };
}

function factsOf(
  source: SourceCode,
  handler: TSESTree.Node,
  body: TSESTree.BlockStatement | TSESTree.Expression,
  parameter: TSESTree.Node | undefined,
): CatchFacts {
  const calls = callsIn(source, body);
  const isAnswering = calls.some((call) => answersFor(calleeNames(calleeOf(call))));
  const variables = parameter ? namesIn(source, parameter) : [];
  const uses = variables.flatMap((variable) => usesOf(source, variable));
  const telling = calls.filter((call) => isTelling(call, uses));
  const isUsed = uses.some((use) => !telling.some((call) => isInside(use, call)) && !isTested(use));
  return {
    at: placeOf(handler),
    tells: telling.length > 0,
    error: isUsed || isAnswering ? 'used' : uses.length > 0 ? 'told' : 'unused',
    asks: parameter ? asksOf(source, parameter) : [],
    endings: endingsOf(source, body),
    assigns: hasOwnNode(
      body,
      source.visitorKeys,
      ({ type }) => type === 'AssignmentExpression' || type === 'UpdateExpression',
    ),
    awaits: hasOwnNode(body, source.visitorKeys, ({ type }) => type === 'AwaitExpression'),
  };
}

function isTelling(call: CallNode, uses: readonly TSESTree.Node[]): boolean {
  return tells(
    calleeNames(calleeOf(call)),
    uses.some((use) => isInside(use, call)),
  );
}

/** The calls that a handler makes itself. */
function callsIn(source: SourceCode, body: TSESTree.Node): CallNode[] {
  const calls: CallNode[] = [];
  walk(body, source.visitorKeys, (node) => {
    if (isCall(node)) calls.push(node);
    return !isFunction(node);
  });
  return calls;
}

function namesIn(source: SourceCode, pattern: TSESTree.Node): Variable[] {
  const found: Variable[] = [];
  walk(pattern, source.visitorKeys, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    if (variable?.identifiers.includes(node as TSESTree.Identifier)) found.push(variable);
    return !node.type.startsWith('TS');
  });
  return found;
}

/** Where the error is read, also through what is declared of it: `const text = String(error)`. */
function usesOf(source: SourceCode, variable: Variable, depth = 0): TSESTree.Node[] {
  return variable.references.flatMap((reference) => {
    if (!reference.isRead()) return [];
    const made = depth < 3 ? declaredOf(source, reference.identifier) : [];
    return made.length > 0 ? made.flatMap((each) => usesOf(source, each, depth + 1)) : [reference.identifier];
  });
}

/** The variables of the declaration that a node is a part of. */
function declaredOf(source: SourceCode, node: TSESTree.Node): readonly Variable[] {
  for (let each: TSESTree.Node | undefined = node; each && !isFunction(each); each = each.parent)
    if (each.type === 'VariableDeclarator') return source.getDeclaredVariables(each);
  return [];
}

/** The properties that are read of an error: `error.code`, `({ code }) => …`, `const { code } = error`. */
function asksOf(source: SourceCode, parameter: TSESTree.Node): string[] {
  if (parameter.type === 'ObjectPattern') return keysOf(parameter);
  const variable = parameter.type === 'Identifier' ? variableOf(source, parameter) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    // `(error as Failure).code`
    const { parent } = outermost(identifier);
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') return keysOf(parent.id);
    const isObject = parent.type === 'MemberExpression' && bare(parent.object) === identifier;
    return isObject ? [propertyName(parent) ?? '*'] : [];
  });
}

function keysOf(pattern: TSESTree.ObjectPattern): string[] {
  return pattern.properties.map(
    (property) => (property.type === 'Property' ? propertyName(property) : undefined) ?? '*',
  );
}

/** Whether it is only asked whether there is an error, or whether it is one: all failures go the same way. */
function isTested(use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type === 'BinaryExpression')
    return parent.operator === 'instanceof' && parent.right.type === 'Identifier' && parent.right.name === 'Error';
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === use;
}

/** How a handler may end, each way once. */
function endingsOf(source: SourceCode, body: TSESTree.BlockStatement | TSESTree.Expression): Ending[] {
  if (body.type !== 'BlockStatement') return [endingOfValue(body)];
  const endings = new Set<Ending>();
  walk(body, source.visitorKeys, (node) => {
    if (node.type === 'ThrowStatement') endings.add('throws');
    if (node.type === 'BreakStatement') endings.add('breaks');
    if (node.type === 'ReturnStatement') endings.add(node.argument ? endingOfValue(node.argument) : 'goes-on');
    if (isCall(node) && endsProcess(calleeNames(calleeOf(node)))) endings.add('exits');
    return !isFunction(node);
  });
  if (mayPass(body)) endings.add('goes-on');
  return [...endings];
}

/** A value that a handler gives in place of the one that failed. */
function endingOfValue(value: TSESTree.Expression): Ending {
  const node = bare(value);
  if (node.type === 'ArrayExpression' && node.elements.length === 0) return 'gives-nothing';
  if (isCall(node)) return tells(calleeNames(calleeOf(node)), true) ? 'goes-on' : 'gives';
  const isVoid =
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void');
  return isVoid ? 'goes-on' : 'gives';
}

/** Whether what follows a statement may run. */
function mayPass(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case 'BlockStatement':
      return statement.body.every(mayPass);
    case 'IfStatement':
      return mayPass(statement.consequent) || !statement.alternate || mayPass(statement.alternate);
    case 'ExpressionStatement': {
      const call = bare(statement.expression);
      return !isCall(call) || !endsProcess(calleeNames(calleeOf(call)));
    }
    default:
      return !/^(?:Throw|Return|Break)Statement$/.test(statement.type);
  }
}
