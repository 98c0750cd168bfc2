// One run of a snippet in the open world.
import { type Outcome, simulate } from '../simulate.js';
import type { Conditions } from '../world.js';
import { compileOpen, openWorld } from './program.js';
import type { Known } from './values.js';

/** Programs run many times in a row. */
const compiled = new Map<string, ReturnType<typeof compileOpen>>();

function compiledOf(text: string, name: string): ReturnType<typeof compileOpen> {
  const key = `${name}\n${text}`;
  const made = compiled.get(key) ?? compileOpen(text, name);
  if (compiled.size > 50) compiled.clear();
  compiled.set(key, made);
  return made;
}

/** What the text of a snippet tells. */
export function readSnippet(text: string, name: string): Known['script'] {
  return compiledOf(text, name).script;
}

/** Runs all that a snippet declares, in the world of what is known of the original. */
export function runOpen(text: string, name: string, conditions: Conditions, known: Known): Promise<Outcome> {
  return simulate(compiledOf(text, name).program, conditions, [], openWorld(known));
}
