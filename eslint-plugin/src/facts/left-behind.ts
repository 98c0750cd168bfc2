// What a loop that fails has left behind, for those who look at it then: `catch { undo(done) }` around the loop.
import type { TSESTree } from '@typescript-eslint/utils';
import { contextOf } from './context.js';
import type { LoopFacts, ReadStep, WriteStep } from './model.js';
import type { Frame } from './paths.js';
import { lowerStatement } from './statements.js';
import { leavesOf, type LeafStep } from './steps.js';
import { isFunction, type LoopNode } from './syntax.js';

/** What is looked at where a failure of the loop is caught, or something done in any case, in the function around. */
export function seenOnFailure(frame: Frame, loop: LoopNode): LoopFacts['onFailure'] {
  const seen: (ReadStep | WriteStep)[] = [];
  for (let node: TSESTree.Node = loop; node.parent && !isFunction(node.parent); node = node.parent) {
    const parent: TSESTree.Node = node.parent;
    if (parent.type !== 'TryStatement' || parent.block !== node) continue;
    for (const block of [parent.handler?.body, parent.finalizer])
      if (block) seen.push(...leavesOf(lowerStatement(contextOf(frame), block)).filter(looks));
  }
  return seen;
}

/** Whether a step looks at what a path holds, not only at what lies below it: a change that builds on it does too. */
function looks(step: LeafStep): step is ReadStep | WriteStep {
  return step.kind === 'read' ? step.depth !== 'reference' : step.kind === 'write' && step.how === 'mutate';
}
