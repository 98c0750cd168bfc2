// Finds the variables that hold started promises: one, a list of them, or a list that a loop pushes to.
import type { TSESTree } from '@typescript-eslint/utils';
import { landmarksOf } from '../landmarks.js';
import { bare, functionAround, propertyName, siblingsOf } from '../syntax.js';
import { isConstant, type SourceCode, type Variable, variableOf } from '../variables.js';
import { mappedBy } from './combinators.js';
import { waysThrough } from './gaps.js';
import { handlerAt, type Handler, isTaken, takes } from './handlers.js';
import { pushOf } from './makers.js';
import type { HeldFacts, Way } from './model.js';
import { takesOwnFailure } from './own-failures.js';
import { sparedOf, startersIn } from './starters.js';

/** A variable that holds promises, with the nodes that a rewrite needs. */
export interface Held {
  facts: HeldFacts;
  declarator: TSESTree.VariableDeclarator;
  starts: readonly Start[];
  handlers: readonly Handler[];
  isList: boolean;
}

/** What starts a promise, the declarator or a call that pushes to the list, and the ways from there alone. */
export interface Start {
  node: TSESTree.Node;
  ways: readonly Way[];
}

/** The variables of a file that hold promises which somebody awaits, combines or chains, in the order of the text. */
export function heldIn(source: SourceCode): Held[] {
  return landmarksOf(source).declarators.flatMap((declarator) => heldBy(source, declarator) ?? []);
}

function heldBy(source: SourceCode, declarator: TSESTree.VariableDeclarator): Held | undefined {
  const { id, init } = declarator;
  const statements = init && id.type === 'Identifier' ? siblingsOf(declarator.parent) : undefined;
  if (!init || !statements) return undefined;
  const made = bare(init);
  const first = startersIn(source, made);
  // Most variables hold no promise.
  if (first.length === 0 && made.type !== 'ArrayExpression') return undefined;
  const variable = variableOf(source, id);
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  if (!variable || !reads.some(({ identifier }) => isTaken(source, identifier)) || !isConstant(variable))
    return undefined;
  const isList = made.type === 'ArrayExpression' || mappedBy(source, made) !== undefined;
  const pushed = isList ? variable.references.flatMap(({ identifier }) => pushIn(source, identifier) ?? []) : [];
  // Those that never reject are in no danger beside those that may.
  const inDanger = pushed.filter(({ starters }) => !starters.every((starter) => takesOwnFailure(source, starter)));
  const pushes = inDanger.length > 0 ? inDanger : pushed;
  const nodes = [...(first.length > 0 ? [declarator] : []), ...pushes.map(({ call }) => call)];
  const handlers = nodes.length > 0 ? handlersOf(source, reads, declarator, isList) : [];
  if (!handlers.some(takes)) return undefined;
  const ways = waysThrough(source, statements, nodes, handlers);
  const starts = nodes.map((node, index) => ({ node, ways: ways[index] ?? [] }));
  const facts: HeldFacts = {
    name: variable.name,
    spared: handlers.some(({ how }) => how === 'used')
      ? 'more'
      : sparedOf(source, [...first, ...pushes.flatMap(({ starters }) => starters)]),
    ways: ways.flat(),
  };
  return { facts, declarator, starts, handlers, isList };
}

/** A call that pushes promises to the list which an identifier names. */
function pushIn(
  source: SourceCode,
  identifier: TSESTree.Node,
): { call: TSESTree.CallExpression; starters: TSESTree.Node[] } | undefined {
  const call = pushOf(identifier);
  const starters = call?.arguments.flatMap((argument) => startersIn(source, argument)) ?? [];
  return call && starters.length > 0 ? { call, starters } : undefined;
}

function handlersOf(
  source: SourceCode,
  reads: Variable['references'],
  declarator: TSESTree.VariableDeclarator,
  isList: boolean,
): Handler[] {
  const owner = functionAround(declarator);
  return reads.flatMap(({ identifier }) => {
    const handler = handlerAt(source, identifier, owner);
    return handler && !(isList && isOfList(handler.node)) ? [handler] : [];
  });
}

/** What a list has of its own: to add to it or to count it handles nothing. */
function isOfList(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && /^(?:push|length)$/.test(propertyName(node) ?? '');
}
