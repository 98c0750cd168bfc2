// The world in which the samples of the documents run: whatever they call and are not given is an operation on a clock
// on which nothing takes time.
import { inspect } from 'node:util';
import globals from 'globals';
import type { BarState } from '../../eslint-plugin/src/guide/timeline.js';
import type { Clock } from '../../test/behaviour/clock.js';
import { pick } from '../../test/behaviour/random.js';

/** What a sample meets. */
export interface Scene {
  /** Its free variables that are no operations. A function makes them anew for each run. */
  given: () => Readonly<Record<string, unknown>>;
  /** Milliseconds by call, such as `fetchPage('/a')`. */
  takes?: Readonly<Record<string, number>>;
  /** The calls that fail. */
  fails?: readonly string[];
  /** How many operations the other end serves at once; what comes on top is refused. */
  capacity?: number;
  /** A variable of the sample: what it holds in the end are the results that somebody got. */
  keeps?: string;
  /** A lane for each call, or for each item, where an item goes through several. */
  lanes?: 'call' | 'item';
}

/** An operation that was started. */
export interface Operation {
  /** Such as `fetchPage('/a')`. */
  call: string;
  name: string;
  /** What it was called with, which is also its result. */
  item: unknown;
  /** Milliseconds. */
  from: number;
  to: number | undefined;
  state: BarState;
}

/** All that happens in a world. */
export interface Happened {
  operations: Operation[];
  /** What was handed to functions that only show it. */
  seen: unknown[];
  /** The failures that there were. */
  failures: Error[];
}

const refusalTakes = 60;

/** What every program has, and no sample takes to the network. */
const language = new Set([...Object.keys(globals.builtin), 'AbortController', 'AbortSignal', 'URL']);

/** Functions that only show what they are given, at once. */
const shows = /^(?:show|hide|render|report)(?![a-z])/;

/** The names that a sample sees: what is given, what JavaScript has, and operations for all the rest. */
export function worldOf(scene: Scene, clock: Clock, happened: Happened): object {
  const listen = (...values: unknown[]): number => happened.seen.push(...values);
  const console = { log: listen, info: listen, warn: listen, error: listen };
  const given: Record<string, unknown> = { console, pLimit: limiter, pMap, ...scene.given() };
  return new Proxy(given, {
    has: (_, name) => typeof name === 'string' && (name in given || !language.has(name)),
    get: (_, name): unknown => {
      if (typeof name === 'symbol' || name in given) return Reflect.get(given, name);
      return shows.test(name) ? listen : operation(name, scene, clock, happened);
    },
  });
}

/** A function whose calls take their time and may fail or be stopped by a signal; so are its methods. */
function operation(name: string, scene: Scene, clock: Clock, happened: Happened): object {
  const start = (item?: unknown, options?: { signal?: AbortSignal }): Promise<unknown> =>
    run(name, item, options?.signal, scene, clock, happened);
  return new Proxy(start, {
    get: (target, property) =>
      typeof property === 'symbol' || property in target
        ? (Reflect.get(target, property) as unknown)
        : operation(`${name}.${property}`, scene, clock, happened),
  });
}

function run(
  name: string,
  item: unknown,
  signal: AbortSignal | undefined,
  { takes = {}, fails = [], capacity = Infinity }: Scene,
  clock: Clock,
  { operations, failures }: Happened,
): Promise<unknown> {
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
      failures.push(failure);
      reject(failure);
    };
    const latency = isRefused ? refusalTakes : (takes[call] ?? 100 + 10 * pick(50, call));
    void clock.operation(latency, () => undefined).then(end);
  });
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

/** Maps with `concurrency`, as the package of that name does. */
async function pMap<T>(
  items: readonly T[],
  map: (item: T, index: number) => Promise<unknown>,
  { concurrency }: { concurrency: number },
): Promise<unknown[]> {
  const limit = limiter(concurrency);
  return Promise.all(items.map((item, index) => limit(() => map(item, index))));
}
