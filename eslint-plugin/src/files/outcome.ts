// What linting comes to: for one file, and for all of them.
import type { Linter } from 'eslint';
import type { FileResult } from '../formatters/result.js';
import type { LeftOut } from '../lint/engine.js';
import type { Problem } from './walk.js';

/** What became of one file. */
export type FileOutcome =
  | { kind: 'linted'; messages: Linter.LintMessage[]; source: string }
  /** A minifier wrote it, the project's configuration leaves it out, or nothing can read it. */
  | { kind: 'left-out'; why: 'minified' | LeftOut }
  /** It cannot be linted; the reason goes after the path. */
  | { kind: 'problem'; reason: string }
  /** A rule threw. */
  | { kind: 'crash'; reason: string };

/** What linting came to. */
export interface Outcome {
  /** The files with findings, in the order of their paths. */
  results: FileResult[];
  /** What was found and not linted, and why; in the order of their paths. */
  problems: Problem[];
  /** Files on which a rule threw, and what. */
  crashes: Problem[];
  /** How many files were linted, clean ones included. */
  linted: number;
  /** How many files were left out as minified, by the project's configuration, or for want of a parser. */
  minified: number;
  ignored: number;
  parserless: number;
}

/** An outcome of no files yet, with what stood in the way of finding some. */
export function emptyOutcome(problems: readonly Problem[] = []): Outcome {
  return { results: [], problems: [...problems], crashes: [], linted: 0, minified: 0, ignored: 0, parserless: 0 };
}

/** Adds what became of one file. */
export function add(outcome: Outcome, path: string, file: FileOutcome): void {
  switch (file.kind) {
    case 'linted':
      outcome.linted++;
      if (file.messages.length > 0)
        outcome.results.push({ filePath: path, messages: file.messages, source: file.source });
      return;
    case 'left-out':
      outcome[file.why]++;
      return;
    case 'problem':
      outcome.problems.push({ path, reason: file.reason });
      return;
    case 'crash':
      outcome.crashes.push({ path, reason: `made Gather fail: ${file.reason}` });
  }
}

/**
 * The command's exit code: 2 when a rule crashed or nothing was linted, 1 for errors and for more warnings than are
 * allowed, otherwise 0.
 */
export function exitCodeOf({ results, crashes, linted }: Outcome, maxWarnings: number): 0 | 1 | 2 {
  if (crashes.length > 0) return 2;
  const severities = results.flatMap(({ messages }) => messages.map(({ severity }) => severity));
  if (severities.includes(2) || severities.length > maxWarnings) return 1;
  return linted > 0 ? 0 : 2;
}
