// Which suggestion of which rule `--fix` applies.
import { closest } from 'fastest-levenshtein';
import type { Linter } from 'eslint';
import plugin from '../index.js';
import { UsageError } from '../files/find.js';
import { ruleOf } from '../rules/rule-id.js';

/** A choice of one suggestion in each finding of a rule. */
export interface Choice {
  /** The edit that a finding's chosen suggestion makes; `undefined` where it has none. */
  of(message: Linter.LintMessage): Linter.LintSuggestion['fix'] | undefined;
  /** The ids of the suggestions that a finding of the rule has. */
  offered: (message: Linter.LintMessage) => string[];
}

/**
 * Reads a choice.
 * @param wanted `RULE` or `RULE:SUGGESTION`: a rule's name with or without `gather/`, and a suggestion by its number,
 *   from 1, or its id; without it the first one, which is the safest
 * @throws UsageError when there is no such rule or suggestion
 */
export function choiceOf(wanted: string): Choice {
  const [, name = '', which = '1'] = /^([^:]*)(?::(.*))?$/su.exec(ruleOf(wanted) ?? wanted) ?? [];
  const rule = new Map(Object.entries(plugin.rules)).get(name);
  if (!rule) throw new UsageError(`There is no rule "${name}"${meant(name, Object.keys(plugin.rules))}`);
  const ids = Object.keys(rule.meta?.messages ?? {});
  const number = /^[1-9]\d*$/u.test(which) ? Number(which) : undefined;
  if (number === undefined && !ids.includes(which))
    throw new UsageError(`The rule "${name}" has no suggestion "${which}"${meant(which, ids)}`);
  const suggestionsOf = ({ ruleId, suggestions = [] }: Linter.LintMessage) =>
    ruleOf(ruleId) === name ? suggestions : [];
  return {
    of(message) {
      const suggestions = suggestionsOf(message);
      const chosen =
        number === undefined ? suggestions.find(({ messageId }) => messageId === which) : suggestions[number - 1];
      return chosen?.fix;
    },
    offered: (message) => suggestionsOf(message).flatMap(({ messageId }) => messageId ?? []),
  };
}

function meant(word: string, known: readonly string[]): string {
  return known.length > 0 ? `: did you mean "${closest(word, known)}"?` : '.';
}
