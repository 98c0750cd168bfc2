// Follows a promise through the text: who takes its outcome, through variables, chains and callbacks.
import type { TSESTree } from '@typescript-eslint/utils';
import { ignoresResult, listenerProperty } from '../../knowledge/callbacks.js';
import { placeOf } from '../places.js';
import { bare, calleeNames, type FunctionNode, propertyName } from '../syntax.js';
import { type SourceCode, type Variable, variableOf } from '../variables.js';
import { combinatorAt } from './combinators.js';
import type { Fate } from './model.js';
import { catchAround, functionAround } from './surroundings.js';

/** How far variables and callbacks are followed; `a = b, b = a` ends there. */
const maxDepth = 8;

/** Where the outcome of the promise goes that an expression gives. */
export function fateOf(source: SourceCode, promise: TSESTree.Node, depth = 0): Fate {
  const { parent } = promise;
  const at = placeOf(promise);
  if (!parent || depth > maxDepth) return { fate: 'handed', at };
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return fateOf(source, parent, depth);
    case 'AwaitExpression':
      return { fate: 'awaited', at: placeOf(parent) };
    case 'ExpressionStatement':
      return { fate: 'lost', how: 'dropped', at };
    case 'UnaryExpression':
      return { fate: parent.operator === 'void' ? 'voided' : 'handed', at: placeOf(parent) };
    case 'SequenceExpression':
      return parent.expressions.at(-1) === promise
        ? fateOf(source, parent, depth)
        : { fate: 'lost', how: 'dropped', at };
    case 'ConditionalExpression':
      return parent.test === promise ? { fate: 'handed', at } : fateOf(source, parent, depth);
    case 'LogicalExpression':
      return fateOf(source, parent, depth);
    case 'MemberExpression':
      return parent.object === promise ? fateOfChain(source, parent, depth) : { fate: 'handed', at };
    case 'ArrayExpression':
      return combinatorAt(source, outermost(parent).parent)
        ? fateOf(source, outermost(parent).parent, depth)
        : { fate: 'handed', at };
    case 'ReturnStatement':
      return fateOfReturn(source, parent, depth);
    case 'ArrowFunctionExpression':
      return fateOfResult(source, parent, depth) ?? { fate: 'returned', at };
    case 'VariableDeclarator':
      return fateOfDeclared(source, parent, depth);
    case 'AssignmentExpression':
      return parent.right === promise ? fateOfAssigned(source, parent, depth) : { fate: 'handed', at };
    default:
      return { fate: 'handed', at };
  }
}

/** The expression with all that only speaks to the type checker around it. */
function outermost(node: TSESTree.Node): TSESTree.Node & { parent: TSESTree.Node } {
  const { parent } = node;
  return parent && bare(parent) === bare(node)
    ? outermost(parent)
    : (node as TSESTree.Node & { parent: TSESTree.Node });
}

/** `promise.then(…)`: a handler ends the way of a rejection, anything else hands it on. */
function fateOfChain(source: SourceCode, member: TSESTree.MemberExpression, depth: number): Fate {
  const call = outermost(member).parent;
  const at = placeOf(member.property);
  if (call.type !== 'CallExpression' || bare(call.callee) !== member) return { fate: 'handed', at };
  switch (propertyName(member)) {
    case 'catch':
      return call.arguments.length > 0 ? { fate: 'handled', at } : fateOf(source, call, depth);
    case 'then':
      return hasRejectionHandler(call) ? { fate: 'handled', at } : fateOf(source, call, depth);
    case 'finally':
      return fateOf(source, call, depth);
    default:
      return { fate: 'handed', at };
  }
}

function hasRejectionHandler({ arguments: [, second] }: TSESTree.CallExpression): boolean {
  if (!second) return false;
  const isNothing =
    (second.type === 'Literal' && second.value === null) ||
    (second.type === 'Identifier' && second.name === 'undefined');
  return !isNothing;
}

function fateOfReturn(source: SourceCode, statement: TSESTree.ReturnStatement, depth: number): Fate {
  const around = functionAround(statement);
  const past = catchAround(statement);
  const at = placeOf(statement);
  if (past) return { fate: 'returned', at, past: placeOf(past) };
  return (around && fateOfResult(source, around, depth)) ?? { fate: 'returned', at };
}

/** What becomes of the promise that a function returns, where its only caller shows. */
function fateOfResult(source: SourceCode, returning: FunctionNode, depth: number): Fate | undefined {
  const outer = outermost(returning);
  const { parent } = outer;
  const at = placeOf(returning);
  if (parent.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute') {
    const name = source.getText(parent.parent.name);
    return listenerProperty.test(name) ? { fate: 'lost', how: 'ignored', by: name, at } : undefined;
  }
  if (parent.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise')
    return { fate: 'lost', how: 'ignored', by: 'Promise', at };
  if (parent.type !== 'CallExpression') return undefined;
  if (parent.callee === outer) return fateOf(source, parent, depth + 1);
  const caller = calleeNames(parent.callee).at(-1) ?? '';
  if (/^(?:then|catch|finally)$/.test(caller)) return fateOf(source, parent, depth + 1);
  return ignoresResult.has(caller) ? { fate: 'lost', how: 'ignored', by: caller, at } : { fate: 'handed', at };
}

function fateOfDeclared(source: SourceCode, declarator: TSESTree.VariableDeclarator, depth: number): Fate {
  const at = placeOf(declarator.id);
  const variable = declarator.id.type === 'Identifier' ? variableOf(source, declarator.id) : undefined;
  if (!variable || declarator.parent.parent.type === 'ExportNamedDeclaration') return { fate: 'handed', at };
  return fateOfVariable(source, variable, depth) ?? { fate: 'lost', how: 'unused', at };
}

function fateOfAssigned(source: SourceCode, assignment: TSESTree.AssignmentExpression, depth: number): Fate {
  const at = placeOf(assignment.left);
  const variable = assignment.left.type === 'Identifier' ? variableOf(source, assignment.left) : undefined;
  if (!variable || functionAround(assignment) !== functionAround(variable.identifiers[0] ?? assignment))
    return { fate: 'handed', at };
  const uses = fateOfVariable(source, variable, depth) ?? { fate: 'lost', how: 'unused', at };
  return outermost(assignment).parent.type === 'ExpressionStatement'
    ? uses
    : strongest([uses, fateOf(source, assignment, depth + 1)]);
}

/** The strongest of what the uses of a variable do; `undefined` where it is never read. */
function fateOfVariable(source: SourceCode, variable: Variable, depth: number): Fate | undefined {
  const reads = variable.references.filter((reference) => reference.isRead());
  const [first, ...rest] = reads.map(({ identifier }) => fateOf(source, identifier, depth + 1));
  return first && strongest([first, ...rest]);
}

const weakness: Record<Fate['fate'], number> = { handled: 0, awaited: 1, returned: 2, handed: 3, voided: 4, lost: 5 };

function strongest(fates: readonly [Fate, ...Fate[]]): Fate {
  return fates.reduce((best, fate) => (weakness[fate.fate] < weakness[best.fate] ? fate : best));
}
