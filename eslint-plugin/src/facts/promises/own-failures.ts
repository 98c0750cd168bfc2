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
  type FunctionNode,
  hasOwnNode,
  isCall,
  isFunction,
  walk,
} from '../syntax.js';
import { type SourceCode, variableOf } from '../variables.js';
import { factsOfCatch, factsOfHandler } from './catches.js';
import { catchAround } from './surroundings.js';

/** Whether a function, or what makes a promise, takes its own failures: nothing it awaits can reject its promise. */
export function takesOwnFailure(source: SourceCode, maker: TSESTree.Node, depth = 0): boolean {
  const node = bare(maker);
  if (depth > maxDepth) return false;
  if (isFunction(node)) return isGuarded(source, node, depth);
  if (node.type === 'Identifier') {
    const local = localFunction(source, node);
    return local !== undefined && isGuarded(source, local, depth);
  }
  if (node.type === 'NewExpression') return isOnlyResolved(source, node);
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].every((arm) => takesOwnFailure(source, arm, depth + 1));
  if (node.type !== 'CallExpression') return node.type === 'Literal';
  if (isSettled(node)) return true;
  if (neverRejects(calleeNames(node.callee)) && !/\bthrowOnError\b/.test(source.getText(node))) return true;
  return takesInChain(source, node, depth) ?? takesWhatItRuns(source, node, depth);
}

/** `Promise.resolve(value)` and `Promise.allSettled([…])` are never rejected. */
export function isSettled(call: CallNode): boolean {
  const names = calleeNames(calleeOf(call)).join('.');
  if (names === 'Promise.allSettled') return true;
  return names === 'Promise.resolve' && !argumentsOf(call).some((argument) => isCall(bare(argument)));
}

const maxDepth = 4;

/** `f().catch(log)`; a link after the handler may fail anew, as far as it can be told. */
function takesInChain(source: SourceCode, call: TSESTree.CallExpression, depth: number): boolean | undefined {
  const callee = bare(call.callee);
  const link = callee.type === 'MemberExpression' ? calleeNames(callee).at(-1) : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const handler = link === 'catch' ? call.arguments[0] : link === 'then' ? call.arguments[1] : undefined;
  if (handler) return !factsOfHandler(source, handler).endings.includes('throws');
  return link === 'then' || link === 'finally' ? takesOwnFailure(source, callee.object, depth + 1) : undefined;
}

/** A call of a function of this file, or of one that runs what it is handed: `limit(() => save(x))`. */
function takesWhatItRuns(source: SourceCode, call: TSESTree.CallExpression, depth: number): boolean {
  const local = localFunction(source, call.callee);
  if (local) return isGuarded(source, local, depth);
  const [only, ...others] = call.arguments.filter((argument) => isFunction(argument));
  return only !== undefined && others.length === 0 && isGuarded(source, only, depth);
}

/** Whether all that a function awaits or returns stands in a `try` whose `catch` lets nothing out, or is safe itself. */
function isGuarded(source: SourceCode, fn: FunctionNode, depth: number): boolean {
  if (fn.body.type !== 'BlockStatement') return takesOwnFailure(source, fn.body, depth + 1);
  const risks = risksIn(source, fn.body);
  if (risks.length === 0 && !fn.async && !givesAnything(source, fn.body)) return true;
  return risks.length > 0 && risks.every((risk) => isCaught(source, risk) || isSafe(source, risk, depth));
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
function isCaught(source: SourceCode, risk: Risk): boolean {
  const clause = risk.type === 'ReturnStatement' ? undefined : catchAround(risk);
  return clause !== undefined && !factsOfCatch(source, clause).endings.includes('throws');
}

function isSafe(source: SourceCode, risk: Risk, depth: number): boolean {
  return risk.type !== 'ThrowStatement' && risk.argument !== null && takesOwnFailure(source, risk.argument, depth + 1);
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
