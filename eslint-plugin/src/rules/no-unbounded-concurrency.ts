// The rule `no-unbounded-concurrency`: work for every item of a list at once, however long the data make it.
import { runsInside } from '../facts/promises/callers.js';
import { combinatorsOf } from '../facts/promises/combinators.js';
import { factsOfFanOut, type FanOut, isFanOut } from '../facts/promises/fan-out.js';
import { namesGiven, projectNames } from '../knowledge/project.js';
import { boundedRewrites } from '../rewrite/bounded-combinator.js';
import { chunkSize } from '../rewrite/chunks.js';
import { hostOf } from '../rewrite/limiters.js';
import type { BoundedForm } from '../rewrite/model.js';
import { isUnbounded } from '../verdict/fan-out.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { names } from './name-options.js';
import { boundedMessages, suggestionFor, type SuggestionIds } from './suggestions.js';

interface Options {
  concurrency?: number;
  limited?: readonly string[];
}

export const noUnboundedConcurrency = createRule<[Options?], 'unbounded' | 'byHand' | SuggestionIds<BoundedForm>>({
  name: 'no-unbounded-concurrency',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow combinators that start work for every item of a list at once, however long the list is',
      preset: 'strict',
      chapter: 'bounded-concurrency',
    },
    hasSuggestions: true,
    defaultOptions: [{ concurrency: chunkSize, limited: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          concurrency: {
            type: 'integer',
            minimum: 1,
            description: 'How many may run at a time once a suggestion is applied.',
          },
          limited: names(
            'Functions that hold back by themselves what is too much at a time. A trailing `*` matches every name that begins so.',
          ),
        },
        additionalProperties: false,
      },
    ],
    messages: {
      unbounded:
        '`{{callee}}` is started for every item of `{{list}}` at once, and the data decide how many those are.',
      byHand:
        '`{{callee}}` is started for every item of `{{list}}` at once, and the data decide how many those are. No rewrite is offered, since what is around it has no place for one, or no type for its results.',
      ...boundedMessages,
    },
  },
  check(context) {
    const { sourceCode } = context;
    const project = projectNames();
    const size = context.options[0]?.concurrency ?? chunkSize;
    const limited = namesGiven(context.options[0]?.limited);
    const reported: FanOut[] = [];
    for (const combinator of combinatorsOf(sourceCode).filter(isFanOut)) {
      const facts = factsOfFanOut(sourceCode, project, combinator, limited);
      if (!isUnbounded(facts)) continue;
      // What an outer one does for an item: whether it is still too much shows once that one is bounded.
      if (reported.some(({ input }) => runsInside(sourceCode, combinator.node, input.callback))) continue;
      reported.push(combinator);
      const rewrites = boundedRewrites(sourceCode, combinator, hostOf(context.filename), size);
      reportProved(
        context,
        {
          node: combinator.node.callee,
          messageId: rewrites.length > 0 ? 'unbounded' : 'byHand',
          data: { callee: facts.outgoing?.callee, list: facts.list },
          suggest: rewrites.map(suggestionFor),
        },
        { outgoing: [facts.outgoing?.at] },
      );
    }
  },
});
