// The facts on one loop, and the `await`s that belong to it.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { type Context, contextOf } from './context.js';
import { lowerExpression } from './expressions.js';
import { localFunction } from './functions.js';
import { intentOf } from './intent.js';
import { loopVariablesOf } from './iteration.js';
import { landmarksOf } from './landmarks.js';
import { lazily } from './lazily.js';
import { seenOnFailure } from './left-behind.js';
import type { LoopFacts, Place, Step } from './model.js';
import { orderOf } from './order.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import { lowerStatement } from './statements.js';
import { mapLeaves } from './steps.js';
import { bare, isFunction, isLoop, type LoopNode, ownNode } from './syntax.js';
import { identityOf, oncePerFile, type SourceCode } from './variables.js';

/** The loops in whose head or body something is awaited that is not in a function inside. */
const awaitingLoops = oncePerFile((source): ReadonlySet<TSESTree.Node> => {
  const { awaits, loops } = landmarksOf(source);
  const found = new Set<TSESTree.Node>();
  for (const node of [...awaits, ...loops.filter((loop) => loop.type === 'ForOfStatement' && loop.await)]) {
    let each: TSESTree.Node | undefined = node.parent;
    for (; each && !isFunction(each) && !found.has(each); each = each.parent) if (isLoop(each)) found.add(each);
  }
  return found;
});

/** What one iteration of `loop` does, or `undefined` when no iteration awaits anything. */
export function factsOfLoop(source: SourceCode, project: ProjectNames, loop: LoopNode): LoopFacts | undefined {
  const firstAwait = awaitingLoops(source).has(loop) ? firstAwaitIn(source, loop) : undefined;
  if (!firstAwait) return undefined;
  const { iteration, distinct, items, counters } = loopVariablesOf(source, loop);
  const frame: Frame = { source, project, region: loop, distinct, items, parameters: new Map() };
  const steps = lazily(() => stepsOf(contextOf(frame, { ownLabels: labelsOf(loop) }), loop));
  // Few loops come so far that the rest is asked.
  return {
    head: headOf(source, loop),
    iteration,
    get steps() {
      return steps();
    },
    get order() {
      return orderOf(source, loop);
    },
    counters: counters.map((variable) => ({ root: identityOf(variable), text: variable.name, keys: [] })),
    get onFailure() {
      return seenOnFailure(frame, loop);
    },
    get intent() {
      return intentOf(source, loop, firstAwait);
    },
  };
}

function stepsOf(context: Context, loop: LoopNode): Step[] {
  const body: Step = { kind: 'block', body: lowerStatement(context, loop.body) };
  switch (loop.type) {
    case 'ForStatement':
      return [...optional(context, loop.test).map(asBound), body, ...optional(context, loop.update)];
    case 'WhileStatement':
      return [...lowerExpression(context, loop.test), body];
    case 'DoWhileStatement':
      return [body, ...lowerExpression(context, loop.test)];
    default:
      return [...betweenItems(context, loop), body];
  }
}

/** What a generator of this file, which runs on when the next item is asked for, looks at and leaves. */
function betweenItems(context: Context, { right }: TSESTree.ForInStatement | TSESTree.ForOfStatement): readonly Step[] {
  const call = bare(right);
  if (call.type !== 'CallExpression' || !localFunction(context.frame.source, call.callee)?.generator) return [];
  return mapLeaves(lowerExpression(context, call), (leaf) =>
    leaf.kind === 'read' || leaf.kind === 'write' ? [leaf] : [],
  );
}

/** `xs.length` in `i < xs.length`. */
function asBound(step: Step): Step {
  return step.kind === 'read' ? { ...step, bound: true } : step;
}

function optional(context: Context, node: TSESTree.Expression | null): Step[] {
  return node ? lowerExpression(context, node) : [];
}

/** The part of the loop that runs each time, in which an `await` is one of the loop's own. */
function firstAwaitIn(source: SourceCode, loop: LoopNode): TSESTree.Node | undefined {
  if (loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') return awaitBelow(source, loop.body);
  const parts = [loop.test, loop.type === 'ForStatement' ? loop.update : null, loop.body];
  return parts.flatMap((part) => (part && awaitBelow(source, part)) ?? [])[0];
}

/** The first `await` below a node that is not in a nested function. */
function awaitBelow(source: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  return ownNode(
    node,
    source.visitorKeys,
    (inner) => inner.type === 'AwaitExpression' || (inner.type === 'ForOfStatement' && inner.await),
  );
}

function labelsOf(loop: LoopNode): Set<string> {
  const labels = new Set<string>();
  for (let node = loop.parent; node.type === 'LabeledStatement'; node = node.parent) labels.add(node.label.name);
  return labels;
}

/** From the keyword to the parenthesis before the body; of `do`, the keyword alone. */
function headOf(source: SourceCode, loop: LoopNode): Place {
  const first = placeOf(loop);
  const last = source.getTokenBefore(loop.body);
  return last ? { ...first, end: last.range[1] } : first;
}
