// Runs a program under given conditions on a clock of its own, and tells all that can be seen of it.
import { Clock } from './clock.js';
import { calm, type Conditions, emptyRecord, globalsOf, type Record, textOf } from './world.js';

/** A compiled program: an asynchronous function `run` that sees the world's globals. */
export type Program = (globals: object, inputs: readonly unknown[]) => Promise<unknown>;

export interface Outcome extends Record {
  /** What the program returned, as text; `undefined` where it threw or never ended. */
  value: string | undefined;
  /** The message of what it threw. */
  thrown: string | undefined;
  /** Rejections without a handler. */
  unhandled: string[];
  peak: number;
  time: number;
  /** When nothing was in flight any more. */
  quiet: number;
}

const names = Object.keys(globalsOf(new Clock(), emptyRecord(), calm(0)));

/** Programs run many times in a row. */
const compiled = new Map<string, Program>();

/**
 * Compiles a text that declares `async function run(…)`.
 * @param code JavaScript, a script
 * @throws SyntaxError when the code cannot be parsed
 */
export function compile(code: string): Program {
  const known = compiled.get(code);
  if (known) return known;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running programs is what the simulator is for
  const factory = new Function(...names, 'exports', `${code}\n;return run;`) as (
    ...globals: unknown[]
  ) => (...inputs: unknown[]) => Promise<unknown>;
  const program: Program = (globals, inputs) =>
    factory(...names.map((name): unknown => Reflect.get(globals, name)), {})(...inputs);
  if (compiled.size > 100) compiled.clear();
  compiled.set(code, program);
  return program;
}

/** Runs a program to its end and until nothing is in flight. */
export async function simulate(
  program: Program,
  conditions: Conditions,
  inputs: readonly unknown[],
  worldOf: (clock: Clock, record: Record, conditions: Conditions) => object = globalsOf,
): Promise<Outcome> {
  const clock = new Clock();
  const record = emptyRecord();
  const outcome: Outcome = {
    ...record,
    value: undefined,
    thrown: undefined,
    unhandled: [],
    peak: 0,
    time: 0,
    quiet: 0,
  };
  let time: number | undefined;
  const release = catchUnhandled(outcome.unhandled);
  try {
    program(worldOf(clock, record, conditions), inputs).then(
      (value) => {
        outcome.value = textOf(value);
        time = clock.now;
      },
      (error: unknown) => {
        outcome.thrown = error instanceof Error ? error.message : textOf(error);
        time = clock.now;
      },
    );
    await clock.runOut();
  } finally {
    release();
  }
  if (record.open > 0) record.escaped.push('');
  return { ...outcome, peak: clock.peak, time: time ?? Infinity, quiet: clock.now };
}

/** Collects unhandled rejections, in place of whoever listens; the result gives them back. */
export function catchUnhandled(into: { push: (message: string) => unknown }): () => void {
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => into.push(reason instanceof Error ? reason.message : textOf(reason)));
  // Without a listener, Node.js warns of one that is handled late.
  const ignore = (): void => undefined;
  process.on('rejectionHandled', ignore);
  return () => {
    process.off('rejectionHandled', ignore);
    process.removeAllListeners('unhandledRejection');
    for (const other of others) process.on('unhandledRejection', other);
  };
}
