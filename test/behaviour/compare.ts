// What a rewrite may not change, as differences in words.
import type { Outcome } from './simulate.js';

export interface Expected {
  /** How many iterations may run at a time; `undefined` where all may. */
  size: number | undefined;
}

/** The differences between two runs under the same conditions; none when the rewrite behaves as the original. */
export function differences(before: Outcome, after: Outcome, { size }: Expected): string[] {
  const found = before.escaped.length > 0 ? afterFailure(before, after) : afterSuccess(before, after, size);
  if (after.unhandled.length > before.unhandled.length)
    found.push(`unhandled rejections: ${after.unhandled.join('; ')}`);
  return found;
}

/** No failure left the loop: everything is as it was. */
function afterSuccess(before: Outcome, after: Outcome, size: number | undefined): string[] {
  const found = [
    ...unequal('returns', before.value, after.value),
    ...unequal('throws', before.thrown, after.thrown),
    ...unequal('logs', lines(before.logs), lines(after.logs)),
    ...unequal('warnings, in any order', lines(sorted(before.warnings)), lines(sorted(after.warnings))),
    ...unequal('operations, in any order', lines(sorted(before.operations)), lines(sorted(after.operations))),
  ];
  if (after.time > before.time) found.push(`takes longer: ${String(before.time)} → ${String(after.time)}`);
  if (after.peak < before.peak) found.push(`peak in flight: ${String(before.peak)} → ${String(after.peak)}`);
  if (size !== undefined && after.peak > before.peak * size)
    found.push(`peak in flight: ${String(after.peak)}, though bounded by ${String(size)}`);
  return found;
}

/** The loop failed: so it does still, with the same error if there is but one. */
function afterFailure(before: Outcome, after: Outcome): string[] {
  if (before.thrown === after.thrown) return [];
  // Once the program went on with one failure of several, all that follows may differ.
  if (before.thrown === undefined || !before.escaped.includes(before.thrown))
    return after.errors.size > 1 ? [] : unequal('throws', before.thrown, after.thrown);
  const isRaised = after.errors.has(after.thrown ?? '');
  // What an item throws once it has its result, it may now not come to throw: another's failure is first.
  const isOneOfSeveral = after.errors.has(before.thrown) || isInjected(after.thrown ?? '');
  return isRaised && isOneOfSeveral ? [] : unequal('throws', before.thrown, after.thrown);
}

/** Whether it is the message of a failing operation. */
function isInjected(message: string): boolean {
  return message.endsWith(' failed');
}

function unequal(what: string, before: string | undefined, after: string | undefined): string[] {
  return before === after ? [] : [`${what}: ${String(before)} → ${String(after)}`];
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}

function lines(values: readonly string[]): string {
  return values.join(' | ');
}
