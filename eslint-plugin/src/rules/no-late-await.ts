// The rule `no-late-await`: promises whose first handler comes after another await, or after a throw.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Handler } from '../facts/promises/handlers.js';
import { type Held, heldIn } from '../facts/promises/held.js';
import { type LateList, lateListsIn } from '../facts/promises/starters.js';
import type { SourceCode } from '../facts/variables.js';
import { type ProjectNames, projectNames } from '../knowledge/project.js';
import { earlyEdits } from '../rewrite/gap-early.js';
import { togetherEdits } from '../rewrite/gap-together.js';
import { insideEdits, mappedEdits } from '../rewrite/gap.js';
import type { Edit } from '../rewrite/model.js';
import { type Gap, judgeHeld } from '../verdict/gap.js';
import { createRule } from './create-rule.js';
import { applying } from './suggestions.js';

const suggestions = {
  gatherAll: 'Await them together with `Promise.all`, which handles all of them at once; the first failure rejects.',
  gatherMapped: 'Start them by `map` with an async callback, so that nothing is awaited before all are handled.',
  gatherInside: 'Leave the waiting to the combinator, which then handles all of them at once.',
  handleEarly: 'Attach a first handler right behind the start; who awaits it later still gets the rejection.',
} as const;

type Form = keyof typeof suggestions;

export const noLateAwait = createRule<[], 'late' | 'thrown' | 'lateList' | Form>({
  name: 'no-late-await',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow awaiting something else between the start of a promise and its first handler',
      preset: 'recommended',
      chapter: 'rejection-gap',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      late: 'Rejection gap: the first handler of {{names}} comes only behind the `await` in line {{line}}. A rejection before that is unhandled, which ends a Node process.',
      thrown:
        'Rejection gap: {{names}} has no handler where line {{line}} throws. A rejection is unhandled then, which ends a Node process.',
      lateList:
        'Rejection gap: the promises before this `await` are handled only behind it, when the combinator is called. A rejection before that is unhandled, which ends a Node process.',
      ...suggestions,
    },
  },
  create(context) {
    const { sourceCode } = context;
    return {
      Program() {
        const lists = lateListsIn(sourceCode);
        for (const list of lists.filter(({ starts }) => starts)) {
          const edits = insideEdits(sourceCode, list);
          const [first] = list.late;
          if (first)
            context.report({ node: first.awaited, messageId: 'lateList', suggest: suggest(edits, 'gatherInside') });
        }
        for (const { names, gap, node, rewrite } of gapsIn(sourceCode, projectNames(), lists)) {
          const data = { names: names.map((name) => `\`${name}\``).join(', '), line: gap.between.at.line };
          const messageId = gap.between.what === 'throw' ? 'thrown' : 'late';
          context.report({ node, messageId, data, suggest: suggest(rewrite?.edits, rewrite?.form) });
        }
      },
    };
  },
});

function suggest(edits: readonly Edit[] | undefined, form: Form | undefined): TSESLint.ReportSuggestionArray<Form> {
  if (!edits || !form) return [];
  return [
    {
      messageId: form,
      fix: applying(edits),
    },
  ];
}

interface Rewrite {
  form: Form;
  edits: Edit[];
}

/** A start that is handled late. */
interface Late {
  node: TSESTree.Node;
  gap: Gap;
}

/** A report: promises that one rewrite handles in time, or one promise alone. */
interface Report extends Late {
  names: string[];
  rewrite: Rewrite | undefined;
}

function gapsIn(source: SourceCode, project: ProjectNames, lists: readonly LateList[]): Report[] {
  const reports: Report[] = [];
  for (const held of heldIn(source)) {
    const late = held.starts.flatMap(({ node, ways }) => {
      const verdict = judgeHeld({ ...held.facts, ways });
      return verdict.gap ? [{ node, gap: verdict }] : [];
    });
    const [first] = late;
    const list = first && listOf(lists, held, first);
    if (!first || list?.starts) continue;
    const rewrite = rewriteOf(source, project, list, held, [first, ...late.slice(1)]);
    const same = reports.find((report) => rewrite && report.rewrite && isSame(report.rewrite, rewrite));
    if (same) same.names.push(held.facts.name);
    else reports.push({ names: [held.facts.name], ...first, rewrite });
  }
  return reports;
}

function isSame(one: Rewrite, other: Rewrite): boolean {
  return one.edits.every(({ range, text }, index) => {
    const edit = other.edits[index];
    return edit?.range[0] === range[0] && edit.text === text;
  });
}

/** What handles a promise, by its place. */
function takerOf({ handlers }: Held, at: Gap['handler']): Handler | undefined {
  return handlers.find(({ node }) => node.range[0] === at?.start && node.range[1] === at.end);
}

/** The combinator's list that awaits something itself before it handles a promise. */
function listOf(lists: readonly LateList[], held: Held, { gap }: Late): LateList | undefined {
  const taker = takerOf(held, gap.handler);
  return lists.find(({ combinator, late }) => {
    const isBetween = late.some(({ awaited }) => awaited.range[0] === gap.between.at.start);
    return combinator === taker?.node && isBetween;
  });
}

function rewriteOf(
  source: SourceCode,
  project: ProjectNames,
  list: LateList | undefined,
  held: Held,
  late: readonly [Late, ...Late[]],
): Rewrite | undefined {
  const { between, handler } = late[0].gap;
  const isOne = late.every(({ gap }) => gap.between.at.start === between.at.start);
  const taker = takerOf(held, handler);
  const forms: readonly (() => [Form, Edit[] | undefined])[] = [
    () => ['gatherInside', list && insideEdits(source, list)],
    () => ['gatherMapped', held.isList ? mappedEdits(source, project, held) : undefined],
    () => [
      'gatherAll',
      isOne && taker ? togetherEdits(source, project, { held, between: between.at, handler: taker.node }) : undefined,
    ],
    () => [
      'handleEarly',
      earlyEdits(
        source,
        held,
        late.map(({ node, gap }) => ({ node, between: gap.between.at })),
      ),
    ],
  ];
  for (const make of forms) {
    const [form, edits] = make();
    if (edits) return { form, edits };
  }
  return undefined;
}
