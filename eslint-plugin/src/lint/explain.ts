// What `eslint-plugin-gather/explain` gives. The types are written out, so that their declarations stand alone: they
// need nothing but ESLint's.
import type { SourceCode } from 'eslint';
import { explain as explainNode } from '../explain.js';
import { english } from '../verdict/sentence.js';

/** ESLint's `SourceCode`, in as much as its own types and those of typescript-eslint agree. */
export type AnySourceCode = Pick<SourceCode, 'lines' | 'text'>;

/** A node of the tree of any parser. */
export interface AnyNode {
  type: string;
}

/** Names that a project adds, as in the options of the rules; a trailing `*` matches what begins so. */
export interface Names {
  serial?: readonly string[];
  waits?: readonly string[];
  safe?: readonly string[];
}

/** A part of the text. */
export interface Place {
  /** UTF-16 offsets: first unit, and the one after the last. */
  start: number;
  end: number;
  /** 1-based, as editors and ESLint's messages count. */
  line: number;
  column: number;
}

/** The verdict on one loop, or on one await of a row. */
export interface Explanation {
  /** The loop's head, or the await. */
  place: Place;
  verdict: 'concurrent' | 'sequential';
  /** The name of what keeps it sequential, such as `loop-carried`. */
  reason: string | undefined;
  /** The verdict and its evidence in a sentence. */
  text: string;
  /** The places that prove it, the most telling first. */
  evidence: Place[];
}

type Engine = Parameters<typeof explainNode>;

/**
 * Explains the awaits in a row and the loops that a node is in, or is, up to the next function: the innermost first.
 * An async reduction is a loop. Loops that await nothing are left out.
 * @param sourceCode the file's, as a rule finds it in its context
 * @param node a node of its tree as ESLint hands it to rules, knowing its parent
 */
export function explain(sourceCode: AnySourceCode, node: AnyNode, names?: Names): Explanation[] {
  const explanations = explainNode(sourceCode as unknown as Engine[0], node as unknown as Engine[1], names);
  return explanations.map(({ why, ...rest }) => ({ ...rest, text: english.verdicts[rest.verdict](why()) }));
}
