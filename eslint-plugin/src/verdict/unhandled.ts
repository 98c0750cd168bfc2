// The verdict on where a combinator's rejection goes.
import type { Fate } from '../facts/promises/model.js';

/** What is known of a combinator's outcome. */
export interface OutcomeFacts {
  fate: Fate;
  /** Whether it can be a rejection. */
  mayReject: boolean;
}

/** How a rejection gets lost: on its way to nobody, or past the `catch` that was meant for it. */
export type Loss = 'dropped' | 'unused' | 'ignored' | 'voided' | 'past-catch';

/** How the rejection gets lost; `undefined` where somebody may take it, or there is none. */
export function judgeOutcome(facts: OutcomeFacts): Loss | undefined {
  const loss = lossOf(facts.fate);
  return loss && facts.mayReject ? loss : undefined;
}

function lossOf(fate: Fate): Loss | undefined {
  switch (fate.fate) {
    case 'lost':
      return fate.how;
    case 'voided':
      return 'voided';
    case 'returned':
      return fate.past && 'past-catch';
    default:
      return undefined;
  }
}
