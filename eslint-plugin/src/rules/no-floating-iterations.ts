// The rule `no-floating-iterations`: promises that are made one an item, and that nobody waits for.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { factsOfCallback } from '../facts/callbacks.js';
import { placeOf } from '../facts/places.js';
import { landmarksOf } from '../facts/landmarks.js';
import { seesPromise } from '../facts/promises/combinators.js';
import { waitsInOrder } from '../facts/promises/in-order.js';
import { factsOfIterating, type Iterating, iteratingAt, mayFloat } from '../facts/promises/iterations.js';
import type { IterationFacts } from '../facts/promises/model.js';
import { hasTypes } from '../facts/types.js';
import type { SourceCode } from '../facts/variables.js';
import type { FloatingForm } from '../rewrite/iterations.js';
import { calleeNames } from '../facts/syntax.js';
import { isAmong, namesGiven, projectNames } from '../knowledge/project.js';
import { floatingRewrites, gatheredFirst } from '../rewrite/floating.js';
import { type Floating, judgeIteration, ordersItems } from '../verdict/floating.js';
import { judgeLoop } from '../verdict/loop.js';
import { createRule } from './create-rule.js';
import { reportProved } from './evidence.js';
import { names } from './name-options.js';
import { applying } from './suggestions.js';

const messageOf = {
  each: 'each',
  list: 'list',
  'awaited-list': 'awaitedList',
  'listed-list': 'listedList',
  'combined-nothing': 'combinedNothing',
  'returns-nothing': 'returnsNothing',
  answer: 'answer',
  order: 'order',
  value: 'value',
  needless: 'needless',
} as const satisfies Record<Floating, string>;

const suggestionOf = {
  all: 'gatherAll',
  'in-turn': 'takeTurns',
  pass: 'passOn',
  settle: 'settleAndLog',
  void: 'sayVoid',
  plain: 'removeAsync',
  return: 'returnCall',
  answers: 'askFirst',
  'await-sofar': 'awaitSofar',
} as const satisfies Record<FloatingForm, string>;

type MessageIds =
  (typeof messageOf)[Floating] | 'safeEach' | 'inOrder' | 'gatherFirst' | (typeof suggestionOf)[FloatingForm];

interface Options {
  waiting?: readonly string[];
}

export const noFloatingIterations = createRule<[Options?], MessageIds>({
  name: 'no-floating-iterations',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow promises that are made one an item and that nobody waits for',
      preset: 'recommended',
      chapter: 'one-promise-per-item',
    },
    hasSuggestions: true,
    defaultOptions: [{ waiting: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          waiting: names(
            'Collections whose methods wait for the promises that callbacks give. A trailing `*` matches every name that begins so.',
          ),
        },
        additionalProperties: false,
      },
    ],
    messages: {
      each: 'Nobody waits for the promises that this callback gives: `{{method}}` drops them.{{why}}',
      safeEach: 'Nobody learns when these are done: `{{method}}` drops the promises that this callback gives.{{why}}',
      list: 'Nobody waits for the promises that `{{method}}` makes: the list of them is dropped.{{why}}',
      awaitedList: '`await` takes this list of promises for a value, and waits for none of them.{{why}}',
      listedList: 'The combinator takes this list of promises for a value, and waits for none of them.{{why}}',
      combinedNothing: '`forEach` gives `undefined`: the combinator has nothing to wait for, and rejects.{{why}}',
      returnsNothing: 'This callback returns nothing: the combinator around waits for nothing.{{why}}',
      answer: '`{{method}}` takes each promise for an answer, and a promise is always true.{{why}}',
      order: '`{{method}}` takes each promise for a number, and puts nothing in order.{{why}}',
      value: '`{{method}}` hands over a promise from the second item on, which is used here as a value.{{why}}',
      needless: 'This callback waits for nothing: `async` only hides what it throws.{{why}}',
      inOrder: 'These promises are awaited one after the other: one that rejects before its turn has no handler yet.',
      gatherAll: 'Wait for all with `Promise.all`; the first failure rejects.',
      takeTurns: 'Take one item after the other: `for…of`.',
      passOn: 'Hand the first failure to `{{to}}`.',
      settleAndLog: 'Let each settle with `Promise.allSettled`, and log every failure.',
      sayVoid: 'Say that nobody waits: `void Promise.all(…)`.',
      removeAsync: 'Remove `async`: what the callback throws is thrown here.',
      returnCall: 'Return what the last call gives.',
      askFirst: 'Wait for all answers with `Promise.all` first.',
      awaitSofar: 'Await the value so far where it is used.',
      gatherFirst: 'Wait for all with `Promise.all` first; the first failure rejects.',
    },
  },
  check(context) {
    const { sourceCode } = context;
    const waiting = namesGiven(context.options[0]?.waiting);
    const { calls, loops } = landmarksOf(sourceCode);
    for (const node of calls) {
      const iterating = iteratingAt(sourceCode, node);
      if (iterating && isAmong(waiting, calleeNames(iterating.list).join('.'))) continue;
      const report = iterating && mayFloat(sourceCode, iterating) && iteratingReport(sourceCode, iterating);
      if (report) reportProved(context, report, { made: [placeOf(iterating.callback)] });
    }
    for (const node of loops) {
      const report = node.type === 'ForOfStatement' && inOrderReport(sourceCode, node);
      if (report) context.report(report);
    }
  },
});

type Report = TSESLint.ReportDescriptor<MessageIds>;

function iteratingReport(source: SourceCode, iterating: Iterating): Report | undefined {
  const facts = factsOfIterating(source, iterating);
  const floating = judgeIteration(facts);
  // A statement that is a promise, or a list of them, is what `no-floating-promises` reports, where there are types.
  const isStatement = floating === 'returns-nothing' || (floating === 'list' && facts.use === 'dropped');
  if (!floating || (isStatement && hasTypes(source))) return undefined;
  const { callee, body, method } = iterating;
  const isSafe = !facts.rejects;
  const order = body && ordersItems(judgeLoop(factsOfCallback(source, projectNames(), body)));
  const rewrites = floatingRewrites(source, iterating, { floating, facts, isSafe, inTurnFirst: order === true });
  return {
    node: callee.property,
    messageId: floating === 'each' && isSafe ? 'safeEach' : messageOf[floating],
    data: { method, why: rewrites.length > 0 ? '' : whyNot(source, iterating, floating, facts) },
    suggest: rewrites.map(({ form, edits, to = '' }) => ({
      messageId: suggestionOf[form],
      data: { to },
      fix: applying(edits),
    })),
  };
}

/** Why no rewrite is offered, as a sentence behind the message. */
function whyNot(source: SourceCode, { call, callback }: Iterating, floating: Floating, facts: IterationFacts): string {
  if (floating === 'order') return ' No rewrite is offered: fetch what is compared first.';
  if (floating === 'needless') return ' No rewrite is offered, since the function stands elsewhere.';
  if (floating === 'answer' && !facts.mayAwait) return ' No rewrite is offered, since no `await` may stand here.';
  if (!seesPromise(source, call)) return ' No rewrite is offered, since `Promise` is something else there.';
  if (callback.type === 'Identifier') return ' No rewrite is offered, since the function stands elsewhere.';
  return ' No rewrite is offered, since the text around leaves no place for one.';
}

function inOrderReport(source: SourceCode, loop: TSESTree.ForOfStatement): Report | undefined {
  if (!waitsInOrder(source, loop)) return undefined;
  const edits = gatheredFirst(source, loop);
  return {
    loc: { start: loop.loc.start, end: loop.right.loc.end },
    messageId: 'inOrder',
    suggest: edits.length > 0 ? [{ messageId: 'gatherFirst', fix: applying(edits) }] : [],
  };
}
