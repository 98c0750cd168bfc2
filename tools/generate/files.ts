// All that is generated out of the guide: its chapters in code, and the pictures of the documents.
import { readFile } from 'node:fs/promises';
import manifest from '../../eslint-plugin/package.json' with { type: 'json' };
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import { drawTimeline } from '../../eslint-plugin/src/guide/timeline.js';
import { words } from '../../eslint-plugin/src/guide/words.js';
import { chaptersModule, type ReadChapter, readChapters, timelinesModule } from './guide.js';
import { scenes } from './scenes.js';
import { runSample, type SampleRun } from './world.js';

/** The repository's folder. */
export const root = new URL('../../', import.meta.url);

const { url, directory } = manifest.repository;
const docsUrl = `${url.replace(/^git\+|\.git$/g, '')}/blob/main/${directory}/docs`;

/** The languages of the guide: the ending of its files, the name of its module, and the words of the link into it. */
const languages: readonly { locale: Locale; ending: string; module: string; link: string }[] = [
  { locale: 'en', ending: '', module: 'en', link: 'The whole chapter' },
  { locale: 'zh-TW', ending: '.zh-TW', module: 'zh-tw', link: '閱讀完整章節' },
];

/** Where the pictures are, from the root. */
export const images = 'eslint-plugin/docs/images/';

type Pair = readonly [SampleRun, SampleRun];

/** The texts of the generated files, modules not yet formatted, by their paths from the root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const guides = await Promise.all(
    languages.map(async (language) => {
      const text = await readFile(new URL(`eslint-plugin/docs/guide${language.ending}.md`, root), 'utf8');
      return { ...language, chapters: readChapters(text) };
    }),
  );
  const runs = new Map<string, Pair>();
  // gather: sequential -- one run at a time has the process's unhandled rejections
  for (const chapter of guides[0]?.chapters ?? []) runs.set(chapter.id, await runPair(chapter));
  return new Map([
    ['eslint-plugin/src/guide/timelines.generated.ts', timelinesModule(runs)],
    ...guides.flatMap(({ locale, ending, module, link, chapters }): [string, string][] => [
      [
        `eslint-plugin/src/guide/chapters.${module}.generated.ts`,
        chaptersModule(chapters, `${docsUrl}/guide${ending}.md`, link),
      ],
      ...chapters.map((chapter): [string, string] => [
        `${images}${chapter.id}${ending}.svg`,
        pictureOf(chapter, runs.get(chapter.id), locale),
      ]),
    ]),
  ]);
}

async function runPair({ id, pair: { bad, better } }: ReadChapter): Promise<Pair> {
  const scene = scenes[id];
  if (!scene) throw new Error(`The chapter '${id}' has no scene in tools/generate/scenes.ts.`);
  return [await runSample(bad, scene), await runSample(better, scene)];
}

function pictureOf({ id, title, samples }: ReadChapter, pair: Pair | undefined, locale: Locale): string {
  if (!pair) throw new Error(`The chapter '${id}' is not in the English guide.`);
  const [before, after] = pair;
  return drawTimeline(
    {
      title,
      runs: [
        { ...before, label: samples.bad },
        { ...after, label: samples.better },
      ],
    },
    { words: words[locale], theme: 'auto' },
  );
}
