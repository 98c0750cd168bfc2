// The verdict on two awaits in a row: together only when neither needs, guards or prepares the other.
import type { AwaitFacts, Operation, Path, Place, ReadStep, WriteStep } from '../facts/model.js';
import { leavesOf } from '../facts/steps.js';
import { producingVerbs } from '../knowledge/effects.js';
import { mayMeet, mayReplace } from './overlap.js';

/** Why the second must wait for the first. */
export type PairReason =
  'needs' | 'shared-state' | 'serial-resource' | 'time' | 'guards' | 'writes' | 'repeats' | 'started' | 'visible-order';

export type PairVerdict =
  { together: true; writes: boolean } | { together: false; reason: PairReason; subject: string; at: Place };

/** Decides from the facts alone; `first` comes before `second` in the text. */
export function judgePair(first: AwaitFacts, second: AwaitFacts): PairVerdict {
  const against =
    needOf(first, second) ??
    stateOf(first, second) ??
    leftOf(first, second) ??
    spentOf(second) ??
    effectsOf(first).against ??
    effectsOf(second).against ??
    startedOf(first) ??
    startedOf(second) ??
    repeatOf(first, second);
  if (against) return against;
  if (areApart(first, second)) return { together: true, writes: true };
  return guardOf(first, second) ?? writeOf(first, second) ?? { together: true, writes: false };
}

/** Whether the two may run together; what shows without looking far is asked first. */
export function areTogether(first: AwaitFacts, second: AwaitFacts): boolean {
  const inOrder = isGuard(first) || isGuard(second) || writeByName(first, second);
  if (inOrder && !mayBeApart(first, second)) return false;
  if (leftOf(first, second) ?? startedOf(first) ?? startedOf(second) ?? repeatOf(first, second)) return false;
  if (second.uses.some((identity) => first.declares.includes(identity))) return false;
  return judgePair(first, second).together;
}

/** What `writeOf` says where the names say it already. */
function writeByName(first: AwaitFacts, second: AwaitFacts): boolean {
  const natures = [first, second].map(({ byName, kept, verb }) => byName && natureOfCall(byName, kept, verb));
  return natures.includes('write') || natures.every((nature) => nature === 'unknown');
}

/** The same for parts of one expression: whoever writes them side by side does not mean their order. */
export function judgeParts(first: AwaitFacts, second: AwaitFacts): PairVerdict {
  const verdict = judgePair(first, second);
  const isByOrder = !verdict.together && (verdict.reason === 'guards' || verdict.reason === 'writes');
  const isWriting = [first, second].some((facts) => natureOf(facts) === 'write' && !producingVerbs.has(facts.verb));
  return isByOrder && !isWriting ? { together: true, writes: false } : verdict;
}

function isSameReceiver(first: AwaitFacts, second: AwaitFacts): boolean {
  return first.receiver !== '' && first.receiver === second.receiver;
}

type Nature = Operation['nature'];

function waits(reason: PairReason, subject: string, at: Place): PairVerdict {
  return { together: false, reason, subject, at };
}

function needOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  if (first.declares.length === 0) return undefined;
  const isDeclared = (identity: string): boolean => first.declares.includes(identity);
  const needed = second.uses.find(isDeclared) ?? [...effectsOf(second).accessed.keys()].find(isDeclared);
  return needed === undefined ? undefined : waits('needs', needed.replace(/@.*/, ''), second.at);
}

/** State that one of them writes and the other reads or writes. */
function stateOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  const meeting = (writer: AwaitFacts, other: AwaitFacts): Path | undefined =>
    effectsOf(writer).written.find((path) =>
      effectsOf(other)
        .accessed.get(path.root)
        ?.some((access) => sees(access, path)),
    );
  const shared = meeting(first, second) ?? meeting(second, first);
  return shared && waits('shared-state', shared.text, second.at);
}

/** What the first assigned is seen where the second fails. */
function leftOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  return first.leaves === undefined ? undefined : waits('shared-state', first.leaves, second.at);
}

/** What the second writes before it waits, such as the counter in `load(next++)`, is not written where the first fails. */
function spentOf(second: AwaitFacts): PairVerdict | undefined {
  if (!second.tried) return undefined;
  const spent = leavesOf(second.steps).find((step) => step.kind === 'write' && !step.within && !step.awaited);
  return spent?.kind === 'write' ? waits('shared-state', spent.path.text, second.at) : undefined;
}

type Access = ReadStep | WriteStep;

/** What an await's steps do, each once: it is asked for every pair. */
interface Effects {
  written: readonly Path[];
  /** What is read or written, by its root. */
  accessed: ReadonlyMap<string, readonly Access[]>;
  /** What speaks against running it beside anything. */
  against: PairVerdict | undefined;
}

const known = new WeakMap<AwaitFacts, Effects>();

function effectsOf(facts: AwaitFacts): Effects {
  let effects = known.get(facts);
  if (!effects) {
    const accesses = leavesOf(facts.steps).filter((step) => step.kind === 'read' || step.kind === 'write');
    const accessed = new Map<string, Access[]>();
    for (const access of distinct(accesses)) {
      const others = accessed.get(access.path.root);
      if (others) others.push(access);
      else accessed.set(access.path.root, [access]);
    }
    const written = distinct(accesses.filter(({ kind }) => kind === 'write')).map(({ path }) => path);
    effects = { written, accessed, against: traitOf(facts) };
    known.set(facts, effects);
  }
  return effects;
}

function distinct(accesses: readonly Access[]): Access[] {
  const seen = new Map<string, Access>();
  for (const access of accesses) {
    const { root, keys } = access.path;
    const key = [isReference(access), root, ...keys].join(' ');
    if (!seen.has(key)) seen.set(key, access);
  }
  return [...seen.values()];
}

function isReference(access: Access): boolean {
  return access.kind === 'read' && access.depth === 'reference';
}

/** Whether an access may see what is written to a path; one that only leads to something below sees no other part. */
function sees(access: Access, written: Path): boolean {
  return isReference(access) ? mayReplace(written, access.path) : mayMeet(written, access.path);
}

const reasons = {
  serial: 'serial-resource',
  waits: 'time',
  logs: 'visible-order',
  shows: 'visible-order',
  'ends-process': 'guards',
  throws: 'guards',
} as const;

function traitOf({ steps }: AwaitFacts): PairVerdict | undefined {
  for (const step of leavesOf(steps)) {
    if (step.kind !== 'call') continue;
    for (const { trait, subject } of step.operation.traits) {
      if (trait in reasons) return waits(reasons[trait as keyof typeof reasons], subject, step.at);
    }
  }
  return undefined;
}

function startedOf({ awaits, text, at }: AwaitFacts): PairVerdict | undefined {
  return awaits === 'started' ? waits('started', text, at) : undefined;
}

/** The same call twice asks again for a reason. */
function repeatOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  return first.text === second.text ? waits('repeats', first.text, second.at) : undefined;
}

/** The first throws, or is only there to be done, before the second may begin. */
function guardOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  return isGuard(first) ? waits('guards', first.operation?.callee ?? first.text, second.at) : undefined;
}

function isGuard({ kept, guards }: AwaitFacts): boolean {
  return !kept || guards;
}

/** Writes come in the order they are written in, before and after what reads; at least one must be known to read. */
function writeOf(first: AwaitFacts, second: AwaitFacts): PairVerdict | undefined {
  const natures = [natureOf(first), natureOf(second)];
  const isWriting = natures.includes('write') || !second.kept || second.guards || looksFirst(first, second);
  if (!isWriting && natures.includes('read')) return undefined;
  return waits('writes', (natures[0] === 'write' ? first : second).operation?.callee ?? '', second.at);
}

/** A look at what the second may change: a method of the same object that is not known to read. */
function looksFirst(first: AwaitFacts, second: AwaitFacts): boolean {
  return natureOf(second) === 'unknown' && natureOf(first) === 'read' && isSameReceiver(first, second);
}

/** A setter whose result is kept computes something; a promise that came in is only waited for. */
function natureOf({ operation, kept, verb }: AwaitFacts): Nature {
  return operation ? natureOfCall(operation.nature, kept, verb) : 'read';
}

function natureOfCall(nature: Nature, kept: boolean, verb: string): Nature {
  return kept && verb === 'set' ? 'unknown' : nature;
}

/** Writes that cannot meet: the same operation on two keys, or the same kind of sending for two things. */
function areApart(first: AwaitFacts, second: AwaitFacts): boolean {
  if (!mayBeApart(first, second)) return false;
  const isSame = first.operation?.callee === second.operation?.callee;
  if (!isSame) return first.apart === 'sent';
  return first.key !== undefined && second.key !== undefined && first.key !== second.key;
}

/** As far as it shows in the names. */
function mayBeApart(first: AwaitFacts, second: AwaitFacts): boolean {
  const areDropped = !first.kept && !second.kept;
  const isAlike = first.verb === second.verb && first.receiver === second.receiver;
  return areDropped && isAlike && first.apart !== undefined;
}
