// The verdict in a sentence: what was seen, and where.
import type { Place } from '../facts/model.js';
import type { Reason, Sequential, Verdict } from './model.js';

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
    `\`${subject}\` at ${point(at)} is the same operation each time, and nobody keeps what it gives`,
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

/** The places that prove a verdict, the most telling first. */
export function evidenceOf(verdict: Verdict): Place[] {
  if (verdict.concurrent) return verdict.ordered.map(({ at }) => at);
  return verdict.from ? [verdict.at, verdict.from] : [verdict.at];
}

function point({ line, column }: Place): string {
  return `${String(line)}:${String(column)}`;
}
