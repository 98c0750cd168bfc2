// Steps written in a word each, so that a test reads like the iteration it speaks of. Every step stands on a line of
// its own, in the order in which the steps were made.
import type {
  AttemptStep,
  AwaitStep,
  BlockStep,
  CallStep,
  ChoiceStep,
  ExitStep,
  LoopFacts,
  Path,
  Place,
  ReadStep,
  RepeatStep,
  Step,
  Trait,
  WriteHow,
  WriteStep,
} from '../../../eslint-plugin/src/facts/model.js';

let line = 0;

/** The next line's place. */
export function place(): Place {
  line += 1;
  return { start: line * 100, end: line * 100 + 10, line, column: 1 };
}

/** A path from text: `totals.byDay[*]`. */
export function path(text: string): Path {
  const [root = '', ...keys] = text.match(/^[^.[]+|\.[^.[]+|\[[^\]]*\]/g) ?? [];
  return { root, text, keys };
}

/** Looks at all that a path holds. */
export const read = (text: string): ReadStep => ({ kind: 'read', path: path(text), depth: 'content', at: place() });

/** Looks at a path on the way to something below it. */
export const pass = (text: string): ReadStep => ({ ...read(text), depth: 'reference' });

export const write = (text: string, how: WriteHow = 'assign'): WriteStep => ({
  kind: 'write',
  path: path(text),
  how,
  at: place(),
});

/** An access in a function that the iteration calls. */
export const within = <S extends ReadStep | WriteStep>(step: S): S => ({ ...step, within: true });

export function call(
  callee: string,
  traits: readonly Trait['trait'][] = [],
  operation: Partial<CallStep['operation']> = {},
): CallStep {
  return {
    kind: 'call',
    at: place(),
    operation: {
      callee,
      nature: 'unknown',
      awaited: false,
      kept: true,
      shared: false,
      variesByIteration: true,
      traits: traits.map((trait) => ({ trait, subject: callee })),
      ...operation,
    },
  };
}

export const waiting = (of: AwaitStep['of'] = 'call'): AwaitStep => ({ kind: 'await', at: place(), of });

/** `await callee()`. */
export const awaited = (
  callee: string,
  traits: readonly Trait['trait'][] = [],
  operation: Partial<CallStep['operation']> = {},
): BlockStep => ({
  kind: 'block',
  body: [call(callee, traits, { awaited: true, ...operation }), waiting()],
});

export const exit = (how: ExitStep['how'], under: Partial<Pick<ExitStep, 'onResult' | 'varies'>> = {}): ExitStep => ({
  kind: 'exit',
  how,
  at: place(),
  onResult: true,
  varies: true,
  ...under,
});

export const choice = (...arms: (readonly Step[])[]): ChoiceStep => ({ kind: 'choice', arms });

export const block = (...body: readonly Step[]): BlockStep => ({ kind: 'block', body });

export const repeat = (...body: readonly Step[]): RepeatStep => ({ kind: 'repeat', body, deferred: false });

/** A callback that may run after its callee suspended. */
export const callback = (...body: readonly Step[]): RepeatStep => ({
  kind: 'repeat',
  body,
  deferred: true,
  callback: true,
});

export const attempt = (
  tried: readonly Step[],
  handler?: readonly Step[],
  finalizer: readonly Step[] = [],
): AttemptStep => ({
  kind: 'attempt',
  block: tried,
  handler,
  finalizer,
});

/** A loop over items whose iteration consists of the steps. */
export const loop = (steps: readonly Step[], facts: Partial<LoopFacts> = {}): LoopFacts => ({
  head: place(),
  iteration: { by: 'items' },
  steps,
  order: undefined,
  counters: [],
  onFailure: [],
  intent: undefined,
  ...facts,
});
