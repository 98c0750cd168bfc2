// The rule `no-sequential-await`: independent awaits in a row, each of which waits for the one before it.
import type { TSESTree } from '@typescript-eslint/utils';
import { seesPromise } from '../facts/promises/combinators.js';
import { rowsOf } from '../facts/runs.js';
import { type SideBySide, sideBySideOf } from '../facts/side-by-side.js';
import { leavesOf } from '../facts/steps.js';
import { type NameOptions, projectNames } from '../knowledge/project.js';
import { isAwaitedWithLate } from '../rewrite/late.js';
import type { Edit } from '../rewrite/model.js';
import { sideBySideEdits } from '../rewrite/side-by-side.js';
import { runsIn, type Together } from '../rewrite/runs.js';
import { togetherOf } from '../rewrite/together.js';
import { areTogether, judgeParts } from '../verdict/sequence.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { nameOptions } from './name-options.js';
import { anotherPromise, applying } from './suggestions.js';

export const noSequentialAwait = createRule<[NameOptions?], 'sequential' | 'byHand' | 'gatherAll'>({
  name: 'no-sequential-await',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow independent `await`s in a row that could run concurrently',
      preset: 'recommended',
      chapter: 'sequential-to-concurrent',
    },
    hasSuggestions: true,
    defaultOptions: [{ serial: [], waits: [], safe: [] }],
    schema: [{ type: 'object', properties: nameOptions, additionalProperties: false }],
    messages: {
      sequential:
        'These {{count}} awaits do not need each other, yet each waits for the one before it: they can run concurrently.',
      byHand:
        'These {{count}} awaits do not need each other, yet each waits for the one before it: they can run concurrently. No rewrite is offered, since {{why}}.',
      gatherAll: 'Await them together with `Promise.all`; the first failure rejects, while the others run on.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const options = context.options[0];
    const project = projectNames(options);
    const together: Together = (first, second) => areTogether(first.facts, second.facts);
    for (const run of rowsOf(sourceCode, project).flatMap((row) => runsIn(row, together))) {
      const [first] = run.awaits;
      const last = run.awaits.at(-1);
      // Who closes a rejection gap awaits them together as well: `no-late-await` has them.
      if (!first || !last || isAwaitedWithLate(sourceCode, [first.statement.range[0], last.statement.range[1]]))
        continue;
      const edit = togetherOf(sourceCode, run);
      report(first.statement, run.awaits, edit && [edit]);
    }
    for (const found of sideBySideOf(sourceCode, project).filter(isTogether)) {
      if (isAwaitedWithLate(sourceCode, found.around.range)) continue;
      report(found.around, found.awaits, sideBySideEdits(sourceCode, found));
    }

    function report(
      node: TSESTree.Node,
      awaits: readonly Pick<SideBySide['awaits'][number], 'node'>[],
      found: readonly Edit[] | undefined,
    ): void {
      const isPromise = seesPromise(sourceCode, node);
      const edits = isPromise ? found : undefined;
      const why = isPromise ? 'not all that stands around them could be kept' : anotherPromise;
      reportProved(
        context,
        {
          node,
          messageId: edits ? 'sequential' : 'byHand',
          data: { count: awaits.length, ...(edits ? {} : { why }) },
          suggest: edits ? [{ messageId: 'gatherAll', fix: applying(edits) }] : [],
        },
        { waits: awaits.map((each) => each.node.facts.at) },
      );
    }
  },
});

/** Whether awaits side by side may all run together. */
function isTogether({ awaits, hasOthers }: SideBySide): boolean {
  const writes = awaits.some(({ node }) => leavesOf(node.facts.steps).some(({ kind }) => kind === 'write'));
  if (hasOthers && writes) return false;
  return awaits.every(({ node }, index) =>
    awaits.slice(index + 1).every((other) => judgeParts(node.facts, other.node.facts).together),
  );
}
