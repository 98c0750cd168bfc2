// What is known of one call: what it is called, whether it reads or writes, and what speaks on its order.
import { laterAwaitsOf } from './awaited-later.js';
import type { Operation } from './model.js';
import { natureOf } from './nature.js';
import { dependsOnRegion, type Frame, outerReceiverOf } from './paths.js';
import { bare, calleeNames, calleeOf, type CallNode, isKept } from './syntax.js';
import { traitsOf } from './traits.js';
import { variableOf } from './variables.js';

/**
 * The facts on a call that stands in `frame`.
 * @param here whether it is awaited where it stands
 * @param followed whether the called function's own steps are known: what it does then says more than its name
 */
export function operationOf(frame: Frame, call: CallNode, here: boolean, followed = false): Operation {
  const names = calleeNames(calleeOf(call));
  const later = here ? [] : laterAwaitsOf(frame, call);
  const awaited = here || later.length > 0;
  const kept = later.length > 0 ? later.some(isKept) : isKept(call);
  const byName = natureOf(call, names);
  const receiver = outerReceiverOf(frame, call);
  const varies = dependsOnRegion(frame, call);
  return {
    callee: names.join('.'),
    // Who drops the result of an awaited call wants its effect.
    nature: byName === 'unknown' && awaited && !kept ? 'write' : byName,
    awaited,
    kept,
    shared: !followed && (receiver ? !receiver.root.startsWith('global ') : isGiven(frame, call)),
    variesByIteration: varies,
    traits: traitsOf(frame, call, { names, awaited, followed, kept, receiver, varies }),
  };
}

/** Whether a function is called that came in as a parameter of one around: `onItem(item)`. */
function isGiven(frame: Frame, call: CallNode): boolean {
  const callee = bare(calleeOf(call));
  const variable = callee.type === 'Identifier' ? variableOf(frame.source, callee) : undefined;
  return variable?.defs[0]?.type === 'Parameter' && !dependsOnRegion(frame, callee);
}
