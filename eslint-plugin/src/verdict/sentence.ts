// The verdict in a sentence: what was seen, and where.
import type { Place } from '../facts/model.js';
import type { Reason, Sequential, Verdict } from './model.js';
import type { PairReason, PairVerdict } from './sequence.js';

const because: Record<Reason, (verdict: Sequential) => string> = {
  'loop-carried': ({ subject, at, from }) =>
    `\`${subject}\` set at ${point(from ?? at)} from this iteration's result is read at ${point(at)}`,
  'shared-state': ({ subject, at }) =>
    `\`${subject}\`, which all iterations share, is changed at ${point(at)} in an order that would be lost`,
  condition: ({ at }) => `the condition at ${point(at)} is asked again after each iteration`,
  'early-exit': ({ subject, at }) => `\`${subject}\` at ${point(at)} may end the loop, depending on this iteration`,
  time: ({ subject, at }) => `${subject}, at ${point(at)}`,
  'serial-resource': ({ subject, at }) => `${subject} is used at ${point(at)}`,
  chain: ({ subject, at }) => `${subject}, at ${point(at)}`,
  'visible-order': ({ subject, at }) => `what \`${subject}\` shows at ${point(at)} would no longer come in order`,
  'already-concurrent': ({ subject, at }) => `${subject}, at ${point(at)}`,
  'nothing-to-overlap': ({ at }) => `only one item ever reaches the await at ${point(at)}`,
  repeated: ({ subject, at }) =>
    `\`${subject}\` at ${point(at)} is handed nothing of the item itself, so that it looks the same each time`,
  stated: ({ subject, at }) =>
    `a comment at ${point(at)} says so: \u2018${subject.replace(/\s+/g, ' ').slice(0, 80)}\u2019`,
};

/** `sequential: …` or `concurrent: …`, with 1-based lines and columns. */
export function sentenceOf(verdict: Verdict): string {
  if (!verdict.concurrent) return `sequential: ${because[verdict.reason](verdict)}`;
  const [first] = verdict.ordered;
  const order = first ? `; what happens at ${point(first.at)} has to keep its order` : '';
  return `concurrent: no iteration needs another${verdict.writes ? ', a bounded number at a time since they write' : ''}${order}`;
}

const becausePair: Record<PairReason, (subject: string, at: string) => string> = {
  needs: (subject) => `it needs \`${subject}\``,
  'shared-state': (subject) => `\`${subject}\` is changed by one of them, and seen by the other or where that fails`,
  'serial-resource': (subject, at) => `${subject} is used at ${at}`,
  time: (subject, at) => `${subject}, at ${at}`,
  guards: (subject) => `\`${subject}\` may be there to be done before, or to stop what comes behind it`,
  writes: (subject) =>
    subject === '' ? 'neither is known to read only' : `\`${subject}\` may write, so that the order may be meant`,
  repeats: (subject) => `\`${subject}\` is asked again`,
  started: (subject) => `\`${subject}\` was started before, and is only waited for`,
  'visible-order': (subject) => `what \`${subject}\` shows would no longer come in order`,
};

/** The verdict on two awaits in a row, in a sentence; `second` comes behind `first`. */
export function sentenceOfPair(verdict: PairVerdict, first: Place, second: Place): string {
  if (verdict.together) return `concurrent: the awaits at ${point(first)} and ${point(second)} do not need each other`;
  const why = becausePair[verdict.reason](verdict.subject, point(verdict.at));
  return `sequential: the await at ${point(second)} waits for the one at ${point(first)}: ${why}`;
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

function point({ line, column }: Place): string {
  return `${String(line)}:${String(column)}`;
}
