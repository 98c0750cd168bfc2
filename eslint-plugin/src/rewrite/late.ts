// The rejection gaps of a file, each with the rewrite that closes it.
import type { TSESTree } from '@typescript-eslint/utils';
import { seesPromise } from '../facts/promises/combinators.js';
import type { Handler } from '../facts/promises/handlers.js';
import { type Held, heldIn } from '../facts/promises/held.js';
import { type LateList, lateListsIn } from '../facts/promises/starters.js';
import type { LoopNode } from '../facts/syntax.js';
import { oncePerFile, type SourceCode } from '../facts/variables.js';
import { type ProjectNames, projectNames } from '../knowledge/project.js';
import { type Gap, judgeHeld } from '../verdict/gap.js';
import { earlyEdits } from './gap-early.js';
import { togetherEdits } from './gap-together.js';
import { insideEdits, mappedEdits } from './gap.js';
import type { Edit } from './model.js';

/** One combinator for all, a `map` in place of the loop, the list without its awaits, or a handler behind the start. */
export type LateForm = 'gatherAll' | 'gatherMapped' | 'gatherInside' | 'handleEarly';

interface Rewrite {
  form: LateForm;
  edits: Edit[];
}

/** Promises that are handled late, which one rewrite handles in time. */
export interface Late {
  node: TSESTree.Node;
  rewrite: Rewrite | undefined;
  /** What holds them; `undefined` where they stand in the list of a combinator. */
  held: { names: string[]; gap: Gap } | undefined;
}

type LateHeld = Late & { held: NonNullable<Late['held']> };

/** The promises of a file that are handled late, each report's once. */
export const latesOf = oncePerFile((source): readonly Late[] => {
  const lists = lateListsIn(source);
  return [...lists.flatMap((list) => ofList(source, list)), ...heldLate(source, projectNames(), lists)];
});

function ofList(source: SourceCode, list: LateList): Late[] {
  const [first] = list.late;
  if (!list.starts || !first) return [];
  const edits = insideEdits(source, list);
  return [{ node: first.awaited, rewrite: edits && { form: 'gatherInside', edits }, held: undefined }];
}

/** Whether a loop pushes promises beside an await of its own: whoever handles them behind it does so too late. */
export function pushesLate(source: SourceCode, { range }: LoopNode): boolean {
  return latesOf(source).some(({ node, held }) => {
    if (!held || !isWithin(node.range, range)) return false;
    const { between, handler } = held.gap;
    return isWithin([between.at.start, between.at.end], range) && handler !== undefined && handler.start >= range[1];
  });
}

/** Whether a rewrite that closes a gap awaits together what stands at a place. */
export function isAwaitedWithLate(source: SourceCode, [start, end]: Edit['range']): boolean {
  return latesOf(source).some(
    ({ rewrite }) =>
      rewrite &&
      rewrite.form !== 'handleEarly' &&
      rewrite.edits.some(({ range: [from, to] }) => from < end && to > start),
  );
}

function isWithin([start, end]: Edit['range'], [from, to]: Edit['range']): boolean {
  return start >= from && end <= to;
}

/** A start that is handled late. */
interface Start {
  node: TSESTree.Node;
  gap: Gap;
}

function heldLate(source: SourceCode, project: ProjectNames, lists: readonly LateList[]): LateHeld[] {
  const found: LateHeld[] = [];
  for (const held of heldIn(source)) {
    const late = held.starts.flatMap(({ node, ways }) => {
      const verdict = judgeHeld({ ...held.facts, ways });
      return verdict.gap ? [{ node, gap: verdict }] : [];
    });
    const [first] = late;
    const list = first && listOf(lists, held, first);
    if (!first || list?.starts) continue;
    const rewrite = rewriteOf(source, project, list, held, [first, ...late.slice(1)]);
    const same = found.find((other) => rewrite && other.rewrite && isSame(other.rewrite, rewrite));
    if (same) same.held.names.push(held.facts.name);
    else found.push({ node: first.node, rewrite, held: { names: [held.facts.name], gap: first.gap } });
  }
  return found;
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
function listOf(lists: readonly LateList[], held: Held, { gap }: Start): LateList | undefined {
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
  late: readonly [Start, ...Start[]],
): Rewrite | undefined {
  const { between, handler } = late[0].gap;
  const isOne = late.every(({ gap }) => gap.between.at.start === between.at.start);
  const taker = takerOf(held, handler);
  const mayGather = seesPromise(source, late[0].node);
  const forms: readonly (() => [LateForm, Edit[] | undefined])[] = [
    () => ['gatherInside', list && insideEdits(source, list)],
    () => ['gatherMapped', held.isList ? mappedEdits(source, project, held) : undefined],
    () => [
      'gatherAll',
      isOne && taker && mayGather
        ? togetherEdits(source, project, { held, between: between.at, handler: taker.node })
        : undefined,
    ],
    () => [
      'handleEarly',
      held.isList && !mayGather
        ? undefined
        : earlyEdits(
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
