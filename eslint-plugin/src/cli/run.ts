// Lints files one after another and hands back plain data; formatters make text of it.
import type { Linter } from 'eslint';
import type { FileResult } from '../formatters/result.js';
import type { Disk } from './disk.js';
import { byPath, type Found, type FoundFile } from './files.js';
import { readSource } from './read.js';
import type { Problem } from './walk.js';

/** What linting came to. */
export interface Outcome {
  /** The files with findings, in the order of their paths. */
  results: FileResult[];
  /** What was found and not linted, and why; in the order of their paths. */
  problems: Problem[];
  /** Files on which a rule threw; the reason is the error. */
  crashes: Problem[];
  /** How many files were linted, clean ones included. */
  linted: number;
  /** How many files were left out as minified. */
  minified: number;
}

/** Lints a text under its absolute file name; see `lint/embedded.ts`. */
export type LintText = (text: string, name: string) => Linter.LintMessage[];

/** Lints every file. Never throws: whatever stands against a file is told, and the others are linted. */
export function lintFiles({ files, problems }: Found, lintText: LintText, disk: Disk): Outcome {
  const outcome: Outcome = { results: [], problems: [...problems], crashes: [], linted: 0, minified: 0 };
  for (const file of files) lintFile(file, lintText, disk, outcome);
  outcome.problems.sort(byPath);
  return outcome;
}

function lintFile(file: FoundFile, lintText: LintText, disk: Disk, outcome: Outcome): void {
  const source = readSource(file, disk);
  if (source.kind === 'minified') {
    outcome.minified++;
    return;
  }
  if (source.kind === 'problem') {
    outcome.problems.push({ path: file.path, reason: source.reason });
    return;
  }
  try {
    const messages = lintText(source.text, file.path);
    const unparsable = messages.find((message) => message.fatal);
    if (unparsable) {
      outcome.problems.push({ path: file.path, reason: parseReason(unparsable) });
      return;
    }
    outcome.linted++;
    if (messages.length > 0) outcome.results.push({ filePath: file.path, messages, source: source.text });
  } catch (error) {
    outcome.crashes.push({ path: file.path, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Why a text cannot be parsed, with ESLint's message; to be put after the path. */
export function parseReason({ message, line, column }: Linter.LintMessage): string {
  return `cannot be parsed: ${message.replace(/^Parsing error: /u, '')} (line ${String(line)}, column ${String(column)})`;
}

/** The command's exit code: 2 when a rule crashed or nothing was linted, 1 for findings, 0 when clean. */
export function exitCodeOf({ results, crashes, linted }: Outcome): 0 | 1 | 2 {
  if (crashes.length > 0) return 2;
  if (results.length > 0) return 1;
  return linted > 0 ? 0 : 2;
}
