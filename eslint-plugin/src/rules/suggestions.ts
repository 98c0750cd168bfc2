// How a rewrite is offered: its message, and its edits as ESLint applies them.
import type { TSESLint } from '@typescript-eslint/utils';
import type { Form, Rewrite } from '../rewrite/model.js';

const messageOf = {
  all: 'gatherAll',
  'in-order': 'gatherInOrder',
  limiter: 'gatherLimited',
  proposed: 'gatherProposed',
  chunks: 'gatherChunks',
} as const satisfies Record<Form, string>;

export type SuggestionIds = (typeof messageOf)[Form];

/** The messages of the bounded forms, which say what happens on the first failure. */
export const boundedMessages = {
  gatherLimited: 'Run {{size}} iterations at a time through `{{limiter}}`; the first failure rejects {{rest}}.',
  gatherProposed:
    'Run {{size}} iterations at a time through `{{limiter}}`, once it is installed (`npm install {{install}}`); the first failure rejects {{rest}}.',
  gatherChunks:
    'Run {{size}} iterations at a time with `Promise.all`; the first failure rejects and starts no further {{size}}.',
} as const satisfies Partial<Record<SuggestionIds, string>>;

/** A rewrite as a suggestion. */
export function suggestionFor({ form, edits, bound }: Rewrite): TSESLint.SuggestionReportDescriptor<SuggestionIds> {
  return {
    messageId: messageOf[form],
    data: { ...bound, rest: bound?.stops === true ? 'and starts no further one' : 'while those that wait still run' },
    fix: (fixer) => edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text)),
  };
}
