// The messages that no rule reports, told apart.
import type { Linter } from 'eslint';

/**
 * What reports a message: a rule by its id, or ESLint itself, of a comment that is meant for it and does nothing.
 * `undefined` where the message tells that the file was not linted: it is ignored, or `fatal`.
 */
export function reporterOf(message: Linter.LintMessage): string | undefined {
  if (message.ruleId !== null) return message.ruleId;
  return message.fatal !== true && hasLine(message) ? 'eslint/directive' : undefined;
}

/** Whether a message is about a line: one that a file is ignored has none, whatever its type says. */
export function hasLine({ line }: Linter.LintMessage): boolean {
  return line > 0;
}
