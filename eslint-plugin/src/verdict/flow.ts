// Follows one iteration through its steps: what runs before the first await and what may run after one, which
// reads can see a value from an iteration before, and how the iteration may end.
import type {
  AttemptStep,
  AwaitStep,
  CallStep,
  ChoiceStep,
  ExitStep,
  Place,
  ReadStep,
  RepeatStep,
  Step,
  WriteHow,
  WriteStep,
} from '../facts/model.js';
import { covers } from './overlap.js';
import { tailOf } from './tail.js';

/** `before`: only ever in the synchronous start of an iteration, which keeps its order when all start at once. */
export type Phase = 'before' | 'after';

interface Seen<S extends Step> {
  step: S;
  phase: Phase;
  /** No await of the same iteration can come after it; see `tail.ts`. */
  inTail: boolean;
}

export interface SeenRead extends Seen<ReadStep> {
  /** No write of the same iteration surely comes first. */
  exposed: boolean;
  /** The same iteration has surely set it before, if nobody had. */
  defaulted: boolean;
}

export interface SeenWrite extends Seen<WriteStep> {
  /** In a `catch`. */
  inHandler: boolean;
}

export interface SeenCall extends Seen<CallStep> {
  /** The one item that a condition around it lets through. */
  onlyFor: string | undefined;
  /** In a `catch`. */
  inHandler: boolean;
  inCallback: boolean;
  /** The inner loop around it, where that goes through the same list in each iteration. */
  inSame: Place | undefined;
  /** Whether the same iteration may have made a folder before. */
  hasFolder: boolean;
}

export interface SeenExit extends Seen<ExitStep> {
  /** In a `catch` whose `try` holds what failed: the way out of a failure, not of a result. */
  inHandler: boolean;
}

export interface SeenAwait {
  step: AwaitStep;
  onlyFor: string | undefined;
}

/** All that was seen on every way through the iteration. */
export interface Flow {
  reads: SeenRead[];
  writes: SeenWrite[];
  calls: SeenCall[];
  exits: SeenExit[];
  awaits: SeenAwait[];
}

interface State {
  phase: Phase;
  /** Writes that surely happened in this iteration. */
  written: readonly WriteStep[];
  /** Whether a folder may have been made in this iteration. */
  hasFolder: boolean;
  /** Whether the statement can be reached at all. */
  live: boolean;
}

interface Surroundings {
  inHandler: boolean;
  inTry: boolean;
  inCallback: boolean;
  /** In a function that nobody here waits for. */
  detached: boolean;
  onlyFor: string | undefined;
  inSame: Place | undefined;
  /** The states in which `next` left the body around, to be joined where that leads. */
  left: State[];
}

/** A flow while it is put together. */
interface Tracer extends Flow {
  tail: ReadonlySet<Step>;
}

/** The flow of an iteration. */
export function flowOf(steps: readonly Step[]): Flow {
  const flow: Tracer = { reads: [], writes: [], calls: [], exits: [], awaits: [], tail: tailOf(steps) };
  follow(
    flow,
    steps,
    { phase: 'before', written: [], hasFolder: false, live: true },
    {
      inHandler: false,
      inTry: false,
      inCallback: false,
      detached: false,
      onlyFor: undefined,
      inSame: undefined,
      left: [],
    },
  );
  return flow;
}

/** Ways to write after which what was there before does not matter. */
const settles: ReadonlySet<WriteHow> = new Set(['assign', 'flag', 'default']);

function follow(flow: Tracer, steps: readonly Step[], start: State, around: Surroundings): State {
  let state = start;
  for (const step of steps) state = followStep(flow, step, state, around);
  return state;
}

function followStep(flow: Tracer, step: Step, state: State, around: Surroundings): State {
  const { phase, written } = state;
  const inTail = flow.tail.has(step);
  switch (step.kind) {
    case 'read':
      flow.reads.push({
        step,
        phase,
        inTail: inTail && !step.within,
        exposed: !written.some((write) => write.how !== 'default' && covers(write.path, step.path)),
        defaulted: written.some((write) => write.how === 'default' && covers(write.path, step.path)),
      });
      return state;
    case 'write':
      flow.writes.push({ step, phase, inTail: inTail && !step.within, inHandler: around.inHandler });
      return settles.has(step.how) ? { ...state, written: [...written, step] } : state;
    case 'call':
      if (around.detached) return state;
      flow.calls.push({
        step,
        phase,
        inTail,
        onlyFor: around.onlyFor,
        inHandler: around.inHandler,
        inCallback: around.inCallback,
        inSame: around.inSame,
        hasFolder: state.hasFolder,
      });
      return makesFolder(step) ? { ...state, hasFolder: true } : state;
    case 'await':
      if (!around.detached) flow.awaits.push({ step, onlyFor: around.onlyFor });
      return { ...state, phase: 'after' };
    case 'exit':
      return followExit(flow, step, state, around);
    case 'choice':
      return followChoice(flow, step, state, around);
    case 'block':
      return followBlock(flow, step.body, state, around);
    case 'repeat':
      return followRepeat(
        flow,
        step.body,
        step.deferred ? { ...state, phase: 'after' } : state,
        aroundRepeat(step, around),
        state,
      );
    case 'attempt':
      return followAttempt(flow, step, state, around);
  }
}

function makesFolder({ operation }: CallStep): boolean {
  return operation.traits.some(({ trait }) => trait === 'makes-folder');
}

function followExit(flow: Tracer, step: ExitStep, state: State, around: Surroundings): State {
  // A throw that the iteration catches itself is no exit.
  const isCaught = step.how === 'throw' && around.inTry;
  if (step.how !== 'next' && !isCaught)
    flow.exits.push({ step, phase: state.phase, inTail: flow.tail.has(step), inHandler: around.inHandler });
  if (step.how === 'next') around.left.push(state);
  return step.how === 'yield' ? state : { ...state, live: false };
}

function followChoice(flow: Tracer, step: ChoiceStep, state: State, around: Surroundings): State {
  const ends = step.arms.map((arm, index) =>
    follow(flow, arm, state, index === 0 && step.onlyFor !== undefined ? { ...around, onlyFor: step.onlyFor } : around),
  );
  return merge(ends, state);
}

/** Where several ways meet: what surely happened on all of them that get here. */
function merge(ends: readonly State[], start: State): State {
  const arriving = ends.filter((end) => end.live);
  const [first, ...rest] = arriving;
  if (!first)
    return { ...start, phase: ends.some((end) => end.phase === 'after') ? 'after' : start.phase, live: false };
  return {
    phase: arriving.some((end) => end.phase === 'after') ? 'after' : 'before',
    written: first.written.filter((write) =>
      rest.every((end) => end.written.includes(write) || end.written.some((other) => stands(other, write))),
    ),
    hasFolder: arriving.some((end) => end.hasFolder),
    live: true,
  };
}

/** Whether one write does for a read what the other does. */
function stands(one: WriteStep, other: WriteStep): boolean {
  return (one.how === 'default') === (other.how === 'default') && covers(one.path, other.path);
}

/** A body that runs once: whoever left it before its end goes on after it. */
function followBlock(flow: Tracer, body: readonly Step[], state: State, around: Surroundings): State {
  const left: State[] = [];
  const end = follow(flow, body, state, { ...around, left });
  return merge([end, ...left], state);
}

function aroundRepeat(step: RepeatStep, around: Surroundings): Surroundings {
  const inside = { ...around, inSame: around.inSame ?? step.same };
  if (step.callback) return { ...inside, inCallback: true };
  return step.deferred ? { ...inside, detached: true } : inside;
}

/** A body that runs any number of times: a second pass sees what the first one left behind. */
function followRepeat(flow: Tracer, body: readonly Step[], start: State, around: Surroundings, before: State): State {
  const once = followBlock(flow, body, start, around);
  if (once.phase === 'after' && start.phase === 'before') followBlock(flow, body, { ...start, phase: 'after' }, around);
  return { ...before, phase: once.phase };
}

function followAttempt(flow: Tracer, step: AttemptStep, state: State, around: Surroundings): State {
  const block = follow(flow, step.block, state, { ...around, inTry: around.inTry || step.handler !== undefined });
  const failed: State = { ...state, phase: block.phase };
  const handled = step.handler && follow(flow, step.handler, failed, { ...around, inHandler: true });
  const end = handled ? merge([block, handled], state) : block;
  const last = follow(
    flow,
    step.finalizer,
    { ...end, phase: handled?.phase === 'after' ? 'after' : block.phase, live: true },
    around,
  );
  return { ...last, live: end.live };
}
