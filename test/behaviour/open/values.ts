// Values that stand for whatever a snippet does not declare: they can be called, awaited, iterated, read and written
// like what their name says, and tell what was done to them. The same name is the same value throughout a run.
import { inspect } from 'node:util';
import type { Clock } from '../clock.js';
import { pick } from '../random.js';
import { type Conditions, type Record, textOf } from '../world.js';
import type { Script } from './script.js';
import { answerKind, isEnd, isLog, isWarning, propertyKind } from './kinds.js';

/** How many elements and keys everything has. */
const size = 4;

/** How deep everything is nested, and how long a chain of properties gets before it ends. */
const depth = 3;
const longest = 400;

/** From so many calls on, a program is taken to run for ever. */
const maxCalls = 2_000;

const arrayMethods: ReadonlySet<string> = new Set([
  'map', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'reduce', 'flatMap', 'flat', 'slice', 'join', 'includes', 'indexOf', 'entries',
  'keys', 'values', 'concat', 'at', 'sort', 'toSorted', 'reverse', 'split',
]); // prettier-ignore

/** Those that something else than an array may have, which then is awaited: `await db.find(id)`. */
const ambiguous: ReadonlySet<string> = new Set(['find', 'at', 'keys', 'values', 'entries', 'slice']);

type Callable = (...parameters: unknown[]) => unknown;

/** What is known of a snippet before it runs. */
export interface Known {
  /** What its text tells of names. */
  script: Script;
  /** Which of the worlds it runs in, where one tells other numbers and truths than the next. */
  world: number;
  /** The calls that take time; all that are waited for where it is not known yet. */
  waits?: ReadonlySet<string>;
}

/** One run's values. */
export class Values {
  readonly #known = new Map<string, unknown>();
  /** Properties that were set, and collections that were added to, by name. */
  readonly #written = new Map<string, unknown>();
  readonly #clock: Clock;
  readonly #record: Record;
  readonly #conditions: Conditions;
  readonly #error: ErrorConstructor;
  readonly #script: Script;
  readonly #world: number;
  readonly #waits: ReadonlySet<string> | undefined;
  #calls = 0;

  /** @param error makes the errors that the record counts */
  constructor(
    clock: Clock,
    record: Record,
    conditions: Conditions,
    error: ErrorConstructor,
    { script, world, waits }: Known,
  ) {
    this.#clock = clock;
    this.#record = record;
    this.#conditions = conditions;
    this.#error = error;
    this.#script = script;
    this.#world = world;
    this.#waits = waits;
  }

  /** A number that is the same throughout a world, and another one in the next. */
  #pick(below: number, ...key: readonly string[]): number {
    return pick(below, ...key, ...(this.#world === 0 ? [] : [this.#world]));
  }

  /** What is called `name` and described by `label`: a number, a truth value, or a value for everything else. */
  named(name: string, label: string): unknown {
    const { used, asked, promised } = this.#script;
    if (promised.has(name)) return this.#promise(label);
    const kind = asked.has(name) ? 'truth' : used.has(name) ? 'anything' : propertyKind(name);
    if (label.length > longest) return undefined;
    if (kind === 'number') return this.#pick(10, label) + (isEnd(name) ? 60 : 0);
    return kind === 'truth' ? this.#pick(2, label) === 0 : this.anything(label);
  }

  /** The value of a label that can be used in any way. */
  anything(label: string): unknown {
    const known = this.#known.get(label);
    if (known !== undefined) return known;
    const value = this.#proxy(label, undefined);
    this.#known.set(label, value);
    return value;
  }

  /** What is awaited by its name: an operation that was started elsewhere. */
  #promise(label: string): unknown {
    let promise: Promise<unknown> | undefined;
    return this.#proxy(label, () => {
      if (!promise) this.#record.operations.push(label);
      promise ??= this.#clock.operation(pick(9, label, 'latency'), () => this.anything(label));
      return promise;
    });
  }

  /** All that was written, in an order that depends on its names alone. */
  written(): unknown[] {
    return [...this.#written].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #proxy(label: string, settle: (() => Promise<unknown>) | undefined): unknown {
    const target = function (): void {
      /* it is never called */
    }.bind(undefined);
    Object.defineProperty(target, inspect.custom, { value: () => label, configurable: true });
    return new Proxy(target, {
      get: (_, key) => this.#get(label, key, settle),
      set: (_, key, value: unknown) => {
        this.#written.set(`${label}.${String(key)}`, value);
        return true;
      },
      has: (_, key) => typeof key === 'string' && this.#pick(2, label, key, 'in') === 0,
      deleteProperty: (_, key) => this.#written.set(`${label}.${String(key)}`, 'deleted').size > 0,
      ownKeys: () => Array.from({ length: size }, (_, index) => `k${String(index)}`),
      getOwnPropertyDescriptor: (_, key) => ({
        value: this.#get(label, key, undefined),
        writable: true,
        enumerable: typeof key === 'string' && /^k\d$/.test(key),
        configurable: true,
      }),
      getPrototypeOf: () => Object.prototype,
      apply: (_, __, parameters: unknown[]) => this.#call(label, parameters),
      construct: (_, parameters: unknown[], made) =>
        made.prototype === this.anything(`${label}.prototype`) || made === this.anything(label)
          ? (this.anything(`new ${label}(${parameters.map(textOf).join(', ')})`) as object)
          : (Reflect.construct(Object, [], made) as object),
    });
  }

  #get(label: string, key: string | symbol, settle: (() => Promise<unknown>) | undefined): unknown {
    if (typeof key === 'symbol') return this.#symbol(label, key);
    if (key === 'then' || key === 'catch' || key === 'finally') {
      if (!settle) return undefined;
      const promise = settle();
      return (promise[key] as Callable).bind(promise);
    }
    // A compiled module asks `this` for helpers that others have loaded.
    if (key.startsWith('__')) return undefined;
    const path = `${label}.${key}`;
    if (this.#written.has(path)) return this.#written.get(path);
    if (key === 'length' || key === 'size') return size;
    if (key === 'toString' || key === 'toJSON' || key === 'valueOf') return () => label;
    if (arrayMethods.has(key) && !(ambiguous.has(key) && this.#script.awaited.has(key)))
      return (...given: unknown[]) => this.#arrayMethod(key).apply(this.#items(label), given);
    const change = this.#changing(label, key);
    return change ?? this.named(key, /^\d+$/.test(key) ? `${label}[${key}]` : path);
  }

  #symbol(label: string, key: symbol): unknown {
    if (key === Symbol.iterator) return () => this.#items(label)[Symbol.iterator]();
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? this.#pick(100, label) : label);
    if (key === Symbol.hasInstance) return (value: unknown) => this.#pick(2, label, textOf(value)) === 0;
    return key === inspect.custom ? () => label : undefined;
  }

  #items(label: string): unknown[] {
    // Trees end somewhere.
    const length = (label.match(/\[/g) ?? []).length < depth ? size : 0;
    const isPromised = this.#script.promisedLists.has(label);
    return Array.from({ length }, (_, index) => {
      const item = `${label}[${String(index)}]`;
      return isPromised ? this.#promise(item) : this.anything(item);
    });
  }

  #arrayMethod(key: string): Callable {
    if (key === 'split') return function (this: unknown[]) { return this; }; // prettier-ignore
    return Reflect.get(Array.prototype, key) as Callable;
  }

  /** The methods that add to a collection: it shows in which order. */
  #changing(label: string, key: string): Callable | undefined {
    if (this.#script.awaited.has(key)) return undefined;
    const collection = <T>(make: () => T): T => {
      const name = `${label} (${key})`;
      if (!this.#written.has(name)) this.#written.set(name, make());
      const written: unknown = this.#written.get(name);
      return written as T;
    };
    switch (key) {
      case 'push':
        return (...given) => collection(() => [] as unknown[]).push(...given);
      case 'add':
        return (given) => void collection(() => new Set()).add(given);
      case 'set':
        return (name, given) => void collection(() => new Map()).set(name, given);
      default:
        return undefined;
    }
  }

  /** A call: an operation on the clock, which begins when somebody waits for it; until then the result is a value too. */
  #call(label: string, parameters: readonly unknown[]): unknown {
    const key = shortened(`${label}(${parameters.map(textOf).join(', ')})`);
    const text = parameters.map(textOf).join(' ');
    if (isLog(label)) return void this.#record.logs.push(text);
    if (isWarning(label)) return void this.#record.warnings.push(text);
    const name = /[\w$]+$/.exec(label)?.[0] ?? '';
    if (!this.#script.awaited.has(name) && answerKind(name) === 'truth') return this.#answer(name, key);
    const isWaitedFor = this.#waits?.has(key) ?? true;
    if (this.#calls++ > maxCalls) throw new Error('too many calls');
    const { seed, fails, throwsAtOnce } = this.#conditions;
    const fail = (): never => {
      throw new this.#error(`${key} failed`);
    };
    const isFailing = isWaitedFor && fails(key);
    if (isFailing && throwsAtOnce && pick(4, seed, key, 'at once') === 0) return fail();
    const called = callbacksIn(parameters).map((callback, index) =>
      this.#callBack(callback, `${key}#${String(index)}`),
    );
    let promise: Promise<unknown> | undefined;
    const settle = (): Promise<unknown> => {
      if (!promise && isWaitedFor) this.#record.operations.push(key);
      if (!isWaitedFor) promise ??= Promise.resolve(this.#answer(label, key));
      promise ??= this.#clock
        .operation(pick(9, seed, key, 'latency'), () => (isFailing ? fail() : this.#answer(label, key)))
        .then((value) => (called.length > 0 ? Promise.all(called).then(([first]) => first) : value));
      return promise;
    };
    return this.#proxy(key, settle);
  }

  /** What calls back is handed values too; what it gives is looked at by who called. */
  #callBack(callback: Callable, label: string): Promise<unknown> {
    const given = ['a', 'b', 'c'].map((name) => this.anything(`${label}.${name}`));
    const made = Promise.resolve().then(() => callback(...given));
    made.catch(() => undefined);
    return made;
  }

  #answer(label: string, key: string): unknown {
    const kind = answerKind(label);
    if (kind === 'truth') return this.#pick(2, key) === 0;
    if (kind === 'number') return this.#pick(10, key);
    return kind === 'maybe' && this.#pick(4, key) === 0 ? undefined : this.anything(key);
  }
}

/** A long label by its beginning and a number for all of it. */
function shortened(label: string): string {
  const end = /\[\d\]\)*$/.exec(label)?.[0] ?? '';
  return label.length < 160 ? label : `${label.slice(0, 100)}…${String(pick(1_000_000_007, label))}${end}`;
}

/** Functions among what is handed over, and among the properties of plain objects there. */
function callbacksIn(parameters: readonly unknown[]): Callable[] {
  const isOwn = (value: unknown): value is Callable => typeof value === 'function' && isWritten(value);
  return parameters.flatMap((parameter) => {
    if (isOwn(parameter)) return [parameter];
    const isPlain =
      typeof parameter === 'object' && parameter !== null && Object.getPrototypeOf(parameter) === Object.prototype;
    return isPlain ? Object.values(parameter).filter(isOwn) : [];
  });
}

/** Whether a function or class is of the snippet, not JavaScript's own or a value of the open world. */
export function isWritten(value: object): boolean {
  return !Function.prototype.toString.call(value).includes('[native code]');
}
