// The pictures of the extension's walkthrough, a step each.
import type { Theme } from '../../eslint-plugin/src/guide/drawing.js';
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import { drawFlow } from './flow.js';
import type { ReadChapter } from './guide.js';
import { type Manner, pictureOf, type Runs } from './pictures.js';
import { drawReport } from './report.js';

/** The guide in a language, and the ending of its files. */
export interface Guide {
  locale: Locale;
  ending: string;
  chapters: readonly ReadChapter[];
}

/** Where the pictures are, from the root. */
export const walkthroughImages = 'media/walkthrough/';

/** Editors choose the picture by their own theme, which need not be the system's. */
const themes: readonly Theme[] = ['light', 'dark'];

/** The pictures in a language by their paths from the root, such as `media/walkthrough/see.light.zh-TW.svg`. */
export function walkthroughPictures(
  { locale, ending, chapters }: Guide,
  runs: ReadonlyMap<string, Runs>,
): [string, string][] {
  const [chapter] = chapters;
  if (!chapter) throw new Error('The guide has no chapter.');
  const steps: Readonly<Record<string, (manner: Manner) => string>> = {
    see: (manner) => pictureOf(chapter, runs, manner, 'bad'),
    rewrite: (manner) => pictureOf(chapter, runs, manner),
    guide: drawFlow,
    check: (manner) => drawReport(chapter.pair.bad.code, manner),
  };
  return Object.entries(steps).flatMap(([step, draw]) =>
    themes.map((theme): [string, string] => [
      `${walkthroughImages}${step}.${theme}${ending}.svg`,
      draw({ locale, theme }),
    ]),
  );
}
