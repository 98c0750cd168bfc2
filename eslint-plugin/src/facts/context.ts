// What lowering carries along on its way down the tree.
import type { LocalCall } from './circles.js';
import type { Frame } from './paths.js';
import type { Variable } from './variables.js';

export interface Context {
  frame: Frame;
  /** The calls of functions of this file that were met on the way. */
  localCalls: LocalCall[];
  /** Whether promises that are made here are awaited together by the call around: `Promise.all(xs.map((x) => f(x)))`. */
  combined: boolean;
  /** Whether the statements belong to a function inside the region: its exits do not leave the region. */
  inFunction: boolean;
  /** Whether a condition around the statement rests on what was awaited. */
  onResult: boolean;
  /** Whether one around it names anything that the iteration has for itself. */
  varies: boolean;
  /** Whether one looks at what the iterations before have counted. */
  onCount: boolean;
  /** What an unlabelled `break` leaves: the region itself, a loop inside it, or a `switch`. */
  breaks: 'region' | 'loop' | 'switch';
  /** Labels that stand on the region itself, and labels inside it. */
  ownLabels: ReadonlySet<string>;
  innerLabels: ReadonlySet<string>;
  /** What a reduction gathered so far: to return it as it is leads to the next item. */
  gathered: Variable | undefined;
}

/** The context of a region's own statements. */
export function contextOf(
  frame: Frame,
  options: {
    localCalls?: LocalCall[];
    inFunction?: boolean;
    ownLabels?: ReadonlySet<string>;
    gathered?: Variable;
  } = {},
): Context {
  return {
    frame,
    localCalls: options.localCalls ?? [],
    combined: false,
    inFunction: options.inFunction ?? false,
    onResult: false,
    varies: false,
    onCount: false,
    breaks: 'region',
    ownLabels: options.ownLabels ?? new Set(),
    innerLabels: new Set(),
    gathered: options.gathered,
  };
}
