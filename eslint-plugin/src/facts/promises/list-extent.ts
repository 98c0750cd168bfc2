// How long the list is that a combinator has work done for: as the text says, a few, or as long as the data make it.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  alwaysFewNames,
  boundingNames,
  cutNames,
  fewNames,
  formWords,
  linkWords,
  manyNames,
  poolWords,
  portionWords,
  wholeWords,
  writtenNames,
  writtenObjects,
  writtenWords,
} from '../../knowledge/fan-out.js';
import { type Known, lookUp, wordsOf } from '../../knowledge/words.js';
import { isShort, lengthIn, madeOf } from '../extent.js';
import { bare, bareAwaited, calleeNames, chainRoot, isFunction, propertyName } from '../syntax.js';
import { declaratorOf, importOf, isConstant, isInside, type SourceCode, variableOf } from '../variables.js';
import type { Mapped } from './combinators.js';
import type { FanOutFacts } from './model.js';

/** How far variables are followed. */
const maxDepth = 4;

/** How many lists are followed that are made of one another. */
const maxLinks = 10;

/** What decides how many items a list has which the combinator at `node` is over. */
export function extentOf(source: SourceCode, { items, body }: Mapped, node: TSESTree.Node): FanOutFacts['extent'] {
  const lists = listsBehind(source, items);
  if (
    isShort(source, items) ||
    isBounded(source, items) ||
    isPortion(source, items) ||
    lists.some((list) => isPool(source, list))
  )
    return 'text';
  const names = lists.map(nameOf).filter((name) => name !== '');
  const isWhole = hasWord(names[0] ?? '', wholeWords);
  const itemName = nameOfItem(body?.params[0]);
  const isFew =
    lists.some((list) => isFewByName(source, list, isWhole)) ||
    (!isWhole && isOfFew(itemName)) ||
    isNamed(resultName(node), writtenNames);
  if (isFew) return 'few';
  const isMany = isWhole || isNamed(itemName, manyNames) || names.some(isOfMany) || isGrown(source, lists.at(-1));
  return isMany ? 'data' : 'unknown';
}

/** What an item is called; of an entry, its key: `([pluginName, options]) => …`. */
function nameOfItem(item: TSESTree.Node | null | undefined): string {
  if (item?.type === 'ArrayPattern') return nameOfItem(item.elements[0]);
  return item?.type === 'Identifier' ? item.name : '';
}

/** Whether a list is what a call gives, or began empty: what it holds was found, not written. */
function isGrown(source: SourceCode, list: TSESTree.Node | undefined): boolean {
  if (!list || list.type === 'MemberExpression') return false;
  const init = list.type === 'Identifier' ? constantOf(source, list)?.init : list;
  return init ? /^(?:Call|New|Array)Expression$/.test(bareAwaited(init).type) : false;
}

/** A list and those that it is made of, one after the other: none has more items than the next. */
function listsBehind(source: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  for (let next: TSESTree.Node | undefined = list; next && found.length < maxLinks; next = listBehind(source, next)) {
    next = bareAwaited(next);
    found.push(next);
  }
  return found;
}

function listBehind(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case 'Identifier': {
      const declarator = constantOf(source, node);
      return declarator?.id.type === 'Identifier' ? (declarator.init ?? undefined) : undefined;
    }
    case 'LogicalExpression':
      return node.left;
    case 'ArrayExpression': {
      const [only, ...others] = node.elements;
      return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : undefined;
    }
    case 'NewExpression':
      return node.arguments[0];
    case 'CallExpression':
      return madeOf(node);
    default:
      return undefined;
  }
}

function constantOf(source: SourceCode, node: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  const variable = variableOf(source, node);
  return variable && isConstant(variable) ? declaratorOf(variable) : undefined;
}

function isFewByName(source: SourceCode, list: TSESTree.Node, isWhole: boolean): boolean {
  const name = nameOf(list);
  const isFew =
    isNamed(name, alwaysFewNames) ||
    isImported(source, list) ||
    (!isWhole && (isOfFew(name) || isNamed(name, cutNames)));
  return isFew || ownersOf(source, list).some((owner) => writtenObjects.has(wordsOf(owner).at(-1) ?? ''));
}

/** Whether a list is another module's: somebody wrote it. */
function isImported(source: SourceCode, list: TSESTree.Node): boolean {
  const variable = list.type === 'Identifier' ? variableOf(source, list) : undefined;
  return variable !== undefined && importOf(variable) !== undefined;
}

/** What a list is a part of, or is asked of: `config` of `config.users`, of `config.get('users')`, of `{ users } = config`. */
function ownersOf(source: SourceCode, list: TSESTree.Node): string[] {
  const declarator = list.type === 'Identifier' ? constantOf(source, list) : undefined;
  if (declarator?.init && declarator.id.type === 'ObjectPattern') return calleeNames(declarator.init);
  const names = calleeNames(list);
  // What is further away may know of anything: `config.store.find()`.
  return list.type === 'MemberExpression' || names.length === 2 ? names.slice(0, -1) : [];
}

/** Whether a name is that of a few, or of one of them. */
function isOfFew(name: string): boolean {
  const kinds = [alwaysFewNames, fewNames, writtenNames];
  return kinds.some((kind) => isNamed(name, kind)) || hasWord(name, writtenWords);
}

/** Whether a name is that of a list of which there may be many, or says only that it is a list: `paths`. */
function isOfMany(name: string): boolean {
  return isNamed(name, manyNames) || wordsOf(name).every((word) => formWords.has(word));
}

/** Whether a list has as many items as may run at a time: `Array.from({ length: concurrency }, work)`. */
function isPool(source: SourceCode, list: TSESTree.Node): boolean {
  const isArray = list.type === 'CallExpression' && calleeNames(list).join('.') === 'Array';
  const count = isArray ? list.arguments[0] : list.type === 'ObjectExpression' ? lengthIn(list) : undefined;
  const init = count && constantOf(source, count)?.init;
  return [count, init].some((each) => each && namesIn(each).some((name) => hasWord(name, poolWords)));
}

/** The names in a count; of the least of several, the names in each. */
function namesIn(count: TSESTree.Node): string[] {
  const isLeast = count.type === 'CallExpression' && calleeNames(count).join('.') === 'Math.min';
  return isLeast ? count.arguments.flatMap(calleeNames) : calleeNames(count);
}

function hasWord(name: string, words: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => words.has(word));
}

/** Whether a query that gave the list was told how much to give at most. */
function isBounded(source: SourceCode, items: TSESTree.Node, depth = 0): boolean {
  const node = bareAwaited(items);
  if (node.type === 'MemberExpression') return isBounded(source, node.object, depth);
  if (node.type === 'CallExpression') {
    const names = calleeNames(node.callee);
    const isTold = node.arguments.some(
      (argument) =>
        argument.type === 'ObjectExpression' &&
        argument.properties.some(
          (property) => property.type === 'Property' && boundingNames.has(propertyName(property) ?? ''),
        ),
    );
    const isList = node.callee.type === 'MemberExpression' && isBounded(source, node.callee.object, depth);
    return isTold || isList || names.slice(1).some((name) => name === 'limit' || name === 'take');
  }
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
  const init = variable && depth < maxDepth ? declaratorOf(variable)?.init : undefined;
  return init ? isBounded(source, init, depth + 1) : false;
}

/**
 * Whether the list is one portion after another of a longer one: of a function that is called for each,
 * `inBatches(all, (some) => …)`, or of a loop, `for (const some of batchesOf(all))`.
 */
function isPortion(source: SourceCode, items: TSESTree.Node): boolean {
  const root = chainRoot(items);
  const [def] = (root.type === 'Identifier' ? variableOf(source, root)?.defs : undefined) ?? [];
  for (let each: TSESTree.Node | undefined = def?.node; each; each = each.parent) {
    const around: TSESTree.Node | undefined = isFunction(each) ? each.parent : undefined;
    const isHanded = around?.type === 'CallExpression' && around.arguments.some((argument) => argument === each);
    if (isHanded && isNamedPortions(around.callee)) return true;
    if (each.type === 'ForOfStatement' && def && isInside(def.node, each.left) && isNamedPortions(each.right))
      return true;
  }
  return false;
}

function isNamedPortions(node: TSESTree.Node): boolean {
  return calleeNames(node).some((name) => hasWord(name, portionWords));
}

/** What a list is called: `groups` of `user.groups`, and of `groups.find()`. */
function nameOf(list: TSESTree.Node): string {
  const node = bareAwaited(list);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return propertyName(node) ?? '';
  const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined;
  if (callee?.type !== 'MemberExpression') return '';
  // What a call gives is told by its own name, if by any: `listGroups()`.
  const own = propertyName(callee) ?? '';
  return wordsOf(own).length > 1 ? own : nameOf(callee.object);
}

/** What the results are called. */
function resultName(node: TSESTree.Node): string {
  const { parent } = node;
  const declarator = parent?.type === 'AwaitExpression' ? parent.parent : undefined;
  const hasName = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier';
  return hasName && isInside(node, declarator) ? (declarator.id as TSESTree.Identifier).name : '';
}

/** Whether a name is one of a kind: `groupIds` are of groups. */
function isNamed(name: string, kinds: readonly Known[]): boolean {
  const words = wordsOf(name);
  const link = words.findIndex((word, index) => index > 0 && linkWords.has(word));
  const nouns = words.slice(0, link < 0 ? words.length : link);
  const last = nouns.findLastIndex((word) => !formWords.has(word));
  return [1, 2].some(
    (length) => last + 1 >= length && lookUp(kinds, nouns.slice(last + 1 - length, last + 1).join(' ')),
  );
}
