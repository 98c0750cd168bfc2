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
export async function faultsOf(
  reports: readonly Report[],
  name: string,
  chosen: readonly number[],
  count?: number,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  // gather: sequential -- one program at a time has the process's unhandled rejections
  for (const rewrite of reports.flatMap((report) => report.rewrites)) {
    const fault = await faultOf(rewrite, name, chosen, count);
    if (fault) faults.push(fault);
  }
  return faults;
}

async function faultOf(
  rewrite: Rewrite,
  name: string,
  chosen: readonly number[],
  fixed?: number,
): Promise<Fault | undefined> {
  const before = compile(scriptOf(rewrite.original, name));
  let after: Program;
  try {
    after = compile(scriptOf(rewrite.text, name));
  } catch (error) {
    return { rewrite, seed: 0, conditions: 'calm', count: 0, differences: [String(error)] };
  }
  for (const seed of chosen) {
    const count = fixed ?? pick(15, seed, 'count');
    for (const [conditions, given] of await conditionsFor(before, /Promise\.\w+\(\[/.test(rewrite.text), seed, count)) {
      const found = differences(
        await simulate(before, given, inputsOf(count)),
        await simulate(after, given, inputsOf(count)),
        rewrite,
      );
      if (found.length > 0) return { rewrite, seed, conditions, count, differences: found };
    }
  }
  return undefined;
}

/** Nothing fails; one operation does; a third of them do. */
async function conditionsFor(
  program: Program,
  usesCombinator: boolean,
  seed: number,
  count: number,
): Promise<[Fault['conditions'], Conditions][]> {
  const { operations } = await simulate(program, calm(seed), inputsOf(count));
  // Beside a combinator of the program's own, what throws at once leaves the other promises alone: its own affair.
  const throwsAtOnce = !usesCombinator;
  const victim = operations[pick(Math.max(operations.length, 1), seed, 'victim')];
  return [
    ['calm', calm(seed)],
    ['one failure', { seed, throwsAtOnce, fails: (key) => key === victim }],
    ['failures', { seed, throwsAtOnce, fails: (key) => pick(3, seed, key, 'fails') === 0 }],
  ];
}

/** Both runs of a rewrite when nothing fails. */
export function calmRuns(rewrite: Rewrite, name: string, seed: number, count: number): Promise<[Outcome, Outcome]> {
  const run = (text: string): Promise<Outcome> => simulate(compile(scriptOf(text, name)), calm(seed), inputsOf(count));
  return run(rewrite.original).then(async (before) => [before, await run(rewrite.text)]);
}

/** A fault as a test tells it. */
export function tell(text: string, fault: Fault): string {
  const { rewrite, seed, conditions, count } = fault;
  return `${fault.differences.join('\n')}\nseed ${String(seed)}, ${conditions}, ${String(count)} inputs\n--- before\n${text}\n--- after: ${rewrite.title}\n${rewrite.text}`;
}
