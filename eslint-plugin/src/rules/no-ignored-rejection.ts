// The rule `no-ignored-rejection`: settled results whose rejections nobody looks at.
import { combinatorsOf } from '../facts/promises/combinators.js';
import { factsOfSettled } from '../facts/promises/settled.js';
import { namesGiven } from '../knowledge/project.js';
import { reasonsTold } from '../rewrite/ignored-reasons.js';
import { judgeSettled } from '../verdict/settled.js';
import { createRule } from './create-rule.js';
import { names } from './name-options.js';
import { applying } from './suggestions.js';

const suggestionOf = { log: 'logReasons', throw: 'throwReasons' } as const;

const what = {
  values: 'Only the fulfilled results are looked at: an operation that rejects goes by unseen.',
  nothing: 'Nobody looks at these settled results: an operation that rejects goes by unseen.',
} as const;

interface Options {
  mayFail?: readonly string[];
}

type MessageIds = keyof typeof what | 'byHand' | (typeof suggestionOf)[keyof typeof suggestionOf];

export const noIgnoredRejection = createRule<[Options?], MessageIds>({
  name: 'no-ignored-rejection',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow `Promise.allSettled` whose rejections nobody looks at',
      preset: 'recommended',
      chapter: 'settled-results',
    },
    hasSuggestions: true,
    defaultOptions: [{ mayFail: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          mayFail: names(
            'Functions whose failure nobody needs to see. A trailing `*` matches every name that begins so.',
          ),
        },
        additionalProperties: false,
      },
    ],
    messages: {
      ...what,
      byHand: '{{what}} No rewrite is offered, since no statement can be put before or behind it.',
      logReasons: 'Log the reason of each operation that rejects; what follows runs as before.',
      throwReasons:
        'Throw one `AggregateError` with the reasons once all have settled; what follows runs only where none rejects.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const mayFail = namesGiven(context.options[0]?.mayFail);
    for (const combinator of combinatorsOf(sourceCode)) {
      if (combinator.name !== 'allSettled') continue;
      const verdict = judgeSettled(factsOfSettled(sourceCode, combinator), mayFail);
      if (!verdict) continue;
      const suggest = (['log', 'throw'] as const).flatMap((telling) => {
        const edits = reasonsTold(sourceCode, combinator.node, telling);
        if (!edits) return [];
        return {
          messageId: suggestionOf[telling],
          fix: applying(edits),
        };
      });
      const node = combinator.node.callee;
      if (suggest.length > 0) context.report({ node, messageId: verdict, suggest });
      else context.report({ node, messageId: 'byHand', data: { what: what[verdict] } });
    }
  },
});
