// The form for iterations that keep nothing in order: the loop becomes a callback as it is.
import { continuesAsReturns, continuesOf } from './body.js';
import { blockBody, type Draft, gathered } from './draft.js';
import { statementEnd } from './text.js';

/** `await Promise.all(items.map(async (x) => { … }))`. */
export function actingOnly(draft: Draft): string {
  const { source, loop, style } = draft;
  const edits = continuesAsReturns(source, continuesOf(source, loop), '');
  return `await ${gathered(draft, blockBody(draft, edits))}${statementEnd(source, style, loop)}`;
}
