// What every formatter is given.
import type { ESLint } from 'eslint';

/**
 * The findings in one file: a part of what ESLint hands to its own formatters. `source` is the file's text,
 * absent where ESLint has none. Lines and columns are 1-based, columns in UTF-16 units.
 */
export type FileResult = Pick<ESLint.LintResult, 'filePath' | 'messages' | 'source'>;
