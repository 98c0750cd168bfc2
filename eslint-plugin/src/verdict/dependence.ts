// Loop-carried dependence: state that one iteration leaves behind and a later one looks at.
import type { Path, WriteStep } from '../facts/model.js';
import type { Flow, SeenRead, SeenWrite } from './flow.js';
import type { Ordered, Sequential } from './model.js';
import { mayMeet, mayReplace } from './overlap.js';

export interface Dependences {
  carried: Sequential | undefined;
  /** See `Concurrent`. */
  ordered: Ordered[];
  privatised: Path[];
}

/** Ways to write that give something else in another order. */
const ordered: ReadonlySet<WriteStep['how']> = new Set(['assign', 'chain', 'append', 'mutate']);

/** What the iterations leave to each other through state. */
export function dependencesOf(flow: Flow): Dependences {
  const result: Dependences = { carried: undefined, ordered: [], privatised: [] };
  for (const write of flow.writes) {
    for (const read of flow.reads) {
      if (!touches(write, read)) continue;
      if (read.exposed) result.carried ??= carriedBy(write, read);
      else if (write.step.path.keys.length === 0) addPath(result.privatised, write.step.path);
      else result.carried ??= { ...carriedBy(write, read), reason: 'shared-state' };
    }
    result.carried ??= misplaced(write);
  }
  const ordered = flow.writes.filter(needsOrder);
  // What comes before the first await keeps its order, but not towards what comes after it.
  const before = flow.writes.filter((write) => !ordered.includes(write) && ordered.some((other) => mayMeet(write.step.path, other.step.path)));
  result.ordered = [...before, ...ordered].map(orderedOf);
  return result;
}

function orderedOf({ step }: SeenWrite): Ordered {
  return { does: step.how, state: step.path.root + step.path.keys.join(''), at: step.at };
}

/** Whether a read may see the write of another iteration, in an order that starting all at once would change. */
function touches(write: SeenWrite, read: SeenRead): boolean {
  if (write.phase === 'before' && read.phase === 'before') return false;
  if (write.inTail && read.inTail) return false;
  return read.step.depth === 'content' ? mayMeet(write.step.path, read.step.path) : mayReplace(write.step.path, read.step.path);
}

function carriedBy(write: SeenWrite, read: SeenRead): Sequential {
  return { concurrent: false, reason: 'loop-carried', subject: write.step.path.text, at: read.step.at, from: write.step.at };
}

/** A write whose order matters, after an await, at a place that the rewrite cannot put in order again. */
function misplaced(write: SeenWrite): Sequential | undefined {
  if (write.phase === 'before' || write.inTail || write.step.path.keys.includes('[i]')) return undefined;
  if (write.step.how !== 'mutate' && !(write.step.within && ordered.has(write.step.how))) return undefined;
  return { concurrent: false, reason: 'shared-state', subject: write.step.path.text, at: write.step.at };
}

/** Whether the items' order shows in what the write leaves: not in a constant or a count, nor below an item of its own. */
function needsOrder({ step, phase }: SeenWrite): boolean {
  const isBelowItem = step.path.keys.slice(0, -1).includes('[i]');
  return phase === 'after' && !step.within && !['flag', 'count'].includes(step.how) && !isBelowItem;
}

function addPath(paths: Path[], path: Path): void {
  if (!paths.some((known) => known.root === path.root && known.keys.join('') === path.keys.join(''))) paths.push(path);
}
