// Looks at a parsed text the way a rule does, without being one of the plugin's.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../../eslint-plugin/src/rules/create-rule.js';

/** A rule that reports nothing and hands each program to `look`. */
export function probe(
  look: (source: Readonly<TSESLint.SourceCode>, program: TSESTree.Program) => void,
): TSESLint.RuleModule<never> {
  return createRule({
    name: 'probe',
    meta: {
      type: 'problem',
      schema: [],
      defaultOptions: [],
      messages: {},
      docs: { description: '', preset: 'all', chapter: '' },
    },
    create: ({ sourceCode }) => ({
      Program(program) {
        look(sourceCode, program);
      },
    }),
  });
}
