// The rule `no-await-in-loop`: loops whose iterations wait for each other for nothing.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from '../facts/loops.js';
import type { Place } from '../facts/model.js';
import { childrenOf, isLoop, type LoopNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { chunkSize } from '../rewrite/chunks.js';
import { rewritesOf } from '../rewrite/loop.js';
import type { Form, Rewrite, WhyNot } from '../rewrite/model.js';
import { judgeLoop } from '../verdict/loop.js';
import type { Concurrent } from '../verdict/model.js';
import { createRule } from './create-rule.js';

const suggestionOf = { all: 'gatherAll', 'in-order': 'gatherInOrder', chunks: 'gatherChunks' } as const satisfies Record<Form, string>;

const reasons: Record<WhyNot, string> = {
  head: 'its head has no counterpart for `map`',
  comments: 'a comment in its head would be lost',
  arguments: '`arguments` would mean the callback’s own',
  hoisted: 'a `var` of its body is used outside of it',
  'outer-variable': 'it uses a variable from outside for each iteration alone: declare that inside the loop first',
  entangled: 'what it awaits and what must stay in order are entangled',
};

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
      reads: 'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently.',
      writes: 'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently, a bounded number at a time since they write.',
      byHand: 'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently. No rewrite is offered, since {{why}}.',
      gatherAll: 'Run all iterations at once with `Promise.all`; the first failure rejects, while the others run on.',
      gatherInOrder: 'Fetch all at once with `Promise.all`, then apply the results in order; the first failure rejects before any is applied.',
      gatherChunks: 'Run {{size}} iterations at a time with `Promise.all`; the first failure rejects and starts no further {{size}}.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return {
      Program(program) {
        for (const { loop, head, verdict } of concurrentLoops(sourceCode, program)) {
          const { rewrites, ...outcome } = rewritesOf(sourceCode, loop, verdict);
          const loc = { start: sourceCode.getLocFromIndex(head.start), end: sourceCode.getLocFromIndex(head.end) };
          if ('why' in outcome) context.report({ loc, messageId: 'byHand', data: { why: reasons[outcome.why] } });
          else context.report({ loc, messageId: verdict.writes ? 'writes' : 'reads', suggest: rewrites.map(suggestion) });
        }
      },
    };
  },
});

function suggestion({ form, edits }: Rewrite) {
  return {
    messageId: suggestionOf[form],
    data: { size: chunkSize },
    fix: (fixer: { replaceTextRange(range: readonly [number, number], text: string): TSESLint.RuleFix }) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text)),
  };
}

interface Found {
  loop: LoopNode;
  head: Place;
  verdict: Concurrent;
}

/** The outermost loops that can run concurrently, in the order of the text. */
function concurrentLoops(source: SourceCode, node: TSESTree.Node): Found[] {
  if (isLoop(node)) {
    const facts = factsOfLoop(source, node);
    const verdict = facts && judgeLoop(facts);
    if (facts && verdict?.concurrent === true) return [{ loop: node, head: facts.head, verdict }];
    // Who says that the order of a loop is meant, means what is inside it too.
    if (verdict?.concurrent === false && verdict.reason === 'stated') return [];
  }
  return childrenOf(node, source.visitorKeys).flatMap((child) => concurrentLoops(source, child));
}
