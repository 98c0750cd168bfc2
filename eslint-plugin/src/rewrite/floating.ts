// The rewrites for promises that are made one an item, the safest first.
import type { TSESTree } from '@typescript-eslint/utils';
import { outermost } from '../facts/syntax.js';
import { seesPromise } from '../facts/promises/combinators.js';
import { type Iterating, lastCallOf } from '../facts/promises/iterations.js';
import type { IterationFacts } from '../facts/promises/model.js';
import type { SourceCode } from '../facts/variables.js';
import type { Floating } from '../verdict/floating.js';
import { byAnswers } from './answers.js';
import { inTurn } from './in-turn.js';
import {
  around,
  awaitingSofar,
  type Gathered,
  gatheredForms,
  plainCallback,
  promisesOf,
  returningEdit,
} from './iterations.js';
import type { Edit } from './model.js';
import { apart, begun } from './text.js';

/** What is known of promises that float. */
export interface Afloat {
  floating: Floating;
  facts: IterationFacts;
  /** Whether none of them rejects. */
  isSafe: boolean;
  /** Whether one item should not begin before the one before it is done. */
  inTurnFirst: boolean;
}

/** What can be done about them; none where the text around leaves no place for it, or `Promise` is something else. */
export function floatingRewrites(source: SourceCode, iterating: Iterating, afloat: Afloat): Gathered[] {
  const { floating, facts } = afloat;
  const { call, body } = iterating;
  const mayGather = seesPromise(source, call);
  switch (floating) {
    case 'each':
    case 'list':
      return dropped(source, iterating, afloat);
    case 'answer':
      return facts.use === 'dropped'
        ? dropped(source, iterating, afloat)
        : only(mayGather && byAnswers(source, iterating));
    case 'awaited-list':
    case 'listed-list':
    case 'combined-nothing':
      return only(mayGather && combined(source, iterating, afloat));
    case 'returns-nothing': {
      const last = body && lastCallOf(body);
      return last ? [{ form: 'return', edits: [returningEdit(last)] }] : [];
    }
    case 'value':
      return only(body && awaitingSofar(source, call, body));
    case 'needless':
      return only(plainCallback(source, iterating, facts.use === 'dropped'));
    case 'order':
      return [];
  }
}

function only(rewrite: Gathered | false | undefined): Gathered[] {
  return rewrite ? [rewrite] : [];
}

function dropped(source: SourceCode, iterating: Iterating, { facts, isSafe, inTurnFirst }: Afloat): Gathered[] {
  const promises = seesPromise(source, iterating.call) ? promisesOf(source, iterating, facts.list) : undefined;
  const gathered = promises ? gatheredForms(source, promises, isSafe, facts.use === 'used') : [];
  const turns = inTurnFirst || gathered.length === 0 ? only(inTurn(source, iterating, facts.list)) : [];
  return [...turns, ...gathered];
}

/** A list of promises where a combinator should have it. */
function combined(source: SourceCode, iterating: Iterating, { floating, facts }: Afloat): Gathered | undefined {
  const { call, callee, method, body } = iterating;
  const promises = promisesOf(source, iterating, facts.list);
  if (!promises) return undefined;
  if (floating === 'combined-nothing') {
    const last = body && !body.async && facts.gives === 'nothing' ? lastCallOf(body) : undefined;
    const edits = [...around(promises, '', ''), ...(last ? [returningEdit(last)] : [])];
    return { form: 'all', edits: edits.filter(({ range: [start, end], text }) => text !== '' || end > start) };
  }
  const { parent } = outermost(call);
  // A list an item, awaited one by one, is made flat behind.
  if (method !== 'flatMap' || parent.type !== 'AwaitExpression')
    return { form: 'all', edits: around(promises, 'Promise.all(', ')') };
  const [start, end] = parent.range;
  return {
    form: 'all',
    edits: [
      { range: [start, promises.node.range[0]], text: begun(source, parent, '(await Promise.all(') },
      { range: callee.property.range, text: 'map' },
      ...promises.edits,
      { range: [end, end], text: `${promises.after})).flat()` },
    ],
  };
}

/** All promises awaited before the loop: `for (const x of await Promise.all(promises))`. */
export function gatheredFirst(source: SourceCode, loop: TSESTree.ForOfStatement): Edit[] {
  if (!seesPromise(source, loop)) return [];
  const { right, left } = loop;
  const [start, end] = right.range;
  const before = source.getTokenBefore(left);
  const word = before && source.getTokenBefore(before);
  const [from, to] = [word && source.getTokenBefore(word), word];
  return [
    ...(from && to ? [{ range: [from.range[1], to.range[1]], text: '' } as const] : []),
    { range: [start, start], text: apart(source, right, 'await Promise.all(') },
    { range: [end, end], text: ')' },
  ];
}
