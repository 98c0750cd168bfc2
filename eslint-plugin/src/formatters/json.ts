// The findings as data, in the shape of ESLint's own `json` format.
import type { ESLint } from 'eslint';
import type { FileResult } from './result.js';

/** Formats findings as an array with an entry a file that has some. */
export default function json(results: readonly FileResult[]): string {
  return `${JSON.stringify(results.map(inFull))}\n`;
}

function inFull({ filePath, messages, source }: FileResult): ESLint.LintResult {
  const count = (severity: 1 | 2): number => messages.filter((message) => message.severity === severity).length;
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: count(2),
    fatalErrorCount: messages.filter(({ fatal }) => fatal).length,
    warningCount: count(1),
    fixableErrorCount: messages.filter(({ severity, fix }) => severity === 2 && fix).length,
    fixableWarningCount: messages.filter(({ severity, fix }) => severity === 1 && fix).length,
    usedDeprecatedRules: [],
    ...(source !== undefined && { source }),
  };
}
