// Looks at a parsed text the way a rule does, without being one of the plugin's.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A rule that reports nothing and hands each program to `look`. */
export function probe(
  look: (source: Readonly<TSESLint.SourceCode>, program: TSESTree.Program) => void,
): TSESLint.RuleModule<never> {
  return {
    meta: { type: 'problem', schema: [], defaultOptions: [], messages: {} },
    create: ({ sourceCode }) => ({
      Program(program) {
        look(sourceCode, program);
      },
    }),
  };
}
