// What lowering carries along on its way down the tree.
import type { Frame } from './paths.js';
import type { FunctionNode } from './syntax.js';

export interface Context {
  frame: Frame;
  /** The functions whose bodies are being lowered, outermost first; a call of one of them is not followed again. */
  active: readonly FunctionNode[];
  /** Whether the statements belong to a function inside the region: its exits do not leave the region. */
  inFunction: boolean;
  /** What an unlabelled `break` leaves: the region itself, a loop inside it, or a `switch`. */
  breaks: 'region' | 'loop' | 'switch';
  /** Labels that stand on the region itself, and labels inside it. */
  ownLabels: ReadonlySet<string>;
  innerLabels: ReadonlySet<string>;
}

/** The context of a region's own statements. */
export function contextOf(frame: Frame, options: { active?: readonly FunctionNode[]; inFunction?: boolean; ownLabels?: ReadonlySet<string> } = {}): Context {
  return {
    frame,
    active: options.active ?? [],
    inFunction: options.inFunction ?? false,
    breaks: 'region',
    ownLabels: options.ownLabels ?? new Set(),
    innerLabels: new Set(),
  };
}
