// A record outside the process that one iteration reads and then writes, under a key that items may have in common.
import type { TSESTree } from '@typescript-eslint/utils';
import { wordsOf } from '../knowledge/words.js';
import { natureOf } from './nature.js';
import type { Frame } from './paths.js';
import { restsOnAwaited } from './results.js';
import {
  argumentsOf,
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  isCall,
  isFunction,
  isLoop,
  propertyName,
  walk,
} from './syntax.js';
import { isConstant, isPrivateTo, variableOf } from './variables.js';

/** The key, as written, under which `call` writes what an awaited call before it read; `undefined` if there is none. */
export function sharedRecordOf(frame: Frame, call: CallNode, names: readonly string[]): string | undefined {
  if (!isLoop(frame.region) || names.length < 2 || natureOf(call, names) === 'read') return undefined;
  const keys = sharedKeysIn(frame, call);
  if (keys.size === 0) return undefined;
  const receiver = names.slice(0, -1).join('.');
  for (const read of awaitedCallsIn(frame)) {
    if (read.range[0] >= call.range[0]) continue;
    const readNames = calleeNames(calleeOf(read));
    if (readNames.slice(0, -1).join('.') !== receiver || natureOf(read, readNames) === 'write') continue;
    for (const key of sharedKeysIn(frame, read)) if (keys.has(key)) return key;
  }
  return undefined;
}

const keysOf = new WeakMap<TSESTree.Node, WeakMap<CallNode, ReadonlySet<string>>>();

/** See `findSharedKeys`; remembered for each loop that a call may stand in. */
function sharedKeysIn(frame: Frame, call: CallNode): ReadonlySet<string> {
  const known = keysOf.get(frame.region) ?? new WeakMap<CallNode, ReadonlySet<string>>();
  const keys = known.get(call) ?? findSharedKeys(frame, call);
  keysOf.set(frame.region, known.set(call, keys));
  return keys;
}

/** What the arguments name that two items may have in common: an awaited value, or a foreign key of the item. */
function findSharedKeys(frame: Frame, call: CallNode): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const argument of argumentsOf(call)) {
    walk(argument, frame.source.visitorKeys, (node) => {
      if (isFunction(node) || isCall(node)) return false;
      if (node.type === 'MemberExpression') {
        if (isSharedProperty(frame, node)) keys.add(frame.source.getText(node));
        return node.computed;
      }
      if (node.type === 'Identifier' && isAwaitedKey(frame, node)) keys.add(node.name);
      return true;
    });
  }
  return keys;
}

/** `item.authorId`, or a property of an awaited value that is not its own `id`. */
function isSharedProperty(frame: Frame, node: TSESTree.MemberExpression): boolean {
  const object = bare(node.object);
  const variable = object.type === 'Identifier' ? variableOf(frame.source, object) : undefined;
  const words = wordsOf(propertyName(node) ?? '');
  if (!variable) return false;
  if (frame.items.has(variable))
    return words.length > 1 && words.at(-1) === 'id' && !isNamedAfter(variable.name, words);
  return words.join(' ') !== 'id' && isPrivateTo(variable, frame.region) && restsOnAwaited(frame, object);
}

/** `user.userId` is the item's own. */
function isNamedAfter(item: string, words: readonly string[]): boolean {
  return words.slice(0, -1).join(' ') === wordsOf(item).join(' ');
}

/** A constant of the iteration that holds an awaited value and is used as it is. */
function isAwaitedKey(frame: Frame, node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'Property' && parent.key === node && parent.value !== node && !parent.computed) return false;
  if (parent.type === 'SpreadElement') return false;
  const variable = variableOf(frame.source, node);
  return (
    variable !== undefined &&
    isConstant(variable) &&
    isPrivateTo(variable, frame.region) &&
    !frame.items.has(variable) &&
    restsOnAwaited(frame, node)
  );
}

const known = new WeakMap<TSESTree.Node, CallNode[]>();

/** The awaited calls of an iteration, those of nested functions left out. */
function awaitedCallsIn({ region, source }: Frame): CallNode[] {
  let calls = known.get(region);
  if (!calls) {
    const found: CallNode[] = [];
    walk(region, source.visitorKeys, (node) => {
      const argument = node.type === 'AwaitExpression' ? bare(node.argument) : undefined;
      if (argument && isCall(argument)) found.push(argument);
      return !isFunction(node);
    });
    known.set(region, (calls = found));
  }
  return calls;
}
