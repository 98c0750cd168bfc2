// The verdict on a rejection gap: a promise that is started, then an await or a throw, and only then a handler.
import type { Place } from '../facts/model.js';
import type { Between, Handling, HeldFacts, Spared, Way } from '../facts/promises/model.js';

export interface Gap {
  gap: true;
  between: Between;
  /** The first handler behind it; `undefined` where a `throw` leaves before any. */
  handler: Place | undefined;
}

export interface NoGap {
  gap: false;
  /** What speaks for it; `handled` where a handler comes first on every way. */
  why: Spared | 'handled';
}

/** What tells that it is a promise which is taken late; who is handed it may not even wait for it. */
const taking: ReadonlySet<Handling> = new Set(['awaited', 'combined', 'chained']);

/** Decides on what a variable holds. */
export function judgeHeld({ spared, ways }: HeldFacts): Gap | NoGap {
  if (spared) return { gap: false, why: spared };
  const late = firstOf(ways.filter(isLate));
  return late ? { gap: true, between: late.between, handler: late.handler?.at } : { gap: false, why: 'handled' };
}

type LateWay = Way & { between: Between };

/** Whether something stands between on a way that shows a promise. */
export function isLate(way: Way): way is LateWay {
  if (!way.between) return false;
  return way.handler ? taking.has(way.handler.how) : way.between.what === 'throw';
}

/** The one whose handler comes first in the text, and then what stands between; a `throw` has none behind it. */
function firstOf(ways: readonly LateWay[]): LateWay | undefined {
  const handlerOf = ({ handler }: LateWay): number => handler?.at.start ?? Number.MAX_SAFE_INTEGER;
  return [...ways].sort(
    (one, other) => handlerOf(one) - handlerOf(other) || one.between.at.start - other.between.at.start,
  )[0];
}
