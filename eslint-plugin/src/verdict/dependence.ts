// Loop-carried dependence: state that one iteration leaves behind and a later one looks at.
import type { Key, Path, Place, WriteHow, WriteStep } from '../facts/model.js';
import { isUnshared } from '../facts/steps.js';
import type { Flow, SeenRead, SeenWrite } from './flow.js';
import type { Ordered, Sequential } from './model.js';
import { mayMeet, mayReplace } from './overlap.js';

export interface Dependences {
  carried: Sequential | undefined;
  /** See `Concurrent`. */
  ordered: Ordered[];
  privatised: Path[];
}

/** What the iterations leave to each other through state. */
export function dependencesOf(flow: Flow): Dependences {
  const result: Dependences = { carried: undefined, ordered: [], privatised: [] };
  const reads = byRoot(distinct(flow.reads));
  const writes = byRoot(flow.writes);
  for (const write of distinct(flow.writes)) {
    for (const read of reads.get(write.step.path.root) ?? []) {
      if (!touches(write, read) || isOwn(write, read)) continue;
      if (read.exposed) result.carried ??= carriedBy(write, read);
      else if (write.step.path.keys.length === 0 && !write.step.by) addPath(result.privatised, write.step.path);
      else result.carried ??= { ...carriedBy(write, read), reason: 'shared-state' };
    }
    const others = writes.get(write.step.path.root) ?? [];
    result.carried ??= misplaced(write, others) ?? shownInTurn(write, flow) ?? supersededBy(write, flow);
  }
  const ordered = flow.writes.filter(
    (write) =>
      needsOrder(write) ||
      isMixed(write, writes.get(write.step.path.root) ?? []) ||
      isNumbering(write, reads.get(write.step.path.root) ?? []),
  );
  // What comes before the first await keeps its order, but not towards what comes after it.
  const inOrder = new Set(ordered);
  const roots = new Set(ordered.map(({ step }) => step.path.root));
  const before = flow.writes.filter((write) => !inOrder.has(write) && roots.has(write.step.path.root));
  const stuck = before.find(({ step }) => isInFunction(step));
  if (stuck) result.carried ??= changedOutOfOrder(stuck);
  result.ordered = [...before, ...ordered].map(orderedOf);
  return result;
}

/** Those of a kind once: what a large iteration does again and again to the same state says nothing new. */
function distinct<S extends SeenRead | SeenWrite>(accesses: readonly S[]): S[] {
  const kinds = new Map<string, S>();
  for (const access of accesses) {
    const kind = kindOf(access);
    if (!kinds.has(kind)) kinds.set(kind, access);
  }
  return [...kinds.values()];
}

/** Everything that the verdict on an access rests on, as text. */
function kindOf({ step, phase, inTail, ...seen }: SeenRead | SeenWrite): string {
  const own =
    step.kind === 'read'
      ? [step.depth, 'exposed' in seen && seen.exposed]
      : [step.how, step.within, step.by !== undefined, step.awaited];
  return [step.path.root, ...step.path.keys, phase, inTail, ...own].join(' ');
}

function byRoot<S extends SeenRead | SeenWrite>(accesses: readonly S[]): Map<string, S[]> {
  const groups = new Map<string, S[]>();
  for (const access of accesses) {
    const { root } = access.step.path;
    const group = groups.get(root);
    if (group) group.push(access);
    else groups.set(root, [access]);
  }
  return groups;
}

/** Where the iteration itself does something to state: what a function did for it stands where it is called. */
export function placeOfDoing({ by, at }: WriteStep): Place {
  return by ?? at;
}

function orderedOf({ step }: SeenWrite): Ordered {
  return { does: step.how, state: step.path.root + step.path.keys.join(''), at: placeOfDoing(step) };
}

/** Whether a read may see the write of another iteration, in an order that starting all at once would change. */
function touches(write: SeenWrite, read: SeenRead): boolean {
  if (write.phase === 'before' && read.phase === 'before') return false;
  if (write.inTail && read.inTail) return false;
  const [written, looked] = [write.step.path, read.step.path];
  if (read.step.bound && written.keys.at(-1) === '[i]') return false;
  if (read.step.depth === 'reference') return mayReplace(written, looked);
  // Whoever was handed an object before its variable was given another one still has the old one.
  return mayMeet(written, looked) && (read.step.depth === 'content' || written.keys.length > looked.keys.length);
}

/** Whether a read sees the same whether or not another iteration has written: what all set alike, or what is its own. */
function isOwn(write: SeenWrite, read: SeenRead): boolean {
  if (write.step.how === 'default') return read.defaulted || !read.exposed;
  return !read.exposed && isKeyOfIteration(write.step.path.keys.at(-1));
}

/** A key that comes from the iteration: what has set it there, means its own. */
function isKeyOfIteration(key: Key | undefined): boolean {
  return key?.startsWith('[~') ?? false;
}

function carriedBy(write: SeenWrite, read: SeenRead): Sequential {
  return {
    concurrent: false,
    reason: 'loop-carried',
    subject: write.step.path.text,
    at: read.step.at,
    from: write.step.at,
  };
}

/** A write whose order matters, after an await, at a place that the rewrite cannot put in order again. */
function misplaced(write: SeenWrite, others: readonly SeenWrite[]): Sequential | undefined {
  const { step, phase, inTail } = write;
  if (phase === 'before' || step.path.keys.some(isUnshared)) return undefined;
  const isCalled = isInFunction(step);
  const isShown = !inTail && (step.how === 'mutate' || (isCalled && showsOrder(step)));
  return isShown || (isCalled && meetsAnother(step, others)) ? changedOutOfOrder(write) : undefined;
}

/** Whether a function does it that the iteration calls, which others may call too. */
function isInFunction({ within, by }: WriteStep): boolean {
  return within === true || by !== undefined;
}

/** Whether something else is done to the same state: sums commute, and so do maxima, but not one with the other. */
function meetsAnother({ how, path, at }: WriteStep, others: readonly SeenWrite[]): boolean {
  return others.some(
    ({ step }) => step.at.start !== at.start && (how === 'fold' || step.how !== how) && mayMeet(path, step.path),
  );
}

/**
 * A property that each iteration sets to something else shows each value for a while: `view.current = await …`, and
 * `view.title = name` before an await.
 */
function shownInTurn({ step, phase, inTail }: SeenWrite, flow: Flow): Sequential | undefined {
  const { keys, text } = step.path;
  const isOne = keys.every((key) => key.startsWith('.'));
  const lasts = phase === 'before' ? keys.length > 0 && !inTail : step.awaited;
  if (step.how !== 'assign' || !isOne || !lasts) return undefined;
  // A variable shows nothing, but who keeps only the last answer of many writes means them one after the other.
  if (keys.length === 0 && !writesOutside(flow)) return undefined;
  return { concurrent: false, reason: 'visible-order', subject: text, at: step.at };
}

/** What the iterations gather is written as a whole by each: `rows.push(row); await save(rows)`. The last must win. */
function supersededBy({ step: write }: SeenWrite, flow: Flow): Sequential | undefined {
  if (write.within || !grows.has(write.how)) return undefined;
  for (const { step: read } of flow.reads) {
    if (read.within || read.depth === 'reference' || !mayMeet(write.path, read.path)) continue;
    if (read.path.keys.length >= write.path.keys.length) continue;
    const call = flow.calls.find(
      ({ step }) => step.operation.awaited && step.operation.nature === 'write' && isIn(read.at, step.at),
    );
    if (call) return { concurrent: false, reason: 'shared-state', subject: write.path.text, at: call.step.at };
  }
  return undefined;
}

/** Ways to write by which a collection grows. */
const grows: ReadonlySet<WriteHow> = new Set(['append', 'store', 'mark']);

function isIn(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function writesOutside(flow: Flow): boolean {
  return flow.calls.some(({ step }) => step.operation.awaited && step.operation.nature === 'write');
}

function changedOutOfOrder({ step }: SeenWrite): Sequential {
  return { concurrent: false, reason: 'shared-state', subject: step.path.text, at: step.at };
}

/** Whether what the write leaves shows the order of the items, and the rewrite can keep it. */
function needsOrder({ step, phase }: SeenWrite): boolean {
  const isBelowItem = step.path.keys.slice(0, -1).includes('[i]');
  return phase === 'after' && !step.within && (step.how === 'fold' || showsOrder(step)) && !isBelowItem;
}

/** Whether a count meets another way to write: adding one and taking the greater do not commute. */
function isMixed({ step, phase }: SeenWrite, others: readonly SeenWrite[]): boolean {
  if (phase === 'before' || step.how !== 'count') return false;
  return others.some((other) => other.step.how !== 'count' && mayMeet(step.path, other.step.path));
}

/** Whether the value of a count is taken after an await: `rows.push([await load(id), n++])` numbers the items. */
function isNumbering({ step, phase }: SeenWrite, reads: readonly SeenRead[]): boolean {
  if (phase === 'before' || step.how !== 'count') return false;
  return reads.some(({ step: read, inTail }) => inTail && read.depth === 'content' && mayMeet(step.path, read.path));
}

/** A constant or a count leaves the same in any order, unless the key is new: then it stands where it came. */
function showsOrder({ how, path }: WriteStep): boolean {
  const isNewKey = path.keys.at(-1)?.startsWith('[') ?? false;
  return isNewKey || !['count', 'flag', 'fold', 'default'].includes(how);
}

function addPath(paths: Path[], path: Path): void {
  if (!paths.some((known) => known.root === path.root && known.keys.join('') === path.keys.join(''))) paths.push(path);
}
