// Runs a sample of the documents, and tells what happened: as a picture wants it, and as the tests ask for it.
import { inspect } from 'node:util';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Bar, Lane, Run } from '../../eslint-plugin/src/guide/timeline.js';
import { Clock } from '../../test/behaviour/clock.js';
import { catchUnhandled } from '../../test/behaviour/simulate.js';
import type { Sample } from './samples.js';
import { type Happened, type Operation, type Scene, worldOf } from './world.js';

/** A run as it can be drawn, and what the tests ask of it. */
export interface SampleRun extends Omit<Run, 'label'> {
  /** The calls of its operations, in the order of their start. */
  calls: readonly string[];
  /** The text of what `keeps` names, or of what was returned; `undefined` where it threw. */
  value: string | undefined;
  thrown: unknown;
  /** Messages of rejections without a handler. */
  unhandled: readonly string[];
  /** Messages of failures that were neither thrown, nor shown, nor without a handler. */
  unseen: readonly string[];
  /** The most operations that were in flight at once. */
  peak: number;
  /** Whether it came to its end; if not, `end` is when nothing was in flight any more. */
  isOver: boolean;
}

/**
 * Runs a sample to its end and until nothing is in flight. Functions and classes that it declares and does not use are
 * called, with the variables of their parameters' names.
 * @throws when the sample cannot be parsed
 */
export async function runSample(
  { code, language }: Pick<Sample, 'code' | 'language'>,
  scene: Scene,
): Promise<SampleRun> {
  const clock = new Clock();
  const happened: Happened = { operations: [], seen: [], failures: [] };
  const unhandled: { message: string; at: number }[] = [];
  const program = compile(code, language, scene);
  let end: { at: number; value?: unknown; thrown?: unknown } | undefined;
  const release = catchUnhandled({ push: (message) => unhandled.push({ message, at: clock.now }) });
  try {
    program(worldOf(scene, clock, happened)).then(
      (value) => (end = { at: clock.now, value }),
      (thrown: unknown) => (end = { at: clock.now, thrown: thrown ?? new Error('nothing was thrown') }),
    );
    await clock.runOut();
  } finally {
    release();
  }
  const { at, value, thrown } = end ?? { at: clock.now };
  const [crash] = unhandled;
  const known = [...happened.seen, thrown].flatMap(reasonsOf);
  return {
    lanes: lanesOf(happened.operations, crash?.at ?? at, crash !== undefined, scene, value),
    end: crash?.at ?? at,
    outcome: crash ? 'unhandled' : end && thrown === undefined ? 'done' : 'failed',
    calls: happened.operations.map(({ call }) => call),
    value: thrown === undefined ? inspect(value, { depth: null }) : undefined,
    thrown,
    unhandled: unhandled.map(({ message }) => message),
    unseen: happened.failures
      .filter((failure) => !known.includes(failure) && !unhandled.some(({ message }) => message === failure.message))
      .map(({ message }) => message),
    peak: peakOf(happened.operations),
    isOver: end !== undefined,
  };
}

/** The errors that somebody who is given a value can look at. */
function reasonsOf(value: unknown): unknown[] {
  if (value instanceof AggregateError) return [value, ...value.errors.flatMap(reasonsOf)];
  if (value instanceof Error) return [value, ...reasonsOf(value.cause)];
  return Array.isArray(value) ? value.flatMap(reasonsOf) : [];
}

function compile(code: string, language: string, { keeps }: Scene): (world: object) => Promise<unknown> {
  const program = code.replaceAll(/^import .*;$/gm, '').replaceAll(/^export /gm, '');
  const body = [program, ...usesOf(program), keeps === undefined ? '' : `return ${keeps};`].join('\n;');
  const { outputText } = transpileModule(`async function run() {\n${body}\n}`, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext },
    fileName: `sample.${language}`,
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the documents' code is what this is for
  return new Function('world', `with (world) {\n${outputText}\nreturn run();\n}`) as ReturnType<typeof compile>;
}

/** Calls of the functions and classes that a program declares and does not use. */
function usesOf(program: string): string[] {
  const functions = [...program.matchAll(/^(?:async )?function (\w+)\((.*?)\)/gm)].map(
    ([, name = '', parameters = '']) => ({ name, use: `await ${name}(${namesOf(parameters)});` }),
  );
  const classes = [...program.matchAll(/^class (\w+) \{.*?constructor\((.*?)\)/gms)].map(
    ([, name = '', parameters = '']) => ({ name, use: `new ${name}(${namesOf(parameters)});` }),
  );
  return [...functions, ...classes]
    .filter(({ name }) => program.split(new RegExp(`\\b${name}\\b`)).length === 2)
    .map(({ use }) => use);
}

/** The names of parameters, without their types. */
function namesOf(parameters: string): string {
  return parameters
    .split(',')
    .map((parameter) => parameter.split(':', 1).join(''))
    .join(',');
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
