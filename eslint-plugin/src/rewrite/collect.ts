// The form for loops that only add one value an item to a list: the callback returns what was added.
import type { TSESTree } from '@typescript-eslint/utils';
import { isOwnArray } from '../facts/arrays.js';
import { localFunction } from '../facts/functions.js';
import { takesType } from '../facts/generics.js';
import {
  bare,
  bareAwaited,
  calleeNames,
  type LoopNode,
  propertyName,
  siblingsOf,
  typeBehind,
} from '../facts/syntax.js';
import { isInside, type SourceCode, variableOf } from '../facts/variables.js';
import type { Ordered } from '../verdict/model.js';
import { continuesOf, statementsOf } from './body.js';
import { blockBody, bodyStatements, conciseBody, type Draft, gathered } from './draft.js';
import { inPlaceOf, outdented, styleOf } from './text.js';

export interface Collection {
  /** The list that is added to. */
  target: TSESTree.Expression;
  /** What is added for an item. */
  value: TSESTree.Expression;
  /** The statement that adds it, the last of the body. */
  statement: TSESTree.Statement;
  /** The declaration of the empty list right before the loop, where nothing else touches it. */
  declaration: TSESTree.VariableDeclaration | undefined;
}

/** The collection of values that a loop makes, or `undefined` where it does more. */
export function collectionOf(
  source: SourceCode,
  loop: LoopNode,
  ordered: readonly Ordered[],
  statements = statementsOf(loop.body),
): Collection | undefined {
  const collection = additionOf(source, loop, ordered, statements);
  return collection && mayBePromise(source, collection.target, collection.value) ? undefined : collection;
}

/** The same, where what is added may be promises that stay promises. */
export function additionOf(
  source: SourceCode,
  loop: LoopNode,
  ordered: readonly Ordered[],
  statements = statementsOf(loop.body),
): Collection | undefined {
  const statement = statements.at(-1);
  const [only] = ordered;
  if (!statement || ordered.length !== 1 || only?.does !== 'append') return undefined;
  const push = pushIn(statement);
  if (!push || continuesOf(source, loop).length > 0 || only.at.start !== push.call.range[0]) return undefined;
  if (!isOwnArray(source, push.target) || usesIn(source, loop, push.target) !== 1) return undefined;
  return { target: push.target, value: push.value, statement, declaration: declarationOf(source, loop, push.target) };
}

/** Whether a value may be a promise that is collected as such: what a callback returns would be waited for. */
export function mayBePromise(source: SourceCode, target: TSESTree.Expression, value: TSESTree.Node): boolean {
  const node = bare(value);
  if (node.type !== 'CallExpression' && node.type !== 'Identifier') return false;
  const called = node.type === 'CallExpression' ? localFunction(source, node.callee) : undefined;
  const variable = variableOf(source, bare(target));
  const isCombined = (variable?.references ?? []).some(({ identifier }) => {
    const around = identifier.parent.type === 'SpreadElement' ? identifier.parent.parent.parent : identifier.parent;
    return around.type === 'CallExpression' && calleeNames(around.callee)[0] === 'Promise';
  });
  return isCombined || called?.async === true;
}

/** How often a loop names the variable of a collection; never where it is no variable. */
function usesIn(source: SourceCode, loop: LoopNode, target: TSESTree.Expression): number {
  const variable = variableOf(source, bare(target));
  return variable?.references.filter(({ identifier }) => isInside(identifier, loop)).length ?? 0;
}

function pushIn(
  statement: TSESTree.Statement,
): { call: TSESTree.CallExpression; target: TSESTree.Expression; value: TSESTree.Expression } | undefined {
  const call = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (
    call?.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression' ||
    propertyName(call.callee) !== 'push'
  )
    return undefined;
  const [value] = call.arguments;
  if (!value || call.arguments.length !== 1 || value.type === 'SpreadElement') return undefined;
  return { call, target: call.callee.object, value };
}

/** The declaration of an empty list that stands right before the loop, which names it once. */
function declarationOf(
  source: SourceCode,
  loop: LoopNode,
  target: TSESTree.Expression,
): TSESTree.VariableDeclaration | undefined {
  const isEmpty = (init: TSESTree.Expression): boolean => init.type === 'ArrayExpression' && init.elements.length === 0;
  return usesIn(source, loop, target) === 1 ? emptyBefore(source, loop, target, isEmpty) : undefined;
}

/** The declaration of a target, empty, that stands right before the loop. */
export function emptyBefore(
  source: SourceCode,
  loop: LoopNode,
  target: TSESTree.Expression,
  isEmpty: (init: TSESTree.Expression) => boolean,
): TSESTree.VariableDeclaration | undefined {
  const previous = siblingBefore(loop);
  const variable = variableOf(source, bare(target));
  if (previous?.type !== 'VariableDeclaration' || previous.declarations.length !== 1) return undefined;
  const [{ id, init }] = previous.declarations;
  if (!init || !isEmpty(init) || !variable || variable !== variableOf(source, id)) return undefined;
  return /^\s*$/.test(source.text.slice(previous.range[1], startOf(loop))) ? previous : undefined;
}

/** Where a loop begins, with its label. */
export function startOf(loop: LoopNode): number {
  return loop.parent.type === 'LabeledStatement' ? loop.parent.range[0] : loop.range[0];
}

function siblingBefore(node: TSESTree.Statement): TSESTree.Statement | undefined {
  const { parent } = node;
  if (parent.type === 'LabeledStatement') return siblingBefore(parent);
  const siblings = siblingsOf(node) ?? [];
  return siblings[siblings.indexOf(node) - 1];
}

/** `Promise.all(items.map(…))` whose values are what the loop added. */
export function collected(draft: Draft, collection: Collection): string {
  const { source } = draft;
  const others = bodyStatements(draft).filter((statement) => statement !== collection.statement);
  const value = bare(collection.value);
  const plain = others.length === 0 ? collection.value : soleConstant(others, value);
  const hasComments = source
    .getCommentsInside(draft.loop.body)
    .some((comment) => !plain || !isInside(comment as unknown as TSESTree.Node, plain));
  if (plain && !hasComments && draft.items.prelude === undefined) {
    const { indent } = styleOf(source, plain);
    return gathered(draft, outdented(source, plain, conciseBody(source, plain), indent, draft.style));
  }
  const edit = inPlaceOf(source, draft.style, collection.statement, `return ${returned(draft, collection)}`);
  return gathered(draft, blockBody(draft, [edit]));
}

/** The type of a callback's result that the compiler would widen, or not know, where nothing says which list it goes to. */
export function resultType(
  source: SourceCode,
  { target, value }: Pick<Collection, 'target'> & { value: TSESTree.Node },
): string {
  const [declared] = variableOf(source, bare(target))?.identifiers ?? [];
  const isTyped = declared && typeBehind(declared);
  const isUntold = widens.has(bare(value).type) || takesType(source, bareAwaited(value));
  return isTyped && isUntold ? `: Promise<(typeof ${source.getText(target)})[number]>` : '';
}

const widens: ReadonlySet<string> = new Set([
  'ObjectExpression',
  'ArrayExpression',
  'Literal',
  'ConditionalExpression',
  'LogicalExpression',
]);

/** What an async callback returns need not be awaited. */
function returned({ source, style }: Draft, { value, statement }: Collection): string {
  const node = value.type === 'AwaitExpression' ? value.argument : value;
  const { indent } = styleOf(source, statement);
  return outdented(source, node, source.getText(node), styleOf(source, value).indent, { ...style, indent });
}

/** `await f(x)` of a body `const r = await f(x); out.push(r)`. */
export function soleConstant(
  statements: readonly TSESTree.Statement[],
  value: TSESTree.Node,
): TSESTree.Node | undefined {
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1)
    return undefined;
  const [declarator] = statement.declarations;
  const isSame =
    declarator.id.type === 'Identifier' &&
    value.type === 'Identifier' &&
    declarator.id.name === value.name &&
    !declarator.id.typeAnnotation;
  return isSame ? (declarator.init ?? undefined) : undefined;
}
