// The pictures of two samples: what happened when they were run, on one scale.
import type { Chapter, Locale } from '../../eslint-plugin/src/guide/model.js';
import { drawTimeline } from '../../eslint-plugin/src/guide/timeline.js';
import type { Theme } from '../../eslint-plugin/src/guide/drawing.js';
import { words } from '../../eslint-plugin/src/guide/words.js';
import type { SampleRun } from './run.js';
import type { Pair } from './samples.js';

/** The runs of the sample that is bad, and of the better one. */
export type Runs = readonly [SampleRun, SampleRun];

/** What a picture is made of: two samples, and what is written around them. */
export interface Pictured extends Pick<Chapter, 'id' | 'title'> {
  pair: Pair;
}

/** How a picture is drawn. */
export interface Manner {
  locale: Locale;
  theme: Theme;
}

/**
 * The picture of both samples, or of the bad one alone.
 * @param runs what happened in English, by the id of what is pictured
 * @throws Error when there is no such run
 */
export function pictureOf(
  { id, title, pair: { bad, better } }: Pictured,
  runs: ReadonlyMap<string, Runs>,
  { locale, theme }: Manner,
  shown: 'bad' | 'both' = 'both',
): string {
  const pair = runs.get(id);
  if (!pair) throw new Error(`'${id}' is not in the English documents.`);
  const [before, after] = pair;
  const labelled = [
    { ...before, label: bad.label },
    { ...after, label: better.label },
  ];
  const drawnRuns = shown === 'both' ? labelled : labelled.slice(0, 1);
  return drawTimeline({ title, runs: drawnRuns }, { words: words[locale], theme });
}
