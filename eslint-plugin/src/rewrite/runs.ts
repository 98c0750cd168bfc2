// Parts a row of awaits into the groups that may be awaited together, with what stands between them.
import type { AwaitFacts } from '../facts/model.js';
import type { RowPart } from '../facts/runs.js';
import type { AwaitNode } from '../facts/sequence.js';
import { leavesOf } from '../facts/steps.js';
import type { Run } from './together.js';

/** Whether two awaits, in the order of the text, may be awaited together. */
export type Together = (first: AwaitNode, second: AwaitNode) => boolean;

/** A run as it grows. */
interface Growing extends Run {
  /** What there is only once its awaits are done: their values, and what statements that come after them declare. */
  late: ReadonlySet<string>;
}

/** The groups of a row that may run together, each as long as it can be. */
export function runsIn(row: readonly RowPart[], together: Together): Run[] {
  const runs: Run[] = [];
  let run = emptyRun;
  const close = (): void => {
    if (run.awaits.length > 1) runs.push(run);
    run = emptyRun;
  };
  let between: RowPart[] = [];
  for (const part of row) {
    if (!('node' in part)) {
      between.push(part);
      continue;
    }
    const extended = run.awaits.length > 0 ? extend(run, between, part, together) : undefined;
    if (!extended) close();
    run = extended ?? { ...emptyRun, awaits: [part], late: new Set(part.node.facts.declares) };
    between = [];
  }
  close();
  return runs;
}

const emptyRun: Growing = { awaits: [], before: [], after: [], late: new Set() };

/** The run with one await more, or `undefined` where that one must wait. */
function extend(
  run: Growing,
  between: readonly RowPart[],
  next: Run['awaits'][number],
  together: Together,
): Growing | undefined {
  if (!run.awaits.every(({ node }) => together(node, next.node))) return undefined;
  const late = new Set(run.late);
  const before = [...run.before];
  const after = [...run.after];
  for (const part of between) {
    if (!('computes' in part)) continue;
    // What it looks at must be a value of the run's own, or one that no await changes that it is moved past.
    const others = part.computes.looksAt.filter((identity) => !late.has(identity));
    if (others.some((identity) => run.awaits.some(({ node }) => mayChange(node.facts, identity)))) return undefined;
    const needsValue = part.computes.uses.some((identity) => late.has(identity));
    (needsValue ? after : before).push(part.statement);
    if (needsValue) for (const identity of part.computes.declares) late.add(identity);
  }
  if (namesAny(next.node.facts, late)) return undefined;
  for (const identity of next.node.facts.declares) late.add(identity);
  return { awaits: [...run.awaits, next], before, after, late };
}

/** Whether an await, or a function that it calls, names any of some variables. */
function namesAny({ uses, steps }: AwaitFacts, identities: ReadonlySet<string>): boolean {
  if (uses.some((identity) => identities.has(identity))) return true;
  return leavesOf(steps).some(
    (step) => (step.kind === 'read' || step.kind === 'write') && identities.has(step.path.root),
  );
}

/** Whether an await may change what a variable, or `this`, holds: all but what reads, and is not handed it. */
function mayChange({ operation, receiver, steps }: AwaitFacts, identity: string): boolean {
  const name = identity.replace(/^global |@.*/g, '');
  if (operation?.nature !== 'read' || receiver.split('.', 1)[0] === name) return true;
  return leavesOf(steps).some(
    (step) =>
      step.kind === 'write' ||
      (step.kind === 'read' &&
        step.depth !== 'reference' &&
        step.path.root === identity &&
        step.path.keys.length === 0),
  );
}
