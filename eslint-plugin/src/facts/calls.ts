// Lowers a call: what its receiver and arguments read, what it changes, and what a function of this file does.
import type { TSESTree } from '@typescript-eslint/utils';
import { ignoresResult } from '../knowledge/callbacks.js';
import { mutators, synchronousCallbacks, takers } from '../knowledge/collections.js';
import type { Context } from './context.js';
import { lowerBelow, lowerCombined, lowerExpression, lowerFunctionBody } from './expressions.js';
import { localFunction } from './functions.js';
import type { Operation, Path, Place, Step } from './model.js';
import { operationOf } from './operations.js';
import { below, pathOf, valueKey } from './paths.js';
import { placeOf } from './places.js';
import { inlined } from './summaries.js';
import { argumentsOf, bare, calleeNames, calleeOf, type CallNode, isCall, isFunction, propertyName } from './syntax.js';

/** Methods of a promise whose call is awaited with the promise itself. */
const continuations: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Who waits for a call: nobody, the `await` around it, a combinator, or the caller of the function that returns it. */
export type Awaited = 'no' | 'here' | 'combined' | 'returned';

/** The steps of a call; `awaitedAt` is the place of the `await` around it. */
export function lowerCall(
  context: Context,
  node: CallNode,
  awaited: Awaited,
  awaitedAt: Place = placeOf(node),
): Step[] {
  const callee = bare(calleeOf(node));
  const inside: Context = { ...context, combined: combines(context, node, awaited) };
  const effect = effectOf(context, node, awaited);
  const changed = changedByStatement(node, callee);
  const steps: Step[] = [
    ...lowerReceiver(inside, callee),
    ...argumentsOf(node).flatMap((argument) =>
      argument === changed ? lowerTarget(inside, argument) : lowerArgument(inside, argument),
    ),
    ...effect.steps,
  ];
  const now = callee.type === 'MemberExpression' && synchronousCallbacks.has(propertyName(callee) ?? '');
  const callbacks = argumentsOf(node).filter((argument) => isFunction(argument));
  // What listens runs when something else happens, and nobody waits for it here.
  const isListener = awaited === 'no' && !now && ignoresResult.has(calleeNames(callee).at(-1) ?? '');
  const bodies = callbacks.map((callback): Step => ({
    kind: 'repeat',
    body: lowerFunctionBody(inside, callback),
    deferred: !now,
    ...((now && !callback.async) || isListener ? {} : { callback: true as const }),
  }));
  if (awaited === 'no' || awaited === 'combined') return [...steps, ...bodies];
  // A callback of an awaited call may run after the call suspended, so it comes after the await.
  const lasting = awaited === 'here' && effect.isUnknown ? lastingReads(context, node) : [];
  const of = !effect.waits && callbacks.length === 0 ? 'settled' : awaited === 'here' ? 'call' : 'returned';
  return [...steps, { kind: 'await', at: awaitedAt, of }, ...lasting, ...bodies];
}

interface Effect {
  steps: Step[];
  /** Whether it may wait for anything. */
  waits: boolean;
  /** Whether what it does is not known from this file. */
  isUnknown: boolean;
}

/** What the call itself does: to a collection, as a function of this file, or somewhere else. */
function effectOf(context: Context, node: CallNode, awaited: Awaited): Effect {
  const { frame } = context;
  const callee = bare(calleeOf(node));
  const isAwaited = awaited !== 'no';
  const effect = awaited === 'here' ? undefined : collectionEffect(context, node, callee);
  if (effect) return { steps: effect, waits: true, isUnknown: false };
  const local = localFunction(frame.source, callee);
  const own = local && inlined(context, local, node, isAwaited);
  const byName = operationOf(frame, node, isAwaited, own !== undefined);
  const operation: Operation = own
    ? { ...byName, nature: own.operation.nature ?? byName.nature, traits: [...byName.traits, ...own.operation.logs] }
    : byName;
  const call: Step = { kind: 'call', operation, at: placeOf(node) };
  if (own) {
    const told: Step = own.isWhole ? { ...call, followed: true } : call;
    return { steps: [told, ...own.steps], waits: own.waits, isUnknown: false };
  }
  return { steps: [...receiverContent(context, callee), call], waits: true, isUnknown: true };
}

/** What an awaited call was handed, or is a method of, it may look at until it is done. */
function lastingReads(context: Context, node: CallNode): Step[] {
  const callee = bare(calleeOf(node));
  const handed = [...argumentsOf(node), ...(callee.type === 'MemberExpression' ? [callee.object] : [])];
  return handed.flatMap((part): Step[] => {
    const path =
      part.type === 'SpreadElement' || bare(part).type === 'ThisExpression' ? undefined : pathOf(context.frame, part);
    return path ? [{ kind: 'read', path, depth: 'lasting', at: placeOf(part) }] : [];
  });
}

/** Whether the promises among the arguments are awaited together. */
function combines(context: Context, node: CallNode, awaited: Awaited): boolean {
  const names = calleeNames(calleeOf(node));
  if (names[0] === 'Promise' && names.length === 2) return awaited !== 'no' || context.combined;
  const last = names.at(-1) ?? '';
  if (continuations.has(last)) return awaited !== 'no' || context.combined;
  return context.combined && (last === 'map' || last === 'flatMap');
}

function lowerArgument(context: Context, argument: TSESTree.CallExpressionArgument): Step[] {
  if (argument.type === 'SpreadElement') return lowerExpression(context, argument.argument);
  if (isFunction(argument)) return [];
  return context.combined ? lowerCombined(context, argument) : lowerExpression(context, argument);
}

/** What is read to find out which function is called. */
function lowerReceiver(context: Context, callee: TSESTree.Node): Step[] {
  if (callee.type === 'MemberExpression' && context.combined && continuations.has(propertyName(callee) ?? ''))
    return lowerCombined(context, callee.object);
  if (callee.type === 'MemberExpression') return lowerBelow(context, callee);
  return callee.type === 'Identifier' || isFunction(callee) ? [] : lowerExpression(context, callee);
}

/** A method of an object elsewhere may look at all of it; `this` alone says nothing. */
function receiverContent(context: Context, callee: TSESTree.Node): Step[] {
  if (callee.type !== 'MemberExpression') return [];
  const path = pathOf(context.frame, callee.object);
  if (!path || path.root.startsWith('global ') || (path.root === 'this' && path.keys.length === 0)) return [];
  return [{ kind: 'read', path, depth: 'content', at: placeOf(callee.object) }];
}

/** The steps of a method of JavaScript's own collections, or `undefined` for any other call. */
function collectionEffect(context: Context, node: CallNode, callee: TSESTree.Node): Step[] | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const name = propertyName(callee) ?? '';
  const at = placeOf(node);
  const [first, ...rest] = argumentsOf(node);
  if (first && changesFirst(callee, name, rest.length)) {
    const target = pathOf(context.frame, first);
    return target ? [{ kind: 'write', path: below(target, '[*]', target.text), how: 'chain', at }] : [];
  }
  const how = mutators.get(name);
  const receiver = bare(callee.object);
  // Either may be the one that is changed: `(isOdd ? odd : even).push(x)`.
  if (how && receiver.type === 'ConditionalExpression')
    return [receiver.consequent, receiver.alternate].flatMap((either): Step[] => {
      const path = pathOf(context.frame, either);
      return path ? [{ kind: 'write', path: keyed(context, path, name, first), how, at }] : [];
    });
  // What is looked up is changed where it lies: `byKind.get(kind).push(x)`.
  const path = pathOf(context.frame, callee.object, how ? 1 : 0);
  if (!path) return how ? [] : undefined;
  if (how) {
    const taken: Step[] = takers.has(name) ? [{ kind: 'read', path, depth: 'content', at }] : [];
    return [
      ...taken,
      { kind: 'write', path: keyed(context, path, name, first), how: isMark(node, name) ? 'mark' : how, at },
    ];
  }
  if ((name === 'has' || name === 'get') && first && rest.length === 0)
    return [
      { kind: 'read', path: keyed(context, path, name, first), depth: isChanged(node) ? 'reference' : 'content', at },
    ];
  return undefined;
}

/** The target of `Object.assign(target, …)`, where nobody takes what it gives: it is changed, not looked at. */
function changedByStatement(node: CallNode, callee: TSESTree.Node): TSESTree.Node | undefined {
  const [first, ...rest] = argumentsOf(node);
  if (!first || node.parent.type !== 'ExpressionStatement' || callee.type !== 'MemberExpression') return undefined;
  return changesFirst(callee, propertyName(callee) ?? '', rest.length) ? first : undefined;
}

function lowerTarget(context: Context, target: TSESTree.Node): Step[] {
  const node = bare(target);
  return node.type === 'MemberExpression' ? lowerBelow(context, node) : [];
}

/** `Object.assign(target, …)`, and `_.set(target, path, value)`: a Map's `set` takes two. */
function changesFirst({ object }: TSESTree.MemberExpression, method: string, others: number): boolean {
  if (method === 'set') return others === 2;
  return method === 'assign' && object.type === 'Identifier' && object.name === 'Object';
}

/** Whether a call only looks up what a method then changes: `byKind.get(kind).push(x)`. */
function isChanged({ parent }: TSESTree.Node): boolean {
  if (parent?.type === 'TSNonNullExpression') return isChanged(parent);
  if (parent?.type !== 'MemberExpression' || !isCall(parent.parent)) return false;
  return calleeOf(parent.parent) === parent && mutators.has(propertyName(parent) ?? '');
}

/** `done.set(key, true)` keeps no value, it only marks the key. */
function isMark(node: CallNode, method: string): boolean {
  return method === 'set' && argumentsOf(node)[1]?.type === 'Literal';
}

/** The part of a collection that a method speaks of: one key, a new element, or any. */
function keyed(context: Context, path: Path, method: string, argument: TSESTree.Node | undefined): Path {
  if (argument && ['set', 'add', 'delete', 'has', 'get'].includes(method))
    return below(path, valueKey(context.frame, argument), path.text);
  return below(path, method === 'push' ? '[+]' : '[*]', path.text);
}
