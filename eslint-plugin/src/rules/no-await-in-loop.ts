// The rule `no-await-in-loop`: loops whose iterations wait for each other for nothing.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from '../facts/loops.js';
import type { LoopFacts, Place } from '../facts/model.js';
import { awaitsMore, factsOfReduction, reductionOf } from '../facts/reduce.js';
import { landmarksOf } from '../facts/landmarks.js';
import { leavesOf } from '../facts/steps.js';
import { isLoop, type LoopNode } from '../facts/syntax.js';
import { oncePerFile, type SourceCode } from '../facts/variables.js';
import { type NameOptions, type ProjectNames, projectNames } from '../knowledge/project.js';
import { pushesLate } from '../rewrite/late.js';
import { type Host, hostOf } from '../rewrite/limiters.js';
import { rewritesOf } from '../rewrite/loop.js';
import type { Outcome, WhyNot } from '../rewrite/model.js';
import { rewritesOfReduction } from '../rewrite/reduce.js';
import { isBoundByHead, judgeLoop } from '../verdict/loop.js';
import type { Concurrent } from '../verdict/model.js';
import { createRule } from './create-rule.js';
import { type Directive, directivesOf, speaksOf } from './directive.js';
import { reportProved } from './evidence.js';
import { nameOptions } from './name-options.js';
import { anotherPromise, boundedMessages, suggestionFor, type SuggestionIds } from './suggestions.js';

const reasons: Record<WhyNot, string> = {
  promise: anotherPromise,
  head: 'its head has no counterpart for `map`',
  arguments: '`arguments` would mean the callback’s own',
  hoisted: 'a `var` of its body is used outside of it',
  'outer-variable': 'it uses a variable from outside for each iteration alone: declare that inside the loop first',
  entangled: 'what it awaits and what must stay in order are entangled',
};

export const noAwaitInLoop = createRule<[Options?], MessageIds>({
  name: 'no-await-in-loop',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow `await` in loops whose iterations could run concurrently',
      preset: 'recommended',
      chapter: 'sequential-to-concurrent',
    },
    hasSuggestions: true,
    defaultOptions: [{ reportWrites: true, serial: [], waits: [], safe: [] }],
    schema: [
      {
        type: 'object',
        properties: {
          reportWrites: { type: 'boolean', description: 'Whether loops whose iterations write are reported too.' },
          ...nameOptions,
        },
        additionalProperties: false,
      },
    ],
    messages: {
      reads:
        'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently.',
      writes:
        'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently, a bounded number at a time since they write.',
      byHand:
        'Each iteration of this loop waits for the one before it, though none needs it: they can run concurrently. No rewrite is offered, since {{why}}.',
      unusedDirective: 'This comment silences nothing: no loop here could run concurrently. Remove it.',
      directiveWithoutReason: 'This comment needs a reason: `// gather: sequential -- why the order matters`.',
      gatherAll: 'Run all iterations at once with `Promise.all`; the first failure rejects, while the others run on.',
      gatherSettled:
        'Run all iterations at once with `Promise.allSettled`, and part the values from the reasons once all are settled.',
      gatherEndless:
        'Run all iterations at once with `Promise.all`; all items are taken first, so with items that never end this never ends.',
      gatherInOrder:
        'Fetch all at once with `Promise.all`, then apply the results in order; the first failure rejects before any is applied.',
      ...boundedMessages,
    },
  },
  check(context) {
    const { sourceCode } = context;
    const options = context.options[0] ?? {};
    const directives = directivesOf(sourceCode);
    const needed = new Set<Directive>();
    const project = projectNames(options);
    const directiveOf = ({ node, facts }: Found): Directive | undefined =>
      directives.find((candidate) => speaksOf(sourceCode, candidate, node, facts.head));
    let host: Host | undefined;
    for (const found of concurrentLoops(sourceCode, project, sourceCode.ast)) {
      if (found.verdict.writes && options.reportWrites === false) continue;
      const directive = directiveOf(found);
      // What it pushes is handled late: `no-late-await` has the loop, and the rewrite that closes the gap.
      const isGap = isLoop(found.node) && pushesLate(sourceCode, found.node);
      if (directive?.reason === undefined && !isGap)
        reportProved(context, reportOf(sourceCode, found, (host ??= hostOf(context.filename))), placesOf(found));
      // The loops inside would be reported once this one is rewritten.
      const inside = directives.some(({ comment }) => isWithin(comment, found.node))
        ? loopsInside(sourceCode, project, found)
        : [];
      for (const each of [directive, ...inside.map(directiveOf)]) if (each) needed.add(each);
    }
    for (const directive of directives) reportDirective(directive, needed.has(directive));

    function reportDirective({ comment, reason }: Directive, isNeeded: boolean): void {
      if (isNeeded && reason !== undefined) return;
      reportProved(
        context,
        { loc: comment.loc, messageId: isNeeded ? 'directiveWithoutReason' : 'unusedDirective' },
        {},
      );
    }
  },
});

interface Options extends NameOptions {
  reportWrites?: boolean;
}

type MessageIds = ReportIds | 'unusedDirective' | 'directiveWithoutReason';

type ReportIds = 'reads' | 'writes' | 'byHand' | SuggestionIds;

/** The report on a loop, with its rewrites or why there are none. */
function reportOf(
  source: SourceCode,
  { facts: { head }, rewrites: offer }: Found,
  host: Host,
): TSESLint.ReportDescriptor<ReportIds> {
  const { rewrites, ...outcome } = offer(host);
  const loc = { start: source.getLocFromIndex(head.start), end: source.getLocFromIndex(head.end) };
  if ('why' in outcome) return { loc, messageId: 'byHand', data: { why: reasons[outcome.why] } };
  return {
    loc,
    messageId: rewrites[0]?.bound ? 'writes' : 'reads',
    suggest: rewrites.map(suggestionFor),
  };
}

/** What proves the report on a loop: its waits, and what stays in order. */
function placesOf({ facts, verdict }: Found): { waits: Place[]; ordered: Place[] } {
  return {
    waits: leavesOf(facts.steps).flatMap(({ kind, at }) => (kind === 'await' ? at : [])),
    ordered: verdict.ordered.map(({ at }) => at),
  };
}

interface Found {
  node: LoopNode | TSESTree.CallExpression;
  facts: LoopFacts;
  verdict: Concurrent;
  rewrites: (host: Host) => Outcome;
}

/** The loops and the async reductions of a file, in the order of the text. */
const loopsOf = oncePerFile((source): readonly Found['node'][] => {
  const { calls, loops } = landmarksOf(source);
  const reductions = calls.filter((call) => reductionOf(source, call));
  return [...loops, ...reductions].sort((one, other) => one.range[0] - other.range[0]);
});

/** The outermost loops that can run concurrently, in the order of the text. */
function concurrentLoops(source: SourceCode, project: ProjectNames, around: TSESTree.Node): Found[] {
  const found: Found[] = [];
  let end = around.range[0];
  for (const node of loopsOf(source)) {
    if (node.range[0] < end || node.range[1] > around.range[1]) continue;
    const candidate = candidateAt(source, project, node);
    if (!candidate || isBoundByHead(candidate.facts)) continue;
    const verdict = judgeLoop(candidate.facts);
    if (verdict.concurrent) found.push({ ...candidate, verdict, rewrites: (host) => candidate.rewrite(verdict, host) });
    // Who says that the order of a loop is meant, means what is inside it too.
    if (verdict.concurrent || verdict.reason === 'stated') end = node.range[1];
  }
  return found;
}

/** The loops inside one that could run concurrently on their own. */
function loopsInside(source: SourceCode, project: ProjectNames, { node }: Found): Found[] {
  const body = isLoop(node) ? node.body : node.arguments[0];
  const found = body ? concurrentLoops(source, project, body) : [];
  return found.flatMap((inner) => [inner, ...loopsInside(source, project, inner)]);
}

function isWithin(comment: TSESTree.Comment, node: TSESTree.Node): boolean {
  return comment.range[0] >= node.range[0] && comment.range[1] <= node.range[1];
}

interface Candidate extends Pick<Found, 'node' | 'facts'> {
  rewrite: (verdict: Concurrent, host: Host) => Outcome;
}

/** The loop that a node is, if its iterations await anything: a statement, or an async reduction. */
function candidateAt(source: SourceCode, project: ProjectNames, node: Found['node']): Candidate | undefined {
  if (isLoop(node)) {
    const facts = factsOfLoop(source, project, node);
    return facts && { node, facts, rewrite: (verdict, host) => rewritesOf(source, node, verdict, host) };
  }
  const reduction = reductionOf(source, node);
  const facts = reduction && factsOfReduction(source, project, reduction);
  if (!facts || !awaitsMore(facts)) return undefined;
  return {
    node: reduction.call,
    facts,
    rewrite: (verdict, host) => rewritesOfReduction(source, reduction, verdict, host),
  };
}
