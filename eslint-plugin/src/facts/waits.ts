// Promises made by hand that nothing resolves but time, or an event that is no iteration's own.
import type { TSESTree } from '@typescript-eslint/utils';
import { listening, timers } from '../knowledge/waits.js';
import type { CallStep, Place } from './model.js';
import { dependsOnRegion, type Frame, outerReceiverOf } from './paths.js';
import { calleeNames, isFunction, walk } from './syntax.js';

/** The wait, at a place, that stands for `new Promise((resolve) => setTimeout(resolve, ms))` and its like. */
export function waitIn(frame: Frame, node: TSESTree.Node, at: Place): CallStep | undefined {
  const wait = node.type === 'NewExpression' ? resolverIn(frame, node) : undefined;
  if (!wait) return undefined;
  return {
    kind: 'call',
    at,
    operation: {
      callee: wait.callee,
      nature: 'unknown',
      awaited: true,
      kept: false,
      shared: false,
      variesByIteration: true,
      traits: [{ trait: 'waits', subject: wait.subject }],
    },
  };
}

/** What resolves a promise, where that is not what the iteration asks for, and the words for it. */
function resolverIn(frame: Frame, node: TSESTree.NewExpression): { callee: string; subject: string } | undefined {
  const [executor] = node.arguments;
  if (calleeNames(node.callee).join('.') !== 'Promise' || !executor || !isFunction(executor)) return undefined;
  const [resolve] = executor.params;
  if (resolve?.type !== 'Identifier') return undefined;
  let found: ReturnType<typeof resolverIn>;
  walk(executor.body, frame.source.visitorKeys, (inner) => {
    if (inner.type !== 'CallExpression') return true;
    const names = calleeNames(inner.callee);
    const name = names.at(-1) ?? '';
    const [first] = inner.arguments;
    if (timers.has(name) && first && resolves(first, resolve.name))
      found = { callee: name, subject: `the promise that \`${name}\` resolves lets time pass between iterations` };
    else if (listening.has(name) && hearsShared(frame, inner, resolve.name)) {
      const callee = names.join('.');
      found = {
        callee,
        subject: `the promise that \`${callee}\` resolves waits for an event that all iterations share`,
      };
    }
    return true;
  });
  return found;
}

/** `game.once('moved', resolve)`: the next event of a thing that the iterations share, whichever it is about. */
function hearsShared(frame: Frame, call: TSESTree.CallExpression, resolve: string): boolean {
  const [event, listener] = call.arguments;
  if (!event || !listener || !resolves(listener, resolve) || !outerReceiverOf(frame, call)) return false;
  return ![call.callee, event].some((part) => dependsOnRegion(frame, part));
}

function resolves(callback: TSESTree.Node, resolve: string): boolean {
  if (callback.type === 'Identifier') return callback.name === resolve;
  if (!isFunction(callback)) return false;
  const body =
    callback.body.type === 'BlockStatement' && callback.body.body.length === 1 ? callback.body.body[0] : callback.body;
  const call = body?.type === 'ExpressionStatement' ? body.expression : body;
  return call?.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === resolve;
}
