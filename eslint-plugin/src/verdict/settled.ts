// The verdict on settled results: whether failures go by unseen that somebody would want to see.
import type { SettledFacts } from '../facts/promises/model.js';
import { isBestEffort } from '../knowledge/best-effort.js';
import { isAmong } from '../knowledge/project.js';
import type { Known } from '../knowledge/words.js';

/**
 * What is looked at of settled results in place of their failures: only `values`, or `nothing`; `undefined` where
 * failures are seen, cannot be, or are nobody's loss.
 * @param mayFail callees whose failure nobody needs to see
 */
export function judgeSettled(
  { looks, tellsOwnFailures, calleesPerItem, cleansUp, isAsking, isWaived, isTried }: SettledFacts,
  mayFail: readonly Known[] = [],
): 'values' | 'nothing' | undefined {
  const isGiven = calleesPerItem?.length && calleesPerItem.every((callee) => isAmong(mayFail, callee));
  if (tellsOwnFailures || isGiven || isWaived) return undefined;
  if (looks === 'values') return isAsking ? undefined : looks;
  // Whoever drops the results may mean to: of the few that are written out, of operations that were started elsewhere,
  // which a `catch` around denies, or of operations that end what is over.
  const isMeant = cleansUp || (calleesPerItem ? calleesPerItem.every(isBestEffort) : !isTried);
  return looks === 'nothing' && !isMeant ? looks : undefined;
}
