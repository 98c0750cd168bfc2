// What a rewrite is: edits of the text, with what they do in a word.

/** Replaces the text from the first offset up to the second (UTF-16, the second one excluded). */
export interface Edit {
  range: readonly [number, number];
  text: string;
}

/**
 * `all` runs every iteration at once, `in-order` too and then applies the results one by one, `chunks` runs a fixed
 * number at a time.
 */
export type Form = 'all' | 'in-order' | 'chunks';

export interface Rewrite {
  form: Form;
  /** Non-overlapping, in the order of the text. */
  edits: Edit[];
}

/** The rewrites of a loop, the safest first; none comes with the reason. */
export type Outcome = { rewrites: Rewrite[] } | { rewrites: []; why: WhyNot };

/** Why no rewrite is offered; each has its sentence among the rule's messages. */
export type WhyNot = 'head' | 'comments' | 'arguments' | 'hoisted' | 'outer-variable' | 'entangled';
