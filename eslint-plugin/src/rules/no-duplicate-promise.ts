// The rule `no-duplicate-promise`: the same promise, or the same read, twice in the list of one combinator.
import { placeOf } from '../facts/places.js';
import { combinatorsOf } from '../facts/promises/combinators.js';
import { factsOfElements } from '../facts/promises/duplicates.js';
import { projectNames } from '../knowledge/project.js';
import { withoutDuplicates } from '../rewrite/duplicates.js';
import { duplicatesIn } from '../verdict/duplicates.js';
import { createRule } from './create-rule.js';
import { proved } from './evidence.js';
import { applying } from './suggestions.js';

export const noDuplicatePromise = createRule<[], 'samePromise' | 'sameRead' | 'byHand' | 'useOnce'>({
  name: 'no-duplicate-promise',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow the same promise, or the same read, twice in one combinator',
      preset: 'recommended',
      chapter: 'the-same-promise-twice',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      samePromise: '`{{text}}` is in this list already: it runs once, and its result comes twice.',
      sameRead: '`{{text}}` is in this list already: the same is asked twice for one answer.',
      byHand:
        '`{{text}}` is in this list already. No rewrite is offered, since it would move the results behind it, or lose a comment or a type.',
      useOnce: 'Take it once, and use its result for both.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const project = projectNames();
    return {
      Program() {
        for (const combinator of combinatorsOf(sourceCode)) {
          const { input } = combinator;
          if (input?.of !== 'list') continue;
          const duplicates = duplicatesIn(factsOfElements(sourceCode, project, input.elements));
          const [first] = duplicates;
          const node = first && input.elements[first.index];
          const original = first && input.elements[first.of];
          if (!node) continue;
          const edits = withoutDuplicates(sourceCode, combinator, input, duplicates);
          const data = { text: sourceCode.getText(node) };
          if (!edits) context.report({ node, messageId: 'byHand', data });
          else
            context.report({
              node,
              messageId: first.is === 'promise' ? 'samePromise' : 'sameRead',
              data,
              suggest: proved([{ messageId: 'useOnce', fix: applying(edits) }], {
                first: [original ? placeOf(original) : undefined],
              }),
            });
        }
      },
    };
  },
});
