// Whether the text shows that a list may be of any length: a call looks for all there is, or the data fill what it is made of.
import type { TSESTree } from '@typescript-eslint/utils';
import { lookUpVerbs, wholeWords } from '../../knowledge/fan-out.js';
import { hasWord, wordsOf } from '../../knowledge/words.js';
import { localFunction } from '../functions.js';
import { calleeNames, hasOwnNode } from '../syntax.js';
import { type SourceCode, variableOf } from '../variables.js';
import { callsTo } from './callers.js';
import { takerOf } from './lists-behind.js';

/** How far calls are followed to what they do. */
const maxDepth = 3;

/** Whether the last of lists that are made of one another is what a look-up gives, or is handed in and gone through by key. */
export function isOpen(source: SourceCode, lists: readonly TSESTree.Node[]): boolean {
  const last = lists.at(-1);
  const taker = last && takerOf(source, last);
  if (!taker) return last !== undefined && isLookUp(source, last);
  // A callback: `readdir(path, (error, files) => …)`.
  return taker.parent.type === 'CallExpression' ? isLookUp(source, taker.parent) : isByKey(lists.at(-2));
}

/** What is handed to the function that has a list as its parameter, where only this file can call it. */
export function handedIn(source: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  const taker = takerOf(source, list);
  const place = taker?.params.findIndex((each) => each === variableOf(source, list)?.identifiers[0]) ?? -1;
  return taker && place >= 0 ? callsTo(source, taker).flatMap((call) => call.arguments[place] ?? []) : [];
}

/** Whether a list is what an object or a Map holds by key: the data fill such. */
function isByKey(list: TSESTree.Node | undefined): boolean {
  return list?.type === 'CallExpression' && /^(?:keys|values|entries)$/.test(calleeNames(list).at(-1) ?? '');
}

/** Whether a call looks for all there is, by its name or by what it does in this file: `readdir(path)`, `getAllUsers()`. */
function isLookUp(source: SourceCode, node: TSESTree.Node, depth = 0): boolean {
  if (node.type !== 'CallExpression') return false;
  const local = localFunction(source, node.callee);
  if (local && depth < maxDepth)
    return hasOwnNode(local.body, source.visitorKeys, (inner) => isLookUp(source, inner, depth + 1));
  const name = calleeNames(node).at(-1) ?? '';
  const [verb = ''] = wordsOf(name);
  return lookUpVerbs.has(verb) || (verb === 'get' && hasWord(name, wholeWords));
}
