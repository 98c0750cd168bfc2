// The rule `no-unhandled-promise-all`: combinators whose rejection nobody gets to handle.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { type Combinator, combinatorsOf } from '../facts/promises/combinators.js';
import { type Arrival, arrivalOf } from '../facts/promises/fates.js';
import { mayReject } from '../facts/promises/rejections.js';
import { hasTypes } from '../facts/types.js';
import type { SourceCode } from '../facts/variables.js';
import { remediesOf, type RemedyForm } from '../rewrite/remedies.js';
import { judgeOutcome, type Loss } from '../verdict/unhandled.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { applying } from './suggestions.js';

const messageOf = {
  dropped: 'dropped',
  unused: 'unused',
  ignored: 'ignored',
  voided: 'voided',
  'past-catch': 'pastCatch',
} as const satisfies Record<Loss, string>;

const suggestionOf = {
  await: 'awaitIt',
  'return-await': 'returnAwait',
  'make-async': 'makeAsync',
  return: 'returnIt',
  pass: 'passOn',
  log: 'logFailure',
  settle: 'settleAndLog',
} as const satisfies Record<RemedyForm, string>;

type MessageIds = (typeof messageOf)[Loss] | (typeof suggestionOf)[RemedyForm];

interface Options {
  ignoreVoid?: boolean;
}

export const noUnhandledPromiseAll = createRule<[Options?], MessageIds>({
  name: 'no-unhandled-promise-all',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow `Promise.all` and its kin where nobody handles the rejection',
      preset: 'recommended',
      chapter: 'rejections-that-go-nowhere',
    },
    hasSuggestions: true,
    defaultOptions: [{ ignoreVoid: true }],
    schema: [
      {
        type: 'object',
        properties: {
          ignoreVoid: {
            type: 'boolean',
            description: 'Whether `void` before a combinator says that its rejection may go nowhere.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      dropped: 'Nobody handles a rejection of this `Promise.{{name}}`: the promise is dropped here.',
      unused: 'Nobody handles a rejection of this `Promise.{{name}}`: the variable that holds it is never read.',
      ignored:
        'Nobody handles a rejection of this `Promise.{{name}}`: `{{by}}` takes no heed of what its callback returns.',
      voided: 'Nobody handles a rejection of this `Promise.{{name}}`: `void` drops the promise, not its rejection.',
      pastCatch:
        'A rejection of this `Promise.{{name}}` goes past the `catch` around it: the function has returned by then.',
      awaitIt: 'Await it: a rejection is thrown here.',
      returnAwait: 'Await it before it is returned: the `catch` gets to see a rejection.',
      makeAsync: 'Make the function `async` and await before it returns: the `catch` gets to see a rejection.',
      returnIt: 'Return it: the chain around waits for it and gets a rejection.',
      passOn: 'Hand a rejection to `{{to}}`.',
      logFailure: 'Log the first rejection.',
      settleAndLog: 'Let each settle with `Promise.allSettled`, and log every rejection.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const ignoresVoid = context.options[0]?.ignoreVoid !== false;
    const seen = new Set<TSESTree.Node>();
    for (const combinator of combinatorsOf(sourceCode)) {
      const arrival = arrivalOf(sourceCode, combinator.node);
      const loss = judgeOutcome({
        fate: arrival.fate,
        // Most are awaited, so that it is not asked.
        get mayReject() {
          return mayReject(sourceCode, combinator);
        },
      });
      // Those of one chain, or one inside the other, are lost together.
      if (!loss || seen.has(arrival.promise)) continue;
      seen.add(arrival.promise);
      if ((loss === 'voided' && ignoresVoid) || (loss === 'dropped' && hasTypes(sourceCode))) continue;
      const { fate } = arrival;
      const places = fate.fate === 'returned' ? { past: [fate.past] } : { lost: [fate.at] };
      reportProved(context, reportOf(sourceCode, combinator, arrival, loss), places);
    }
  },
});

function reportOf(
  source: SourceCode,
  combinator: Combinator,
  arrival: Arrival,
  loss: Loss,
): TSESLint.ReportDescriptor<MessageIds> {
  const { fate } = arrival;
  const by = fate.fate === 'lost' && fate.how === 'ignored' ? fate.by : '';
  return {
    node: combinator.node.callee,
    messageId: messageOf[loss],
    data: { name: combinator.name, by },
    suggest: remediesOf(source, combinator, arrival, loss).map(({ form, edits, to = '' }) => ({
      messageId: suggestionOf[form],
      data: { to },
      fix: applying(edits),
    })),
  };
}
