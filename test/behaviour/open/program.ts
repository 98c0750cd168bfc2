// Runs a snippet whose functions nobody calls and whose names nobody declares: each function, method and handler of
// it is called once, with values for whatever its parameters are called.
import { JsxEmit, ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Clock } from '../clock.js';
import { moduleFor } from '../modules.js';
import type { Program } from '../simulate.js';
import { type Conditions, globalsOf, type Record } from '../world.js';
import { readScript, type Script } from './script.js';
import { isWritten, type Known, Values } from './values.js';

/** What JavaScript itself gives; all else is a value of the open world. */
const own: ReadonlySet<string> = new Set([
  'Promise', 'Array', 'Object', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Symbol', 'String', 'Number', 'Boolean', 'Math', 'BigInt', 'RegExp',
  'TypeError', 'RangeError', 'SyntaxError', 'AggregateError', 'Proxy', 'Reflect', 'parseInt', 'parseFloat', 'isNaN', 'encodeURIComponent',
  'undefined', 'NaN', 'Infinity', 'Iterator', 'Uint8Array', 'arguments', 'eval',
]); // prettier-ignore

/** Makes the globals of a run, and `values` for what is not among them. */
export type World = (clock: Clock, record: Record, conditions: Conditions) => object;

/** The world of a snippet, the same before and after a rewrite. */
export function openWorld(known: Known): World {
  return (clock, record, conditions) => worldOf(clock, record, conditions, known);
}

function worldOf(clock: Clock, record: Record, conditions: Conditions, known: Known): object {
  const base = globalsOf(clock, record, conditions) as globalThis.Record<string, unknown> & {
    Error: ErrorConstructor;
  };
  const { console, Error: error, escaped, entered, left } = base;
  const values = new Values(clock, record, conditions, error, known);
  const given: globalThis.Record<string, unknown> = { console, Error: error, escaped, entered, left };
  const json = {
    parse: (text: unknown) => values.anything(`parsed(${String(text)})`),
    stringify: (value: unknown) => `${typeof value}:${String(value)}`,
  };
  const names = new Proxy<globalThis.Record<string, unknown>>(
    { ...given, JSON: json },
    {
      has: (_, key) => typeof key === 'string' && !own.has(key) && !key.startsWith('$$'),
      get: (target, key) =>
        typeof key === 'symbol' ? undefined : key in target ? target[key] : values.named(key, key),
    },
  );
  return { names, values };
}

/**
 * Compiles a snippet.
 * @param name its ending chooses the syntax
 * @throws SyntaxError when it cannot be parsed, as a script or as a module
 */
export function compileOpen(text: string, name: string): { program: Program; script: Script } {
  // A module that is loaded later comes from the open world as well.
  const { outputText } = transpileModule(text.replaceAll(/(?<!: |<|typeof )\bimport\(/g, 'importModule('), {
    fileName: name,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: ModuleKind.CommonJS,
      jsx: JsxEmit.React,
      esModuleInterop: true,
      allowJs: true,
    },
  });
  const script = readScript(outputText);
  const isCommonJs = /\brequire\(/.test(text);
  const entries = script.declared.filter((entry) => !/^__|_\d+$/.test(entry));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running programs is what the simulator is for
  const factory = new Function(
    '$$names', '$$this', '$$require', '$$exports',
    `with ($$names) { return (async function (require, exports, module) { ${outputText}\n;return [${entries.map((entry) => `[${JSON.stringify(entry)}, ${entry}]`).join(', ')}]; }).call($$this, $$require, $$exports, { exports: $$exports }); }`,
  ) as (names: object, self: unknown, require: unknown, exports: object) => Promise<[string, unknown][]>; // prettier-ignore
  const program: Program = async (globals) => {
    const { names, values } = globals as { names: object; values: Values };
    const require = (from: string): unknown => (isLimiter(from) ? limiter(from, isCommonJs) : values.anything(from));
    const exports = {};
    const found = await factory(names, values.anything('this'), require, exports);
    const caller = new Caller(values, outputText, script.parameters);
    for (const [entry, value] of [...found, ...Object.entries(exports)]) await caller.enter(entry, value);
    return { results: caller.results, written: values.written() };
  };
  return { program, script };
}

function isLimiter(from: string): boolean {
  return /^(?:p-limit|p-map|p-all|p-queue|async|bluebird|modern-async|es-toolkit|remeda)/.test(from);
}

/** A limiter's package, as `import` or `require` gives it. */
function limiter(from: string, isCommonJs: boolean): unknown {
  const given = moduleFor(from) as { default?: unknown };
  return isCommonJs && typeof given.default === 'function' ? given.default : given;
}

type Called = (...parameters: unknown[]) => unknown;

/** Calls what a snippet declares. */
class Caller {
  readonly results: unknown[] = [];
  readonly #seen = new Set<unknown>();

  constructor(
    readonly values: Values,
    readonly script: string,
    readonly parameters: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** Calls a function, the methods of a class, or the functions in an object. */
  async enter(name: string, value: unknown): Promise<void> {
    if (this.#seen.has(value) || value === null) return;
    if (typeof value === 'function' && !this.script.includes(Function.prototype.toString.call(value))) return;
    this.#seen.add(value);
    if (typeof value === 'function') {
      const text = Function.prototype.toString.call(value);
      if (/^class\b/.test(text)) await this.#enterClass(value as new (...parameters: unknown[]) => object);
      else this.results.push(await this.#drained(this.#call(name, value as Called, this.values.anything('this'))));
    } else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      // gather: sequential -- one call at a time is what is observed
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'function' && this.script.includes(Function.prototype.toString.call(inner)))
          this.results.push(await this.#drained(this.#call(key, inner as Called, value)));
      }
    }
  }

  async #enterClass(made: new (...parameters: unknown[]) => object): Promise<void> {
    let instance: object;
    try {
      instance = new made(...this.#parametersFor('constructor'));
    } catch {
      instance = Object.create(made.prototype as object) as object;
    }
    // What the class does not declare, it has from elsewhere. Private names work on the instance itself alone.
    const isPrivate = /#\w+\b/.test(Function.prototype.toString.call(made));
    const target = isPrivate
      ? instance
      : new Proxy(instance, {
          get: (inner, key, receiver) =>
            typeof key === 'symbol' || key in inner
              ? (Reflect.get(inner, key, receiver) as unknown)
              : this.values.named(key, `this.${key}`),
        });
    // gather: sequential -- one call at a time is what is observed
    for (const [owner, object] of [
      [made.prototype as object, target],
      [made, made],
    ] as const) {
      for (const key of Object.getOwnPropertyNames(owner)) {
        const method: unknown = Object.getOwnPropertyDescriptor(owner, key)?.value;
        if (key === 'constructor' || typeof method !== 'function') continue;
        this.results.push(await this.#drained(this.#call(key, method as Called, object)));
      }
    }
    this.results.push({ ...instance });
  }

  #call(name: string, called: Called, on: unknown): unknown {
    const result: unknown = Reflect.apply(called, on, this.#parametersFor(name));
    return result;
  }

  #parametersFor(name: string): unknown[] {
    return (this.parameters.get(name) ?? []).map((parameter) => this.values.named(parameter, parameter));
  }

  /** What comes of a result: the values of a generator, and what a returned function gives. */
  async #drained(result: unknown): Promise<unknown> {
    const value: unknown = await result;
    if (typeof value === 'function' && isWritten(value)) return this.#drained((value as () => unknown)());
    const isGenerator = Object.prototype.toString.call(value).endsWith('Generator]');
    if (!isGenerator) return value;
    const values: unknown[] = [];
    for await (const one of value as AsyncIterable<unknown>) {
      values.push(one);
      if (values.length > 20) break;
    }
    return values;
  }
}
