// Runs a sample of the documents on a clock on which nothing takes time, and tells when each operation ran.
import { inspect } from 'node:util';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Bar, Lane, Run } from '../../eslint-plugin/src/guide/timeline.js';
import { Clock } from '../../test/behaviour/clock.js';
import { catchUnhandled } from '../../test/behaviour/simulate.js';
import type { Sample } from './samples.js';

/** What a sample meets: everything it calls and is not given is an operation. */
export interface Scene {
  /** Its free variables that are no operations. A function makes them anew for each run. */
  given: () => Readonly<Record<string, unknown>>;
  /** Milliseconds by call, such as `fetchPage('/a')`; by default 300. */
  takes?: Readonly<Record<string, number>>;
  /** The calls that fail. */
  fails?: readonly string[];
  /** How many operations the other end serves at once; what comes on top is refused. */
  capacity?: number;
  /** Code that runs after the sample, such as a call of the function that it declares. */
  then?: string;
  /** A variable of the sample: what it holds in the end are the results that somebody got. */
  keeps?: string;
  /** A lane for each call, or for each item, where an item goes through several. */
  lanes?: 'call' | 'item';
}

/** A run as it can be drawn, and what the tests ask of it. */
export interface SampleRun extends Omit<Run, 'label'> {
  /** The text of what `keeps` names, or of what was returned. */
  value: string | undefined;
  /** The message of what was thrown. */
  thrown: string | undefined;
  /** Messages of rejections without a handler. */
  unhandled: readonly string[];
  /** Messages of failures that were neither thrown, nor handed to `console` or another function, nor unhandled. */
  unseen: readonly string[];
  /** The most operations that were in flight at once. */
  peak: number;
}

const refusalTakes = 60;

/** An operation that was started. */
interface Operation {
  call: string;
  name: string;
  /** What it was called with, which is also its result. */
  item: unknown;
  from: number;
  to: number | undefined;
  state: Bar['state'];
}

/**
 * Runs a sample to its end and until nothing is in flight.
 * @throws when the sample cannot be parsed, or calls what is neither given nor can be an operation
 */
export async function runSample(
  { code, language }: Pick<Sample, 'code' | 'language'>,
  scene: Scene,
): Promise<SampleRun> {
  const clock = new Clock();
  const operations: Operation[] = [];
  const seen: unknown[] = [];
  const made: Error[] = [];
  const unhandled: { message: string; at: number }[] = [];
  const world = worldOf(scene, { clock, operations, seen, made });
  const program = compile(code, language, scene);
  let end: { at: number; value?: unknown; thrown?: unknown } | undefined;
  const release = catchUnhandled({ push: (message) => unhandled.push({ message, at: clock.now }) });
  try {
    program(world).then(
      (value) => (end = { at: clock.now, value }),
      (thrown: unknown) => (end = { at: clock.now, thrown: thrown ?? new Error('nothing was thrown') }),
    );
    await clock.runOut();
  } finally {
    release();
  }
  if (!end) throw new Error(`This code never ends:\n${code}`);
  const [crash] = unhandled;
  const outcome = crash ? 'unhandled' : end.thrown === undefined ? 'done' : 'failed';
  const at = crash?.at ?? end.at;
  const known = [...seen, end.thrown].flatMap(reasonsOf);
  return {
    lanes: lanesOf(operations, at, crash !== undefined, scene, end.value),
    end: at,
    outcome,
    value: end.thrown === undefined ? inspect(end.value, { depth: null }) : undefined,
    thrown: end.thrown instanceof Error ? end.thrown.message : undefined,
    unhandled: unhandled.map(({ message }) => message),
    unseen: made
      .filter((error) => !known.includes(error) && !unhandled.some(({ message }) => message === error.message))
      .map(({ message }) => message),
    peak: peakOf(operations),
  };
}

/** The errors that somebody who is given a value can look at. */
function reasonsOf(value: unknown): unknown[] {
  if (value instanceof AggregateError) return [value, ...value.errors.flatMap(reasonsOf)];
  if (value instanceof Error) return [value, ...reasonsOf(value.cause)];
  return Array.isArray(value) ? value.flatMap(reasonsOf) : [];
}

function compile(code: string, language: string, { then = '', keeps }: Scene): (world: object) => Promise<unknown> {
  const body = `${code}\n;${then}\n;${keeps === undefined ? '' : `return ${keeps};`}`;
  const { outputText } = transpileModule(`async function run() {\n${body}\n}`, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext },
    fileName: `sample.${language}`,
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the documents' code is what this is for
  return new Function('world', `with (world) {\n${outputText}\nreturn run();\n}`) as ReturnType<typeof compile>;
}

interface Recorded {
  clock: Clock;
  operations: Operation[];
  /** What was handed to functions that are given. */
  seen: unknown[];
  /** The failures that there were. */
  made: Error[];
}

/** The names that a sample sees: what is given, what JavaScript has, and operations for all the rest. */
function worldOf(scene: Scene, recorded: Recorded): object {
  const listen = (...values: unknown[]): number => recorded.seen.push(...values);
  const console = { log: listen, info: listen, warn: listen, error: listen };
  const given: Record<string, unknown> = { console, report: listen, show: listen, pLimit: limiter, ...scene.given() };
  return new Proxy(given, {
    has: (_, name) => typeof name === 'string' && name !== 'arguments' && (name in given || !(name in globalThis)),
    get: (_, name) =>
      typeof name === 'symbol' || name in given
        ? (Reflect.get(given, name) as unknown)
        : operation(name, scene, recorded),
  });
}

/** A function whose calls take their time on the clock, and may fail or be stopped by a signal. */
function operation(name: string, { takes = {}, fails = [], capacity = Infinity }: Scene, recorded: Recorded) {
  const { clock, operations, made } = recorded;
  return (item?: unknown, options: { signal?: AbortSignal } = {}): Promise<unknown> => {
    const { signal } = options;
    const call = `${name}(${item === undefined ? '' : inspect(item)})`;
    const isRefused = operations.filter(({ to }) => to === undefined).length >= capacity;
    const failure = isRefused || fails.includes(call) ? new Error(`${call} failed`) : undefined;
    const own: Operation = { call, name, item, from: clock.now, to: undefined, state: 'done' };
    operations.push(own);
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        if (own.to === undefined) Object.assign(own, { to: clock.now, state: 'cancelled' });
        reject(signal.reason as Error);
      });
      const end = (): void => {
        if (own.to !== undefined) return;
        Object.assign(own, { to: clock.now, state: failure ? 'failed' : 'done' });
        if (!failure) {
          resolve(item);
          return;
        }
        made.push(failure);
        reject(failure);
      };
      const latency = isRefused ? refusalTakes : (takes[call] ?? 300);
      void clock.operation(latency, () => undefined).then(end);
    });
  };
}

/** Runs at most `size` functions at a time, as the package of that name does. */
function limiter(size: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(start: () => Promise<T>): Promise<T> => {
    if (running >= size) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running++;
    try {
      return await start();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** The operations as bars; those that the program did not wait for, or whose result nobody got, are lost. */
function lanesOf(
  operations: readonly Operation[],
  end: number,
  isCrash: boolean,
  { lanes: by = 'call', keeps }: Scene,
  value: unknown,
): Lane[] {
  const isKept = (result: unknown): boolean => keeps === undefined || (Array.isArray(value) && value.includes(result));
  const lanes = new Map<string, { label: string; bars: Bar[] }>();
  for (const [index, { call, name, item, from, to = end, state }] of operations.entries()) {
    if (isCrash && from >= end) continue;
    const cut = isCrash ? Math.min(to, end) : to;
    const isLost = to > end || (state === 'done' && !isKept(item));
    const [key, label] = by === 'item' ? [inspect(item), inspect(item)] : [`${call} ${index}`, call];
    const lane = lanes.get(key) ?? { label, bars: [] };
    lane.bars.push({ from, to: cut, state: isLost ? 'lost' : state, ...(by === 'item' ? { label: name } : {}) });
    lanes.set(key, lane);
  }
  return [...lanes.values()];
}

function peakOf(operations: readonly Operation[]): number {
  return Math.max(
    0,
    ...operations.map(
      ({ from }) => operations.filter((other) => other.from <= from && (other.to ?? Infinity) > from).length,
    ),
  );
}
