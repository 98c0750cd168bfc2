// The rule `prefer-all-settled`: a `Promise.all` whose first failure is told of and then gone past.
import { combinatorsOf } from '../facts/promises/combinators.js';
import { takenOf } from '../facts/promises/taken.js';
import { settledEdits, type WhyNotSettled } from '../rewrite/taken.js';
import { judgeTaken } from '../verdict/taken.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { applying } from './suggestions.js';

const what = {
  failures:
    'Only the first failure is told of here: the other operations run on unnoticed, and what fails of them is lost.',
  values:
    'The first failure loses the values of all the other operations, which run on unnoticed, though the code goes on without it.',
} as const;

const whyNot = {
  place: 'the statement around it has no place for more',
  places: 'each value is read by its place in the list',
  asks: 'what is done with the failure asks it for more than an error made of several has',
} as const satisfies Record<WhyNotSettled, string>;

export const preferAllSettled = createRule({
  name: 'prefer-all-settled',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow `Promise.all` whose first failure is told of and gone past, with the other results lost',
      preset: 'recommended',
      chapter: 'failure-policy',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      ...what,
      byHand: '{{what}} No rewrite is offered, since {{why}}.',
      settleFailures:
        'Wait for all with `Promise.allSettled`, then fail with one `AggregateError` that has every reason.',
      settleValues: 'Wait for all with `Promise.allSettled`, keep the values there are, and tell every reason.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    for (const combinator of combinatorsOf(sourceCode)) {
      const taken = combinator.name === 'all' ? takenOf(sourceCode, combinator) : undefined;
      const verdict = taken && judgeTaken(taken.facts);
      if (!verdict) continue;
      const node = combinator.node.callee;
      const edits = settledEdits(sourceCode, taken);
      const places = { told: [taken.facts.taken.at] };
      if (typeof edits === 'string') {
        const data = { what: what[verdict], why: whyNot[edits] };
        reportProved(context, { node, messageId: 'byHand', data }, places);
      } else {
        const messageId = verdict === 'values' ? 'settleValues' : 'settleFailures';
        const suggest = [{ messageId, fix: applying(edits) }] as const;
        reportProved(context, { node, messageId: verdict, suggest }, places);
      }
    }
  },
});
