// What a function of this file does to state outside itself, made once a function and put in place of its calls.
import { showVerbs } from '../knowledge/effects.js';
import type { ProjectNames } from '../knowledge/project.js';
import { wordsOf } from '../knowledge/words.js';
import { circlesFrom } from './call-graph.js';
import { effectsOfCircle, type LocalCall, type Member } from './circles.js';
import { type Context, contextOf } from './context.js';
import { bounded, maxSteps } from './effects.js';
import { lowerReturned } from './expressions.js';
import { standsForWork, withoutWaits } from './latency.js';
import { withoutMemo } from './memo.js';
import type { Operation, Step, Trait } from './model.js';
import { asCalled, parametersOf, toCaller } from './parameters.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import { lowerStatement } from './statements.js';
import { leavesOf, mapLeaves } from './steps.js';
import { type CallNode, type FunctionNode, isKept, nameOfFunction } from './syntax.js';

/** What a call of a function does, its parameters as roots of their own. */
interface Summary {
  steps: readonly Step[];
  /** Whether the steps hold each of its calls: those of a large function, or of a circle, are but its effects. */
  isWhole: boolean;
  nature: Operation['nature'];
  /** Whether it may wait for anything. */
  waits: boolean;
  /** Whether its wait stands for that of a request, for whoever takes what it gives. */
  standsForWork: boolean;
  /** What a function that never suspends logs: its call is a log then. One that does, and is named so, shows it. */
  logs: readonly Trait[];
}

/** Stands for a function while its summary is made. */
const open: Summary = { steps: [], isWhole: false, nature: 'unknown', waits: true, standsForWork: false, logs: [] };

type Summaries = WeakMap<FunctionNode, Summary>;

/** Summaries made, apart for each set of names: they tell what a call is. */
const made = new WeakMap<ProjectNames, Summaries>();

interface Inlined {
  /** Whether it may wait for anything. */
  waits: boolean;
  isWhole: boolean;
  steps: Step[];
  /** What its body tells of the call, more than its name. */
  operation: { nature?: Operation['nature']; logs: readonly Trait[] };
}

/** The steps of a call of `local`, with its parameters replaced by the arguments. */
export function inlined(context: Context, local: FunctionNode, call: CallNode, awaited: boolean): Inlined {
  context.localCalls.push({ callee: local, call });
  const summary = summaryOf(context.frame, local);
  const { isWhole, waits, logs } = summary;
  const isWork = summary.standsForWork && isKept(call);
  const inside = isWork ? mapLeaves(summary.steps, withoutWaits) : summary.steps;
  const isDone = !awaited && !local.async && !local.generator;
  const steps = asCalled(inside, toCaller(context.frame, local, call), isDone ? placeOf(call) : undefined);
  const nature = isWork ? 'unknown' : summary.nature;
  const operation: Inlined['operation'] = { logs, ...(nature === 'unknown' ? {} : { nature }) };
  if (awaited) return { waits, isWhole, steps: [{ kind: 'block', body: steps }], operation };
  // What is not awaited here goes on beside the caller; a function that never suspends is done when it returns.
  const own: Step = {
    kind: 'block',
    body: mapLeaves(steps, (leaf) => (leaf.kind === 'await' && leaf.of === 'returned' ? [] : [leaf])),
  };
  return { waits, isWhole, steps: [local.async ? { kind: 'repeat', body: [own], deferred: true } : own], operation };
}

function summaryOf(frame: Frame, local: FunctionNode): Summary {
  const summaries: Summaries = made.get(frame.project) ?? new WeakMap<FunctionNode, Summary>();
  made.set(frame.project, summaries);
  const known = summaries.get(local);
  if (known) return known;
  for (const circle of circlesFrom(frame.source, local, (node) => summaries.has(node)))
    summarise(frame, summaries, circle);
  return summaries.get(local) ?? open;
}

/** Makes the summaries of functions that reach each other, or of one that does not reach itself. */
function summarise(asking: Frame, summaries: Summaries, circle: readonly FunctionNode[]): void {
  // Calls of each other wait only where one of them waits for something else.
  for (const local of circle) summaries.set(local, { ...open, waits: false });
  let members = circle.map((local) => memberOf(asking, local));
  const inside = new Set(circle);
  if (members.some(({ calls }) => calls.some(({ callee }) => inside.has(callee)))) {
    const nature = natureOf(members.flatMap(({ steps }) => steps));
    const logs = distinct(members.flatMap(logsIn));
    const own = members.map((member) => ({ ...member, steps: withoutOwnAffairs(member.steps) }));
    const effects = effectsOfCircle(own);
    const waits = members.some(doesWait);
    for (const [local, steps] of effects)
      summaries.set(local, { ...open, steps, nature, waits, logs: local.async ? [] : logs });
    // Their own order, with the effects in place of the calls; of those that are too large for it, no more is told.
    members = members.filter((member) => isSmall(member, effects)).map(({ local }) => memberOf(asking, local));
  }
  for (const member of members) summaries.set(member.local, summaryOfMember(member));
}

/** Whether the steps of a member are not too many once those of its calls are put in. */
function isSmall({ steps, calls }: Member, effects: ReadonlyMap<FunctionNode, readonly Step[]>): boolean {
  let left = maxSteps - leavesOf(steps).length;
  for (const { callee } of calls) {
    left -= leavesOf(effects.get(callee) ?? []).length;
    if (left < 0) return false;
  }
  return true;
}

/** A function's own steps, with those of the functions that it calls as far as they are known. */
function memberOf({ source, project }: Frame, local: FunctionNode): Member {
  const parameters = parametersOf(source, local);
  const frame: Frame = { source, project, region: local, distinct: new Set(), items: new Map(), parameters };
  const calls: LocalCall[] = [];
  const context = contextOf(frame, { localCalls: calls, inFunction: true });
  const { body } = local;
  const steps = body.type === 'BlockStatement' ? lowerStatement(context, body) : lowerReturned(context, body);
  return { local, frame, steps: withoutMemo(steps), calls };
}

function summaryOfMember(member: Member): Summary {
  const { steps, local, frame } = member;
  const own = withoutOwnAffairs(steps);
  const inside = bounded(own);
  return {
    steps: inside,
    isWhole: inside === own,
    nature: natureOf(steps),
    waits: doesWait(member),
    standsForWork: standsForWork(frame.source, local, steps),
    logs: logsIn(member),
  };
}

/** Whether a call of it may wait; what a function that is not async gives may be a promise. */
function doesWait({ local, steps }: Member): boolean {
  return !local.async || leavesOf(steps).some((step) => step.kind === 'await' && step.of !== 'settled');
}

function logsIn({ local, steps }: Member): Trait[] {
  const name = nameOfFunction(local) ?? '';
  const isShowing = showVerbs.has(wordsOf(name)[0] ?? '');
  if (local.async && !isShowing) return [];
  const logs = leavesOf(steps).flatMap((step) =>
    step.kind === 'call' ? step.operation.traits.filter(({ trait }) => trait === 'logs') : [],
  );
  return local.async ? logs.slice(0, 1).map(() => ({ trait: 'shows', subject: name })) : distinct(logs);
}

function distinct(traits: readonly Trait[]): Trait[] {
  return [...new Map(traits.map((trait) => [trait.subject, trait])).values()];
}

function natureOf(steps: readonly Step[]): Operation['nature'] {
  let nature: Operation['nature'] = 'unknown';
  for (const step of leavesOf(steps)) {
    if (step.kind !== 'call' || !step.operation.awaited) continue;
    if (step.operation.nature === 'write') return 'write';
    if (step.operation.nature === 'read') nature = 'read';
  }
  return nature;
}

/** Traits that speak on the order of a function's own steps, not on the order of its calls. */
const ownAffairs: ReadonlySet<Trait['trait']> = new Set(['logs', 'grouped', 'pooled', 'throws']);

/** Without what a call of the function does not show; a wait counts only where the function always waits. */
function withoutOwnAffairs(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    const always = step.kind === 'call' || step.kind === 'block';
    return mapLeaves([step], (leaf) => {
      if (leaf.kind !== 'call') return [leaf];
      const traits = leaf.operation.traits.filter(
        ({ trait }) => !ownAffairs.has(trait) && (always || trait !== 'waits'),
      );
      return traits.length === leaf.operation.traits.length
        ? [leaf]
        : [{ ...leaf, operation: { ...leaf.operation, traits } }];
    });
  });
}
