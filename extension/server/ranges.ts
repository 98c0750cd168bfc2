// Comparing positions of a document.
import type { Position, Range } from 'vscode-languageserver/node';

/** Whether two ranges share a position; touching ends count, so that a bare cursor is found. */
export function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Whether a position lies in a range or at one of its ends. */
export function contains(range: Range, position: Position): boolean {
  return touch(range, { start: position, end: position });
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
