// Calls whose order is part of the list they run over: hooks, plugins, logs of changes, groups.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  chainRunners,
  chains,
  chainWords,
  ends,
  entryRunners,
  entryVerbs,
  groups,
  journalEntries,
  journalVerbs,
  migrationItems,
  told,
} from '../knowledge/chains.js';
import { synchronousCallbacks } from '../knowledge/collections.js';
import { commandNames, commandRunners, statementRunners } from '../knowledge/ties.js';
import { hasWord, lookUp, lookUpByLastWord, wordsOf } from '../knowledge/words.js';
import { combinatorOf } from './combinator-name.js';
import type { Trait } from './model.js';
import { dependsOnRegion, type Frame, valueKey } from './paths.js';
import { isUnshared } from './steps.js';
import {
  argumentsOf,
  bare,
  bareAwaited,
  calleeNames,
  calleeOf,
  type CallNode,
  chainRoot,
  hasOwnNode,
  isCall,
  isFunction,
  isLoop,
  propertyName,
} from './syntax.js';
import { declaratorOf, isPrivateTo, isWholeItem, namesCode, type Variable, variableOf } from './variables.js';

/** The item, or a part of it, that is itself called or is a link of a chain: `for (const hook of hooks) await hook(x)`. */
export function chainOf(frame: Frame, call: CallNode, names: readonly string[], kept: boolean): string | undefined {
  const name = names.at(-1) ?? '';
  const text = names.join('.');
  const runner = lookUp(chainRunners, name);
  if (runner) return `\`${text}\`: ${runner.because}`;
  if (!kept && runsNamedCommand(name)) return `\`${text}\`: a command sees what the commands before it did`;
  const entryRunner = lookUp(entryRunners, name);
  const [first] = argumentsOf(call);
  if (entryRunner && first && itemOf(frame, chainRoot(first))) return `\`${text}\`: ${entryRunner.because}`;
  if (hasWord(name, chainWords)) return `\`${text}\`: hooks run in the order they were registered`;
  if (isCalledByKey(frame, call))
    return `\`${frame.source.getText(calleeOf(call))}\` is a function that the list holds: such lists are run in order`;
  const called = functionCalled(call);
  if (called.type === 'Identifier' && isFunctionOfItem(frame, called) && !isEnd(called, call))
    return `\`${called.name}\` is a function that the item gives: such lists are run in order`;
  if (isTold(frame, call, name)) return `\`${name}\` is told of the items in their order`;
  const journal = journalOf(frame, call, names) ?? migrationOf(frame, names, kept);
  if (journal !== undefined) return journal;
  const hook = [call, ...argumentsOf(call).map(returned)].filter(isCall).find((part) => isAskedFor(frame, part, kept));
  if (hook) return `\`${frame.source.getText(calleeOf(hook))}\`: hooks run in the order they were registered`;
  return entryOf(frame, call, names, kept);
}

/** A method of the list's entry, where it begins what the entry is there for, or a name says that entries rely on each other. */
function entryOf(frame: Frame, call: CallNode, names: readonly string[], kept: boolean): string | undefined {
  const name = names.at(-1) ?? '';
  const item = itemOf(frame, chainRoot(calleeOf(call)));
  const list = item ? frame.items.get(item)?.text : listByIndex(frame, calleeOf(call));
  if (!item && list === undefined) return undefined;
  const [verb = ''] = wordsOf(name);
  const text = names.join('.');
  if (names.length > 1 && entryVerbs.has(verb) && !kept) return `\`${text}\`: entries of a list are run in its order`;
  const known = [...(item ? names : [name]), lookUp(ends, name) ? '' : nameIn(list ?? '')]
    .map((part) => lookUpByLastWord(chains, part))
    .find((found) => found !== undefined);
  return known && `\`${text}\`: ${known.because}`;
}

/** `cleanup()`: what it is handed, each of them may change. */
function isEnd({ name }: TSESTree.Identifier, call: CallNode): boolean {
  return argumentsOf(call).length === 0 && lookUp(ends, name) !== undefined;
}

/** `x` of `() => x`. */
function returned(node: TSESTree.Node): TSESTree.Node {
  return node.type === 'ArrowFunctionExpression' ? bare(node.body) : node;
}

/** The function that a call runs: `hook` in `hook(x)`, in `hook.apply(this, list)` and in `hook.call(null, ...list)`. */
function functionCalled(call: CallNode): TSESTree.Node {
  const callee = bare(calleeOf(call));
  if (callee.type !== 'MemberExpression') return callee;
  const name = propertyName(callee);
  const args = argumentsOf(call);
  const isHandedOn = args.some(({ type }) => type === 'SpreadElement') || args[0]?.type === 'ThisExpression';
  return name === 'apply' || (name === 'call' && isHandedOn) ? bare(callee.object) : callee;
}

/** The list, as written, whose entry of this iteration a callee belongs to: `hooks` in `hooks[i].run`. */
function listByIndex(frame: Frame, callee: TSESTree.Node): string | undefined {
  const node = bare(callee);
  if (node.type !== 'MemberExpression' || synchronousCallbacks.has(propertyName(node) ?? '')) return undefined;
  const isEntry = node.computed && isUnshared(valueKey(frame, node.property));
  return isEntry ? frame.source.getText(node.object) : listByIndex(frame, node.object);
}

/** The last name in a path, as written. */
function nameIn(path: string): string {
  return /[\w$]+$/.exec(path)?.[0] ?? '';
}

/** `runSetupCommand(options)`. */
function runsNamedCommand(name: string): boolean {
  const [verb = '', ...words] = wordsOf(name);
  return commandRunners.has(verb) && lookUp(commandNames, words.at(-1) ?? '') !== undefined;
}

/** A callback that the function around was given to tell it of each item: `onLine(line)`, `visitor(node)`. */
function isTold(frame: Frame, call: CallNode, name: string): boolean {
  const callee = bare(calleeOf(call));
  const variable = callee.type === 'Identifier' ? variableOf(frame.source, callee) : undefined;
  if (variable?.defs[0]?.type !== 'Parameter' || isPrivateTo(variable, frame.region)) return false;
  return /^on[A-Z]/.test(name) || lookUpByLastWord(told, name) !== undefined;
}

/** `list[i](x)`, `table[key](x)`: a function that a list of functions holds for this iteration. */
function isCalledByKey(frame: Frame, call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  return (
    isLoop(frame.region) &&
    callee.type === 'MemberExpression' &&
    callee.computed &&
    isUnshared(valueKey(frame, callee.property))
  );
}

/**
 * `if (item.onStart) await item.onStart()`: what only some items do, and nobody takes a result of, is a hook; what is
 * asked for by `typeof` is in any case.
 */
function isAskedFor(frame: Frame, call: CallNode, kept: boolean): boolean {
  const callee = bare(calleeOf(call));
  if (callee.type !== 'MemberExpression' || !itemOf(frame, chainRoot(callee))) return false;
  const { source, region } = frame;
  const text = source.getText(callee);
  const isAsked = (node: TSESTree.Node): boolean =>
    node.type === 'MemberExpression' &&
    source.getText(node) === text &&
    (!kept || (node.parent.type === 'UnaryExpression' && node.parent.operator === 'typeof'));
  for (let node: TSESTree.Node = call; node !== region && node.parent; node = node.parent) {
    const parent: TSESTree.Node = node.parent;
    if (
      parent.type === 'IfStatement' &&
      parent.consequent === node &&
      hasOwnNode(parent.test, source.visitorKeys, isAsked)
    )
      return true;
  }
  return false;
}

/** A change that is applied builds on the changes before it: `for (const change of changes) await apply(change)`. */
function journalOf(frame: Frame, call: CallNode, names: readonly string[]): string | undefined {
  const words = names.slice(-2).flatMap(wordsOf);
  if (!words.some((word) => journalVerbs.has(word))) return undefined;
  const items = argumentsOf(call).flatMap((argument) => itemOf(frame, chainRoot(argument))?.name ?? []);
  const entry = [...items, ...names].flatMap((part) => lookUpByLastWord(journalEntries, part) ?? [])[0];
  return entry && `\`${names.join('.')}\`: ${entry.because}`;
}

/** Whatever runs statements in a loop over migrations, and what is itself called one: `legacyMigration(item)`. */
function migrationOf(frame: Frame, names: readonly string[], kept: boolean): string | undefined {
  const name = names.at(-1) ?? '';
  const runs = statementRunners.has(wordsOf(name)[0] ?? '');
  const ran = [...(runs ? [...frame.items.keys()].map((item) => item.name) : []), ...(kept ? [] : [name])];
  const known = ran.flatMap((each) => lookUpByLastWord(migrationItems, each.replace(/_?name$/i, '')) ?? [])[0];
  return known && `\`${names.join('.')}\`: ${known.because}`;
}

/** Whether a name holds a function that each iteration has another of. */
function isFunctionOfItem(frame: Frame, callee: TSESTree.Node): boolean {
  const variable = callee.type === 'Identifier' ? variableOf(frame.source, callee) : undefined;
  if (!variable || !isLoop(frame.region) || namesCode(variable)) return false;
  if (frame.items.has(variable)) return true;
  const init = declaratorOf(variable)?.init;
  return (
    init !== undefined &&
    init !== null &&
    !isFunction(init) &&
    !isMadeByOthers(frame, init) &&
    isPrivateTo(variable, frame.region) &&
    dependsOnRegion(frame, init)
  );
}

/** `const query = reader.prepare(item)`: what somebody else makes for the item is not the item's. */
function isMadeByOthers(frame: Frame, init: TSESTree.Node): boolean {
  const call = bare(init);
  const { parent } = init;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return call.type === 'CallExpression' && !dependsOnRegion(frame, call.callee);
}

/** The variable of the item that an expression starts from, through one destructuring or alias of it. */
export function itemOf(frame: Frame, root: TSESTree.Node): Variable | undefined {
  if (root.type !== 'Identifier') return undefined;
  const variable = variableOf(frame.source, root);
  if (!variable) return undefined;
  if (frame.items.has(variable)) return variable;
  if (!isPrivateTo(variable, frame.region)) return undefined;
  const init = declaratorOf(variable)?.init;
  // What a call of the item's gave is no longer the item.
  if (!init || isCall(bareAwaited(init))) return undefined;
  const origin = chainRoot(init);
  const from = origin.type === 'Identifier' ? variableOf(frame.source, origin) : undefined;
  return from && frame.items.has(from) ? variable : undefined;
}

/** `Promise.all(chunk.map(…))` over the item itself: the list is cut into groups on purpose. */
export function groupOf(frame: Frame, call: CallNode, names: readonly string[]): Trait | undefined {
  const combinator = combinatorOf(names);
  if (!combinator) return undefined;
  const [first] = argumentsOf(call);
  const argument = first && withoutDefault(first);
  if (!argument) return undefined;
  if ((combinator === 'race' || combinator === 'any') && !dependsOnRegion(frame, argument)) {
    return { trait: 'pooled', subject: `\`Promise.${combinator}\` over promises that outlive the iteration` };
  }
  const made = argument.type === 'Identifier' ? madeIn(frame, argument) : argument;
  const list = made.type === 'CallExpression' ? bare(made.callee) : made;
  const mapped = list.type === 'MemberExpression' ? bare(list.object) : list;
  return isGroup(frame, mapped)
    ? { trait: 'grouped', subject: `\`${frame.source.getText(mapped)}\` is run as one concurrent group` }
    : undefined;
}

/** What a constant of the iteration was made of: `const started = batch.map(…)`. */
function madeIn(frame: Frame, node: TSESTree.Identifier): TSESTree.Node {
  const variable = variableOf(frame.source, node);
  const init = variable && isPrivateTo(variable, frame.region) ? declaratorOf(variable)?.init : undefined;
  return init ? withoutDefault(init) : node;
}

/** `list` of `(list ?? [])`. */
function withoutDefault(node: TSESTree.Node): TSESTree.Node {
  const inner = bare(node);
  return inner.type === 'LogicalExpression' ? withoutDefault(inner.left) : inner;
}

function isGroup(frame: Frame, node: TSESTree.Node): boolean {
  if (node.type === 'CallExpression') return isCut(node);
  if (node.type === 'MemberExpression') return node.computed && dependsOnRegion(frame, node.property);
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(frame.source, node);
  if (!variable) return false;
  if (frame.items.has(variable)) return isWholeItem(variable) || lookUpByLastWord(groups, variable.name) !== undefined;
  const init = declaratorOf(variable)?.init;
  if (!init || !isPrivateTo(variable, frame.region)) return false;
  return isGroup(frame, bareAwaited(init));
}

/** `list.slice(i, i + size)`, `queue.splice(0, size)`. */
function isCut(call: TSESTree.CallExpression): boolean {
  const name = calleeNames(call.callee).at(-1);
  return name === 'slice' || name === 'splice' || (name === 'map' && isCutMap(call));
}

function isCutMap(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  const object = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  return object?.type === 'CallExpression' && isCut(object);
}
