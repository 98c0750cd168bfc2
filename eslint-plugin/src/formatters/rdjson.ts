// Reviewdog's format: findings with their suggestions, which reviewdog posts on a pull request.
// See https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
import type { Linter } from 'eslint';
import { hasLine, reporterOf } from './kinds.js';
import { beyond, changesOf, offerOf } from './offers.js';
import { Lines, reportPath, type Span } from './places.js';
import type { FileResult, FormatContext } from './result.js';

/** A range whose columns count bytes of UTF-8, 1-based, the end excluded. */
interface Range {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

interface Diagnostic {
  message: string;
  location: { path: string; range?: Range };
  severity: 'ERROR' | 'WARNING';
  code?: { value: string; url?: string };
  suggestions?: { range: Range; text: string }[];
}

/** Formats findings as one `DiagnosticResult`. */
export default function rdjson(results: readonly FileResult[], context: FormatContext): string {
  const diagnostics = results.flatMap((result) => {
    const lines = new Lines(result.source ?? '');
    return result.messages.map((message) => diagnostic(message, result, lines, context));
  });
  return `${JSON.stringify({ source: { name: 'eslint', url: 'https://eslint.org' }, diagnostics })}\n`;
}

function diagnostic(
  message: Linter.LintMessage,
  { filePath, source }: FileResult,
  lines: Lines,
  { cwd, rulesMeta, locale = 'en' }: FormatContext,
): Diagnostic {
  // Where reviewdog runs; it finds the root of the repository itself.
  const path = reportPath(filePath, cwd);
  const name = reporterOf(message);
  const url = name && rulesMeta?.[name]?.docs?.url;
  const changes = source === undefined ? [] : changesOf(message, lines);
  const offer = offerOf(changes, lines);
  return {
    message: [message.message, ...beyond(changes, lines, locale)].join('\n\n'),
    location: {
      path,
      ...(source !== undefined && hasLine(message) && { range: rangeOf(lines.spanOf(message), lines) }),
    },
    severity: message.severity === 2 ? 'ERROR' : 'WARNING',
    ...(name && { code: { value: name, ...(url && { url }) } }),
    // One range for all: reviewdog drops each suggestion whose lines are not those of its comment.
    ...(offer && {
      suggestions: offer.choices.map(({ text }) => ({ range: rangeOf(offer.span, lines), text })),
    }),
  };
}

function rangeOf([start, end]: Span, lines: Lines): Range {
  return { start: lines.bytes(start), end: lines.bytes(end) };
}
