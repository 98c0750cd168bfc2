// The verdict in a sentence: what was seen, and where.
import type { Place } from '../facts/model.js';
import type { Reason, Sequential, Verdict } from './model.js';
import type { PairReason, PairVerdict } from './sequence.js';

/** What a sentence tells, in the reader's words. */
export interface Told {
  subject: string;
  /** Where it was seen. */
  at: string;
  /** Where the value that is read comes from, for a dependence. */
  from: string;
}

/** The words of the sentences in one language; places are handed over as they are to be shown. */
export interface VerdictWords {
  /** The whole sentence from what it is for. */
  verdicts: Readonly<Record<'concurrent' | 'sequential', (why: string) => string>>;
  reasons: Readonly<Record<Reason, (told: Told) => string>>;
  /** Why a loop is concurrent, and what a rewrite has to mind. */
  independent: string;
  bounded: string;
  ordered: (at: string) => string;
  pairReasons: Readonly<Record<PairReason, (told: Pick<Told, 'subject' | 'at'>) => string>>;
  pair: (first: string, second: string, why: string) => string;
  together: (first: string, second: string) => string;
  /** That there is no verdict. */
  none: (place: string) => string;
  /** What a subject is made of beside code. */
  phrase: (english: string) => string;
}

/** Writes a place into a sentence. */
export type Point = (place: Place) => string;

/** `line:column`, 1-based. */
const lineAndColumn: Point = ({ line, column }) => `${String(line)}:${String(column)}`;

export const english: VerdictWords = {
  verdicts: { concurrent: (why) => `concurrent: ${why}`, sequential: (why) => `sequential: ${why}` },
  reasons: {
    'loop-carried': ({ subject, at, from }) =>
      `\`${subject}\` set at ${from} from this iteration's result is read at ${at}`,
    'shared-state': ({ subject, at }) =>
      `\`${subject}\`, which all iterations share, is changed at ${at} in an order that would be lost`,
    'left-behind': ({ subject, at, from }) =>
      `what the iterations before a failure have left in \`${subject}\` at ${from} is looked at at ${at}`,
    condition: ({ at }) => `the condition at ${at} is asked again after each iteration`,
    'early-exit': ({ subject, at }) => `\`${subject}\` at ${at} may end the loop, depending on this iteration`,
    time: ({ subject, at }) => `${subject}, at ${at}`,
    'serial-resource': ({ subject, at }) => `${subject} is used at ${at}`,
    chain: ({ subject, at }) => `${subject}, at ${at}`,
    'visible-order': ({ subject, at }) => `what \`${subject}\` shows at ${at} would no longer come in order`,
    'already-concurrent': ({ subject, at }) => `${subject}, at ${at}`,
    'nothing-to-overlap': ({ subject, at }) =>
      subject === ''
        ? `what is awaited at ${at} never waits for anything`
        : `only one item ever reaches the await at ${at}`,
    repeated: ({ subject, at }) =>
      `\`${subject}\` at ${at} is handed nothing of the item itself, so that it looks the same each time`,
    stated: ({ subject, at }) => `a comment at ${at} says so: \u2018${subject}\u2019`,
  },
  independent: 'no iteration needs another',
  bounded: ', a bounded number at a time since they write',
  ordered: (at) => `; what happens at ${at} has to keep its order`,
  pairReasons: {
    needs: ({ subject }) => `it needs \`${subject}\``,
    'shared-state': ({ subject }) =>
      `\`${subject}\` is changed by one of them, and seen by the other or where that fails`,
    'serial-resource': ({ subject, at }) => `${subject} is used at ${at}`,
    time: ({ subject, at }) => `${subject}, at ${at}`,
    guards: ({ subject }) => `\`${subject}\` may be there to be done before, or to stop what comes behind it`,
    writes: ({ subject }) =>
      subject === '' ? 'neither is known to read only' : `\`${subject}\` may write, so that the order may be meant`,
    repeats: ({ subject }) => `\`${subject}\` is asked again`,
    started: ({ subject }) => `\`${subject}\` was started before, and is only waited for`,
    'visible-order': ({ subject }) => `what \`${subject}\` shows would no longer come in order`,
  },
  pair: (first, second, why) => `the await at ${second} waits for the one at ${first}: ${why}`,
  together: (first, second) => `the awaits at ${first} and ${second} do not need each other`,
  none: (place) => `Nothing awaits in a loop or in a row at ${place}.`,
  phrase: (phrase) => phrase,
};

/** Why a loop is concurrent or has to stay sequential. */
export function whyOf(verdict: Verdict, words = english, point = lineAndColumn): string {
  if (!verdict.concurrent) {
    const { reason, at, from = at } = verdict;
    return words.reasons[reason]({ subject: words.phrase(subjectOf(verdict)), at: point(at), from: point(from) });
  }
  const [first] = verdict.ordered;
  return [words.independent, verdict.writes ? words.bounded : '', first ? words.ordered(point(first.at)) : ''].join('');
}

/** What it was seen in; a comment is cut short. */
function subjectOf({ reason, subject }: Sequential): string {
  return reason === 'stated' ? subject.replace(/\s+/g, ' ').slice(0, 80) : subject;
}

/** The same for two awaits in a row; `second` comes behind `first`. */
export function whyOfPair(
  verdict: PairVerdict,
  [first, second]: readonly [Place, Place],
  words = english,
  point = lineAndColumn,
): string {
  if (verdict.together) return words.together(point(first), point(second));
  const why = words.pairReasons[verdict.reason]({ subject: words.phrase(verdict.subject), at: point(verdict.at) });
  return words.pair(point(first), point(second), why);
}

/** The places that prove a verdict on two awaits. */
export function evidenceOfPair(verdict: PairVerdict, first: Place, second: Place): Place[] {
  const places = verdict.together ? [first, second] : [verdict.at, first, second];
  return places.filter(({ start }, index) => places.findIndex((other) => other.start === start) === index);
}

/** The places that prove a verdict, the most telling first. */
export function evidenceOf(verdict: Verdict): Place[] {
  if (verdict.concurrent) return verdict.ordered.map(({ at }) => at);
  return verdict.from ? [verdict.at, verdict.from] : [verdict.at];
}
