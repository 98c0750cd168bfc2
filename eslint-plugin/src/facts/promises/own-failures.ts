// Whether what makes a promise takes its failure itself, so that the promise is never rejected.
import type { TSESTree } from '@typescript-eslint/utils';
import { neverRejects } from '../../knowledge/rejections.js';
import { localFunction } from '../functions.js';
import {
  argumentsOf,
  bare,
  calleeNames,
  calleeOf,
  type CallNode,
  chainRoot,
  type FunctionNode,
  hasOwnNode,
  isCall,
  isFunction,
  optionOf,
  walk,
} from '../syntax.js';
import { declaratorOf, isConstant, type SourceCode, variableOf } from '../variables.js';
import { factsOfCatch, factsOfHandler } from './catches.js';
import type { CatchFacts } from './model.js';
import { catchAround, clauseAround } from './surroundings.js';

/** Whether a function, or what makes a promise, takes its own failures: nothing it awaits can reject its promise. */
export function takesOwnFailure(source: SourceCode, maker: TSESTree.Node): boolean {
  return handles(source, maker, false, 0);
}

/** Whether it takes its own failures, or tells of each before it hands it on. */
export function tellsOwnFailure(source: SourceCode, maker: TSESTree.Node): boolean {
  return handles(source, maker, true, 0);
}

/** @param mayTell whether it is enough to tell of a failure before it is handed on */
function handles(source: SourceCode, maker: TSESTree.Node, mayTell: boolean, depth: number): boolean {
  const node = bare(maker);
  if (depth > maxDepth) return false;
  if (isFunction(node)) return isGuarded(source, node, mayTell, depth);
  if (node.type === 'Identifier') {
    const local = localFunction(source, node);
    return local !== undefined && isGuarded(source, local, mayTell, depth);
  }
  if (node.type === 'NewExpression') return isOnlyResolved(source, node);
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].every((arm) => handles(source, arm, mayTell, depth + 1));
  if (node.type !== 'CallExpression') return node.type === 'Literal';
  // Who is handed an error is told of it, and the promise is fulfilled.
  if (isSettled(node) || optionOf(node, 'onError') || (mayTell && isToldByHook(source, node))) return true;
  if (neverRejects(calleeNames(node.callee)) && !/\bthrowOnError\b/.test(source.getText(node))) return true;
  return handlesInChain(source, node, mayTell, depth) ?? handlesWhatItRuns(source, node, mayTell, depth);
}

/** Whether a call's function was made with somebody who is told of errors: `const { run } = useMutation({ onError })`. */
function isToldByHook(source: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  const variable = variableOf(source, chainRoot(callee));
  const init = variable && isConstant(variable) ? declaratorOf(variable)?.init : undefined;
  const made = init && bare(init);
  return made?.type === 'CallExpression' && optionOf(made, 'onError') !== undefined;
}

/** `Promise.resolve(value)` and `Promise.allSettled([…])` are never rejected. */
export function isSettled(call: CallNode): boolean {
  const names = calleeNames(calleeOf(call)).join('.');
  if (names === 'Promise.allSettled') return true;
  return names === 'Promise.resolve' && !argumentsOf(call).some((argument) => isCall(bare(argument)));
}

const maxDepth = 4;

/** `f().catch(log)`; a link after the handler may fail anew, as far as it can be told. */
function handlesInChain(
  source: SourceCode,
  call: TSESTree.CallExpression,
  mayTell: boolean,
  depth: number,
): boolean | undefined {
  const callee = bare(call.callee);
  const link = callee.type === 'MemberExpression' ? calleeNames(callee).at(-1) : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const handler = link === 'catch' ? call.arguments[0] : link === 'then' ? call.arguments[1] : undefined;
  if (handler) return isDone(factsOfHandler(source, handler), mayTell);
  return link === 'then' || link === 'finally' ? handles(source, callee.object, mayTell, depth + 1) : undefined;
}

/** A call of a function of this file, or of one that runs what it is handed, and hardly more: `limit(() => save(x))`. */
function handlesWhatItRuns(
  source: SourceCode,
  call: TSESTree.CallExpression,
  mayTell: boolean,
  depth: number,
): boolean {
  const local = localFunction(source, call.callee);
  if (local && isGuarded(source, local, mayTell, depth)) return true;
  const [only, ...others] = call.arguments.filter((argument) => isFunction(argument));
  return only !== undefined && others.length === 0 && isGuarded(source, only, mayTell, depth);
}

/** Whether all that a function awaits or returns stands in a `try` whose `catch` lets nothing out, or is safe itself. */
function isGuarded(source: SourceCode, fn: FunctionNode, mayTell: boolean, depth: number): boolean {
  if (fn.body.type !== 'BlockStatement') return handles(source, fn.body, mayTell, depth + 1);
  const risks = risksIn(source, fn.body);
  if (risks.length === 0 && !fn.async && !givesAnything(source, fn.body)) return true;
  return (
    risks.length > 0 && risks.every((risk) => isCaught(source, risk, mayTell) || isSafe(source, risk, mayTell, depth))
  );
}

/** Whether a function returns anything, which may be a promise. */
function givesAnything(source: SourceCode, body: TSESTree.BlockStatement): boolean {
  return hasOwnNode(body, source.visitorKeys, (node) => node.type === 'ReturnStatement' && node.argument !== null);
}

type Risk = TSESTree.AwaitExpression | TSESTree.ReturnStatement | TSESTree.ThrowStatement;

/** What may reject the promise of a function: an `await`, a promise that it returns, a `throw`. */
function risksIn(source: SourceCode, body: TSESTree.BlockStatement): Risk[] {
  const risks: Risk[] = [];
  walk(body, source.visitorKeys, (node) => {
    const returned = node.type === 'ReturnStatement' ? node.argument : null;
    if (node.type === 'AwaitExpression' || node.type === 'ThrowStatement') risks.push(node);
    else if (node.type === 'ReturnStatement' && returned && isCall(bare(returned))) risks.push(node);
    return !isFunction(node);
  });
  return risks;
}

/** A promise that is returned leaves the `try` around it before it fails. */
function isCaught(source: SourceCode, risk: Risk, mayTell: boolean): boolean {
  const clause = risk.type === 'ReturnStatement' ? undefined : catchAround(risk);
  if (clause && isDone(factsOfCatch(source, clause), mayTell)) return true;
  const own = mayTell ? clauseAround(risk) : undefined;
  return own !== undefined && factsOfCatch(source, own).tells;
}

/** Whether a handler keeps a failure, or tells of it where that is enough. */
function isDone({ endings, tells }: CatchFacts, mayTell: boolean): boolean {
  return !endings.includes('throws') || (mayTell && tells);
}

function isSafe(source: SourceCode, risk: Risk, mayTell: boolean, depth: number): boolean {
  return risk.type !== 'ThrowStatement' && risk.argument !== null && handles(source, risk.argument, mayTell, depth + 1);
}

function isUnread(source: SourceCode, parameter: TSESTree.Parameter): boolean {
  return parameter.type === 'Identifier' && variableOf(source, parameter)?.references.length === 0;
}

/** `new Promise((resolve) => …)`: nobody can reject it. */
function isOnlyResolved(source: SourceCode, made: TSESTree.NewExpression): boolean {
  const [executor] = made.arguments;
  const isPromise = made.callee.type === 'Identifier' && made.callee.name === 'Promise';
  const run = executor && localFunction(source, executor);
  const [, reject] = run?.params ?? [];
  return isPromise && run !== undefined && (!reject || isUnread(source, reject));
}
