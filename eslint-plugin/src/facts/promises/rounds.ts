// Two rounds over a list: all results are awaited first, then each is handled with an await of its own.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../../knowledge/project.js';
import { factsOfCallback } from '../callbacks.js';
import { factsOfLoop } from '../loops.js';
import type { LoopFacts } from '../model.js';
import { bare, type FunctionNode, hasOwnNode, outermost, propertyName, siblingsOf } from '../syntax.js';
import { isConstant, isInside, type SourceCode, variableOf } from '../variables.js';
import { type Combinator, combinatorAt, combinatorsOf, type Mapped, mappedBy } from './combinators.js';

/** The two rounds, with the nodes that a rewrite needs. */
export interface Rounds {
  /** One item of each round, as one iteration of a loop. */
  first: LoopFacts;
  second: LoopFacts;
  /** Whether the first round itself throws for an item that is not as it must be. */
  throws: boolean;
  /** The statements of both, one right behind the other. */
  statements: readonly [TSESTree.VariableDeclaration, TSESTree.Statement];
  /** The combinator that all results come from, and its `map`. */
  all: TSESTree.CallExpression;
  /** What the results are called, and where they are read. */
  name: string;
  read: TSESTree.Node;
  /** Whether each result is a list itself, and it is the items of those that are handled. */
  flat: boolean;
  mapped: Mapped & { body: FunctionNode };
  handling: Handling;
}

/** How a result is handled: by the body of a loop, or the callback of a `map` in the combinator `all`. */
export type Handling =
  | { by: 'loop'; loop: TSESTree.ForOfStatement }
  | { by: 'map'; mapped: Mapped & { body: FunctionNode }; all: TSESTree.CallExpression };

/** The rounds of a file, in the order of the text. */
export function roundsIn(source: SourceCode, project: ProjectNames): Rounds[] {
  return combinatorsOf(source).flatMap((combinator) => roundsOf(source, project, combinator) ?? []);
}

function roundsOf(source: SourceCode, project: ProjectNames, { name, node, input }: Combinator): Rounds | undefined {
  const awaited = name === 'all' ? outermost(node).parent : undefined;
  if (input?.of !== 'mapped' || awaited?.type !== 'AwaitExpression') return undefined;
  const lists = flattened(awaited);
  const declarator = outermost(lists ?? awaited).parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  const { id, parent: statement } = declarator;
  const siblings = statement.declarations.length === 1 ? (siblingsOf(statement) ?? []) : [];
  const next = siblings[siblings.indexOf(statement) + 1];
  const use = onlyUse(source, id);
  if (!next || !use || !isInside(use, next)) return undefined;
  const items = flattened(use);
  const read = items ?? use;
  const mapped = withBody(input);
  const handling = handlingOf(source, read, next);
  const second = handling && factsOfHandling(source, project, handling);
  if (!mapped || !second || (lists && items)) return undefined;
  const first = factsOfCallback(source, project, mapped.body);
  return {
    first,
    second,
    throws: throwsIn(source, mapped.body),
    statements: [statement, next],
    all: node,
    name: id.name,
    read,
    flat: (lists ?? items) !== undefined,
    mapped,
    handling,
  };
}

/** The call of `flat` on a list of lists, where it takes them one level apart. */
function flattened(list: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = outermost(list).parent;
  if (member.type !== 'MemberExpression' || propertyName(member) !== 'flat') return undefined;
  const call = outermost(member).parent;
  return call.type === 'CallExpression' && bare(call.callee) === member && call.arguments.length === 0
    ? call
    : undefined;
}

function throwsIn(source: SourceCode, callback: FunctionNode): boolean {
  return hasOwnNode(callback.body, source.visitorKeys, ({ type }) => type === 'ThrowStatement');
}

/** The one place where a constant is read. */
function onlyUse(source: SourceCode, declared: TSESTree.Identifier): TSESTree.Node | undefined {
  const variable = variableOf(source, declared);
  const reads = variable && isConstant(variable) ? variable.references.filter((reference) => reference.isRead()) : [];
  return reads.length === 1 ? reads[0]?.identifier : undefined;
}

/** The function that makes a promise for an item, where it shows, and gets nothing but the item. */
function withBody(mapped: Mapped): Rounds['mapped'] | undefined {
  const { body, callback } = mapped;
  return body?.params.length === 1 && body === bare(callback) ? { ...mapped, body } : undefined;
}

/** How the results are handled, where the statement does nothing else with them. */
function handlingOf(source: SourceCode, read: TSESTree.Node, statement: TSESTree.Statement): Handling | undefined {
  if (statement.type === 'ForOfStatement')
    return statement.right === read && !statement.await ? { by: 'loop', loop: statement } : undefined;
  const call = read.parent?.parent;
  const inner = call && mappedBy(source, call);
  const mapped = inner?.items === read ? withBody(inner) : undefined;
  const around = mapped && combinatorAt(source, mapped.call.parent);
  if (!mapped || around?.name !== 'all' || !isWhole(around.node, statement)) return undefined;
  return { by: 'map', mapped, all: around.node };
}

/** Whether a statement awaits or returns a call, or puts what it gives into a variable, and does nothing else. */
function isWhole(call: TSESTree.CallExpression, statement: TSESTree.Statement): boolean {
  const waiting = call.parent.type === 'AwaitExpression' ? call.parent : undefined;
  const { parent } = waiting ?? call;
  if (parent === statement) return statement.type === 'ReturnStatement' || waiting !== undefined;
  const isPut =
    parent.type === 'VariableDeclarator' || (parent.type === 'AssignmentExpression' && parent.operator === '=');
  return isPut && parent.parent === statement && waiting !== undefined;
}

function factsOfHandling(source: SourceCode, project: ProjectNames, handling: Handling): LoopFacts | undefined {
  return handling.by === 'loop'
    ? factsOfLoop(source, project, handling.loop)
    : factsOfCallback(source, project, handling.mapped.body);
}
