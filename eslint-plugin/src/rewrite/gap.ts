// The rewrites that close a rejection gap: one combinator where that can be, else an early handler.
import type { TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from '../facts/loops.js';
import { contains } from '../facts/places.js';
import type { Held } from '../facts/promises/held.js';
import type { LateList } from '../facts/promises/starters.js';
import { isFunction, isLoop, type LoopNode } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { ProjectNames } from '../knowledge/project.js';
import { judgeLoop } from '../verdict/loop.js';
import { obstacleIn } from './body.js';
import { collected, additionOf } from './collect.js';
import { itemsOf } from './items.js';
import type { Edit } from './model.js';
import { namesOf } from './names.js';
import { statementEnd, styleOf, withoutAwait } from './text.js';

/** The awaits inside a combinator's list, without their `await`; one that is part of an element goes in a function. */
export function insideEdits(source: SourceCode, { late }: LateList): Edit[] | undefined {
  const edits = late.map(({ element, awaited }) => withoutWait(source, element, awaited));
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function withoutWait(source: SourceCode, element: TSESTree.Node, awaited: TSESTree.AwaitExpression): Edit | undefined {
  if (element.type === 'SpreadElement') return undefined;
  if (element !== awaited) return { range: element.range, text: `(async () => ${source.getText(element)})()` };
  const { argument } = awaited;
  const isLosing = source
    .getCommentsInside(awaited)
    .some((comment) => !isInside(comment as unknown as TSESTree.Node, argument));
  return isLosing ? undefined : withoutAwait(source, awaited);
}

/**
 * The loop that pushes promises as a `map` with an async callback: each iteration's own awaits are inside the promise.
 * `undefined` where the iterations must stay in order, or do more.
 */
export function mappedEdits(source: SourceCode, project: ProjectNames, { starts }: Held): Edit[] | undefined {
  const [push, ...others] = starts;
  const loop = push && others.length === 0 ? loopAround(push.node) : undefined;
  const isInLoop =
    loop && push?.ways.every(({ between, handler }) => !between || !handler || contains(loop, between.at));
  const facts = loop && isInLoop ? factsOfLoop(source, project, loop) : undefined;
  const verdict = facts && judgeLoop(facts);
  if (!loop || verdict?.concurrent !== true || verdict.privatised.length > 0 || obstacleIn(source, loop))
    return undefined;
  const names = namesOf(source);
  const items = itemsOf(source, loop, names);
  const collection = additionOf(source, loop, verdict.ordered);
  const hasLostComments = source.getCommentsInside(loop).some((comment) => comment.range[0] < loop.body.range[0]);
  if (
    !items ||
    !collection ||
    items.replaces ||
    items.dropped ||
    loop.parent.type === 'LabeledStatement' ||
    hasLostComments
  )
    return undefined;
  const style = styleOf(source, loop);
  const text = collected(
    {
      source,
      loop,
      items,
      names,
      style,
      gather: ({ list, isArray, parameters }, { returns, body }) => {
        const callback = `async (${parameters})${returns} => ${body}`;
        return isArray ? `${list}.map(${callback})` : `Array.from(${list}, ${callback})`;
      },
    },
    collection,
  );
  const end = statementEnd(source, style, loop);
  const { declaration, target } = collection;
  if (!declaration) return [{ range: loop.range, text: `${source.getText(target)}.push(...${text})${end}` }];
  const [declarator] = declaration.declarations;
  return [
    {
      range: [declaration.range[0], loop.range[1]],
      text: `${declaration.kind} ${source.getText(declarator.id)} = ${text}${end}`,
    },
  ];
}

function loopAround(node: TSESTree.Node): LoopNode | undefined {
  for (let each = node.parent; each && !isFunction(each); each = each.parent) if (isLoop(each)) return each;
  return undefined;
}
