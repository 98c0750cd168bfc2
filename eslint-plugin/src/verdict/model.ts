// What the verdict says: concurrent, with what the rewrite has to mind, or sequential, with the reason and the place.
import type { Path, Place, WriteHow } from '../facts/model.js';

/** Why iterations must run one after the other. The names are those of the guide. */
export type Reason =
  | 'loop-carried'
  | 'shared-state'
  | 'left-behind'
  | 'condition'
  | 'early-exit'
  | 'time'
  | 'serial-resource'
  | 'chain'
  | 'visible-order'
  | 'already-concurrent'
  | 'nothing-to-overlap'
  | 'repeated'
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
  /** What an iteration does after an await that must keep the order of the items. */
  ordered: readonly Ordered[];
  /** Variables from outside that each iteration only uses for itself: the rewrite must declare them inside. */
  privatised: readonly Path[];
}

/** A write or an output that must happen in the order of the items. */
export interface Ordered {
  does: WriteHow | 'log' | 'call';
  /** Identity of the state, as text; the callee for a log. */
  state: string;
  at: Place;
}

export type Verdict = Sequential | Concurrent;
