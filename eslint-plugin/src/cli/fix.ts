// `--fix`: applies chosen suggestions over a whole tree, shows what changes, and writes only what still parses.
import { accessSync, constants, readFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import type { Linter } from 'eslint';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { reportPath } from '../formatters/places.js';
import type { FileResult } from '../formatters/result.js';
import { carriedOver, type Changed, type ChangedLines, findingsOn } from './changed.js';
import type { Choice } from './choice.js';
import { reasonOf } from '../files/disk.js';
import type { Engine } from '../lint/engine.js';
import { lintSource } from '../files/lint-file.js';
import type { Problem } from '../files/walk.js';

/** What became of the rewriting. */
export interface Fixed {
  /** How many suggestions were applied, and in how many files. */
  suggestions: number;
  files: number;
  /** Files that were left as they are, and why. */
  problems: Problem[];
}

/** How files are rewritten. */
interface Fixing {
  engine: Engine;
  /** Absolute; paths in patches are relative to it. */
  cwd: string;
  /** Where it is given, what is found later is rewritten only on these lines, and on rewritten ones. */
  changed: Changed | undefined;
  /** Whether files are written, or the patches alone are made. */
  write: boolean;
  /** Is given the change of each file as a patch, once it is made. */
  show: (patch: string) => void;
}

/** A rewrite may bring forth another finding, in an outer loop; this many rounds are made. */
const maxRounds = 10;

/**
 * Applies the chosen suggestion of each finding.
 * @param results findings with the text that they are of
 */
export async function fixFiles(
  results: readonly FileResult[],
  choice: Choice,
  { engine, cwd, changed, write, show }: Fixing,
): Promise<Fixed> {
  const fixed: Fixed = { suggestions: 0, files: 0, problems: [] };
  // gather: sequential -- linting is work for the processor, and files are written one by one
  for (const result of results) {
    const { filePath, source = '' } = result;
    const { text, count, broken } = await rewrite(result, choice, changed?.get(filePath) ?? 'all', engine);
    if (count === 0) continue;
    const replaced = broken === undefined ? replaceText(filePath, source, text, write) : { reason: broken };
    if ('reason' in replaced) {
      fixed.problems.push({ path: filePath, reason: `is left as it is: ${replaced.reason}` });
      continue;
    }
    const name = reportPath(filePath, cwd);
    show(createTwoFilesPatch(`a/${name}`, `b/${name}`, replaced.mark + source, replaced.mark + text));
    fixed.suggestions += count;
    fixed.files++;
  }
  return fixed;
}

interface Rewritten {
  text: string;
  count: number;
  /** Why the text cannot be kept. */
  broken?: string;
}

async function rewrite(
  { filePath, messages, source = '' }: FileResult,
  choice: Choice,
  changed: ChangedLines,
  engine: Engine,
): Promise<Rewritten> {
  const state = { text: source, messages, changed, count: 0 };
  for (let round = 0; round < maxRounds; round++) {
    const fixes = disjoint(state.messages.flatMap((message) => choice.of(message) ?? []));
    if (fixes.length === 0) break;
    const before = state.text;
    state.text = applied(before, fixes);
    state.count += fixes.length;
    const outcome = await lintSource(state.text, filePath, engine);
    if (outcome.kind !== 'linted') {
      const reason = 'reason' in outcome ? outcome.reason : outcome.why;
      return { ...state, broken: `with the suggestion applied it ${reason}` };
    }
    state.changed = carriedOver(state.changed, before, state.text);
    state.messages = findingsOn(state.changed, outcome.messages, state.text);
  }
  return state;
}

/** The fixes that do not overlap, from the first in the text on. */
function disjoint(fixes: readonly Linter.LintSuggestion['fix'][]): Linter.LintSuggestion['fix'][] {
  const kept: Linter.LintSuggestion['fix'][] = [];
  for (const fix of [...fixes].sort((a, b) => a.range[0] - b.range[0]))
    if (fix.range[0] >= (kept.at(-1)?.range[1] ?? 0)) kept.push(fix);
  return kept;
}

function applied(text: string, fixes: readonly Linter.LintSuggestion['fix'][]): string {
  return fixes.reduceRight(
    (rest, { range, text: replacement }) => rest.slice(0, range[0]) + replacement + rest.slice(range[1]),
    text,
  );
}

const byteOrderMark = '\uFEFF';

/**
 * Writes a text in place of the one that was linted.
 * @param write whether it is written, or only found out whether it could be
 * @returns the byte order mark that the file has, which may be none, or why it cannot be written
 */
function replaceText(
  path: string,
  before: string,
  after: string,
  write: boolean,
): { mark: string } | { reason: string } {
  try {
    const bytes = readFileSync(path);
    const mark = bytes.toString().startsWith(byteOrderMark) ? byteOrderMark : '';
    if (!bytes.equals(Buffer.from(mark + before))) return { reason: 'it changed meanwhile, or is not saved as UTF-8' };
    // A file that is written anew beside the old one asks for no leave of the old one.
    accessSync(path, constants.W_OK);
    if (write) writeFileAtomic(path, mark + after);
    return { mark };
  } catch (error) {
    return { reason: `it ${reasonOf(error, 'written')}` };
  }
}
