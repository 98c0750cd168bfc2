// The rule `no-sequential-await`: independent awaits in a row, each of which waits for the one before it.
import { type RowPart, rowsOf } from '../facts/runs.js';
import type { AwaitNode } from '../facts/sequence.js';
import { type SideBySide, sideBySideOf } from '../facts/side-by-side.js';
import { leavesOf } from '../facts/steps.js';
import { type NameOptions, projectNames } from '../knowledge/project.js';
import { sideBySideEdits } from '../rewrite/side-by-side.js';
import { type Run, togetherOf } from '../rewrite/together.js';
import { judgePair, judgeParts } from '../verdict/sequence.js';
import { createRule } from './create-rule.js';
import { nameOptions } from './name-options.js';

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
        'These {{count}} awaits do not need each other, yet each waits for the one before it: they can run concurrently. No rewrite is offered, since not all that stands around them could be kept.',
      gatherAll: 'Await them together with `Promise.all`; the first failure rejects, while the others run on.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const options = context.options[0];
    const project = projectNames(options);
    return {
      Program() {
        for (const run of rowsOf(sourceCode, project).flatMap(runsIn)) {
          const edit = togetherOf(sourceCode, run);
          const [first] = run.awaits;
          const data = { count: run.awaits.length };
          if (!first) continue;
          if (!edit) context.report({ node: first.statement, messageId: 'byHand', data });
          else
            context.report({
              node: first.statement,
              messageId: 'sequential',
              data,
              suggest: [{ messageId: 'gatherAll', fix: (fixer) => fixer.replaceTextRange([...edit.range], edit.text) }],
            });
        }
        for (const found of sideBySideOf(sourceCode, project).filter(isTogether)) {
          const edits = sideBySideEdits(sourceCode, found);
          const data = { count: found.awaits.length };
          if (!edits) context.report({ node: found.around, messageId: 'byHand', data });
          else
            context.report({
              node: found.around,
              messageId: 'sequential',
              data,
              suggest: [
                {
                  messageId: 'gatherAll',
                  fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text)),
                },
              ],
            });
        }
      },
    };
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

/** The groups of a row that may run together, each as long as it can be. */
function runsIn(row: readonly RowPart[]): Run[] {
  const runs: Run[] = [];
  let run = emptyRun();
  const close = (): void => {
    if (run.awaits.length > 1) runs.push(run);
    run = emptyRun();
  };
  let between: RowPart[] = [];
  for (const part of row) {
    if (!('node' in part)) {
      between.push(part);
      continue;
    }
    const extended = run.awaits.length > 0 ? extend(run, between, part) : undefined;
    if (!extended) close();
    run = extended ?? { ...emptyRun(), awaits: [part] };
    between = [];
  }
  close();
  return runs;
}

function emptyRun(): Run {
  return { awaits: [], before: [], after: [] };
}

/** The run with one await more, or `undefined` where that one must wait. */
function extend(
  run: Run,
  between: readonly RowPart[],
  next: { statement: Run['awaits'][number]['statement']; node: AwaitNode },
): Run | undefined {
  if (!run.awaits.every(({ node }) => judgePair(node.facts, next.node.facts).together)) return undefined;
  const late = new Set(run.awaits.flatMap(({ node }) => node.facts.declares));
  const before = [...run.before];
  const after = [...run.after];
  for (const part of between) {
    if (!('computes' in part)) continue;
    // What it looks at must be a value of the run's own: an await that is moved past it might change anything else.
    if (!part.computes.looksAt.every((identity) => late.has(identity))) return undefined;
    const needsValue = part.computes.uses.some((identity) => late.has(identity));
    (needsValue ? after : before).push(part.statement);
    if (needsValue) for (const identity of part.computes.declares) late.add(identity);
  }
  return next.node.facts.uses.some((identity) => late.has(identity))
    ? undefined
    : { awaits: [...run.awaits, next], before, after };
}
