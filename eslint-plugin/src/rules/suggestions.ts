// How a rewrite is offered: its message, and its edits as ESLint applies them and as formatters find them again.
import type { TSESLint } from '@typescript-eslint/utils';
import type { Bound, Edit, Form, Rewrite } from '../rewrite/model.js';

const messageOf = {
  all: 'gatherAll',
  'in-order': 'gatherInOrder',
  settled: 'gatherSettled',
  limiter: 'gatherLimited',
  proposed: 'gatherProposed',
  chunks: 'gatherChunks',
} as const satisfies Record<Form, string>;

export type SuggestionIds<F extends Form = Form> =
  (typeof messageOf)[F] | (F extends 'all' | 'in-order' ? 'gatherEndless' : never);

/** The messages of the bounded forms, which say what happens on the first failure. */
export const boundedMessages = {
  gatherLimited: 'Run {{size}} at a time through `{{limiter}}`; {{failure}}.',
  gatherProposed: 'Run {{size}} at a time through `{{limiter}}`, once `{{install}}` is installed; {{failure}}.',
  gatherChunks: 'Run {{size}} at a time with `Promise.{{combinator}}`; {{failure}}.',
} as const satisfies Partial<Record<SuggestionIds, string>>;

/** Why nothing is suggested where `Promise.all` would not be that of the language. */
export const anotherPromise = '`Promise` is something else there';

/** A rewrite as a suggestion. */
export function suggestionFor<F extends Form>({
  form,
  edits,
  bound,
  endless,
}: Rewrite<F>): TSESLint.SuggestionReportDescriptor<SuggestionIds<F>> {
  return {
    messageId: (endless ? 'gatherEndless' : messageOf[form]) as SuggestionIds<F>,
    data: { ...bound, ...(bound ? { failure: failureOf(bound) } : {}), edits },
    fix: applying(edits),
  };
}

/** A change as ESLint gives it; a suggestion with what its types do not tell of. */
interface Given {
  fix: Edit;
  data?: { edits?: readonly Edit[] };
}

/**
 * The edits that a suggestion consists of. ESLint makes one of them, which repeats all the code between an import and a
 * loop, so the suggestion carries them along. They are not taken where the processor of a file has moved the one.
 */
export function editsOf({ fix, data }: Given): readonly Edit[] {
  const edits = data?.edits ?? [];
  return edits[0]?.range[0] === fix.range[0] && edits.at(-1)?.range[1] === fix.range[1] ? edits : [fix];
}

/** Edits as a fix for ESLint to apply. */
export function applying(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}

function failureOf({ combinator, limiter, size, stops }: Bound): string {
  if (combinator === 'allSettled') return 'all are settled, as before';
  const rejects = 'the first failure rejects';
  if (limiter === undefined) return `${rejects} and starts no further ${size}`;
  return stops === true ? `${rejects} and starts no further one` : `${rejects} while those that wait still run`;
}
