// What proves a report, place by place. An ESLint message has room for it in one spot only, the data of a suggestion,
// which goes wherever the message goes: to formatters, between threads, into caches.
import type { TSESLint } from '@typescript-eslint/utils';
import type { Linter } from 'eslint';
import type { Place } from '../facts/model.js';
import { ruleOf } from './rule-id.js';

/** What a place is to its report; `formatters/evidence.ts` says it in words. */
export type Note =
  | 'waits'
  | 'ordered'
  | 'between'
  | 'handler'
  | 'lost'
  | 'past'
  | 'told'
  | 'made'
  | 'outgoing'
  | 'first'
  | 'stops'
  | 'handled';

/** One place that proves a report. */
export interface Evidence {
  note: Note;
  /** UTF-16 offsets: the first unit, and the one after the last. */
  range: readonly [number, number];
}

/** A report holds so many places at most. */
const maxPlaces = 20;

/** The suggestions of a report with the places that prove it; a report without suggestions keeps its places to itself. */
export function proved<S extends TSESLint.SuggestionReportDescriptor<string>>(
  suggest: readonly S[],
  places: Readonly<Partial<Record<Note, readonly (Place | undefined)[]>>>,
): S[] {
  const evidence = Object.entries(places)
    .flatMap(([note, each]) => each.flatMap((place) => (place ? { note, range: [place.start, place.end] } : [])))
    .slice(0, maxPlaces);
  return suggest.map((each, index) => (index === 0 ? { ...each, data: { ...each.data, evidence } } : each));
}

/** A suggestion of a message; ESLint's types have yet to tell of its data. */
type Proved = Linter.LintSuggestion & { data?: { evidence?: readonly Evidence[] } };

/** The places that prove a message of Gather's rules. */
export function evidenceIn({ ruleId, suggestions = [] }: Linter.LintMessage): readonly Evidence[] {
  const [first]: Proved[] = suggestions;
  return (ruleOf(ruleId) === undefined ? undefined : first?.data?.evidence) ?? [];
}
