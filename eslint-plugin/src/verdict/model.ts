// What the verdict says: concurrent, with what the rewrite has to mind, or sequential, with the reason and the place.
import type { Path, Place } from '../facts/model.js';

/** Why iterations must run one after the other. The names are those of the guide. */
export type Reason =
  | 'loop-carried'
  | 'shared-state'
  | 'condition'
  | 'early-exit'
  | 'time'
  | 'serial-resource'
  | 'chain'
  | 'visible-order'
  | 'already-concurrent'
  | 'nothing-to-overlap'
  | 'stated';

export interface Sequential {
  concurrent: false;
  reason: Reason;
  /** What it was seen in: a variable, a callee, a comment. */
  subject: string;
  /** The place that proves it: where the next iteration reads, exits, waits. */
  at: Place;
  /** Where the value that is read comes from, for a dependence. */
  from?: Place;
}

export interface Concurrent {
  concurrent: true;
  /** Whether an iteration writes outside the process: then the first suggestion bounds how many run at once. */
  writes: boolean;
  /** State that an iteration changes after an await, which the rewrite must change in the order of the items. */
  ordered: readonly Path[];
  /** Variables from outside that each iteration only uses for itself: the rewrite must declare them inside. */
  privatised: readonly Path[];
}

export type Verdict = Sequential | Concurrent;
