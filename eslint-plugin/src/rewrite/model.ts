// What a rewrite is: edits of the text, with what they do in a word.

/** Replaces the text from the first offset up to the second (UTF-16, the second one excluded). */
export interface Edit {
  range: readonly [number, number];
  text: string;
}

/**
 * `all` runs every iteration at once, `in-order` too and then applies the results one by one, `settled` waits for all and
 * parts the values from the reasons. The others run a fixed
 * number at a time: `limiter` through one that is there, `proposed` through one that is to be installed first,
 * `chunks` without.
 */
export type Form = 'all' | 'in-order' | 'settled' | 'limiter' | 'proposed' | 'chunks';

/** The forms that run a fixed number at a time. */
export type BoundedForm = Extract<Form, 'limiter' | 'proposed' | 'chunks'>;

export interface Rewrite<F extends Form = Form> {
  form: F;
  /** Non-overlapping, in the order of the text. */
  edits: Edit[];
  /** Set where the items may never end, so that not all of them can be taken at once. */
  endless?: true;
  /** For those that run a fixed number at a time. */
  bound?: Bound;
}

export interface Bound {
  /** How many run at a time, as text. */
  size: string;
  /** What becomes of failures. */
  combinator: 'all' | 'allSettled';
  /** What limits: a package, or a variable of the file. */
  limiter?: string;
  /** Whether nothing more is begun after the first failure. */
  stops?: boolean;
  /** What to install. */
  install?: string;
}

/** The rewrites of a loop, the safest first; none comes with the reason. */
export type Outcome = { rewrites: Rewrite[] } | { rewrites: []; why: WhyNot };

/** Why no rewrite is offered; each has its sentence among the rule's messages. */
export type WhyNot = 'promise' | 'head' | 'arguments' | 'hoisted' | 'outer-variable' | 'entangled';
