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
import type { Format } from './formats.js';

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

/** The text of a report on findings, whose messages are in the language already. */
export function report(results: readonly FileResult[], { format, cwd, color, locale }: Telling): string {
  if (format === 'pretty') return pretty(results, { cwd, color });
  const rules = Object.entries(plugin.rules).map(
    ([name, { meta }]) => [idOf(name), describedIn(locale, name, meta ?? {})] as const,
  );
  const context: FormatContext = { cwd, rulesMeta: Object.fromEntries(rules), locale };
  return machine[format](results, context);
}

/** A line for each rule that found something, the most frequent first, and how many of its findings bring a rewrite. */
export function statistics(results: readonly FileResult[]): string {
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
      return `${String(messages.length).padStart(width)}  ${rule} (${rewritten} with a rewrite)\n`;
    })
    .join('');
}
