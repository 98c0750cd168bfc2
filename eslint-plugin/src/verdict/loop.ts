// The verdict on a loop: concurrent only when nothing speaks against it, and else the strongest reason, with its place.
import type { LoopFacts, Trait } from '../facts/model.js';
import { dependencesOf } from './dependence.js';
import { type Flow, flowOf, type SeenCall } from './flow.js';
import type { Ordered, Reason, Sequential, Verdict } from './model.js';

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
    visibleOrderOf(flow) ??
    loneAwaitOf(flow) ??
    sameEachTime(facts, flow) ??
    statedOf(facts);
  if (against) return against;
  const ordered = [...dependences.ordered, ...logsAfterAwait(flow)];
  return { concurrent: true, writes: writes(flow), ordered, privatised: dependences.privatised };
}

/** A condition that is asked again after each iteration lets no iteration start before the one before it ended. */
function conditionOf(facts: LoopFacts): Sequential | undefined {
  const { iteration } = facts;
  if (iteration.by === 'condition') return { concurrent: false, reason: 'condition', subject: '', at: iteration.at };
  if (iteration.by === 'stream')
    return {
      concurrent: false,
      reason: 'serial-resource',
      subject: '`for await` (a stream gives its values one by one)',
      at: iteration.at,
    };
  return undefined;
}

/** Leaving the loop on what an await gave, or before later items were started. */
function exitOf(flow: Flow): Sequential | undefined {
  const readsOnly = !writes(flow);
  for (const { step, phase, inTail, inHandler } of flow.exits) {
    if (step.how === 'yield') return { concurrent: false, reason: 'visible-order', subject: 'yield', at: step.at };
    // A throw in the tail of a reading iteration is thrown as before, once all have been read.
    const isFailure = step.how === 'throw' && (inHandler || phase === 'before' || (inTail && readsOnly));
    if (!isFailure) return { concurrent: false, reason: 'early-exit', subject: step.how, at: step.at };
  }
  const thrower = flow.calls.find(({ step, phase }) => phase === 'after' && hasTrait(step.operation.traits, 'throws'));
  return (
    thrower && { concurrent: false, reason: 'early-exit', subject: thrower.step.operation.callee, at: thrower.step.at }
  );
}

const reasonOfTrait: Partial<Record<Trait['trait'], Reason>> = {
  waits: 'time',
  serial: 'serial-resource',
  chained: 'chain',
  grouped: 'already-concurrent',
  pooled: 'already-concurrent',
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
  return (
    stream && {
      concurrent: false,
      reason: 'serial-resource',
      subject: '`for await` (a stream gives its values one by one)',
      at: stream.step.at,
    }
  );
}

/** What somebody watches: output, or a log before and after the await that would no longer stand in pairs. */
function visibleOrderOf(flow: Flow): Sequential | undefined {
  const shown = flow.calls.find(({ step }) => hasTrait(step.operation.traits, 'shows'));
  const logs = flow.calls.filter(({ step }) => hasTrait(step.operation.traits, 'logs'));
  const seen =
    shown ?? (logs.some(({ phase }) => phase === 'before') ? logs.find(({ phase }) => phase === 'after') : undefined);
  return seen && { concurrent: false, reason: 'visible-order', subject: seen.step.operation.callee, at: seen.step.at };
}

/** Logs of what an await gave; those of a failure, in a `catch`, come as the failures do, and those of a callback as it runs. */
function logsAfterAwait(flow: Flow): Ordered[] {
  const logs = flow.calls.filter(
    ({ step, phase, inHandler, inCallback }) =>
      phase === 'after' && !inHandler && !inCallback && hasTrait(step.operation.traits, 'logs'),
  );
  return logs.map(({ step }) => ({ does: 'log', state: step.operation.callee, at: step.at }));
}

/** Where one item alone ever waits, there is nothing that could overlap. */
function loneAwaitOf(flow: Flow): Sequential | undefined {
  const [first] = flow.awaits;
  return first && flow.awaits.every(({ onlyFor }) => onlyFor)
    ? { concurrent: false, reason: 'nothing-to-overlap', subject: '', at: first.step.at }
    : undefined;
}

/** An operation that is the same each time and whose result nobody keeps is repeated for the sake of repeating. */
function sameEachTime(facts: LoopFacts, flow: Flow): Sequential | undefined {
  if (facts.iteration.by !== 'count' || flow.writes.length > 0) return undefined;
  const awaited = flow.calls.filter(({ step }) => step.operation.awaited);
  const [first] = awaited;
  return first && awaited.every(({ step }) => !step.operation.variesByIteration)
    ? { concurrent: false, reason: 'repeated', subject: first.step.operation.callee, at: first.step.at }
    : undefined;
}

function statedOf(facts: LoopFacts): Sequential | undefined {
  return facts.intent && { concurrent: false, reason: 'stated', subject: facts.intent.text, at: facts.intent.at };
}

function writes(flow: Flow): boolean {
  return flow.calls.some(({ step }: SeenCall) => step.operation.nature === 'write' && step.operation.awaited);
}

function hasTrait(traits: readonly Trait[], wanted: Trait['trait']): boolean {
  return traits.some(({ trait }) => trait === wanted);
}
