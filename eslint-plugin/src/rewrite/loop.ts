// The rewrites of a loop that may run concurrently, the safest first.
import type { TSESTree } from '@typescript-eslint/utils';
import { takesType } from '../facts/generics.js';
import { seesPromise } from '../facts/promises/combinators.js';
import type { LoopNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Concurrent, Ordered } from '../verdict/model.js';
import { actingOnly } from './acting.js';
import { additionsOf } from './additions.js';
import { obstacleIn } from './body.js';
import { offersOf, type Plan } from './bounded.js';
import { collected, type Collection, collectionOf, resultType, startOf } from './collect.js';
import { ownedItems } from './counters.js';
import { bodyStatements, type Build, type Draft } from './draft.js';
import { type Items, itemsOf } from './items.js';
import type { Host } from './limiters.js';
import { mayBeEndless } from './endless.js';
import { keyedPlan, partlyPlan } from './merged.js';
import type { Edit, Outcome, Rewrite, WhyNot } from './model.js';
import { namesOf } from './names.js';
import { narrowing } from './narrowed.js';
import { inParts } from './parts.js';
import { settling } from './settling.js';
import { splitOf } from './split.js';
import { endOf, statementEnd, styleOf } from './text.js';
import { twoPhases } from './two-phase.js';

/** Rewrites `loop` as the verdict allows. */
export function rewritesOf(source: SourceCode, loop: LoopNode, verdict: Concurrent, host: Host): Outcome {
  if (!seesPromise(source, loop)) return none('promise');
  const names = namesOf(source);
  const head = itemsOf(source, loop, names);
  if (!head) return none('head');
  const items = ownedItems(source, loop, head, verdict.privatised, names);
  if (!items) return none('outer-variable');
  const obstacle = obstacleIn(source, loop);
  if (obstacle) return none(obstacle);
  const draft: Draft = { source, loop, items, names, style: styleOf(source, loop) };
  const keepNarrowed = narrowing(draft);
  // What each iteration has for itself is left in no order.
  const shared = verdict.ordered.filter(({ state }) => !verdict.privatised.some(({ root }) => root === state));
  for (const ordered of demands(shared)) {
    const plan = planOf(draft, ordered);
    const rewrites = plan ? offersOf(draft, plan, verdict.writes, host) : [];
    if (rewrites.length === 0) continue;
    const settled = settling({ ...draft, names: names.copy() }, additionsOf(source, loop, ordered) ?? []);
    const all = settled === undefined ? rewrites : [...rewrites, settledRewrite(loop, settled)];
    const endless = mayBeEndless(source, loop);
    return {
      rewrites: all.map((rewrite) => keepNarrowed(withoutOthers(draft, endless ? markedEndless(rewrite) : rewrite))),
    };
  }
  return none('entangled');
}

function settledRewrite(loop: LoopNode, text: string): Rewrite {
  return { form: 'settled', edits: [{ range: loop.range, text }] };
}

function markedEndless(rewrite: Rewrite): Rewrite {
  return rewrite.form === 'all' || rewrite.form === 'in-order' ? { ...rewrite, endless: true } : rewrite;
}

/**
 * The label of a loop goes with it, who needs it has it again; a counter that nobody reads goes too. Comments that have
 * no place in what is left of the loop go above it.
 */
function withoutOthers({ source, loop, items, style }: Draft, rewrite: Rewrite): Rewrite {
  const above = strayComments(source, loop, items)
    .map((comment) => source.text.slice(...comment.range) + style.newline + style.indent)
    .join('');
  // A `;` that guards the next line stays there.
  const last = endOf(source, loop);
  const ended = (text: string): string => above + (last < loop.range[1] ? text.replace(/;$/, '') : text);
  const edits = rewrite.edits.map(({ range: [start, end], text }): Edit => ({
    range: [start === loop.range[0] ? startOf(loop) : start, end === loop.range[1] ? last : end],
    text: end === loop.range[1] ? ended(text) : text,
  }));
  const { removes } = items;
  if (!removes) return { ...rewrite, edits };
  const next = source.getTokenAfter(removes, { includeComments: true });
  const removal: Edit = { range: [removes.range[0], next?.range[0] ?? removes.range[1]], text: '' };
  return { ...rewrite, edits: [...edits, removal].sort((one, other) => one.range[0] - other.range[0]) };
}

/** What must stay in order, and then without what may do without where no form can keep it. */
function demands(ordered: readonly Ordered[]): (readonly Ordered[])[] {
  const strict = ordered.filter(({ does, state }) => does !== 'call' && !(does === 'log' && quietLog.test(state)));
  return strict.length < ordered.length ? [ordered, strict] : [ordered];
}

/** Logs that are read for what they say of one item, and those of a failure, which come as the failures do. */
const quietLog = /\.(?:debug|trace|verbose|silly|warn|warning|error|fatal)$/;

/** The first form that keeps the order of what must stay in order. */
function planOf(draft: Draft, ordered: readonly Ordered[]): Plan | undefined {
  const { source, loop } = draft;
  if (ordered.length === 0) return { form: 'all', range: loop.range, build: actingOnly };
  const collection = collectionOf(source, loop, ordered, bodyStatements(draft));
  if (collection) return collecting(draft, collection);
  const additions = additionsOf(source, loop, ordered);
  const keyed = additions && keyedPlan(draft, additions);
  if (keyed) return keyed;
  const inOrder: Build = (given) => {
    const split = splitOf(source, bodyStatements(given), ordered, given.names);
    // A call that takes its type from what stands around it has to stay there.
    if (!split || split.hoisted.some(({ node }) => takesType(source, node.argument))) return undefined;
    return twoPhases(given, split);
  };
  if (inOrder({ ...draft, names: draft.names.copy() }) !== undefined)
    return { form: 'in-order', range: loop.range, build: inOrder };
  if (!additions) return undefined;
  const separate: Plan = { form: 'all', range: loop.range, build: (given) => inParts(given, additions) };
  return partlyPlan(draft, additions) ?? separate;
}

function none(why: WhyNot): Outcome {
  return { rewrites: [], why };
}

/** Comments of the head beside what is looped over, and those of statements that the parameters replace. */
function strayComments(source: SourceCode, loop: LoopNode, { replaces, dropped }: Items): TSESTree.Comment[] {
  const isOver = loop.type === 'ForOfStatement' || loop.type === 'ForInStatement';
  const [declarator] = isOver && loop.left.type === 'VariableDeclaration' ? loop.left.declarations : [];
  const kept = isOver ? [loop.right, declarator?.id] : [];
  const isIn = ({ range: [start, end] }: TSESTree.Comment, node: TSESTree.Node | undefined): boolean =>
    node !== undefined && start >= node.range[0] && end <= node.range[1];
  return source.getCommentsInside(loop).filter((comment) => {
    if (!isIn(comment, loop.body)) return !kept.some((node) => isIn(comment, node));
    return isIn(comment, replaces) || (dropped !== undefined && comment.range[0] > dropped.range[0]);
  });
}

/** What declares the list where that can be merged, else what adds to it. */
function collecting({ source, loop, style }: Draft, collection: Collection): Plan {
  const end = statementEnd(source, style, loop);
  const returns = resultType(source, collection);
  const add: Build = (given) =>
    `${source.getText(collection.target)}.push(...(await ${collected({ ...given, returns }, collection)}))${end}`;
  const { declaration } = collection;
  if (!declaration) return { form: 'all', range: loop.range, build: add };
  const [declarator] = declaration.declarations;
  const declare: Build = (given) =>
    `${declaration.kind} ${source.getText(declarator.id)} = await ${collected(given.gather ? { ...given, returns } : given, collection)}${end}`;
  return { form: 'all', range: [declaration.range[0], loop.range[1]], build: declare, ofChunk: add };
}
