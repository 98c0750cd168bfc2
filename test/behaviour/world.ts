// What the programs call: operations whose answers depend on their arguments alone, with latencies and failures out
// of a seed, so that the same operation takes as long and fails alike before and after a rewrite.
import { inspect } from 'node:util';
import type { Clock } from './clock.js';
import { moduleFor } from './modules.js';
import { pick } from './random.js';

/** An operation's name with its arguments as they were at the call. */
export type Key = string;

export interface Conditions {
  seed: number;
  fails: (key: Key) => boolean;
  /** Whether some of the failures are thrown at once; the others reject. */
  throwsAtOnce: boolean;
}

export const calm = (seed: number): Conditions => ({ seed, fails: () => false, throwsAtOnce: false });

/** All that the world saw of a run. */
export interface Record {
  operations: Key[];
  /** Those that stopped at a signal. */
  aborted: Key[];
  /** What `console.log` and `console.info` showed. */
  logs: string[];
  /** What `console.warn` and `console.error` showed. */
  warnings: string[];
  /** Messages of all errors that were made, handled or not. */
  errors: Set<string>;
  /** Messages of the failures that left what is rewritten; empty where it is not known. */
  escaped: string[];
  /** How often reported statements were begun and not ended. */
  open: number;
}

export const emptyRecord = (): Record => ({
  operations: [],
  aborted: [],
  logs: [],
  warnings: [],
  errors: new Set(),
  escaped: [],
  open: 0,
});

/** A value as text: with the order of keys and entries, and with what is shared or circular. */
export function textOf(value: unknown): string {
  return inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });
}

/** What an operation answers; the last word of its name tells the type. */
function answer(name: string, key: Key): unknown {
  const number = pick(10, key);
  const word = /[A-Z][a-z]+$/.exec(name)?.[0];
  if (word === 'Number') return number;
  if (word === 'Text') return `t${String(number)}`;
  if (word === 'List') return Array.from({ length: number % 4 }, (_, index) => pick(10, key, index));
  if (word === 'Item')
    return { id: number, name: `n${String(number)}`, tags: [`g${String(number % 3)}`], parts: [number, number % 3] };
  if (word === 'Maybe') return number % 3 === 0 ? undefined : number;
  if (/^(?:is|has)/.test(name)) return number % 2 === 0;
  return undefined;
}

/** Names of the operations that programs call as plain functions; `api` and `db` have one under every name. */
const functions = [
  'getNumber', 'getText', 'getList', 'getItem', 'getMaybe', 'fetchNumber', 'fetchItem', 'isGood', 'hasAccess', 'saveItem', 'saveNumber',
  'deleteItem', 'sendText', 'handleNumber', 'doNumber',
] as const; // prettier-ignore

/** The globals that a program sees. */
export function globalsOf(clock: Clock, record: Record, { seed, fails, throwsAtOnce }: Conditions): object {
  class RecordedError extends Error {
    constructor(message?: string, options?: ErrorOptions) {
      super(message, options);
      record.errors.add(this.message);
      // Where it was made is no matter of the program's.
      this.stack = `Error: ${this.message}`;
    }
  }
  RecordedError.prototype.name = 'Error';
  const operation =
    (name: string) =>
    (...parameters: unknown[]) => {
      const key: Key = `${name}(${parameters.map(textOf).join(', ')})`;
      record.operations.push(key);
      const isFailing = fails(key);
      const fail = (): never => {
        throw new RecordedError(`${key} failed`);
      };
      if (isFailing && throwsAtOnce && pick(4, seed, key, 'at once') === 0) return fail();
      return clock.operation(pick(9, seed, key, 'latency'), () => (isFailing ? fail() : answer(name, key)));
    };
  // Behind so many arguments, it takes options.
  const stoppable =
    (name: string, taken: number) =>
    (...parameters: unknown[]): Promise<unknown> => {
      const key: Key = `${name}(${parameters.slice(0, taken).map(textOf).join(', ')})`;
      const { signal } = Object(parameters[taken]) as { signal?: AbortSignal };
      record.operations.push(key);
      signal?.addEventListener('abort', () => void record.aborted.push(key));
      const outcome = (): unknown => {
        if (fails(key)) throw new RecordedError(`${key} failed`);
        return answer('fetchText', key);
      };
      return clock.operation(pick(9, seed, key, 'latency'), outcome, signal);
    };
  const files = { readFile: stoppable('readFile', 1), writeFile: stoppable('writeFile', 2) };
  const service = (): object => new Proxy({}, { get: (_, name) => operation(String(name)) });
  const show =
    (into: string[]) =>
    (...values: unknown[]): void =>
      void into.push(values.map(textOf).join(' '));
  const [log, warn] = [show(record.logs), show(record.warnings)];
  const escaped = (error: unknown): unknown => {
    record.escaped.push(error instanceof Error ? error.message : textOf(error));
    return error;
  };
  return {
    ...Object.fromEntries(functions.map((name) => [name, operation(name)])),
    fetch: stoppable('fetch', 1),
    require: (name: string) => (name === 'node:fs/promises' ? files : moduleFor(name)),
    api: service(),
    db: service(),
    console: { log, info: log, debug: warn, warn, error: warn },
    Error: RecordedError,
    escaped,
    entered: () => {
      record.open++;
    },
    left: () => {
      record.open--;
    },
  };
}
