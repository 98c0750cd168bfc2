// Follows a promise through the text: who takes its outcome, through variables, chains and callbacks.
import type { TSESTree } from '@typescript-eslint/utils';
import { ignoresResult, listenerAttribute, listenerProperty } from '../../knowledge/callbacks.js';
import { placeOf } from '../places.js';
import { bare, calleeNames, functionAround, type FunctionNode, isNothing, outermost, propertyName } from '../syntax.js';
import { type SourceCode, type Variable, variableOf } from '../variables.js';
import { combinatorAt } from './combinators.js';
import type { Fate } from './model.js';
import { catchAround, handsOn, swallowsOther } from './surroundings.js';

/** Where a promise's way through the text ends: with its fate. */
export interface Arrival {
  fate: Fate;
  /** The last expression on the way that gives the promise: all of `load().then(show)`, but not of `a && load()`. */
  promise: TSESTree.Node;
}

/** How far variables and callbacks are followed; `a = b, b = a` ends there. */
const maxDepth = 8;

/** Where the outcome of the promise goes that an expression gives. */
export function fateOf(source: SourceCode, promise: TSESTree.Node): Fate {
  return arrivalOf(source, promise).fate;
}

/** The same with the expression where its way ends. */
export function arrivalOf(source: SourceCode, promise: TSESTree.Node): Arrival {
  return follow(source, promise, promise, 0);
}

/** The arrival of `promise`, whose value `node` gives too. */
function follow(source: SourceCode, node: TSESTree.Node, promise: TSESTree.Node, depth: number): Arrival {
  const { parent } = node;
  const at = placeOf(node);
  const ends = (fate: Fate): Arrival => ({ fate, promise });
  if (!parent || depth > maxDepth) return ends({ fate: 'handed', at });
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return follow(source, parent, node === promise ? parent : promise, depth);
    case 'AwaitExpression':
      return ends({ fate: 'awaited', at: placeOf(parent) });
    case 'ExpressionStatement':
      return ends({ fate: 'lost', how: 'dropped', at });
    case 'UnaryExpression':
      return ends({ fate: parent.operator === 'void' ? 'voided' : 'handed', at: placeOf(parent) });
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node
        ? follow(source, parent, promise, depth)
        : ends({ fate: 'lost', how: 'dropped', at });
    case 'ConditionalExpression':
      return parent.test === node ? ends({ fate: 'handed', at }) : follow(source, parent, promise, depth);
    case 'LogicalExpression':
      return follow(source, parent, promise, depth);
    case 'MemberExpression':
      return (
        (parent.object === node ? arrivalOfChain(source, parent, depth) : undefined) ?? ends({ fate: 'handed', at })
      );
    case 'ArrayExpression': {
      const combining = outermost(parent).parent;
      return combinatorAt(source, combining)
        ? follow(source, combining, combining, depth)
        : ends({ fate: 'handed', at });
    }
    case 'ReturnStatement':
      return arrivalOfReturn(source, parent, promise, depth);
    case 'ArrowFunctionExpression':
      return arrivalOfResult(source, parent, promise, depth) ?? ends({ fate: 'returned', at });
    case 'VariableDeclarator':
      return arrivalOfDeclared(source, parent, promise, depth);
    case 'AssignmentExpression':
      return parent.right === node ? arrivalOfAssigned(source, parent, promise, depth) : ends({ fate: 'handed', at });
    default:
      return ends({ fate: 'handed', at });
  }
}

/** `promise.then(…)`: a handler ends the way of a rejection, anything else of a promise hands it on. */
function arrivalOfChain(source: SourceCode, member: TSESTree.MemberExpression, depth: number): Arrival | undefined {
  const call = outermost(member).parent;
  if (call.type !== 'CallExpression' || bare(call.callee) !== member) return undefined;
  const name = propertyName(member);
  if (name !== 'then' && name !== 'catch' && name !== 'finally') return undefined;
  return handlesRejection(call)
    ? { fate: { fate: 'handled', at: placeOf(member.property) }, promise: call }
    : follow(source, call, call, depth);
}

/** Whether a call of `then`, `catch` or `finally` hands over a function for a rejection. */
function handlesRejection(call: TSESTree.CallExpression): boolean {
  const name = calleeNames(call.callee).at(-1);
  const handler = name === 'catch' ? call.arguments[0] : name === 'then' ? call.arguments[1] : undefined;
  return handler !== undefined && !isNothing(handler);
}

function arrivalOfReturn(
  source: SourceCode,
  statement: TSESTree.ReturnStatement,
  promise: TSESTree.Node,
  depth: number,
): Arrival {
  const around = functionAround(statement);
  const past = catchAround(statement);
  const at = placeOf(statement);
  if (past && !handsOn(past, around) && !swallowsOther(source, past, statement))
    return { fate: { fate: 'returned', at, past: placeOf(past) }, promise };
  return (around && arrivalOfResult(source, around, promise, depth)) ?? { fate: { fate: 'returned', at }, promise };
}

/** What becomes of the promise that a function returns, where its only caller shows. */
function arrivalOfResult(
  source: SourceCode,
  returning: FunctionNode,
  promise: TSESTree.Node,
  depth: number,
): Arrival | undefined {
  const outer = outermost(returning);
  const { parent } = outer;
  const at = placeOf(returning);
  const ignored = (by: string): Arrival => ({ fate: { fate: 'lost', how: 'ignored', by, at }, promise });
  const listener = listenerAt(source, outer);
  if (listener !== undefined) return ignored(listener);
  if (parent.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise')
    return ignored('Promise');
  if (parent.type !== 'CallExpression') return undefined;
  if (parent.callee === outer) return follow(source, parent, parent, depth + 1);
  const caller = calleeNames(parent.callee).at(-1) ?? '';
  if (/^(?:then|catch|finally)$/.test(caller)) return follow(source, parent, parent, depth + 1);
  return ignoresResult.has(caller) ? ignored(caller) : { fate: { fate: 'handed', at }, promise };
}

/** The property of an element that is set to a function: `onclick`, or in JSX `onClick`. */
function listenerAt(source: SourceCode, outer: TSESTree.Node & { parent: TSESTree.Node }): string | undefined {
  const { parent } = outer;
  if (parent.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute') {
    const name = source.getText(parent.parent.name);
    // A component of one's own may wait for what it is handed.
    const isElement = /^[a-z]/.test(source.getText(parent.parent.parent.name));
    return isElement && listenerAttribute.test(name) ? name : undefined;
  }
  if (parent.type !== 'AssignmentExpression' || parent.right !== outer || parent.left.type !== 'MemberExpression')
    return undefined;
  const name = propertyName(parent.left) ?? '';
  return listenerProperty.test(name) ? name : undefined;
}

function arrivalOfDeclared(
  source: SourceCode,
  { id, parent }: TSESTree.VariableDeclarator,
  promise: TSESTree.Node,
  depth: number,
): Arrival {
  const variable = id.type === 'Identifier' ? variableOf(source, id) : undefined;
  return variable && parent.parent.type !== 'ExportNamedDeclaration'
    ? arrivalOfHeld(source, variable, { promise, by: id, depth })
    : { fate: { fate: 'handed', at: placeOf(id) }, promise };
}

function arrivalOfAssigned(
  source: SourceCode,
  assignment: TSESTree.AssignmentExpression,
  promise: TSESTree.Node,
  depth: number,
): Arrival {
  const { left } = assignment;
  const variable = left.type === 'Identifier' ? variableOf(source, left) : undefined;
  if (!variable || functionAround(assignment) !== functionAround(variable.identifiers[0] ?? assignment))
    return { fate: { fate: 'handed', at: placeOf(left) }, promise };
  const held = arrivalOfHeld(source, variable, { promise, by: left, depth });
  return outermost(assignment).parent.type === 'ExpressionStatement'
    ? held
    : strongest([held, follow(source, assignment, promise, depth + 1)]);
}

/** The strongest of what the uses of a variable do that holds a promise `by` its name. */
function arrivalOfHeld(
  source: SourceCode,
  variable: Variable,
  { promise, by, depth }: { promise: TSESTree.Node; by: TSESTree.Node; depth: number },
): Arrival {
  const reads = variable.references.filter((reference) => reference.isRead());
  const [first, ...rest] = reads.map(({ identifier }) => follow(source, identifier, identifier, depth + 1));
  return first ? strongest([first, ...rest]) : { fate: { fate: 'lost', how: 'unused', at: placeOf(by) }, promise };
}

const weakness: Record<Fate['fate'], number> = { handled: 0, awaited: 1, returned: 2, handed: 3, voided: 4, lost: 5 };

function strongest(arrivals: readonly [Arrival, ...Arrival[]]): Arrival {
  return arrivals.reduce((best, arrival) => (weakness[arrival.fate.fate] < weakness[best.fate.fate] ? arrival : best));
}
