// Tries a snippet: whether it runs at all in the open world, and what is wrong with its suggestions if it does.
import { faultOf, seeds, tell } from '../check.js';
import { type Report, reportsOn } from '../rewrites.js';
import { calm } from '../world.js';
import { readSnippet, runOpen } from './run.js';
import type { Snippet } from './snippets.js';
import type { Known } from './values.js';

/** Nothing is suggested; it cannot be run, and why; or it ran. */
export type Trial = 'nothing' | { cannot: string } | { fault: string | undefined };

const chosen = seeds(3);

/** In how many worlds a snippet is tried, one after the other, until it runs. */
const worlds = 12;

/** Runs the suggestions for a snippet beside it. */
export async function tryOut({ code, name }: Snippet): Promise<Trial> {
  const reports = suggestedOn(code, name);
  if (reports === undefined) return { cannot: 'it is only a part of a file' };
  if (reports.length === 0) return 'nothing';
  const script = scriptIn(code, name);
  if (!script) return { cannot: 'JavaScript does not take it' };
  let trial: Trial = 'nothing';
  for (let world = 0; world < worlds; world++) {
    trial = await tryIn({ script, world }, code, name, reports);
    if (!('cannot' in trial)) return trial;
  }
  return trial;
}

async function tryIn(
  start: Known,
  code: string,
  name: string,
  reports: readonly Report[],
): Promise<Exclude<Trial, 'nothing'>> {
  const quiet = await runOpen(code, name, calm(0), start);
  const { thrown } = quiet;
  if (thrown !== undefined) return { cannot: thrown.startsWith('too many') ? 'it never ends' : `it throws: ${thrown}` };
  if (quiet.operations.length === 0) return { cannot: 'nothing that it awaits is reached' };
  const known = { ...start, waits: new Set(quiet.operations) };
  const fault = await faultOf(reports, name, chosen, (text, given, conditions) =>
    runOpen(text, given, conditions, known),
  );
  if (fault) return { fault: tell(code, fault) };
  for (const { title, text } of reports.flatMap(({ rewrites }) => rewrites)) {
    const before = await runOpen(code, name, calm(0), known);
    const after = await runOpen(text, name, calm(0), known);
    // Something else in the snippet may have the peak already.
    if (after.peak <= before.peak && after.time >= before.time) return { cannot: `no two operations meet: ${title}` };
  }
  return { fault: undefined };
}

/** The reports with suggestions; `undefined` for a text that cannot be parsed. */
function suggestedOn(code: string, name: string): ReturnType<typeof reportsOn> | undefined {
  try {
    return reportsOn(code, name).filter(({ rewrites }) => rewrites.length > 0);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What is known of the script; `undefined` where only a linter's parser lets it pass. */
function scriptIn(code: string, name: string): Known['script'] | undefined {
  try {
    return readSnippet(code, name);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
