// Executes every rewrite of a program beside the original, under many conditions.
import { differences } from './compare.js';
import { inputsOf } from './inputs.js';
import { pick } from './random.js';
import { type Report, type Rewrite, scriptOf } from './rewrites.js';
import { compile, type Outcome, simulate } from './simulate.js';
import { calm, type Conditions } from './world.js';

/** What is wrong with a rewrite, with all that is needed to see it again. */
export interface Fault {
  rewrite: Rewrite;
  seed: number;
  conditions: 'calm' | 'one failure' | 'failures';
  count: number;
  differences: string[];
}

/** From so many operations on, a run is made with fewer inputs. */
const longRun = 300;

/** The seeds from 0 up to `count`. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}

/** The first fault of the rewrites of a program, if there is one. */
export async function faultOf(
  reports: readonly Report[],
  name: string,
  chosen: readonly number[],
  run: Run = runOf,
): Promise<Fault | undefined> {
  for (const report of reports) {
    for (const seed of chosen) {
      const fault = await faultUnder(report, name, seed, run);
      if (fault) return fault;
    }
  }
  return undefined;
}

async function faultUnder(
  { original, rewrites }: Report,
  name: string,
  seed: number,
  run: Run,
): Promise<Fault | undefined> {
  const full = pick(15, seed, 'count');
  const all = await run(original, name, calm(seed), full);
  // Nested loops show on a few items what they do.
  const isLong = all.operations.length > longRun;
  const count = isLong ? 3 : full;
  const quiet = isLong ? await run(original, name, calm(seed), count) : all;
  for (const [conditions, given] of conditionsFor(quiet, rewrites, seed)) {
    const before = conditions === 'calm' ? quiet : await run(original, name, given, count);
    for (const rewrite of rewrites) {
      const found = differences(before, await run(rewrite.text, name, given, count), rewrite);
      if (found.length > 0) return { rewrite, seed, conditions, count, differences: found };
    }
  }
  return undefined;
}

/** Runs a program. */
export type Run = (text: string, name: string, conditions: Conditions, count: number) => Promise<Outcome>;

/** One run of a program. */
export function runOf(text: string, name: string, conditions: Conditions, count: number): Promise<Outcome> {
  return simulate(compile(scriptOf(text, name)), conditions, inputsOf(count));
}

/** Nothing fails; one operation of those that a calm run did does; a third of all do. */
function conditionsFor(
  { operations }: Outcome,
  rewrites: readonly Rewrite[],
  seed: number,
): [Fault['conditions'], Conditions][] {
  // Where a combinator lists its calls, one that throws at once leaves the others' promises without a handler.
  const throwsAtOnce = !rewrites.some(({ text }) => /Promise\.\w+\(\[/.test(text));
  const victim = operations[pick(Math.max(operations.length, 1), seed, 'victim')];
  return [
    ['calm', calm(seed)],
    ['one failure', { seed, throwsAtOnce, fails: (key) => key === victim }],
    ['failures', { seed, throwsAtOnce, fails: (key) => pick(3, seed, key, 'fails') === 0 }],
  ];
}

/** A fault as a test tells it. */
export function tell(text: string, fault: Fault): string {
  const { rewrite, seed, conditions, count } = fault;
  return `${fault.differences.join('\n')}\nseed ${String(seed)}, ${conditions}, ${String(count)} inputs\n--- before\n${text}\n--- after: ${rewrite.title}\n${rewrite.text}`;
}
