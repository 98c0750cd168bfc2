// Writes that are about the same thing in each iteration: the last one wins, or what they add stands there in order.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  branchVerbs,
  conversationNames,
  meansWords,
  messageVerbs,
  requestWords,
  targetOptions,
  targetVerbs,
  tellVerbs,
} from '../knowledge/effects.js';
import { answersAnew } from '../knowledge/fresh.js';
import { lookUpByLastWord, wordsOf } from '../knowledge/words.js';
import { localFunction } from './functions.js';
import type { Path } from './model.js';
import { isTextMethod } from './nature.js';
import { dependsOnRegion, type Frame } from './paths.js';
import {
  argumentsOf,
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  handedTo,
  isFunction,
  propertyName,
} from './syntax.js';
import { variableOf } from './variables.js';

/** Whether an awaited call writes to, or tells, what is the same in each iteration. */
export function isAboutOne(
  frame: Frame,
  call: CallNode,
  { names, followed, kept }: { names: readonly string[]; followed: boolean; kept: boolean },
): boolean {
  const words = wordsOf(names.at(-1) ?? '');
  const [verb = ''] = words;
  if (writesOneTarget(frame, call, verb) || tellsOneConversation(frame, call, words)) return true;
  if (kept) return false;
  if (branchVerbs.has(verb) && handsOneNamed(frame, call, isBranch)) return true;
  return !followed && (addsToOneFile(frame, call, verb) || addsToImplied(frame, call, names));
}

/** `update(id, part)` of the same thing each time: the last one wins, or each reads what the one before it wrote. */
function writesOneTarget(frame: Frame, call: CallNode, verb: string): boolean {
  const target = targetOf(frame, call, verb);
  if (target?.type !== 'ObjectExpression') return target !== undefined && !dependsOnRegion(frame, target);
  const named = target.properties.filter(
    (property) => property.type === 'Property' && targetOptions.has(propertyName(property) ?? ''),
  );
  return named.length > 0 && named.every((property) => !dependsOnRegion(frame, property));
}

/** `path` in `async function put(path, text) { await writeFile(path, text); }`: a parameter that tells what is written to. */
export function targetHandedTo(frame: Frame, call: CallNode, names: readonly string[]): Path | undefined {
  if (frame.parameters.size === 0) return undefined;
  const target = targetOf(frame, call, wordsOf(names.at(-1) ?? '')[0] ?? '');
  const variable = target?.type === 'Identifier' ? variableOf(frame.source, target) : undefined;
  const parameter = variable && frame.parameters.get(variable);
  if (!parameter) return undefined;
  const [, , ...others] = withoutMeans(frame, call);
  // Of more that is handed on, some may be parts of a key.
  return others.some((other) => dependsOnRegion(frame, other)) ? undefined : parameter;
}

/** The first of what a writing call is handed, where that tells what it writes to and the next what it writes. */
function targetOf(frame: Frame, call: CallNode, verb: string): TSESTree.Node | undefined {
  const [first, second, ...others] = withoutMeans(frame, call);
  if (
    !first ||
    !(targetVerbs.has(verb) || (tellVerbs.has(verb) && second)) ||
    isTextMethod(call) ||
    !dependsOnRegion(frame, call)
  )
    return undefined;
  // In `saveForUser(user, item)` the preposition says what the first is.
  if (wordsOf(calleeNames(calleeOf(call)).at(-1) ?? '').includes('for')) return undefined;
  if (first.type === 'ObjectExpression') return first;
  // In `set(space, key, value)` and `writeFile(store, path, text)` the key is not the first.
  const isByKey =
    (verb === 'set' && others.length > 0) ||
    (verb === 'write' && others.some((other) => dependsOnRegion(frame, other)));
  const isPayload = second !== undefined && dependsOnRegion(frame, second) && !isMadeAnew(first);
  return isPayload && !isByKey && !isFunction(first) ? first : undefined;
}

/** `randomUUID()`. */
function isMadeAnew(node: TSESTree.Node): boolean {
  return node.type === 'CallExpression' && answersAnew(wordsOf(calleeNames(node.callee).at(-1) ?? ''));
}

/** What a call is handed, but for what some hand on first: `update(ctx, id, part)`, `save(db, row)`. */
function withoutMeans(frame: Frame, call: CallNode): readonly TSESTree.CallExpressionArgument[] {
  const handed = argumentsOf(call);
  const first = handed[0] && bare(handed[0]);
  const name = first?.type === 'CallExpression' ? first.callee : first;
  const words = name ? wordsOf(calleeNames(name).at(-1) ?? '') : [];
  const isMeans =
    words.some((word) => requestWords.has(word)) || meansWords.has(words.at(-1) ?? '') || isFirstAsked(frame, call);
  return isMeans ? handed.slice(1) : handed;
}

/** Whether the function of this file that is called calls methods of what it is handed first. */
function isFirstAsked({ source }: Frame, call: CallNode): boolean {
  const first = localFunction(source, calleeOf(call))?.params[0];
  const variable = first && variableOf(source, first);
  return (variable?.references ?? []).some(({ identifier: { parent }, identifier }) => {
    const isObject = parent.type === 'MemberExpression' && parent.object === identifier;
    return isObject && parent.parent.type === 'CallExpression' && parent.parent.callee === parent;
  });
}

/** `createMessage({ conversationId, text })`: what one conversation is told comes in the order in which it was sent. */
function tellsOneConversation(frame: Frame, call: CallNode, words: readonly string[]): boolean {
  const isTold = words.some((word) => /^messages?$/.test(word)) && words.some((word) => messageVerbs.has(word));
  return isTold && handsOneNamed(frame, call, isConversation);
}

/** Whether an argument, or an option among them, of such a name is the same in each iteration. */
function handsOneNamed(frame: Frame, call: CallNode, isNamed: (name: string) => boolean): boolean {
  return argumentsOf(call).some((argument) => {
    if (argument.type !== 'ObjectExpression')
      return isNamed(calleeNames(argument).at(-1) ?? '') && !dependsOnRegion(frame, argument);
    return argument.properties.some(
      (property) =>
        property.type === 'Property' &&
        isNamed(propertyName(property) ?? '') &&
        !dependsOnRegion(frame, property.value),
    );
  });
}

function isBranch(name: string): boolean {
  return wordsOf(name.replace(/_?name$/i, '')).at(-1) === 'branch';
}

function isConversation(name: string): boolean {
  return lookUpByLastWord(conversationNames, name.replace(/_?ids?$/i, '')) !== undefined;
}

/** `appendFile('log', x)`: what is added to the same file each time stands there in order. */
function addsToOneFile(frame: Frame, call: CallNode, verb: string): boolean {
  const [first] = argumentsOf(call);
  return verb === 'append' && first !== undefined && !dependsOnRegion(frame, first);
}

/** `addFileToCollection(file)`: to the one that is at hand, since nothing that is handed over tells which. */
function addsToImplied(frame: Frame, call: CallNode, names: readonly string[]): boolean {
  const [verb, ...words] = wordsOf(names.at(-1) ?? '');
  if (names.length > 1 || verb !== 'add' || !words.slice(0, -1).includes('to')) return false;
  return handedTo(call).every((value) => dependsOnRegion(frame, value));
}
