// The rule `no-late-await`: promises whose first handler comes after another await, or after a throw.
import { placeOf } from '../facts/places.js';
import { startedBy } from '../facts/promises/starters.js';
import { isAmong, namesGiven } from '../knowledge/project.js';
import { latesOf, type LateForm } from '../rewrite/late.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { nameOptions } from './name-options.js';
import { applying } from './suggestions.js';

const suggestions = {
  gatherAll: 'Await them together with `Promise.all`, which handles all of them at once; the first failure rejects.',
  gatherMapped: 'Start them by `map` with an async callback, so that nothing is awaited before all are handled.',
  gatherInside: 'Leave the waiting to the combinator, which then handles all of them at once.',
  handleEarly: 'Attach a first handler before anything else is awaited; who awaits it later still gets the rejection.',
} as const satisfies Record<LateForm, string>;

interface Options {
  waits?: readonly string[];
}

export const noLateAwait = createRule<[Options?], 'late' | 'thrown' | 'lateList' | LateForm>({
  name: 'no-late-await',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow awaiting something else between the start of a promise and its first handler',
      preset: 'recommended',
      chapter: 'rejection-gap',
    },
    hasSuggestions: true,
    defaultOptions: [{ waits: [] }],
    schema: [{ type: 'object', properties: { waits: nameOptions.waits }, additionalProperties: false }],
    messages: {
      late: 'Rejection gap: the first handler of {{names}} comes only behind the `await` in line {{line}}. A rejection before that is unhandled, which ends a Node process.',
      thrown:
        'Rejection gap: {{names}} has no handler where line {{line}} throws. A rejection is unhandled then, which ends a Node process.',
      lateList:
        'Rejection gap: the promises before this `await` are handled only behind it, when the combinator is called. A rejection before that is unhandled, which ends a Node process.',
      ...suggestions,
    },
  },
  check(context) {
    const { sourceCode } = context;
    const waits = namesGiven(context.options[0]?.waits);
    for (const { node, rewrite, held } of latesOf(sourceCode)) {
      if (held && startedBy(sourceCode, node).some((callee) => isAmong(waits, callee))) continue;
      const suggest = rewrite ? [{ messageId: rewrite.form, fix: applying(rewrite.edits) }] : [];
      const places = { between: [held ? held.gap.between.at : placeOf(node)], handler: [held?.gap.handler] };
      if (!held) reportProved(context, { node, messageId: 'lateList', suggest }, places);
      else {
        const { names, gap } = held;
        const data = { names: names.map((name) => `\`${name}\``).join(', '), line: gap.between.at.line };
        const messageId = gap.between.what === 'throw' ? 'thrown' : 'late';
        reportProved(context, { node, messageId, data, suggest }, places);
      }
    }
  },
});
