// The rule `no-duplicate-promise`: the same promise, or the same read, twice in the list of one combinator.
import type { TSESTree } from '@typescript-eslint/utils';
import { placeOf } from '../facts/places.js';
import { combinatorsOf } from '../facts/promises/combinators.js';
import { factsOfElements } from '../facts/promises/duplicates.js';
import { calleeNames } from '../facts/syntax.js';
import { isAmong, namesGiven, projectNames } from '../knowledge/project.js';
import { withoutDuplicates } from '../rewrite/duplicates.js';
import { duplicatesIn } from '../verdict/duplicates.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { names } from './name-options.js';
import { applying } from './suggestions.js';

interface Options {
  fresh?: readonly string[];
}

export const noDuplicatePromise = createRule<[Options?], 'samePromise' | 'sameRead' | 'byHand' | 'useOnce'>({
  name: 'no-duplicate-promise',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow the same promise, or the same read, twice in one combinator',
      preset: 'recommended',
      chapter: 'the-same-promise-twice',
    },
    hasSuggestions: true,
    defaultOptions: [{ fresh: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          fresh: names(
            'Functions that answer something else each time they are asked. A trailing `*` matches every name that begins so.',
          ),
        },
        additionalProperties: false,
      },
    ],
    messages: {
      samePromise: '`{{text}}` is in this list already: it runs once, and its result comes twice.',
      sameRead: '`{{text}}` is in this list already: the same is asked twice for one answer.',
      byHand:
        '`{{text}}` is in this list already. No rewrite is offered, since it would move the results behind it, or lose a comment or a type.',
      useOnce: 'Take it once, and use its result for both.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const project = projectNames();
    const fresh = namesGiven(context.options[0]?.fresh);
    const isFresh = (element: TSESTree.Node | null | undefined): boolean =>
      element?.type === 'CallExpression' && isAmong(fresh, calleeNames(element.callee).join('.'));
    for (const combinator of combinatorsOf(sourceCode)) {
      const { input } = combinator;
      if (input?.of !== 'list') continue;
      const found = duplicatesIn(factsOfElements(sourceCode, project, input.elements));
      const duplicates = found.filter(({ index }) => !isFresh(input.elements[index]));
      const [first] = duplicates;
      const node = first && input.elements[first.index];
      const original = first && input.elements[first.of];
      if (!node) continue;
      const edits = withoutDuplicates(sourceCode, combinator, input, duplicates);
      reportProved(
        context,
        {
          node,
          messageId: !edits ? 'byHand' : first.is === 'promise' ? 'samePromise' : 'sameRead',
          data: { text: sourceCode.getText(node) },
          suggest: edits ? [{ messageId: 'useOnce', fix: applying(edits) }] : [],
        },
        { first: [original ? placeOf(original) : undefined] },
      );
    }
  },
});
