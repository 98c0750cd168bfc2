// Whether a list is of a few or of many, as far as names tell: its own, of what it is made of, of an item, of the results.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  alwaysFewNames,
  cutNames,
  fewNames,
  fewWords,
  folderEnding,
  formWords,
  keyWords,
  kindNames,
  linkWords,
  manyNames,
  recordNames,
  wholeWords,
  writtenNames,
  partakerWords,
  writtenObjects,
} from '../../knowledge/fan-out.js';
import { hasWord, type Known, lookUp, wordsOf } from '../../knowledge/words.js';
import { bare, bareAwaited, calleeNames, hasNode, propertyName } from '../syntax.js';
import { importOf, isInside, type SourceCode, variableOf } from '../variables.js';
import { chooserOf, constantOf, listBehind } from './lists-behind.js';

/** What somebody wrote, or what there are only kinds of, wherever it comes from. */
const writtenKinds = [...alwaysFewNames, ...writtenNames];

/**
 * What the names say on how many items a list has; `undefined` where they say nothing.
 * @param lists the list, and those that it is made of
 * @param item the parameter that takes an item
 * @param combinator the call whose results are there for the items
 */
export function kindOf(
  source: SourceCode,
  lists: readonly TSESTree.Node[],
  item: TSESTree.Node | undefined,
  combinator: TSESTree.Node | undefined,
): 'few' | 'data' | 'found' | undefined {
  const names = lists.map((list) => nameOf(source, list)).filter((name) => name !== '');
  // Of what is gathered by something, the key of an entry is that: `filesByRepo`.
  const itemName = hasWord(names[0] ?? '', byWord) ? '' : nameOfItem(item);
  // All that something has are not all there are: `getAllHooksByEvent()`.
  const isWhole = hasWord(names[0] ?? '', wholeWords) && !names.some((name) => hasWord(name, byWord));
  const isFew =
    lists.some((list) => isFewByName(source, list, isWhole) || isOfPartakers(source, list) || isInFolderOfFew(list)) ||
    (!isWhole && isOfFew(itemName)) ||
    isNamed(resultName(combinator), [...kindNames, ...writtenNames]);
  if (isFew) return 'few';
  // All of what is mostly few are many; all of who knows what may be three.
  const isOfRecords = [itemName, ...names].some((name) => isNamed(name, recordNames));
  const isMany = [itemName, ...names].some((name) => isNamed(name, manyNames));
  if (isMany || (isWhole && (isOfRecords || isOfFew(names[0] ?? '')))) return 'data';
  // A name that says only by what something is found is that of any number: `ids`.
  return names.some((name) => wordsOf(name).every((word) => keyWords.has(word))) ? 'found' : undefined;
}

const byWord: ReadonlySet<string> = new Set(['by']);

/** Whether those of a list are chosen who have something to do with a thing: `users.filter((user) => user.isAdmin)`. */
function isOfPartakers(source: SourceCode, list: TSESTree.Node): boolean {
  const test = chooserOf(source, list);
  const isPartaker = (node: TSESTree.Node): boolean => node.type === 'Identifier' && hasWord(node.name, partakerWords);
  return test !== undefined && hasNode(test, source.visitorKeys, isPartaker, ({ type }) => type !== 'UnaryExpression');
}

/** Whether a list is what a folder of few holds: `readdir(envsDir)`. */
function isInFolderOfFew(list: TSESTree.Node): boolean {
  const [folder] = list.type === 'CallExpression' ? list.arguments : [];
  const name = (folder && calleeNames(folder).at(-1)) ?? '';
  return folderEnding.test(name) && isNamed(name.replace(folderEnding, ''), writtenKinds);
}

/** What an item is called; of an entry, its key: `([pluginName, options]) => …`. */
function nameOfItem(item: TSESTree.Node | null | undefined): string {
  if (item?.type === 'ArrayPattern') return nameOfItem(item.elements[0]);
  return item?.type === 'Identifier' ? item.name : '';
}

function isFewByName(source: SourceCode, list: TSESTree.Node, isWhole: boolean): boolean {
  const name = nameOf(source, list);
  if (isOfWritten(name) || isImported(source, list)) return true;
  return !isWhole && (isOfFew(name) || isNamed(name, cutNames) || ownersOf(source, list).some(isOwnerOfFew));
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

/** Whether what an owner lists somebody wrote, or cut: `chunk.users`. */
function isOwnerOfFew(owner: string): boolean {
  return writtenObjects.has(wordsOf(owner).at(-1) ?? '') || isNamed(owner, cutNames);
}

/** Whether a name is that of a few, or of one of them. */
function isOfFew(name: string): boolean {
  return isNamed(name, [...writtenKinds, ...fewNames]) || hasWord(name, fewWords);
}

/** Whether a name is that of kinds, or of something for each kind: `locales`, `localeFiles`. */
function isOfWritten(name: string): boolean {
  return (
    isNamed(name, alwaysFewNames) ||
    nounsOf(name)
      .slice(0, -1)
      .some((noun) => isNamed(noun, writtenKinds))
  );
}

/** What a list is called: `groups` of `user.groups`, and of `groups.find()`. */
function nameOf(source: SourceCode, list: TSESTree.Node): string {
  const node = bareAwaited(list);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return propertyName(node) ?? '';
  if (node.type !== 'CallExpression' || listBehind(source, node)) return '';
  // What a call gives is told by its own name, if by any: `listGroups()`.
  const callee = bare(node.callee);
  const own = calleeNames(callee).at(-1) ?? '';
  if (wordsOf(own).length > 1) return own;
  return callee.type === 'MemberExpression' ? nameOf(source, callee.object) : '';
}

/** What the results are called. */
function resultName(node: TSESTree.Node | undefined): string {
  const parent = node?.parent;
  const declarator = parent?.type === 'AwaitExpression' ? parent.parent : undefined;
  const hasName = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier';
  return node && hasName && isInside(node, declarator) ? (declarator.id as TSESTree.Identifier).name : '';
}

/** The words of a name that say what it is of: `template` and `group` of `templateGroupIdsToLoad`. */
function nounsOf(name: string): readonly string[] {
  const words = wordsOf(name);
  const link = words.findIndex((word, index) => index > 0 && linkWords.has(word));
  const nouns = words.slice(0, link < 0 ? words.length : link);
  return nouns.slice(0, nouns.findLastIndex((word) => !formWords.has(word)) + 1);
}

/** Whether a name is one of a kind: `groupIds` are of groups. */
function isNamed(name: string, kinds: readonly Known[]): boolean {
  const nouns = nounsOf(name);
  return [1, 2].some((length) => nouns.length >= length && lookUp(kinds, nouns.slice(-length).join(' ')));
}
