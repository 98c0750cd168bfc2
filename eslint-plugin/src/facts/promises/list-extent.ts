// How long the list is that a combinator has work done for: as the text says, a few, or as long as the data make it.
import type { TSESTree } from '@typescript-eslint/utils';
import { boundingNames, portionNouns, portionWords, singleNames, textVerbs } from '../../knowledge/fan-out.js';
import { hasWord, lookUpByLastWord, wordsOf } from '../../knowledge/words.js';
import { isShort, lengthIn } from '../extent.js';
import { localFunction } from '../functions.js';
import {
  bareAwaited,
  calleeNames,
  chainRoot,
  type FunctionNode,
  hasNode,
  isFunction,
  nameOfFunction,
  propertyName,
  returnedBy,
} from '../syntax.js';
import { isInside, type SourceCode, variableOf } from '../variables.js';
import { callsTo } from './callers.js';
import { isChosenByName } from './chosen-names.js';
import type { Mapped } from './combinators.js';
import { kindOf } from './list-kinds.js';
import { chooserOf, constantOf, givenTo, listsBehind, takerOf, waitedFor } from './lists-behind.js';
import type { FanOutFacts } from './model.js';
import { handedIn, isOpen } from './open-lists.js';

/** How far variables are followed, and parameters to what they are handed. */
const maxDepth = 4;

type Extent = FanOutFacts['extent'];

/** What decides how many items a list has which the combinator at `node` is over. */
export function extentOf(source: SourceCode, { items, body }: Mapped, node: TSESTree.Node): Extent {
  return extentOfList(source, items, body, node);
}

/** @param body what is done for an item; its parameter and `combinator` tell by their names what the list holds */
function extentOfList(
  source: SourceCode,
  items: TSESTree.Node,
  body?: FunctionNode,
  combinator?: TSESTree.Node,
  depth = 0,
): Extent {
  const lists = listsBehind(source, items);
  const isTold = (list: TSESTree.Node): boolean =>
    isPortion(source, list) ||
    isOfText(list) ||
    givenTo(source, list).some(isOfText) ||
    isOfNumber(source, list) ||
    isOfOneName(source, list) ||
    isShortEachTime(source, list) ||
    isShortUnlessGiven(source, list);
  if (isShort(source, items) || isBounded(source, items) || lists.some(isTold)) return 'text';
  const first = lists.at(-1);
  if (!first || isPartOfOne(source, first)) return 'unknown';
  const kind = kindOf(source, lists, combinator && body?.params[0], combinator);
  if (kind === 'few' || lists.some((list) => mayBeOne(source, list))) return 'few';
  const given = depth < maxDepth ? extentHandedIn(source, first, body, depth + 1) : undefined;
  if (given && !isLong(given)) return given;
  return kind ?? (given || (isOpen(source, lists) && !isChosenByName(source, lists, body)) ? 'found' : 'unknown');
}

/** What decides how long a parameter is, by the longest list that is handed in; `undefined` where that is not known. */
function extentHandedIn(
  source: SourceCode,
  list: TSESTree.Node,
  body: FunctionNode | undefined,
  depth: number,
): Extent | undefined {
  const extents = handedIn(source, list).map((each) => extentOfList(source, each, body, undefined, depth));
  return extents.find(isLong) ?? extents[0];
}

function isLong(extent: Extent): boolean {
  return extent === 'data' || extent === 'found';
}

/**
 * Whether a list is what one thing has, which was not handed in: `issue.comments`, `{ users } = await load()`,
 * `findUsersByRole(role)`.
 */
function isPartOfOne(source: SourceCode, list: TSESTree.Node): boolean {
  if (list.type === 'CallExpression') return /By[A-Z]\w*[^s\W]$/.test(calleeNames(list).at(-1) ?? '');
  const declarator = constantOf(source, list);
  const taken = declarator?.id.type === 'ObjectPattern' ? declarator.init : null;
  if (!taken && list.type !== 'MemberExpression') return false;
  const root = chainRoot(taken ?? list);
  if (root.type === 'ThisExpression') return false;
  return takerOf(source, root) === undefined || waitedFor(source, root) !== undefined;
}

/** Whether those of a list are chosen that have a name: `files.filter((file) => file.path === 'bootstrap')`. */
function isOfOneName(source: SourceCode, list: TSESTree.Node): boolean {
  const test = chooserOf(source, list)?.body;
  if (test?.type !== 'BinaryExpression' || !/^={2,3}$/.test(test.operator) || test.right.type !== 'Literal')
    return false;
  return singleNames.has(calleeNames(test.left).at(-1) ?? '');
}

/** Whether a list may be made of one thing that is handed in: `ids = [ids]`, `Array.isArray(ids) ? ids : [ids]`. */
function mayBeOne(source: SourceCode, list: TSESTree.Node): boolean {
  return [list, ...givenTo(source, list)].some((each) =>
    each.type === 'ConditionalExpression'
      ? isListOf(source, each.alternate, each.consequent) || isListOf(source, each.consequent, each.alternate)
      : isListOf(source, each, list),
  );
}

/** Whether a list is written as one that holds but a variable: `[ids]`. */
function isListOf(source: SourceCode, list: TSESTree.Node, only: TSESTree.Node): boolean {
  return only.type === 'Identifier' && source.getText(list) === `[${only.name}]`;
}

/** Whether a list has as many items as a number says that is no list's length: `new Array(workers)`. */
function isOfNumber(source: SourceCode, list: TSESTree.Node): boolean {
  const count = countOf(list);
  const number = count && (constantOf(source, count)?.init ?? count);
  return number !== undefined && !hasNode(number, source.visitorKeys, isLength);
}

function countOf(list: TSESTree.Node): TSESTree.Node | undefined {
  if (list.type === 'ObjectExpression') return lengthIn(list);
  const isMade = list.type === 'NewExpression' || list.type === 'CallExpression';
  return isMade && calleeNames(list.callee).join() === 'Array' ? list.arguments[0] : undefined;
}

function isLength(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && propertyName(node) === 'length';
}

/** Whether a list is a variable that is given a short one wherever it is given any. */
function isShortEachTime(source: SourceCode, list: TSESTree.Node): boolean {
  const given = givenTo(source, list);
  return given.length > 1 && given.every((each) => isFilled(each) && isShort(source, each));
}

/** Whether a list is a parameter, and there is a short one where none is given. */
function isShortUnlessGiven(source: SourceCode, list: TSESTree.Node): boolean {
  const def = list.type === 'Identifier' ? variableOf(source, list)?.defs[0] : undefined;
  const assigned = def?.type === 'Parameter' ? def.name.parent : undefined;
  return assigned?.type === 'AssignmentPattern' && isFilled(assigned.right) && isShort(source, assigned.right);
}

/** Whether a list as it is written may hold anything: `[]` does not. */
function isFilled(list: TSESTree.Node): boolean {
  return list.type !== 'ArrayExpression' || list.elements.length > 0;
}

/** Whether a list is what one line or one text holds: `hosts.split(',')`, `parseLinks(text)`. */
function isOfText(list: TSESTree.Node): boolean {
  if (list.type !== 'CallExpression') return false;
  const method = calleeNames(list).at(-1) ?? '';
  const [separator] = list.arguments;
  return method === 'split'
    ? separator?.type === 'Literal' && !/\n|\\n/.test(separator.raw)
    : [wordsOf(method)[0], wordsOf(method).at(-1)].some((word) => textVerbs.has(word ?? ''));
}

/** Whether a query that gave the list was told how much to give at most. */
function isBounded(source: SourceCode, items: TSESTree.Node, depth = 0): boolean {
  const node = bareAwaited(items);
  if (node.type === 'MemberExpression') return isBounded(source, node.object, depth);
  if (node.type === 'CallExpression') {
    const isList = node.callee.type === 'MemberExpression' && isBounded(source, node.callee.object, depth);
    const isTold = node.arguments.some((argument) => tellsHowMany(source, argument)) || isRange(node.arguments);
    return (
      isTold ||
      isList ||
      isBoundedCall(source, node, depth) ||
      calleeNames(node.callee)
        .slice(1)
        .some((name) => name === 'limit' || name === 'take')
    );
  }
  const given = depth < maxDepth ? givenTo(source, node).filter(isFilled) : [];
  return given.length > 0 && given.every((each) => isBounded(source, each, depth + 1));
}

/** Whether a function of this file gives what such a query gave. */
function isBoundedCall(source: SourceCode, { callee }: TSESTree.CallExpression, depth: number): boolean {
  const local = depth < maxDepth ? localFunction(source, callee) : undefined;
  const returned = local ? returnedBy(local, source.visitorKeys) : [];
  return returned.length > 0 && returned.every((each) => isBounded(source, each, depth + 1));
}

/** `{ where: …, limit: 20 }`, `stop`, `limit - 1`, or a constant that is a number. */
function tellsHowMany(source: SourceCode, argument: TSESTree.Node): boolean {
  switch (argument.type) {
    case 'ObjectExpression':
      return argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          (isBounding(propertyName(property) ?? '') || tellsHowMany(source, property.value)),
      );
    case 'BinaryExpression':
      return tellsHowMany(source, argument.left);
    case 'Identifier':
      return isBounding(argument.name) || isNumber(constantOf(source, argument)?.init);
    case 'MemberExpression':
      return isBounding(propertyName(argument) ?? '');
    default:
      return false;
  }
}

function isNumber(node: TSESTree.Node | null | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'number' && node.value > 1;
}

function isBounding(name: string): boolean {
  return lookUpByLastWord(boundingNames, name) !== undefined;
}

/** From one place to another: `range(key, 0, 19)`. */
function isRange(given: readonly TSESTree.Node[]): boolean {
  return given.slice(-2).filter((each) => each.type === 'Literal' && typeof each.value === 'number').length === 2;
}

/**
 * Whether the list is one portion after another of a longer one: of a function that is called for each,
 * `inBatches(all, (some) => …)` or `saveBatch(some)`, or of a loop, `for (const some of batchesOf(all))`.
 */
function isPortion(source: SourceCode, items: TSESTree.Node): boolean {
  const root = chainRoot(items);
  const [def] = (root.type === 'Identifier' ? variableOf(source, root)?.defs : undefined) ?? [];
  return def !== undefined && isOfPortion(source, def.node);
}

/** Whether a node stands where there is but a portion. */
function isOfPortion(source: SourceCode, node: TSESTree.Node, depth = 0): boolean {
  for (let each: TSESTree.Node | undefined = node; each; each = each.parent) {
    const around: TSESTree.Node | undefined = isFunction(each) ? each.parent : undefined;
    const isHanded = around?.type === 'CallExpression' && around.arguments.some((argument) => argument === each);
    if (isHanded && isNamedPortions(around.callee)) return true;
    // By its last word: `batchUsers` is handed all of them.
    if (isFunction(each) && portionNouns.has(wordsOf(nameOfFunction(each) ?? '').at(-1) ?? '')) return true;
    const calls = isFunction(each) && depth < maxDepth ? callsTo(source, each) : [];
    if (calls.length > 0 && calls.every((call) => isOfPortion(source, call, depth + 1))) return true;
    // What comes one after the other is not there as a whole.
    if (each.type === 'ForOfStatement' && isInside(node, each.left))
      if (each.await || isNamedPortions(each.right)) return true;
  }
  return false;
}

function isNamedPortions(node: TSESTree.Node): boolean {
  return calleeNames(node).some((name) => hasWord(name, portionWords));
}
