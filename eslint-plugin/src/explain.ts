// Why a loop may run concurrently, or must stay as it is: the same answer for the command line and for editors.
import type { TSESTree } from '@typescript-eslint/utils';
import { factsOfLoop } from './facts/loops.js';
import type { Place } from './facts/model.js';
import { isFunction, isLoop } from './facts/syntax.js';
import type { SourceCode } from './facts/variables.js';
import { type NameOptions, projectNames } from './knowledge/project.js';
import { judgeLoop } from './verdict/loop.js';
import type { Reason } from './verdict/model.js';
import { evidenceOf, sentenceOf } from './verdict/sentence.js';

/** The verdict on one loop. */
export interface Explanation {
  /** The loop's head. */
  loop: Place;
  verdict: 'concurrent' | 'sequential';
  /** Why it stays sequential. */
  reason: Reason | undefined;
  /** The verdict and its evidence in a sentence. */
  text: string;
  /** The places that prove it, the most telling first. */
  evidence: Place[];
}

/**
 * Explains the loops that a node is in, or is, up to the next function: the innermost first. Loops that await nothing
 * are left out.
 * @param source ESLint's `SourceCode` of the file, by any parser
 * @param node any node of its tree, such as an `await` or a loop
 */
export function explain(source: SourceCode, node: TSESTree.Node, options?: NameOptions): Explanation[] {
  const explanations: Explanation[] = [];
  for (let current: TSESTree.Node | undefined = node; current && !isFunction(current); current = current.parent) {
    const facts = isLoop(current) ? factsOfLoop(source, projectNames(options), current) : undefined;
    if (!facts) continue;
    const verdict = judgeLoop(facts);
    explanations.push({
      loop: facts.head,
      verdict: verdict.concurrent ? 'concurrent' : 'sequential',
      reason: verdict.concurrent ? undefined : verdict.reason,
      text: sentenceOf(verdict),
      evidence: evidenceOf(verdict),
    });
  }
  return explanations;
}
