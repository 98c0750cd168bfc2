// The rule `prefer-as-completed`: results that are all awaited before the first of them is handled.
import { placeOf } from '../facts/places.js';
import { roundsIn } from '../facts/promises/rounds.js';
import { type NameOptions, projectNames } from '../knowledge/project.js';
import { mergedEdit } from '../rewrite/rounds.js';
import { judgeRounds } from '../verdict/rounds.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { nameOptions } from './name-options.js';
import { applying } from './suggestions.js';

const suggestionOf = { reads: 'handleEach', writes: 'handleEachWriting' } as const;

export const preferAsCompleted = createRule<
  [NameOptions?],
  'waits' | 'byHand' | (typeof suggestionOf)['reads' | 'writes']
>({
  name: 'prefer-as-completed',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow awaiting all results before each is handled on its own',
      preset: 'strict',
      chapter: 'as-completed',
    },
    hasSuggestions: true,
    defaultOptions: [{ serial: [], waits: [], safe: [] }],
    schema: [{ type: 'object', properties: nameOptions, additionalProperties: false }],
    messages: {
      waits: 'No result is handled before the slowest is there, though each is handled on its own.',
      byHand:
        'No result is handled before the slowest is there, though each is handled on its own. No rewrite is offered, since not all that both do has a place in one callback.',
      handleEach: 'Handle each result in the callback, as soon as it is there; if one fails, others have been handled.',
      handleEachWriting:
        'Handle each result in the callback, as soon as it is there; if one fails, others have been written, where none would have been before.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const project = projectNames(context.options[0]);
    for (const rounds of roundsIn(sourceCode, project)) {
      const verdict = judgeRounds(rounds);
      if (!verdict) continue;
      const edit = mergedEdit(sourceCode, rounds);
      reportProved(
        context,
        {
          node: rounds.all.callee,
          messageId: edit ? 'waits' : 'byHand',
          suggest: edit ? [{ messageId: suggestionOf[verdict], fix: applying([edit]) }] : [],
        },
        { handled: [placeOf(rounds.statements[1])] },
      );
    }
  },
});
