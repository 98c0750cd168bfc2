// GitHub Actions: workflow commands that become annotations, the worst first, and a summary of all that is found.
// See https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { appendFileSync } from 'node:fs';
import type { Linter } from 'eslint';
import { hasLine, reporterOf } from './kinds.js';
import { text } from './markup.js';
import { Lines, reportPath } from './places.js';
import { repositoryOf } from './repository.js';
import type { FileResult, FormatContext } from './result.js';
import { reportWords } from './words.js';

/** GitHub shows ten errors and ten warnings of a step, and drops the rest without a word. */
const shownOfEach = 10;

interface Finding {
  path: string;
  message: Linter.LintMessage;
  lines: Lines | undefined;
}

/**
 * Formats findings as workflow commands, errors first. In a workflow it also adds the table of all findings to the
 * summary of the step, the file that `GITHUB_STEP_SUMMARY` names.
 */
export default function github(results: readonly FileResult[], context: FormatContext): string {
  const summaryFile = process.env['GITHUB_STEP_SUMMARY'];
  return annotations(results, context) + (summaryFile ? summarized(summaryFile, summary(results, context)) : '');
}

/** Adds to a summary; the workflow command that tells of it where that fails. */
function summarized(file: string, added: string): string {
  try {
    appendFileSync(file, added);
    return '';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `::notice title=Gather::${escaped(`The summary of this step cannot be written: ${reason}`)}\n`;
  }
}

/** The workflow commands alone. */
export function annotations(results: readonly FileResult[], context: FormatContext): string {
  const findings = findingsOf(results, context);
  const shown = [2, 1].flatMap((severity) =>
    findings.filter(({ message }) => message.severity === severity).slice(0, shownOfEach),
  );
  const hidden = findings.length - shown.length;
  const rest = `::notice title=Gather::${escaped(wordsFor(context).hidden(hidden, shownOfEach))}\n`;
  return shown.map(command).join('') + (hidden > 0 ? rest : '');
}

/** Rows of the summary: GitHub takes a mebibyte of a step. */
const maxRows = 1000;

/** The Markdown for the summary of a step: a table with a row a finding, errors first. */
export function summary(results: readonly FileResult[], context: FormatContext): string {
  const findings = findingsOf(results, context).sort((a, b) => b.message.severity - a.message.severity);
  if (findings.length === 0) return '';
  const words = wordsFor(context);
  const rows = findings
    .slice(0, maxRows)
    .map(
      ({ path, message }) =>
        `| ${words.severities[message.severity === 2 ? 2 : 1]} | \`${path.replaceAll(/[`|\r\n]/gu, '')}${hasLine(message) ? `:${String(message.line)}` : ''}\` | ${text(message.message)} | ${reporterOf(message) ?? ''} |\n`,
    );
  const left = findings.length - rows.length;
  const rest = left > 0 ? `\n${words.left(left)}\n` : '';
  return `| | ${words.columns.join(' | ')} |\n| --- | --- | --- | --- |\n${rows.join('')}${rest}\n`;
}

function wordsFor({ locale = 'en' }: FormatContext) {
  return reportWords[locale];
}

/** The findings, with paths from the root of the repository: GitHub knows no other. */
function findingsOf(results: readonly FileResult[], { cwd }: FormatContext): Finding[] {
  const root = repositoryOf(cwd) ?? cwd;
  return results.flatMap(({ filePath, messages, source }) => {
    const lines = source === undefined ? undefined : new Lines(source);
    return messages.map((message) => ({ path: reportPath(filePath, root), message, lines }));
  });
}

function command({ path, message, lines }: Finding): string {
  const properties: Record<string, string | number> = {
    file: path,
    ...place(message, lines),
    title: reporterOf(message) ?? 'not linted',
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(`${value}`)}`);
  return `::${message.severity === 2 ? 'error' : 'warning'} ${listed.join(',')}::${escaped(message.message)}\n`;
}

/** Lines, and columns where they are all on one line: GitHub takes them only then. */
function place(message: Linter.LintMessage, lines: Lines | undefined): Record<string, number> {
  if (!hasLine(message)) return {};
  const [start, end] = lines ? lines.spanOf(message).map((offset) => lines.at(offset)) : [];
  if (!start || !end) return { line: message.line };
  const onLines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...onLines, col: start.column, endColumn: end.column } : onLines;
}

function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(value: string): string {
  return escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
