// The plain data on a promise: which combinator made it, and where its outcome goes.
import type { Place } from '../model.js';

export type CombinatorName = 'all' | 'allSettled' | 'race' | 'any';

/** Where the outcome of a promise goes, and with it its rejection. */
export type Fate =
  /** An `await` or a handler takes it. */
  | { fate: 'awaited' | 'handled'; at: Place }
  /** The function around returns it; `past` is a `catch` around the `return` that never gets to see the rejection. */
  | { fate: 'returned'; at: Place; past?: Place }
  /** Somebody else holds it from here on: an argument, a property, an export. */
  | { fate: 'handed'; at: Place }
  /** `void`: dropped on purpose. */
  | { fate: 'voided'; at: Place }
  /**
   * Nobody takes it: the statement drops it, the variable is never read, or the caller of the callback that returns it
   * takes no heed (`by` names that caller).
   */
  | { fate: 'lost'; how: 'dropped' | 'unused'; at: Place }
  | { fate: 'lost'; how: 'ignored'; by: string; at: Place };
