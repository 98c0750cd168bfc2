// The plain data on a promise: which combinator made it, and where its outcome goes.
import type { Makes } from '../../knowledge/iterations.js';
import type { Operation, Place } from '../model.js';

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

/** How a promise is taken: also by whoever is handed it, or who uses it as more than a promise. */
export type Handling = 'awaited' | 'combined' | 'chained' | 'returned' | 'handed' | 'used';

/** What may end or suspend the function while nobody handles a promise that it started. */
export interface Between {
  what: 'await' | 'throw' | 'return';
  at: Place;
}

/** One way from the start of a promise: what first stands between it and its first handler, if it has one. */
export interface Way {
  between: Between | undefined;
  handler: { how: Handling; at: Place } | undefined;
}

/**
 * What speaks for leaving a promise alone: it never rejects, its wait is begun early on purpose, it is only begun when
 * it is awaited, or it is more than a promise, and so may be handled out of sight.
 */
export type Spared = 'never-rejects' | 'waits' | 'lazy' | 'more';

/** What a variable holds that was started: a promise, or a list of promises. */
export interface HeldFacts {
  name: string;
  spared: Spared | undefined;
  ways: readonly Way[];
}

/**
 * How a handler may end: what follows it runs, it gives a value in place of the one that failed (an empty list gives
 * `nothing`), it throws, leaves the loop around, or ends the process.
 */
export type Ending = 'goes-on' | 'gives' | 'gives-nothing' | 'throws' | 'breaks' | 'exits';

/** What a `catch`, or the handler of a chain, does with a failure. */
export interface CatchFacts {
  at: Place;
  /** Whether it logs, or shows a person, that something failed. */
  tells: boolean;
  /** Whether it names the error, only to tell of it or to choose a way, or hands it to somebody else. */
  error: 'unused' | 'told' | 'used';
  /** The properties that it reads of the error, `*` for one that cannot be told. */
  asks: readonly string[];
  /** Each way on which it may end, once. */
  endings: readonly Ending[];
  /** Whether it sets anything of its surroundings. */
  assigns: boolean;
  /** Whether it waits for anything, as a second try does. */
  awaits: boolean;
}

/**
 * What anybody looks at of what `allSettled` gives: also at rejections, only at values, at nothing, or it cannot be told
 * since somebody else holds the results.
 */
export type Looks = 'rejections' | 'values' | 'nothing' | 'elsewhere';

/** All that the verdict on an `allSettled` needs. */
export interface SettledFacts {
  looks: Looks;
  /** Whether every operation takes its failure itself, or tells of it before it rejects. */
  tellsOwnFailures: boolean;
  /** The callees of the operations, one an item, as written; `undefined` where they are others, or start elsewhere. */
  calleesPerItem: readonly string[] | undefined;
  /** Whether it stands in a `catch` or a `finally`, or in a function that by its name cleans up. */
  cleansUp: boolean;
  /** Whether to fail is an answer: each asks whether something is there, or opens one of a few that are written out. */
  isAsking: boolean;
  /** Whether a comment above, or an empty `catch` around, says that failures are nobody's loss. */
  isWaived: boolean;
  /** Whether a `catch` is there for its failure alone, which never comes. */
  isTried: boolean;
}

/** All that the verdict on a `Promise.all` needs whose failure somebody takes. */
export interface TakenFacts {
  /** What the `catch`, or the handler of the chain, does with the first failure. */
  taken: CatchFacts;
  /**
   * What becomes of the values: nobody gets them; the list is put where a variable has something else so far; it is
   * given to whoever comes after, who gets what the handler gives otherwise; or they are used on the spot, and so needed
   * together.
   */
  values: 'dropped' | 'put' | 'given' | 'used';
  /** Whether all that the handler sets is the same variable, to an empty list. */
  empties: boolean;
  /** What else the success alone leads to: nothing, something that is done at once, or more to wait for or to answer. */
  then: 'nothing' | 'at-once' | 'more';
  /** Whether each item has a promise of its own. */
  perItem: boolean;
  /** How many operations leave their failure to others; `undefined` where they were started elsewhere. */
  failing: 'none' | 'one' | 'several' | undefined;
  /** Whether any of them is known to write. */
  writes: boolean;
}

/** Work that a combinator has done for every item of a list at once. */
export interface FanOutFacts {
  at: Place;
  /** The list, as written. */
  list: string;
  /**
   * What decides how long the list is: `few` and `data` by the name of what it holds, `found` where a call looks for all
   * there is, or where the name says only by what things are found.
   */
  extent: 'text' | 'few' | 'data' | 'found' | 'unknown';
  /** The call that leaves the process for each item, its callee as written; whether that is beyond doubt. */
  outgoing: { callee: string; isSure: boolean; at: Place } | undefined;
  /**
   * Whether something limits already: in the callback, the browser, which holds back requests, or a test, which makes its
   * own data; or the function calls itself, where bounds would not add up.
   */
  limited: boolean;
}

/** What runs a callback for each item: an array, a Map, a Set, a snapshot of Firestore's, none of these, or who knows. */
export type ListKind = 'array' | 'map' | 'set' | 'snapshot' | 'other' | 'unknown';

/**
 * What is done with what such a method gives: nothing, it is held by a variable that is never read, awaited as it is,
 * handed to a combinator, one of the promises handed to a combinator, taken for a promise, or used as a value.
 */
export type Use = 'dropped' | 'unused' | 'voided' | 'awaited' | 'combined' | 'listed' | 'chained' | 'used';

/** All that the verdict on a method needs that runs a callback for each item. */
export interface IterationFacts {
  makes: Makes;
  /** What the callback gives: a promise for sure, nothing though its last call may be one, or who knows. */
  gives: 'promise' | 'nothing' | 'anything';
  /** Whether the callback waits for anything. */
  waits: boolean;
  /** Whether a promise that the callback gives may reject. */
  rejects: boolean;
  /** Whether the callback does no more than to start something and to hang a handler on it: `(x) => save(x).catch(log)`. */
  handled: boolean;
  /** Whether an `await` may stand where the call stands. */
  mayAwait: boolean;
  list: ListKind;
  /** Whether the list is a variable or a property, not what a call gives. */
  named: boolean;
  use: Use;
  /** Whether the value so far, which is a promise from the second item on, is used as if it were none. */
  mistakesSofar: boolean;
}

/** A call that would stop at a signal. */
export interface SignalFacts {
  /** As written, arguments left out. */
  callee: string;
  /** Whether it is given a signal; `unknown` where its options come from elsewhere. */
  gets: 'none' | 'one' | 'unknown';
  /** Whether a stop spares next to nothing. */
  isCheap: boolean;
  /** Whether it is a request that changes something, which may have been carried out when it is stopped. */
  isWrite: boolean;
}

/** The promises of a combinator, and what could stop each. */
export interface GroupFacts {
  name: CombinatorName;
  fate: Fate['fate'];
  /** What becomes of the first failure, where somebody takes it. */
  taken: TakenFacts | undefined;
  /** One for each promise that is written out, or for the callback that makes one an item. */
  members: readonly { rejects: boolean; takes: readonly SignalFacts[] }[];
  /** Whether there is one promise an item. */
  perItem: boolean;
}

/** An element of a combinator's list. */
export type ElementFacts =
  /** A variable. */
  | { is: 'promise'; text: string }
  | {
      is: 'call';
      /** The call as written, but for white space. */
      text: string;
      nature: Operation['nature'];
      /** The words of the callee's last name. */
      words: readonly string[];
      hasArguments: boolean;
      /** Whether its callee and its arguments are only looked up or computed. */
      computes: boolean;
      /** Whether a function of this file that it calls changes something. */
      changes: boolean;
      /** Whether it moves a position on, holds a resource, or lets time pass. */
      ordered: boolean;
    }
  | { is: 'other' };
