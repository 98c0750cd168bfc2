// A `Promise.all` whose failure a `catch` or the handler of its chain takes: what is done with it, and with the values.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../functions.js';
import { natureOf } from '../nature.js';
import { placeOf } from '../places.js';
import {
  bare,
  calleeNames,
  calleeOf,
  isCall,
  isFunction,
  isLoop,
  isNothing,
  outermost,
  propertyName,
  walk,
} from '../syntax.js';
import { type SourceCode, variableOf } from '../variables.js';
import { factsOfCatch, factsOfHandler } from './catches.js';
import type { Combinator } from './combinators.js';
import { type Makers, makersOf } from './makers.js';
import type { CatchFacts, TakenFacts } from './model.js';
import { takesOwnFailure } from './own-failures.js';
import { catchAround } from './surroundings.js';

/** Where a failure is taken, with the nodes that a rewrite needs. */
export interface Taken {
  facts: TakenFacts;
  call: TSESTree.CallExpression;
  /** The `catch` clause, or the handler that the chain is given. */
  taker: TSESTree.CatchClause | TSESTree.Node;
  /** The `await` of the call or of its chain, where the chain does not end without one. */
  waiting: TSESTree.AwaitExpression | undefined;
}

/**
 * Where the failure of a call of `all` is taken; `undefined` where it leaves the function, or nobody takes it.
 * @param ifLogged whether to take it for granted that a chain without a handler ends in one which logs the failure
 */
export function takenOf(source: SourceCode, combinator: Combinator, ifLogged = false): Taken | undefined {
  const { node } = combinator;
  const { parent } = outermost(node);
  const at = parent.type === 'AwaitExpression' ? inTry(source, parent) : inChain(source, node, ifLogged);
  if (!at) return undefined;
  const makers = makersOf(source, combinator);
  const { taker, waiting, taken, values, then } = at;
  const facts: TakenFacts = {
    taken,
    values,
    then,
    empties: values === 'put' && empties(source, waiting, taker),
    perItem: makers?.perItem ?? false,
    failing: makers && failingOf(source, makers),
    writes: makers?.each.some(isWrite) ?? false,
  };
  return { facts, call: node, taker, waiting };
}

interface At extends Pick<TakenFacts, 'taken' | 'values' | 'then'>, Pick<Taken, 'taker' | 'waiting'> {}

/** Whether a handler sets the variable that an awaited list is put into to an empty one, and nothing else. */
function empties(source: SourceCode, waiting: TSESTree.AwaitExpression | undefined, taker: TSESTree.Node): boolean {
  const put = waiting && outermost(waiting).parent;
  if (put?.type !== 'AssignmentExpression') return false;
  const set: TSESTree.Node[] = [];
  walk(taker, source.visitorKeys, (node) => {
    if (node.type === 'UpdateExpression' || node.type === 'AssignmentExpression') set.push(node);
    return true;
  });
  return set.length > 0 && set.every((node) => isEmptying(source, node, put));
}

/** `pages = []`, where `put` sets `pages` too. */
export function isEmptying(source: SourceCode, node: TSESTree.Node, put: TSESTree.AssignmentExpression): boolean {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return false;
  const isEmpty = node.right.type === 'ArrayExpression' && node.right.elements.length === 0;
  return isEmpty && source.getText(node.left) === source.getText(put.left);
}

function failingOf(source: SourceCode, { each, perItem }: Makers): TakenFacts['failing'] {
  const failing = each.filter((maker) => !takesOwnFailure(source, maker));
  if (failing.length === 0) return 'none';
  return failing.length === 1 && !perItem ? 'one' : 'several';
}

function isWrite(maker: Makers['each'][number]): boolean {
  const call = bare(maker);
  return isCall(call) && natureOf(call, calleeNames(calleeOf(call))) === 'write';
}

/** `try { await Promise.all(…) } catch { … }`. */
function inTry(source: SourceCode, waiting: TSESTree.AwaitExpression): At | undefined {
  const clause = catchAround(waiting);
  if (!clause || isRepeated(waiting, clause.parent)) return undefined;
  const isPassedOn = isReturnedNext(source, waiting);
  const then = isPassedOn ? 'nothing' : thenOf(source, waiting, clause.parent.block);
  const values = isPassedOn ? 'given' : valuesOf(source, waiting, then);
  return { taken: factsOfCatch(source, clause), values, then, taker: clause, waiting };
}

/** Whether a loop stands between a node and the `try` around it: the first failure then ends the loop. */
function isRepeated(node: TSESTree.Node, around: TSESTree.Node): boolean {
  for (let each = node.parent; each && each !== around; each = each.parent) if (isLoop(each)) return true;
  return false;
}

/** What follows in the block where all went well. */
function thenOf(source: SourceCode, waiting: TSESTree.Node, block: TSESTree.BlockStatement): TakenFacts['then'] {
  let then: TakenFacts['then'] = 'nothing';
  walk(block, source.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    const isBehind = node.range[0] >= waiting.range[1];
    if (isBehind && node.type.endsWith('Statement') && then === 'nothing') then = 'at-once';
    if (isBehind && (node.type === 'AwaitExpression' || (node.type === 'ReturnStatement' && node.argument)))
      then = 'more';
    return true;
  });
  return then;
}

function valuesOf(
  source: SourceCode,
  waiting: TSESTree.AwaitExpression,
  then: TakenFacts['then'],
): TakenFacts['values'] {
  const { parent } = outermost(waiting);
  if (parent.type === 'ExpressionStatement') return 'dropped';
  if (then !== 'nothing') return 'used';
  if (parent.type === 'ReturnStatement') return 'given';
  if (parent.type === 'VariableDeclarator') return isRead(source, parent.id) ? 'used' : 'dropped';
  const isStatement = parent.type === 'AssignmentExpression' && parent.parent.type === 'ExpressionStatement';
  return isStatement && parent.operator === '=' && parent.left.type === 'Identifier' ? 'put' : 'used';
}

/** `const pages = await …; return pages;` */
function isReturnedNext(source: SourceCode, waiting: TSESTree.AwaitExpression): boolean {
  const { parent: declarator } = outermost(waiting);
  const statement = declarator.parent;
  if (declarator.type !== 'VariableDeclarator' || statement?.parent?.type !== 'BlockStatement') return false;
  const { body } = statement.parent;
  const next = body[body.indexOf(statement as TSESTree.Statement) + 1];
  if (next?.type !== 'ReturnStatement' || next.argument?.type !== 'Identifier') return false;
  const variable = variableOf(source, next.argument);
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length === 1 && variable?.identifiers[0] === declarator.id;
}

function isRead(source: SourceCode, name: TSESTree.Node): boolean {
  const variable = name.type === 'Identifier' ? variableOf(source, name) : undefined;
  return variable?.references.some((reference) => reference.isRead()) ?? true;
}

/** `Promise.all(…).then(done).catch(log)`. */
function inChain(source: SourceCode, call: TSESTree.CallExpression, ifLogged: boolean): At | undefined {
  let then: TakenFacts['then'] = 'nothing';
  let last = call;
  for (let link = linkOn(call); link; link = linkOn(link.call)) {
    const [first, second] = link.call.arguments;
    const taker = link.name === 'catch' ? first : second;
    last = link.call;
    if (link.name === 'then' && first && !isNothing(first)) then = strictest(then, succeeds(source, first));
    if (!taker) continue;
    return ended(last, { taker, taken: factsOfHandler(source, taker), then });
  }
  return ifLogged ? ended(last, { taker: last, taken: { ...logging, at: placeOf(last) }, then }) : undefined;
}

/** A handler that logs. */
const logging: Omit<CatchFacts, 'at'> = {
  tells: true,
  error: 'told',
  asks: [],
  endings: ['goes-on'],
  assigns: false,
  awaits: false,
};

interface Link {
  name: 'then' | 'catch';
  call: TSESTree.CallExpression;
}

function linkOn(promise: TSESTree.CallExpression): Link | undefined {
  const { parent: member } = outermost(promise);
  const name = member.type === 'MemberExpression' ? propertyName(member) : undefined;
  if (member.type !== 'MemberExpression' || (name !== 'then' && name !== 'catch')) return undefined;
  const { parent: call } = outermost(member);
  return call.type === 'CallExpression' && bare(call.callee) === member ? { name, call } : undefined;
}

function strictest(one: TakenFacts['then'], other: TakenFacts['then']): TakenFacts['then'] {
  const order = ['more', 'at-once'] as const;
  return order.find((each) => each === one || each === other) ?? 'nothing';
}

/** What the handler of success does; one that gets the values needs them. */
function succeeds(source: SourceCode, handler: TSESTree.Node): TakenFacts['then'] {
  const local = localFunction(source, handler);
  return local?.params.length === 0 && !local.async ? 'at-once' : 'more';
}

/** Who gets what a chain gives in the end. */
function ended(
  call: TSESTree.CallExpression,
  { taker, taken, then }: { taker: TSESTree.Node; taken: CatchFacts; then: TakenFacts['then'] },
): At | undefined {
  const { parent: member } = outermost(call);
  const finallyCall =
    member.type === 'MemberExpression' && propertyName(member) === 'finally' ? member.parent : undefined;
  const last = outermost(finallyCall ?? call);
  const waiting = last.parent.type === 'AwaitExpression' ? last.parent : undefined;
  const { parent } = outermost(waiting ?? last);
  const at = { taker, taken, then, waiting };
  const isDropped =
    parent.type === 'ExpressionStatement' || (parent.type === 'UnaryExpression' && parent.operator === 'void');
  if (isDropped) return { ...at, values: 'dropped' };
  const isNamed = waiting && parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier';
  return { ...at, values: isNamed && then === 'nothing' ? 'given' : 'used' };
}
