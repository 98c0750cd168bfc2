// Whether the text shows that a list may be of any length: a call looks for all there is, or the data fill what it is made of.
import type { TSESTree } from '@typescript-eslint/utils';
import { lookUpVerbs, wholeWords } from '../../knowledge/fan-out.js';
import { hasWord, wordsOf } from '../../knowledge/words.js';
import { localFunction } from '../functions.js';
import { landmarksOf } from '../landmarks.js';
import { calleeNames, hasOwnNode } from '../syntax.js';
import { type SourceCode, variableOf } from '../variables.js';
import { listsBehind, takerOf } from './lists-behind.js';

/** How far calls are followed, to what they do and from whom they come. */
const maxDepth = 3;

/** Whether a list is what a look-up gives, or what is handed in by key from where nobody sees. */
export function isOpen(source: SourceCode, list: TSESTree.Node, depth = 0): boolean {
  const lists = listsBehind(source, list);
  const last = lists.at(-1);
  if (!last || depth > maxDepth) return false;
  const taker = takerOf(source, last);
  if (!taker) return isLookUp(source, last);
  // A callback: `readdir(path, (error, files) => …)`.
  if (taker.parent.type === 'CallExpression') return isLookUp(source, taker.parent);
  const given = handedIn(source, last);
  return given.length === 0 ? isByKey(lists.at(-2)) : given.some((each) => isOpen(source, each, depth + 1));
}

/** What the file hands to the function that has a list as its parameter, wherever it calls it. */
export function handedIn(source: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  const taker = takerOf(source, list);
  const place = taker?.params.findIndex((each) => each === variableOf(source, list)?.identifiers[0]) ?? -1;
  if (place < 0) return [];
  return landmarksOf(source).calls.flatMap((call) =>
    localFunction(source, call.callee) === taker ? (call.arguments[place] ?? []) : [],
  );
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
