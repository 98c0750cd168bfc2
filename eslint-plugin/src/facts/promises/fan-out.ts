// The facts on work that a combinator has done for every item of a list at once.
import type { TSESTree } from '@typescript-eslint/utils';
import {
  callbackWords,
  computingReceivers,
  computingVerbs,
  innerBus,
  innerMethods,
  limitingWords,
  localVerbs,
  outerReceivers,
  outgoingVerbs,
  pooledMethods,
  pooledReceivers,
  seldomWords,
} from '../../knowledge/fan-out.js';
import { isAmong, type ProjectNames } from '../../knowledge/project.js';
import { hasWord, type Known, wordsOf } from '../../knowledge/words.js';
import { isForBrowser } from '../browser.js';
import { calleesOf } from '../call-graph.js';
import { contextOf } from '../context.js';
import { lowerFunctionBody } from '../expressions.js';
import type { CallStep, Operation } from '../model.js';
import type { Frame } from '../paths.js';
import { placeOf } from '../places.js';
import { becauseOfClass } from '../resource-origins.js';
import { leavesOf } from '../steps.js';
import { calleeNames, isFunction, propertyName } from '../syntax.js';
import { isTest } from '../tests.js';
import type { SourceCode } from '../variables.js';
import type { Combinator, Mapped } from './combinators.js';
import { extentOf } from './list-extent.js';
import type { FanOutFacts } from './model.js';

/** A combinator over one promise an item. */
export type FanOut = Combinator & { name: 'all' | 'allSettled'; input: Mapped };

/** Whether a combinator is one over promises that are made of a list. */
export function isFanOut(combinator: Combinator): combinator is FanOut {
  return (combinator.name === 'all' || combinator.name === 'allSettled') && combinator.input?.of === 'mapped';
}

/** @param limited callees that hold back by themselves what is too much */
export function factsOfFanOut(
  source: SourceCode,
  project: ProjectNames,
  { node, input }: FanOut,
  limited: readonly Known[],
): FanOutFacts {
  const calls = callsOf(source, project, node, input);
  const outgoing = outgoingOf(calls.filter(({ operation, followed }) => !followed || isSurelyOutgoing(operation)));
  return {
    at: placeOf(node),
    list: source.getText(input.items),
    extent: extentOf(source, input, node),
    outgoing: outgoing && {
      callee: outgoing.operation.callee,
      isSure: isSurelyOutgoing(outgoing.operation),
      at: outgoing.at,
    },
    limited:
      isForBrowser(source) ||
      becauseOfClass(node) !== undefined ||
      isTest(source) ||
      calls.some(({ operation }) => isLimited(operation) || isAmong(limited, operation.callee)) ||
      callsItself(calls, node, input) ||
      walksTrees(source, input),
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
  const methods = waited.filter(({ operation }) => /^\w+\./.test(operation.callee) && !isComputing(operation));
  const isSeveral = new Set(methods.map(({ operation }) => operation.callee)).size >= several;
  return (
    waited.find(({ operation }) => isSurelyOutgoing(operation)) ??
    waited.find(({ operation }) => isOutgoing(operation)) ??
    (isSeveral ? methods[0] : undefined)
  );
}

/** Who waits for so many different methods of others hardly stays in the process. */
const several = 3;

/** What JavaScript brings, and what has no name. */
const builtIns: ReadonlySet<string> = new Set(['Promise', 'Object', 'Array', 'JSON', '*']);

function isWaitedFor({ callee, nature, awaited }: Operation): boolean {
  const names = callee.split('.');
  // What it is doing, it does already: `fetching()` only waits.
  const isGoingOn = /^[a-z]+ing$/.test(names.at(-1) ?? '');
  const isCalledBack = names.some((name) => hasWord(name, callbackWords) || innerBus.test(name));
  const isOuter = names.slice(0, -1).some((name) => outerReceivers.has(name));
  const isSeldom = hasWord(names.at(-1) ?? '', seldomWords);
  const isLeftOut = builtIns.has(names[0] ?? '') || isGoingOn || isCalledBack || isSeldom;
  return awaited && !isLeftOut && (isOuter || nature !== 'unknown');
}

/** Whether a call computes in the process, by what it is a method of or by its verb. */
function isComputing(operation: Operation): boolean {
  const [method, receivers] = partsOf(operation);
  return receivers.some((name) => computingReceivers.has(name)) || computingVerbs.has(wordsOf(method)[0] ?? '');
}

function isOutgoing(operation: Operation): boolean {
  const [method, receivers] = partsOf(operation);
  if (receivers.some((name) => outerReceivers.has(name))) return !innerMethods.has(method);
  return !isComputing(operation) && !localVerbs.has(wordsOf(method)[0] ?? '');
}

/** Whether a call leaves the process, by a name that nothing else has, and nothing there makes it wait for its turn. */
function isSurelyOutgoing(operation: Operation): boolean {
  const [method, receivers] = partsOf(operation);
  const isPooled =
    pooledMethods.has(method) || receivers.some((name) => pooledReceivers.has(wordsOf(name).at(-1) ?? ''));
  if (isPooled || !isOutgoing(operation)) return false;
  return receivers.some((name) => outerReceivers.has(name)) || outgoingVerbs.has(wordsOf(method)[0] ?? '');
}

/** The method of a callee, and what it is a method of: of `fs.stat.catch`, the handler aside, `stat` and `fs`. */
function partsOf({ callee }: Operation): [string, string[]] {
  const names = callee.replace(/(?:\.(?:then|catch|finally))+$/, '').split('.');
  return [names.at(-1) ?? '', names.slice(0, -1)];
}

/** Whether an operation waits for its turn: at a limiter, or at something that does one at a time anyway. */
function isLimited({ callee, traits }: Operation): boolean {
  const isLimiting = callee.split('.').some((name) => hasWord(name, limitingWords));
  return isLimiting || traits.some(({ trait }) => trait === 'serial');
}

/** Whether the function that the combinator stands in is called for each item: a tree, not a list. */
function callsItself(calls: readonly CallStep[], node: TSESTree.Node, { callback }: Mapped): boolean {
  const around = namesAround(node);
  const called = [calleeNames(callback), ...calls.map(({ operation }) => operation.callee.split('.'))];
  return called.some((names) => !builtIns.has(names[0] ?? '') && around.has(names.at(-1) ?? ''));
}

/** Whether each item is a tree: a function that is called for it calls itself. */
function walksTrees(source: SourceCode, { body }: Mapped): boolean {
  return body !== undefined && calleesOf(source, body).some((callee) => calleesOf(source, callee).includes(callee));
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
