// ESLint as a host: one of its versions, with one of the parsers that it may be given.
import { isDeepStrictEqual } from 'node:util';
import type { Linter } from 'eslint';
import plugin from 'eslint-plugin-gather';
import { type Case, type Difference, type Finding, findingsIn } from './cases.js';

/** How ESLint reads a case. */
export interface Reading {
  languageOptions: Linter.LanguageOptions;
  /** The markup around its code. */
  markup?: { before: string; after: string };
}

/** Lints a case, and tells how that differs from what was recorded: in a report, or in a suggestion. */
export function difference(linter: Linter, reading: Reading, each: Case): Difference {
  try {
    const found = lint(linter, reading, each);
    return isDeepStrictEqual(found, each.found) ? undefined : `found ${JSON.stringify(found)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What was found, by places in the code of the case. */
function lint(
  linter: Linter,
  { languageOptions, markup }: Reading,
  { rule, options, language, code }: Case,
): Finding[] {
  const { before, after } = markup ?? { before: '', after: '' };
  const filename = `case.${language}`;
  const config: Linter.Config = {
    files: [`**/${filename}`],
    plugins: { gather: plugin },
    rules: { [`gather/${rule}`]: ['warn', ...options] },
    languageOptions,
  };
  const messages = linter.verify(before + code + after, config, { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return findingsIn(messages).map((finding) => moved(finding, before));
}

/** A finding as it would be without the lines before it. */
function moved({ message, line, endLine, suggestions, ...finding }: Finding, before: string): Finding {
  const lines = before.split('\n').length - 1;
  return {
    ...finding,
    message: message.replace(/(?<=\bline )\d+/gu, (number) => String(Number(number) - lines)),
    line: line - lines,
    ...(endLine !== undefined && { endLine: endLine - lines }),
    suggestions: suggestions.map(({ range: [start, end], ...suggestion }) => ({
      ...suggestion,
      range: [start - before.length, end - before.length],
    })),
  };
}
