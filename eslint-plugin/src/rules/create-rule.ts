// How every rule of Gather is made: with its docs' address, its presets and typed options.
import type { TSESLint } from '@typescript-eslint/utils';
import { isAsynchronous, landmarkListeners } from '../facts/landmarks.js';

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

/** A rule as ESLint takes it. The defaults of its options are ESLint's to apply: it does so once, not at each file. */
export function createRule<Options extends readonly unknown[], MessageIds extends string>({
  name,
  meta,
  check,
}: Written<Options, MessageIds>): TSESLint.RuleModule<MessageIds, Options, RuleDocs> {
  return {
    meta: { ...meta, docs: { ...meta.docs, url: ruleUrl(name) } },
    create(context) {
      const { sourceCode } = context;
      if (!isAsynchronous(sourceCode)) return {};
      const listeners = landmarkListeners(sourceCode);
      return {
        ...listeners,
        'Program:exit'(program) {
          listeners['Program:exit']?.(program);
          check(context);
        },
      };
    },
  };
}

/** A rule as it is written, under its own name. */
interface Written<Options extends readonly unknown[], MessageIds extends string> {
  name: string;
  meta: Omit<TSESLint.RuleMetaData<MessageIds, RuleDocs, Options>, 'docs'> & {
    docs: RuleDocs & Omit<TSESLint.RuleMetaDataDocs, 'url'>;
  };
  /** Looks at a file that may hold anything asynchronous, once ESLint has walked it. */
  check: (context: Readonly<TSESLint.RuleContext<MessageIds, Options>>) => void;
}
