// How every rule of Gather is made: with its docs' address, its presets and typed options.
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';

/** What a rule says of itself besides ESLint's own `meta.docs`. */
export interface RuleDocs {
  /** The narrowest preset that switches the rule on; wider ones contain it. */
  preset: 'recommended' | 'strict' | 'all';
  /** The guide's chapter that explains the rule; see `guide/`. */
  chapter: string;
}

/** The address of a rule's documentation page. */
function ruleUrl(name: string): string {
  return `https://github.com/gather-lint/gather/blob/main/eslint-plugin/docs/rules/${name}.md`;
}

export const createRule = RuleCreator<RuleDocs>(ruleUrl);
