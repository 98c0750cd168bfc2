// The verdict on a loop: concurrent only when nothing speaks against it, and else the strongest reason, with its place.
import type { LoopFacts, Place, Trait } from '../facts/model.js';
import { isUnshared } from '../facts/steps.js';
import { dependencesOf, placeOfDoing } from './dependence.js';
import { type Flow, flowOf, type SeenCall } from './flow.js';
import type { Ordered, Reason, Sequential, Verdict } from './model.js';
import { mayMeet } from './overlap.js';

/** Decides from the facts alone. */
export function judgeLoop(facts: LoopFacts): Verdict {
  const flow = flowOf(facts.steps);
  const dependences = dependencesOf(flow);
  const against =
    dependences.carried ??
    conditionOf(facts) ??
    exitOf(flow) ??
    traitOf(flow) ??
    streamOf(flow) ??
    resetOf(flow) ??
    heldOf(flow) ??
    folderOf(flow) ??
    addedOf(flow) ??
    visibleOrderOf(flow) ??
    loneAwaitOf(flow) ??
    sameEachTime(facts, flow) ??
    repeatedWriteOf(flow) ??
    sameListOf(flow) ??
    statedOf(facts) ??
    gateOf(flow) ??
    orderOf(facts, flow, collects(flow, dependences.ordered)) ??
    leftBehind(facts, flow);
  if (against) return against;
  const ordered = [...dependences.ordered, ...logsAfterAwait(flow), ...effectsInTail(flow)];
  return {
    concurrent: true,
    writes: writes(flow),
    ordered,
    privatised: [...dependences.privatised, ...facts.counters],
  };
}

/** Whether the head alone tells that the iterations come one after the other, whatever else speaks for it. */
export function isBoundByHead(facts: LoopFacts): boolean {
  return conditionOf(facts) !== undefined;
}

/** A condition that is asked again after each iteration lets no iteration start before the one before it ended. */
function conditionOf(facts: LoopFacts): Sequential | undefined {
  const { iteration } = facts;
  if (iteration.by === 'condition') return { concurrent: false, reason: 'condition', subject: '', at: iteration.at };
  return iteration.by === 'stream' ? streamed(iteration.at) : undefined;
}

/** Leaving the loop on what an await gave, or before later items were started. */
function exitOf(flow: Flow): Sequential | undefined {
  const readsOnly = !writes(flow);
  for (const { step, phase, inTail, inHandler } of flow.exits) {
    if (step.how === 'yield') return { concurrent: false, reason: 'visible-order', subject: 'yield', at: step.at };
    // A throw in the tail of a reading iteration is thrown as before, once all have been read.
    const isChecked = phase === 'before' ? step.varies : !step.onResult || (inTail && readsOnly);
    const isFailure = step.how === 'throw' && !step.onCount && (inHandler || isChecked);
    if (!isFailure) return { concurrent: false, reason: 'early-exit', subject: step.how, at: step.at };
  }
  const thrower = flow.calls.find(({ step, phase, inTail }) => {
    if (!hasTrait(step.operation.traits, 'throws')) return false;
    return !step.operation.variesByIteration || (phase === 'after' && !(inTail && readsOnly));
  });
  return (
    thrower && { concurrent: false, reason: 'early-exit', subject: thrower.step.operation.callee, at: thrower.step.at }
  );
}

const reasonOfTrait: Partial<Record<Trait['trait'], Reason>> = {
  waits: 'time',
  serial: 'serial-resource',
  shows: 'visible-order',
  tests: 'visible-order',
  chained: 'chain',
  grouped: 'already-concurrent',
  pooled: 'already-concurrent',
  feeds: 'shared-state',
  rewrites: 'repeated',
  'ends-process': 'early-exit',
};

function traitOf(flow: Flow): Sequential | undefined {
  for (const { step } of flow.calls) {
    for (const { trait, subject } of step.operation.traits) {
      const reason = reasonOfTrait[trait];
      if (reason) return { concurrent: false, reason, subject, at: step.at };
    }
  }
  return undefined;
}

function streamOf(flow: Flow): Sequential | undefined {
  const stream = flow.awaits.find(({ step }) => step.of === 'stream');
  return stream && streamed(stream.step.at);
}

function streamed(at: Place): Sequential {
  const subject = '`for await` (a stream gives its values one by one)';
  return { concurrent: false, reason: 'serial-resource', subject, at };
}

/** An object that each iteration resets for itself is one for all. */
function resetOf(flow: Flow): Sequential | undefined {
  const reset = flow.calls.find(({ step, inTail }) => !inTail && hasTrait(step.operation.traits, 'resets'));
  return (
    reset && { concurrent: false, reason: 'shared-state', subject: reset.step.operation.callee, at: reset.step.at }
  );
}

/** What an iteration does last with a thing that it has made its own by the other: there is one for all. */
const reliesOn: Partial<Record<Trait['trait'], Trait['trait']>> = { ends: 'begins', asks: 'aims' };

/** A thing that each iteration begins to use before an await and is done with after it, or tells of its item and asks. */
function heldOf(flow: Flow): Sequential | undefined {
  const held = new Set<string>();
  for (const { step, phase } of flow.calls) {
    for (const { trait, subject } of step.operation.traits) {
      const first = trait === 'ends' && phase === 'before' ? undefined : reliesOn[trait];
      if (first && held.has(`${first} ${subject}`))
        return { concurrent: false, reason: 'shared-state', subject: step.operation.callee, at: step.at };
      held.add(`${trait} ${subject}`);
    }
  }
  return undefined;
}

/** A folder that an iteration makes, and has no use for itself, may be there for what others put into it. */
function folderOf({ calls }: Flow): Sequential | undefined {
  const makes = calls.some(({ step }) => hasTrait(step.operation.traits, 'makes-folder'));
  if (!makes || calls.some(({ step, hasFolder }) => hasFolder && step.operation.awaited)) return undefined;
  for (const { step } of calls) {
    const filling = step.operation.traits.find(({ trait }) => trait === 'needs-folder');
    if (filling) return { concurrent: false, reason: 'serial-resource', subject: filling.subject, at: step.at };
  }
  return undefined;
}

/** What is added after an await to something that takes things in order, where no rewrite can put it in order again. */
function addedOf(flow: Flow): Sequential | undefined {
  const added = flow.calls.find(
    ({ step, phase, inTail }) =>
      phase === 'after' && !(inTail && !step.within) && hasTrait(step.operation.traits, 'adds'),
  );
  return (
    added && { concurrent: false, reason: 'visible-order', subject: added.step.operation.callee, at: added.step.at }
  );
}

/** A log before and one after an await, which would no longer stand in pairs. */
function visibleOrderOf(flow: Flow): Sequential | undefined {
  const logs = flow.calls.filter(
    ({ step, inHandler, inCallback }) => !inHandler && !inCallback && hasTrait(step.operation.traits, 'logs'),
  );
  const seen = logs.some(({ inTail }) => !inTail) ? logs.find(({ phase }) => phase === 'after') : undefined;
  return seen && { concurrent: false, reason: 'visible-order', subject: seen.step.operation.callee, at: seen.step.at };
}

/**
 * Logs of what an await gave, and those of a callback come as it runs. Those of a failure, in a `catch`, come as the
 * failures do, unless they stand in line with others of the iteration.
 */
function logsAfterAwait(flow: Flow): Ordered[] {
  const logs = flow.calls.filter(
    ({ step, phase, inTail, inCallback }) =>
      (phase === 'after' || inTail) && !inCallback && hasTrait(step.operation.traits, 'logs'),
  );
  const calm = logs.filter(({ inHandler }) => !inHandler);
  if (!calm.some(({ phase }) => phase === 'after')) return [];
  // What is said before the failure goes on to the caller has to be said there.
  const isPassedOn = flow.exits.some(({ step, inHandler }) => inHandler && step.how === 'throw');
  return (isPassedOn ? calm : logs).map(({ step }) => ({ does: 'log', state: step.operation.callee, at: step.at }));
}

/** Calls in the tail that are made for their effect on something that outlives the iteration. */
function effectsInTail(flow: Flow): Ordered[] {
  const effects = flow.calls.filter(({ step, phase, inTail, inHandler, inCallback }) => {
    const { awaited, kept, shared } = step.operation;
    return phase === 'after' && inTail && !inHandler && !inCallback && !awaited && !kept && shared;
  });
  return effects.map(({ step }) => ({ does: 'call', state: step.operation.callee, at: step.at }));
}

/** Where one item alone ever waits, or nothing really does, there is nothing that could overlap. */
function loneAwaitOf(flow: Flow): Sequential | undefined {
  const waiting = flow.awaits.filter(({ step }) => step.of !== 'settled');
  const [first = flow.awaits[0]] = waiting;
  const only = waiting[0]?.onlyFor;
  const isLone = waiting.length === 0 || (only !== undefined && waiting.every(({ onlyFor }) => onlyFor === only));
  return first && isLone
    ? { concurrent: false, reason: 'nothing-to-overlap', subject: only ?? '', at: first.step.at }
    : undefined;
}

/** An operation that is the same each time is repeated for the sake of repeating, or belongs before the loop. */
function sameEachTime(facts: LoopFacts, flow: Flow): Sequential | undefined {
  const isCounted = facts.iteration.by === 'count';
  if (isCounted && flow.writes.length > 0) return undefined;
  const awaited = flow.calls.filter(({ step }) => step.operation.awaited);
  const [first] = awaited;
  if (!first || awaited.some(({ step }) => step.operation.variesByIteration)) return undefined;
  return { concurrent: false, reason: 'repeated', subject: first.step.operation.callee, at: first.step.at };
}

/** A write that is the same each time, beside others, is about something that all iterations share. */
function repeatedWriteOf(flow: Flow): Sequential | undefined {
  const repeated = flow.calls.find(
    ({ step, onlyFor }) => onlyFor === undefined && hasTrait(step.operation.traits, 'repeats'),
  );
  return (
    repeated && { concurrent: false, reason: 'repeated', subject: repeated.step.operation.callee, at: repeated.step.at }
  );
}

/** Whoever writes for each entry of a list again and again has the entries in common: the inner loop may go, not this. */
function sameListOf(flow: Flow): Sequential | undefined {
  const awaited = flow.calls.filter(({ step }) => step.operation.awaited);
  const [first] = awaited;
  if (!first?.inSame || !writes(flow) || !awaited.every(({ inSame }) => inSame)) return undefined;
  return { concurrent: false, reason: 'repeated', subject: first.step.operation.callee, at: first.inSame };
}

/** A gate that is asked again before each item, since what the items do changes what it looks at. */
function gateOf(flow: Flow): Sequential | undefined {
  if (!writes(flow)) return undefined;
  const gate = flow.calls.find(
    ({ step }) => hasTrait(step.operation.traits, 'gates') && !step.operation.variesByIteration,
  );
  return gate && { concurrent: false, reason: 'early-exit', subject: gate.step.operation.callee, at: gate.step.at };
}

/** Whether the iterations gather anything in order, other than their failures. */
function collects(flow: Flow, ordered: readonly Ordered[]): boolean {
  return flow.writes.some(({ step, inHandler }) => !inHandler && ordered.some(({ at }) => at === placeOfDoing(step)));
}

/** Nobody gives an order to items for the sake of acts whose order does not matter. */
function orderOf(facts: LoopFacts, flow: Flow, collects: boolean): Sequential | undefined {
  const order = collects || !writes(flow) ? undefined : facts.order;
  return order && { concurrent: false, reason: 'stated', subject: order.text, at: order.at };
}

/** What the iterations before a failure have done is what somebody looks at then, and not what others had begun. */
function leftBehind({ onFailure }: LoopFacts, { writes }: Flow): Sequential | undefined {
  for (const { path, at } of onFailure) {
    const seen = writes.find(({ step }) => !step.path.keys.some(isUnshared) && mayMeet(step.path, path));
    if (seen) return { concurrent: false, reason: 'left-behind', subject: seen.step.path.text, at, from: seen.step.at };
  }
  return undefined;
}

function statedOf({ intent }: LoopFacts): Sequential | undefined {
  return intent && { concurrent: false, reason: 'stated', subject: intent.text, at: intent.at };
}

function writes(flow: Flow): boolean {
  return flow.calls.some(({ step }: SeenCall) => step.operation.nature === 'write' && step.operation.awaited);
}

function hasTrait(traits: readonly Trait[], wanted: Trait['trait']): boolean {
  return traits.some(({ trait }) => trait === wanted);
}
