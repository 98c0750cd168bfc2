// The rule `prefer-abort-on-failure`: groups that are all or nothing, whose calls would stop at a signal and get none.
import { placeOf } from '../facts/places.js';
import { combinatorsOf } from '../facts/promises/combinators.js';
import { groupOf } from '../facts/promises/signals.js';
import { namesGiven } from '../knowledge/project.js';
import { abortEdits } from '../rewrite/abort.js';
import { judgeGroup } from '../verdict/abort.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { names } from './name-options.js';
import { applying } from './suggestions.js';

interface Options {
  runsOn?: readonly string[];
}

export const preferAbortOnFailure = createRule<[Options?], 'runsOn' | 'byHand' | 'abort'>({
  name: 'prefer-abort-on-failure',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require a signal for what `Promise.all` runs, so that the first failure stops the others',
      preset: 'strict',
      chapter: 'fail-one-cancel-all',
    },
    hasSuggestions: true,
    defaultOptions: [{ runsOn: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          runsOn: names(
            'Functions that are better left to run on than stopped halfway. A trailing `*` matches every name that begins so.',
          ),
        },
        additionalProperties: false,
      },
    ],
    messages: {
      runsOn:
        'When one of these fails, the others run on for nothing: no signal reaches {{callees}}, which would stop at one.',
      byHand:
        'When one of these fails, the others run on for nothing: no signal reaches {{callees}}, which would stop at one. No rewrite is offered, since no statement can stand before.',
      abort: 'Stop the others at the first failure, by an `AbortController` whose signal they get.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const runsOn = namesGiven(context.options[0]?.runsOn);
    for (const combinator of combinatorsOf(sourceCode)) {
      const group = groupOf(sourceCode, combinator, runsOn);
      const verdict = group && judgeGroup(group.facts);
      if (!group || !verdict?.abort) continue;
      const edits = abortEdits(sourceCode, combinator.node, group.slots);
      const callees = [...new Set(verdict.runOn.map(({ callee }) => `\`${callee}\``))].join(', ');
      reportProved(
        context,
        {
          node: combinator.node.callee,
          messageId: edits ? 'runsOn' : 'byHand',
          data: { callees },
          suggest: edits ? [{ messageId: 'abort', fix: applying(edits) }] : [],
        },
        { stops: group.slots.map(({ call }) => placeOf(call)) },
      );
    }
  },
});
