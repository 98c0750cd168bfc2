// What proves a report, place by place. An ESLint message has room for it in one spot only, the data of a suggestion,
// which goes wherever the message goes: to formatters, between threads, into caches. Of a report without suggestions
// ESLint keeps nothing but the message, so that its evidence is kept here until who linted the file asks for it.
import type { TSESLint } from '@typescript-eslint/utils';
import type { Linter } from 'eslint';
import type { Place } from '../facts/model.js';
import { oncePerFile } from '../facts/variables.js';
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

/** What a rule asks of ESLint, to report with evidence. */
type Reporting<M extends string> = Pick<
  Readonly<TSESLint.RuleContext<M, readonly unknown[]>>,
  'id' | 'filename' | 'sourceCode' | 'report'
>;

/** The evidence of the reports without suggestions, by the place of each; of each file as it was linted last. */
const apart = new Map<string, Map<string, readonly Evidence[]>>();

const apartIn = oncePerFile(() => new Map<string, readonly Evidence[]>());

/** Reports, with the places that prove it. */
export function reportProved<M extends string>(
  context: Reporting<M>,
  descriptor: TSESLint.ReportDescriptor<M>,
  places: Readonly<Partial<Record<Note, readonly (Place | undefined)[]>>>,
): void {
  const evidence = Object.entries(places)
    .flatMap(([note, each]) =>
      each.flatMap((place): Evidence[] => (place ? [{ note: note as Note, range: [place.start, place.end] }] : [])),
    )
    .slice(0, maxPlaces);
  const [first, ...others] = descriptor.suggest ?? [];
  if (first) {
    const suggest = [{ ...first, data: { ...first.data, evidence } }, ...others];
    context.report({ ...descriptor, suggest });
    return;
  }
  const loc = 'node' in descriptor ? descriptor.node.loc : descriptor.loc;
  const { line, column } = 'start' in loc ? loc.start : loc;
  const ofFile = apartIn(context.sourceCode);
  apart.set(context.filename, ofFile);
  ofFile.set(placeKey(context.id, line, column + 1), evidence);
  context.report(descriptor);
}

function placeKey(ruleId: string, line: number, column: number): string {
  return `${ruleId} ${String(line)}:${String(column)}`;
}

/** A message and its first suggestion, with what ESLint's types do not tell of. */
type Proved = Linter.LintMessage & { evidence?: readonly Evidence[] };
type ProvedSuggestion = Linter.LintSuggestion & { data?: { evidence?: readonly Evidence[] } };

/**
 * The places that prove a message of Gather's rules.
 * @param file the file's name as it was linted: where no suggestion carries them, they are known in the thread alone
 *   that linted it
 */
export function evidenceIn(message: Proved, file: string): readonly Evidence[] {
  const { ruleId, line, column, suggestions = [] } = message;
  if (ruleId === null || ruleOf(ruleId) === undefined) return [];
  const [first]: ProvedSuggestion[] = suggestions;
  return first?.data?.evidence ?? message.evidence ?? apart.get(file)?.get(placeKey(ruleId, line, column)) ?? [];
}

/** The message with some of its suggestions, that carries its evidence along, to other threads and into caches. */
export function withEvidence(
  message: Linter.LintMessage,
  file: string,
  suggestions: Linter.LintSuggestion[] | undefined,
): Proved {
  const evidence = suggestions && suggestions[0] === message.suggestions?.[0] ? [] : evidenceIn(message, file);
  return { ...message, ...(suggestions && { suggestions }), ...(evidence.length > 0 && { evidence }) };
}
