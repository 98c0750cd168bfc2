// The rule `no-await-in-loop`: loops whose iterations wait for each other for nothing.
import type { TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from '../facts/loops.js';
import { childrenOf, isLoop } from '../facts/syntax.js';
import { judgeLoop } from '../verdict/loop.js';
import type { LoopFacts } from '../facts/model.js';
import type { SourceCode } from '../facts/variables.js';
import type { Verdict } from '../verdict/model.js';
import { createRule } from './create-rule.js';

export const noAwaitInLoop = createRule({
  name: 'no-await-in-loop',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow `await` in loops whose iterations could run concurrently',
      preset: 'recommended',
      chapter: 'sequential-to-concurrent',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      concurrent: 'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently.',
      gather: 'Run the iterations concurrently with `Promise.all`: the first failure rejects at once, while the others run on.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return {
      Program(program) {
        for (const found of outermost(sourceCode, program)) {
          const head = found.facts.head;
          context.report({
            loc: { start: sourceCode.getLocFromIndex(head.start), end: sourceCode.getLocFromIndex(head.end) },
            messageId: 'concurrent',
          });
        }
      },
    };
  },
});

export function outermost(source: SourceCode, node: TSESTree.Node): { facts: LoopFacts; verdict: Verdict }[] {
  if (isLoop(node)) {
    const facts = factsOfLoop(source, node);
    if (facts) {
      const verdict = judgeLoop(facts);
      if (process.env['EXPLAIN']) console.log(`${node.loc.start.line}: ${JSON.stringify(verdict)}`);
      if (verdict.concurrent) return [{ facts, verdict }];
    }
  }
  return childrenOf(node, source.visitorKeys).flatMap((child) => outermost(source, child));
}
