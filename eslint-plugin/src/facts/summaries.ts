// What a function of this file does to state outside itself, made once a function and put in place of its calls.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { type Context, contextOf } from './context.js';
import { lowerReturned } from './expressions.js';
import type { CallStep, Operation, Path, Step, Trait, WriteHow } from './model.js';
import { type Frame, pathThrough } from './paths.js';
import { lowerStatement } from './statements.js';
import { leavesOf, type LeafStep, mapLeaves } from './steps.js';
import { argumentsOf, bare, calleeOf, type CallNode, type FunctionNode, propertyName } from './syntax.js';
import { type SourceCode, type Variable, variableOf } from './variables.js';

/** Past this many steps a body is put in as one flat repetition, so that nested calls cannot grow without bound. */
const maxSteps = 400;
/** How deep calls are followed, and into how many functions in all: past that they are judged by their names. */
const maxDepth = 6;
const maxFunctions = 40;

/** What a call of a function does, its parameters as roots of their own. */
export interface Summary {
  steps: readonly Step[];
  nature: Operation['nature'];
  /** Whether it may wait for anything. */
  waits: boolean;
  /** What a function that never suspends logs: its call is a log then. */
  logs: readonly Trait[];
}

/** Summaries made, apart for each set of names: they tell what a call is. */
const summaries = new WeakMap<ProjectNames, WeakMap<FunctionNode, Summary>>();

interface Inlined {
  /** Whether it may wait for anything. */
  waits: boolean;
  steps: Step[];
  /** What its body tells of the call, more than its name. */
  operation: { nature?: Operation['nature']; logs: readonly Trait[] };
}

/** The steps of a call of `local`, with its parameters replaced by the arguments; `undefined` in a recursion. */
export function inlined(context: Context, local: FunctionNode, call: CallNode, awaited: boolean): Inlined | undefined {
  if (isBeyond(context, local)) {
    context.visited.cuts++;
    return undefined;
  }
  const summary = summaryOf(context, local);
  const steps = asCalled(summary.steps, (path) => pathInCaller(context.frame, local, call, path));
  const operation: Inlined['operation'] = {
    logs: summary.logs,
    ...(summary.nature === 'unknown' ? {} : { nature: summary.nature }),
  };
  const { waits } = summary;
  if (awaited) return { waits, steps: [{ kind: 'block', body: steps }], operation };
  // What is not awaited here goes on beside the caller; a function that never suspends is done when it returns.
  const own: Step = {
    kind: 'block',
    body: mapLeaves(steps, (leaf) => (leaf.kind === 'await' && leaf.of === 'returned' ? [] : [leaf])),
  };
  return { waits, steps: [local.async ? { kind: 'repeat', body: [own], deferred: true } : own], operation };
}

function isBeyond({ active, visited }: Context, local: FunctionNode): boolean {
  if (active.includes(local) || active.length >= maxDepth) return true;
  return visited.summaries.size >= maxFunctions && !visited.summaries.has(local);
}

function summaryOf(context: Context, local: FunctionNode): Summary {
  const { frame: outer, visited } = context;
  const { source, project } = outer;
  const known = summaries.get(project)?.get(local) ?? visited.summaries.get(local);
  if (known) return known;
  const frame: Frame = {
    source,
    project,
    region: local,
    distinct: new Set(),
    items: new Map(),
    parameters: parametersOf(source, local),
  };
  const inside = contextOf(frame, { active: [...context.active, local], visited, inFunction: true });
  const cuts = visited.cuts;
  const steps = withoutMemo(
    local.body.type === 'BlockStatement' ? lowerStatement(inside, local.body) : lowerReturned(inside, local.body),
  );
  const summary: Summary = {
    steps: bounded(withoutOwnAffairs(steps)),
    nature: natureOf(steps),
    waits: !local.async || leavesOf(steps).some((step) => step.kind === 'await' && step.of !== 'settled'),
    logs: logsIn(local, steps),
  };
  visited.summaries.set(local, summary);
  // A summary made inside a recursion lacks the calls that lead back; only a whole one outlives the region.
  if (visited.cuts === cuts) remember(project, local, summary);
  return summary;
}

function remember(project: ProjectNames, local: FunctionNode, summary: Summary): void {
  const made = summaries.get(project) ?? new WeakMap<FunctionNode, Summary>();
  summaries.set(project, made.set(local, summary));
}

function logsIn(local: FunctionNode, steps: readonly Step[]): Trait[] {
  if (local.async) return [];
  return leavesOf(steps).flatMap((step) =>
    step.kind === 'call' ? step.operation.traits.filter(({ trait }) => trait === 'logs') : [],
  );
}

/** The root that stands for the k-th parameter until a call replaces it. */
function parameterRoot(local: FunctionNode, index: number): string {
  return `parameter ${String(index)} of ${String(local.range[0])}`;
}

function parametersOf(source: SourceCode, local: FunctionNode): Map<Variable, Path> {
  const paths = new Map<Variable, Path>();
  const add = (pattern: TSESTree.Node, path: Path): void => {
    if (pattern.type === 'AssignmentPattern') add(pattern.left, path);
    if (pattern.type === 'TSParameterProperty') add(pattern.parameter, path);
    const variable = pattern.type === 'Identifier' ? variableOf(source, pattern) : undefined;
    if (variable) paths.set(variable, { ...path, text: variable.name });
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type !== 'Property') continue;
      const name = propertyName(property);
      add(property.value, { ...path, keys: [...path.keys, name === undefined ? '[*]' : `.${name}`] });
    }
  };
  local.params.forEach((parameter, index) => add(parameter, { root: parameterRoot(local, index), text: '', keys: [] }));
  return paths;
}

/** A path of the summary as the caller sees it, or `undefined` where it is private to the caller's iteration. */
function pathInCaller(frame: Frame, local: FunctionNode, call: CallNode, path: Path): Path | undefined {
  for (const [index, argument] of argumentsOf(call).entries()) {
    if (path.root !== parameterRoot(local, index)) continue;
    return argument.type === 'SpreadElement' ? undefined : pathThrough(frame, argument, path.keys);
  }
  if (path.root === 'this') return ofReceiver(frame, call, path);
  if (path.root.startsWith('parameter ')) return isParameterOf(frame, path) ? path : undefined;
  const declaredAt = Number(path.root.split('@').at(-1));
  const isPrivate =
    path.root.includes('@') && declaredAt >= frame.region.range[0] && declaredAt < frame.region.range[1];
  return isPrivate ? undefined : path;
}

/** What the called method knows as `this`: the object that it is called on. */
function ofReceiver(frame: Frame, call: CallNode, path: Path): Path | undefined {
  const callee = bare(calleeOf(call));
  const receiver = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  if (!receiver || receiver.type === 'ThisExpression' || receiver.type === 'Super') return path;
  return pathThrough(frame, receiver, path.keys);
}

function isParameterOf(frame: Frame, path: Path): boolean {
  return [...frame.parameters.values()].some((own) => own.root === path.root);
}

/** The steps as the caller sees them, without what is private to its iteration. */
function asCalled(steps: readonly Step[], map: (path: Path) => Path | undefined): Step[] {
  return mapLeaves(steps, (step) => {
    if (step.kind === 'call') return [withResources(step, map)];
    if (step.kind !== 'read' && step.kind !== 'write') return [step];
    const path = map(step.path);
    return path ? [{ ...step, path, within: true }] : [];
  });
}

function withResources(step: CallStep, map: (path: Path) => Path | undefined): CallStep {
  const traits = step.operation.traits.flatMap((trait): Trait[] => {
    if (!trait.resource) return [trait];
    const resource = map(trait.resource);
    return resource ? [{ ...trait, resource }] : [];
  });
  return { ...step, operation: { ...step.operation, traits } };
}

function bounded(steps: readonly Step[]): readonly Step[] {
  const all = leavesOf(steps);
  if (all.length <= maxSteps) return steps;
  const seen = new Map<string, Step>();
  for (const step of all) {
    const key =
      step.kind === 'read' || step.kind === 'write'
        ? `${step.kind} ${step.path.root} ${step.path.keys.join('')}`
        : step.kind;
    if (!seen.has(key)) seen.set(key, step);
  }
  return [{ kind: 'repeat', body: [...seen.values()], deferred: false }];
}

function natureOf(steps: readonly Step[]): Operation['nature'] {
  const natures = leavesOf(steps).flatMap((step) =>
    step.kind === 'call' && step.operation.awaited ? [step.operation.nature] : [],
  );
  if (natures.includes('write')) return 'write';
  return natures.includes('read') ? 'read' : 'unknown';
}

/** Ways to write that keep a value: a mark says that something was done, and doing it twice is another thing. */
const keepsValue: ReadonlySet<WriteHow> = new Set(['store', 'assign', 'chain']);

/** A function that fills a cache by key gives the same answer in any order: `if (!cache[k]) cache[k] = …`. */
function withoutMemo(steps: readonly Step[]): readonly Step[] {
  const leaves = leavesOf(steps);
  const read = new Set(leaves.filter((step) => step.kind === 'read').map(repeatableKey));
  const written = leaves.filter((step) => step.kind === 'write' && keepsValue.has(step.how)).map(repeatableKey);
  const memo = new Set(written.filter((key) => key !== undefined && read.has(key) && !readsItself(leaves, key)));
  return memo.size === 0 ? steps : mapLeaves(steps, (leaf) => (memo.has(repeatableKey(leaf)) ? [] : [leaf]));
}

/** Whether what is written is made of what was there: `c[k] = (c[k] ?? 0) + n` reads after its target in the text, before it in time. */
function readsItself(leaves: readonly LeafStep[], key: string): boolean {
  return leaves.some((write, index) => {
    if (write.kind !== 'write' || repeatableKey(write) !== key) return false;
    return leaves
      .slice(0, index)
      .some((step) => step.kind === 'read' && repeatableKey(step) === key && step.at.start > write.at.start);
  });
}

/** The path of an access by a key from the parameters, as text. */
function repeatableKey(step: LeafStep): string | undefined {
  if ((step.kind !== 'read' && step.kind !== 'write') || !step.path.keys.at(-1)?.startsWith('[~')) return undefined;
  return `${step.path.root}${step.path.keys.join('')}`;
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
      return [{ ...leaf, operation: { ...leaf.operation, traits } }];
    });
  });
}
