// What every formatter is given, in the shape that ESLint hands to its own.
import type { ESLint, Rule } from 'eslint';

/**
 * The findings in one file: a part of what ESLint hands to its own formatters. `source` is the file's text,
 * absent where ESLint has none. Lines and columns are 1-based, columns in UTF-16 units.
 */
export type FileResult = Pick<ESLint.LintResult, 'filePath' | 'messages' | 'source'>;

/** What ESLint tells a formatter beside the findings. */
export interface FormatContext {
  /** Absolute; where the report is made. */
  cwd: string;
  /** What the rules say of themselves, by their full name. */
  rulesMeta?: Readonly<Record<string, Rule.RuleMetaData>>;
  /** The language of what Gather adds to findings; English without it, as ESLint calls its formatters. */
  locale?: 'en' | 'zh-TW';
}

/** A formatter as ESLint calls it: findings in, the report's text out. */
export type Formatter = (results: readonly FileResult[], context: FormatContext) => string;
