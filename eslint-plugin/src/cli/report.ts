// The report in the format that the user chose.
import type { Linter } from 'eslint';
import github from '../formatters/github.js';
import json from '../formatters/json.js';
import markdown from '../formatters/markdown.js';
import { pretty } from '../formatters/pretty.js';
import rdjson from '../formatters/rdjson.js';
import type { FileResult, FormatContext, Formatter } from '../formatters/result.js';
import sarif from '../formatters/sarif.js';
import type { Locale } from '../guide/model.js';
import plugin from '../index.js';
import { describedIn } from '../locale/index.js';
import { idOf } from '../rules/rule-id.js';
import { byPath } from '../files/find.js';
import type { Outcome } from '../files/outcome.js';
import type { Problem } from '../files/walk.js';
import type { Format } from './formats.js';
import { summaryWords } from './words.js';

const machine: Record<Exclude<Format, 'pretty'>, Formatter> = { json, sarif, rdjson, github, markdown };

/** How a report is told. */
export interface Telling {
  format: Format;
  /** Absolute; paths are shown relative to it. */
  cwd: string;
  color: boolean;
  /** The language of findings and rules. */
  locale: Locale;
}

/**
 * The text of a report on findings, whose messages are in the language already. A program is told of what was not
 * linted, too, as ESLint tells of a file that cannot be parsed; people read it beside the report.
 */
export function report(
  results: readonly FileResult[],
  unlinted: Pick<Outcome, 'problems' | 'crashes'>,
  { format, cwd, color, locale }: Telling,
): string {
  if (format === 'pretty') return pretty(results, { cwd, color }, locale);
  const all = [
    ...results,
    ...unlinted.problems.map((problem) => failure(problem, 1)),
    ...unlinted.crashes.map((crash) => failure(crash, 2)),
  ].sort((a, b) => byPath({ path: a.filePath }, { path: b.filePath }));
  const rules = Object.entries(plugin.rules).map(
    ([name, { meta }]) => [idOf(name), describedIn(locale, name, meta ?? {})] as const,
  );
  const context: FormatContext = { cwd, rulesMeta: Object.fromEntries(rules), locale };
  return machine[format](all, context);
}

function failure({ path, reason }: Problem, severity: 1 | 2): FileResult {
  const message = `Not linted: it ${reason}`;
  return { filePath: path, messages: [{ ruleId: null, fatal: true, severity, message, line: 0, column: 0 }] };
}

/** A line for each rule that found something, the most frequent first, and how many of its findings bring a rewrite. */
export function statistics(results: readonly FileResult[], locale: Locale): string {
  const byRule = new Map<string, Linter.LintMessage[]>();
  for (const message of results.flatMap(({ messages }) => messages)) {
    const rule = message.ruleId ?? '';
    byRule.set(rule, [...(byRule.get(rule) ?? []), message]);
  }
  const rows = [...byRule].sort(([, a], [, b]) => b.length - a.length);
  const width = Math.max(0, ...rows.map(([, { length }]) => String(length).length));
  return rows
    .map(([rule, messages]) => {
      const rewritten = messages.filter(({ suggestions = [] }) => suggestions.length > 0).length;
      return `${String(messages.length).padStart(width)}  ${rule}${summaryWords[locale].rewritten(rewritten)}\n`;
    })
    .join('');
}
