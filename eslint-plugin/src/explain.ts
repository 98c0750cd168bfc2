// Why a loop or a row of awaits may run concurrently, or must stay as it is: the same answer for the command line and
// for editors.
import type { TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from './facts/loops.js';
import type { AwaitFacts, LoopFacts, Place } from './facts/model.js';
import { awaitsMore, factsOfReduction, reductionOf } from './facts/reduce.js';
import { rowsOf } from './facts/runs.js';
import { sideBySideOf } from './facts/side-by-side.js';
import { isFunction, isLoop } from './facts/syntax.js';
import type { SourceCode } from './facts/variables.js';
import { type NameOptions, type ProjectNames, projectNames } from './knowledge/project.js';
import { judgeLoop } from './verdict/loop.js';
import type { Reason } from './verdict/model.js';
import { evidenceOf, evidenceOfPair, type Point, type VerdictWords, whyOf, whyOfPair } from './verdict/sentence.js';
import { judgePair, judgeParts, type PairReason, type PairVerdict } from './verdict/sequence.js';

/** The verdict on one loop, or on one await of a row. */
export interface Explanation {
  /** The loop's head, or the await. */
  place: Place;
  verdict: 'concurrent' | 'sequential';
  /** Why it stays sequential. */
  reason: Reason | PairReason | undefined;
  /** Why, in the words of a language. */
  why: (words?: VerdictWords, point?: Point) => string;
  /** The places that prove it, the most telling first. */
  evidence: Place[];
}

/**
 * Explains the awaits in a row and the loops that a node is in, or is, up to the next function: the innermost first.
 * An async reduction is a loop. Loops that await nothing are left out.
 * @param source ESLint's `SourceCode` of the file, by any parser
 * @param node any node of its tree, such as an `await` or a loop
 */
export function explain(source: SourceCode, node: TSESTree.Node, options?: NameOptions): Explanation[] {
  const project = projectNames(options);
  const explanations: Explanation[] = [];
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    const explanation =
      current.type === 'AwaitExpression'
        ? explainedRow(source, project, current)
        : explainedLoop(loopFactsOf(source, project, current));
    if (explanation) explanations.push(explanation);
    // The callback of a reduction is its body.
    if (isFunction(current) && !(current.parent.type === 'CallExpression' && reductionOf(source, current.parent)))
      break;
    if (current.type === 'CallExpression' && explanation) break;
  }
  return explanations;
}

/** The facts on the loop that a node is, if it is one that awaits. */
function loopFactsOf(source: SourceCode, project: ProjectNames, node: TSESTree.Node): LoopFacts | undefined {
  if (isLoop(node)) return factsOfLoop(source, project, node);
  const reduction = reductionOf(source, node);
  const facts = reduction && factsOfReduction(source, project, reduction);
  return facts && awaitsMore(facts) ? facts : undefined;
}

function explainedLoop(facts: LoopFacts | undefined): Explanation | undefined {
  if (!facts) return undefined;
  const verdict = judgeLoop(facts);
  return {
    place: facts.head,
    verdict: verdict.concurrent ? 'concurrent' : 'sequential',
    reason: verdict.concurrent ? undefined : verdict.reason,
    why: (words, point) => whyOf(verdict, words, point),
    evidence: evidenceOf(verdict),
  };
}

/** The verdict on an await and those before it in its row; for the first of a row, on it and the one behind it. */
function explainedRow(
  source: SourceCode,
  project: ProjectNames,
  node: TSESTree.AwaitExpression,
): Explanation | undefined {
  const { row, judge } = rowAround(source, project, node) ?? {};
  const index = row?.findIndex(({ awaits }) => awaits.includes(node)) ?? -1;
  const own = row?.[index];
  if (!row || !own || !judge) return undefined;
  const [next] = row.slice(index + 1);
  const pairs: [AwaitFacts, AwaitFacts][] =
    index > 0
      ? row
          .slice(0, index)
          .map(({ facts }): [AwaitFacts, AwaitFacts] => [facts, own.facts])
          .reverse()
      : next
        ? [[own.facts, next.facts]]
        : [];
  const judged = pairs.map(([first, second]) => ({ first, second, verdict: judge(first, second) }));
  const pair = judged.find(({ verdict }) => !verdict.together) ?? judged[0];
  if (!pair) return undefined;
  const { first, second, verdict } = pair;
  return {
    place: own.facts.at,
    verdict: verdict.together ? 'concurrent' : 'sequential',
    reason: verdict.together ? undefined : verdict.reason,
    why: (words, point) => whyOfPair(verdict, [first.at, second.at], words, point),
    evidence: evidenceOfPair(verdict, first.at, second.at),
  };
}

interface Row {
  row: readonly { awaits: readonly TSESTree.AwaitExpression[]; facts: AwaitFacts }[];
  judge: (first: AwaitFacts, second: AwaitFacts) => PairVerdict;
}

type Rows = ReadonlyMap<TSESTree.AwaitExpression, Row>;

const known = new WeakMap<SourceCode, WeakMap<ProjectNames, Rows>>();

/** The statements in a row, or the parts of one expression, that an await is one of. */
function rowAround(source: SourceCode, project: ProjectNames, node: TSESTree.AwaitExpression): Row | undefined {
  const ofFile = known.get(source) ?? new WeakMap<ProjectNames, Rows>();
  const rows = ofFile.get(project) ?? rowsByAwait(source, project);
  known.set(source, ofFile.set(project, rows));
  return rows.get(node);
}

/** All rows of a file, by each of their awaits. */
function rowsByAwait(source: SourceCode, project: ProjectNames): Rows {
  const beside = sideBySideOf(source, project).map(({ awaits }): Row => {
    return { row: awaits.map((part) => part.node), judge: judgeParts };
  });
  const statements = rowsOf(source, project).map((parts): Row => {
    return { row: parts.flatMap((part) => ('node' in part ? [part.node] : [])), judge: judgePair };
  });
  return new Map(
    [...beside, ...statements].flatMap((row) =>
      row.row.flatMap(({ awaits }) => awaits.map((each): [TSESTree.AwaitExpression, Row] => [each, row])),
    ),
  );
}
