// Executes every rewrite of a program beside the original, under many conditions.
import { differences } from './compare.js';
import { inputsOf } from './inputs.js';
import { pick } from './random.js';
import { type Report, type Rewrite, scriptOf } from './rewrites.js';
import { compile, type Outcome, type Program, simulate } from './simulate.js';
import { calm, type Conditions } from './world.js';

/** What is wrong with a rewrite, with all that is needed to see it again. */
export interface Fault {
  rewrite: Rewrite;
  seed: number;
  conditions: 'calm' | 'one failure' | 'failures';
  count: number;
  differences: string[];
}

/** The seeds from 0 up to `count`. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}

/** The first fault of each rewrite. */
export async function faultsOf(reports: readonly Report[], name: string, chosen: readonly number[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  // gather: sequential -- one program at a time has the process's unhandled rejections
  for (const rewrite of reports.flatMap((report) => report.rewrites)) {
    const fault = await faultOf(rewrite, name, chosen);
    if (fault) faults.push(fault);
  }
  return faults;
}

async function faultOf(rewrite: Rewrite, name: string, chosen: readonly number[]): Promise<Fault | undefined> {
  const before = compile(scriptOf(rewrite.original, name));
  let after: Program;
  try {
    after = compile(scriptOf(rewrite.text, name));
  } catch (error) {
    return { rewrite, seed: 0, conditions: 'calm', count: 0, differences: [String(error)] };
  }
  for (const seed of chosen) {
    const count = pick(15, seed, 'count');
    for (const [conditions, given] of await conditionsFor(before, /Promise\.\w+\(\[/.test(rewrite.text), seed, count)) {
      const [original, rewritten] = await bothRuns([before, after], given, count);
      const found = differences(original, rewritten, rewrite);
      if (found.length > 0) return { rewrite, seed, conditions, count, differences: found };
    }
  }
  return undefined;
}

/** Nothing fails; one operation does; a third of them do. */
async function conditionsFor(
  program: Program,
  listsCalls: boolean,
  seed: number,
  count: number,
): Promise<[Fault['conditions'], Conditions][]> {
  const { operations } = await simulate(program, calm(seed), inputsOf(count));
  // Where a combinator lists its calls, one that throws at once leaves the others' promises without a handler.
  const throwsAtOnce = !listsCalls;
  const victim = operations[pick(Math.max(operations.length, 1), seed, 'victim')];
  return [
    ['calm', calm(seed)],
    ['one failure', { seed, throwsAtOnce, fails: (key) => key === victim }],
    ['failures', { seed, throwsAtOnce, fails: (key) => pick(3, seed, key, 'fails') === 0 }],
  ];
}

/** Runs one after the other: unhandled rejections are the process's. */
function bothRuns(
  [before, after]: readonly [Program, Program],
  given: Conditions,
  count: number,
): Promise<[Outcome, Outcome]> {
  return simulate(before, given, inputsOf(count)).then(async (original) => [
    original,
    await simulate(after, given, inputsOf(count)),
  ]);
}

/** Both runs of a rewrite when nothing fails. */
export function calmRuns(
  { original, text }: Rewrite,
  name: string,
  seed: number,
  count: number,
): Promise<[Outcome, Outcome]> {
  return bothRuns([compile(scriptOf(original, name)), compile(scriptOf(text, name))], calm(seed), count);
}

/** A fault as a test tells it. */
export function tell(text: string, fault: Fault): string {
  const { rewrite, seed, conditions, count } = fault;
  return `${fault.differences.join('\n')}\nseed ${String(seed)}, ${conditions}, ${String(count)} inputs\n--- before\n${text}\n--- after: ${rewrite.title}\n${rewrite.text}`;
}
