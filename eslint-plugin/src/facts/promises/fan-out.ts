// The facts on work that a combinator has done for every item of a list at once.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  alwaysFewNames,
  boundingNames,
  callbackWords,
  fewNames,
  formWords,
  innerMethods,
  limitingWords,
  linkWords,
  localVerbs,
  outerReceivers,
  portionWords,
  wholeWords,
  writtenNames,
  writtenObjects,
} from '../../knowledge/fan-out.js';
import type { ProjectNames } from '../../knowledge/project.js';
import { type Known, lookUp, wordsOf } from '../../knowledge/words.js';
import { isForBrowser } from '../browser.js';
import { contextOf } from '../context.js';
import { lowerFunctionBody } from '../expressions.js';
import { isShort } from '../extent.js';
import type { CallStep, Operation } from '../model.js';
import type { Frame } from '../paths.js';
import { placeOf } from '../places.js';
import { leavesOf } from '../steps.js';
import { bare, bareAwaited, calleeNames, chainRoot, hasNode, isFunction, propertyName } from '../syntax.js';
import { declaratorOf, isInside, type SourceCode, type Variable, variableOf } from '../variables.js';
import type { Combinator, Mapped } from './combinators.js';
import type { FanOutFacts } from './model.js';

/** A combinator over one promise an item. */
export type FanOut = Combinator & { name: 'all' | 'allSettled'; input: Mapped };

/** Whether a combinator is one over promises that are made of a list. */
export function isFanOut(combinator: Combinator): combinator is FanOut {
  return (combinator.name === 'all' || combinator.name === 'allSettled') && combinator.input?.of === 'mapped';
}

export function factsOfFanOut(source: SourceCode, project: ProjectNames, { node, input }: FanOut): FanOutFacts {
  const calls = callsOf(source, project, node, input);
  const outgoing = outgoingOf(calls);
  return {
    at: placeOf(node),
    list: source.getText(input.items),
    extent: extentOf(source, input.items, node),
    outgoing: outgoing && { callee: outgoing.operation.callee, at: outgoing.at },
    limited:
      isForBrowser(source) || calls.some(({ operation }) => isLimited(operation)) || callsItself(source, node, input),
  };
}

/** All that the callback does for an item, in the functions of this file that it calls, too. */
function callsOf(source: SourceCode, project: ProjectNames, node: TSESTree.Node, { body }: Mapped): CallStep[] {
  if (!body) return [];
  const frame: Frame = { source, project, region: node, distinct: new Set(), items: new Map(), parameters: new Map() };
  const steps = lowerFunctionBody({ ...contextOf(frame), combined: true }, body);
  return leavesOf(steps).filter((step) => step.kind === 'call');
}

/** The first call that leaves the process: by its name, or as one of several methods that are waited for. */
function outgoingOf(calls: readonly CallStep[]): CallStep | undefined {
  const waited = calls.filter(({ operation }) => isWaitedFor(operation));
  const methods = waited.filter(({ operation }) => /^\w+\./.test(operation.callee));
  const isSeveral = new Set(methods.map(({ operation }) => operation.callee)).size >= several;
  return waited.find(({ operation }) => isOutgoing(operation)) ?? (isSeveral ? methods[0] : undefined);
}

/** Who waits for so many different methods of others hardly stays in the process. */
const several = 3;

function isWaitedFor({ callee, nature, awaited }: Operation): boolean {
  const names = callee.split('.');
  // What it is doing, it does already: `fetching()` only waits.
  const isGoingOn = /^[a-z]+ing$/.test(names.at(-1) ?? '');
  const isCalledBack = names.some((name) => wordsOf(name).some((word) => callbackWords.has(word)));
  const isOuter = names.slice(0, -1).some((name) => outerReceivers.has(name));
  return awaited && names[0] !== 'Promise' && !isGoingOn && !isCalledBack && (isOuter || nature !== 'unknown');
}

function isOutgoing({ callee }: Operation): boolean {
  const names = callee.split('.');
  const method = names.at(-1) ?? '';
  const isOuter = names.slice(0, -1).some((name) => outerReceivers.has(name));
  return isOuter ? !innerMethods.has(method) : !localVerbs.has(wordsOf(method)[0] ?? '');
}

/** Whether an operation waits for its turn: at a limiter, or at something that does one at a time anyway. */
function isLimited({ callee, traits }: Operation): boolean {
  const isLimiting = callee.split('.').some((name) => wordsOf(name).some((word) => limitingWords.has(word)));
  return isLimiting || traits.some(({ trait }) => trait === 'serial');
}

/** Whether the function that the combinator stands in is called for each item: a tree, not a list. */
function callsItself(source: SourceCode, node: TSESTree.Node, { callback }: Mapped): boolean {
  const around = namesAround(node);
  const isAround = (callee: TSESTree.Node): boolean => around.has(calleeNames(callee).at(-1) ?? '');
  return (
    isAround(callback) ||
    hasNode(callback, source.visitorKeys, (inner) => inner.type === 'CallExpression' && isAround(inner.callee))
  );
}

/** The names of the functions that a node stands in. */
function namesAround(node: TSESTree.Node): Set<string> {
  const names = new Set<string>();
  for (let each = node.parent; each; each = each.parent) {
    if (!isFunction(each)) continue;
    const { parent } = each;
    if (each.id) names.add(each.id.name);
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') names.add(parent.id.name);
    if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
      names.add(propertyName(parent) ?? '');
    if (parent.type === 'AssignmentExpression') names.add(calleeNames(parent.left).at(-1) ?? '');
  }
  return names;
}

function extentOf(source: SourceCode, items: TSESTree.Expression, node: TSESTree.Node): FanOutFacts['extent'] {
  if (isShort(source, items) || isBounded(source, items) || isPortion(source, items)) return 'text';
  const name = nameOf(items);
  const isFew =
    isNamed(name, alwaysFewNames) ||
    calleeNames(items).some((each) => writtenObjects.has(each)) ||
    (!isWhole(name) && (isNamed(name, fewNames) || isNamed(name, writtenNames))) ||
    isNamed(resultName(node), writtenNames);
  return isFew ? 'few' : 'data';
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
  const init = variable && depth < 4 ? valueOf(variable) : undefined;
  return init ? isBounded(source, init, depth + 1) : false;
}

/** Whether the list belongs to a function that is called for one portion after another: `inBatches(all, (some) => …)`. */
function isPortion(source: SourceCode, items: TSESTree.Node): boolean {
  const root = chainRoot(items);
  const [def] = (root.type === 'Identifier' ? variableOf(source, root)?.defs : undefined) ?? [];
  for (let each: TSESTree.Node | undefined = def?.node; each; each = each.parent) {
    const call = isFunction(each) ? each.parent : undefined;
    const isHanded = call?.type === 'CallExpression' && call.arguments.some((argument) => argument === each);
    if (isHanded && calleeNames(call.callee).some((name) => wordsOf(name).some((word) => portionWords.has(word))))
      return true;
  }
  return false;
}

function valueOf(variable: Variable): TSESTree.Node | undefined {
  return declaratorOf(variable)?.init ?? undefined;
}

/** What the list is called: `groups` of `user.groups.filter(f)`, and of `Object.entries(groups)`. */
function nameOf(items: TSESTree.Node): string {
  const node = bareAwaited(items);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return propertyName(node) ?? '';
  if (node.type !== 'CallExpression') return '';
  const [first] = node.arguments;
  const [root] = calleeNames(node.callee);
  if (first && (root === 'Object' || root === 'Array')) return nameOf(first);
  const callee = bare(node.callee);
  if (callee.type !== 'MemberExpression') return '';
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

/** Whether a name says that it is all there is: `allGroups`. */
function isWhole(name: string): boolean {
  return wordsOf(name).some((word) => wholeWords.has(word));
}

/** Whether a name is one of a kind: `groupIds` are of groups. */
function isNamed(name: string, kinds: readonly Known[]): boolean {
  const words = wordsOf(name);
  const link = words.findIndex((word, index) => index > 0 && linkWords.has(word));
  const noun = words.slice(0, link < 0 ? words.length : link).findLast((word) => !formWords.has(word));
  return noun !== undefined && lookUp(kinds, noun) !== undefined;
}
