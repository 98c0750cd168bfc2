// The plain data that `facts/` hands to `verdict/`: what one iteration of a loop does, as steps in the order
// of evaluation. Nothing here knows a syntax tree, so another language could be lowered to the same steps.

/** Where something stands in the text. */
export interface Place {
  /** UTF-16 offsets: first unit, and the one after the last. */
  start: number;
  end: number;
  /** 1-based, as editors and ESLint's messages count. */
  line: number;
  column: number;
}

/**
 * One part of a path below its root: `.name`, `[i]` for a key that no two iterations share, `[id]` for one that no two
 * should, `[~text]` for a key that comes from the iteration but may repeat, `[+]` for a new element at the end, `[*]`
 * for any.
 */
export type Key = string;

/** A piece of state that outlives an iteration, as `totals.byDay[*]` or `this.cursor`. */
export interface Path {
  /** Identity of the variable; `this` for the receiver. */
  root: string;
  /** The path as a reader knows it. */
  text: string;
  keys: readonly Key[];
}

/**
 * How a write combines with what was there: `assign` replaces, `count` adds a whole number that is always the same,
 * `fold` combines in any order but for rounding, `chain` combines in
 * order (`s += x`, `a = a.concat(b)`, `v ??= x`), `append` adds at the end, `store` sets by key, `mark` makes a key a
 * member, `flag` assigns a constant, `default` sets what is not set yet to what is the same whoever sets it, `mutate` is
 * anything else.
 */
export type WriteHow =
  'assign' | 'count' | 'fold' | 'chain' | 'append' | 'store' | 'mark' | 'flag' | 'default' | 'mutate';

export interface ReadStep {
  kind: 'read';
  path: Path;
  /**
   * `reference` reads what the path holds on the way to something below it; `content` may look at all below,
   * `lasting` may do so until an awaited call is done.
   */
  depth: 'reference' | 'content' | 'lasting';
  at: Place;
  /** As for a write. */
  within?: true;
  by?: Place;
  /** Where a counter is compared with it, so that no element which is set at the counter is a new one. */
  bound?: true;
}

export interface WriteStep {
  kind: 'write';
  path: Path;
  how: WriteHow;
  at: Place;
  /** What is written was awaited in the same statement. */
  awaited?: true;
  /** In a function that the iteration calls: such an access cannot be moved out of the call. */
  within?: true;
  /** The call of a function that never suspends, by which it is done: with the call it can be moved. */
  by?: Place;
}

/** What is known of a call, from data flow, imports, types and, last, names; see `knowledge/`. */
export interface Operation {
  /** As written, arguments left out: `db.users.find`. */
  callee: string;
  nature: 'read' | 'write' | 'unknown';
  awaited: boolean;
  /** Whether anybody takes the result. */
  kept: boolean;
  /** Whether it, or what it is a method of, outlives the iteration as a given thing, and what it does there is not known. */
  shared: boolean;
  /** Whether the receiver, an argument or the callee comes from the iteration. */
  variesByIteration: boolean;
  traits: readonly Trait[];
}

/** A property of an operation that speaks on its order, with the words that tell why. */
export interface Trait {
  trait:
    | 'waits'
    | 'serial'
    | 'gates'
    | 'repeats'
    | 'resets'
    | 'tests'
    | 'logs'
    | 'shows'
    | 'ends-process'
    | 'throws'
    | 'begins'
    | 'ends'
    | 'adds'
    | 'aims'
    | 'asks'
    | 'feeds'
    | 'rewrites'
    | 'makes-folder'
    | 'needs-folder'
    | 'chained'
    | 'grouped'
    | 'pooled';
  /** What the trait was seen in: a resource, a callee, a comment, with the reason it is known. */
  subject: string;
  /** The resource, where it is a parameter's: whose it is shows where the function is called. */
  resource?: Path;
}

export interface CallStep {
  kind: 'call';
  operation: Operation;
  at: Place;
  /** Whether all that is called by it comes next: it is a function of this file. */
  followed?: true;
  /** As for a write. */
  within?: true;
}

export interface AwaitStep {
  kind: 'await';
  at: Place;
  /**
   * What is awaited: a call's result, one that a function returns for its caller to await, a promise that was started
   * elsewhere, the next value of a stream, or what never really waits: a function of this file that awaits nothing.
   */
  of: 'call' | 'returned' | 'started' | 'stream' | 'settled';
}

export interface ExitStep {
  kind: 'exit';
  how: 'break' | 'return' | 'throw' | 'next' | 'yield';
  at: Place;
  /** Whether a condition that rests on what was awaited leads here. */
  onResult: boolean;
  /** Whether a condition that the item has a say in does. */
  varies: boolean;
  /** Whether one does that looks at what the iterations before have counted: the third failure, a budget used up. */
  onCount?: true;
}

/** Exactly one arm runs; an arm may be empty. */
export interface ChoiceStep {
  kind: 'choice';
  arms: readonly (readonly Step[])[];
  /** The only value of the item for which the first arm runs, where the test is `item === constant`. */
  onlyFor?: string;
}

/** The body runs once, as a function's that is called here; `next` inside it leads to its end. */
export interface BlockStep {
  kind: 'block';
  body: readonly Step[];
}

/** The body runs any number of times: an inner loop or a callback. */
export interface RepeatStep {
  kind: 'repeat';
  body: readonly Step[];
  /** A callback that the callee may run after it suspended, so that its body counts as after an await. */
  deferred: boolean;
  /** Set for an inner loop over a list that is the same in each iteration: its place. */
  same?: Place;
  /** Set for a callback: what it shows, it shows in its own order. */
  callback?: true;
}

export interface AttemptStep {
  kind: 'attempt';
  block: readonly Step[];
  handler: readonly Step[] | undefined;
  finalizer: readonly Step[];
}

export type Step =
  ReadStep | WriteStep | CallStep | AwaitStep | ExitStep | ChoiceStep | BlockStep | RepeatStep | AttemptStep;

/** How the loop comes by its iterations. */
export type Iteration =
  | { by: 'items' | 'keys' | 'count' }
  /** The next iteration is decided by a condition, evaluated after the one before. */
  | { by: 'condition'; at: Place }
  | { by: 'stream'; at: Place };

/** All that the verdict on a loop needs. */
export interface LoopFacts {
  /** From the loop's keyword to the parenthesis that closes its head. */
  head: Place;
  iteration: Iteration;
  /** One iteration: the condition's part first where there is one. */
  steps: readonly Step[];
  /** What shows that the items have an order: where their list is sorted, or where one is told that it is the last. */
  order: { text: string; at: Place } | undefined;
  /** Variables from outside that are stepped once in each iteration, and so count the iterations. */
  counters: readonly Path[];
  /** What is looked at where a failure of the loop is handled around it. */
  readonly onFailure: readonly (ReadStep | WriteStep)[];
  /** A comment that says the order is meant. */
  intent: { text: string; at: Place } | undefined;
}

/** All that the verdict on two awaits needs to know of each. */
export interface AwaitFacts {
  at: Place;
  /** What is awaited, as written. */
  text: string;
  /** What evaluating it reads, writes and calls. */
  steps: readonly Step[];
  /** The call that is awaited, if it is one. */
  operation: Operation | undefined;
  /** What the callee's name says of it, where no function of this file says more. */
  byName: Operation['nature'] | undefined;
  /** A call's result, a promise that came in as a parameter, or one that was started here before. */
  awaits: 'call' | 'given' | 'started';
  /** Identities of the variables that hold the value. */
  declares: readonly string[];
  /** Identities of the variables that it names. */
  uses: readonly string[];
  /** Whether anybody gets the value. */
  kept: boolean;
  /** What a handler, or what comes behind it, still finds assigned when a later await has failed. */
  leaves: string | undefined;
  /** Whether its failure is caught, or something finally done, in the same function. */
  tried: boolean;
  /** The first word of the callee's name, and what stands before that name. */
  verb: string;
  receiver: string;
  /** Whether it throws where something is not as it must be, as `assertOwner()` does. */
  guards: boolean;
  /** What keeps two calls of this kind apart: each is `sent` to others on its own, or is about a `key`. */
  apart: 'sent' | 'key' | undefined;
  /** The literal that tells which of many things the call is about. */
  key: string | undefined;
}
