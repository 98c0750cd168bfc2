// The cases that all hosts are given: every text that the tests of the rules lint, with what was found there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';

/** A text, linted by one rule. */
export interface Case {
  /** Without the prefix. */
  rule: string;
  options: unknown[];
  /** The narrowest that the code is of. JavaScript may have JSX in it. */
  language: 'js' | 'ts' | 'tsx';
  code: string;
  found: Finding[];
}

/** What a report comes to. Lines and columns are 1-based, offsets and columns in UTF-16 units. */
export interface Finding extends Pick<Linter.LintMessage, 'message' | 'line' | 'column' | 'endLine' | 'endColumn'> {
  /** The texts of the suggestions, and where they go. */
  suggestions: { desc: string; range: readonly [number, number]; text: string }[];
}

/** How a host differs from what was recorded; `undefined` where it does not. */
export type Difference = string | undefined;

/** The findings of a rule among ESLint's messages. */
export function findingsIn(messages: readonly Linter.LintMessage[]): Finding[] {
  return messages
    .filter(({ ruleId }) => ruleId !== null)
    .map(({ message, line, column, endLine, endColumn, suggestions = [] }) => ({
      message,
      line,
      column,
      ...(endLine !== undefined && { endLine }),
      ...(endColumn !== undefined && { endColumn }),
      suggestions: suggestions.map(({ desc, fix: { range, text } }) => ({ desc, range, text })),
    }));
}

/** The variable that names the file which the recorder writes. */
export const recordVariable = 'GATHER_RECORD';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs the tests of the rules, and notes what they lint.
 * @throws when a test fails
 */
export async function recordCases(): Promise<Case[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-cases-'));
  try {
    const file = join(folder, 'cases.json');
    const mocha = join(dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'bin/mocha.js');
    const recorder = fileURLToPath(new URL('record.ts', import.meta.url));
    const args = ['--no-config', '--import=tsx', '--reporter=dot', '--timeout=20000', `--require=${recorder}`];
    const run = spawn(process.execPath, [mocha, ...args, 'test/eslint-plugin/rules/**/*.test.ts'], {
      cwd: root,
      env: { ...process.env, [recordVariable]: file },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(run, 'exit')) as [number | null];
    if (code !== 0) throw new Error('The tests of the rules fail; mend them first.');
    return JSON.parse(await readFile(file, 'utf8')) as Case[];
  } finally {
    await rm(folder, { recursive: true });
  }
}
