// All that is generated out of the guide: its chapters in code, and the pictures of the documents.
import { readFile } from 'node:fs/promises';
import pMap from 'p-map';
import manifest from '../../eslint-plugin/package.json' with { type: 'json' };
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import { drawTimeline } from '../../eslint-plugin/src/guide/timeline.js';
import { words } from '../../eslint-plugin/src/guide/words.js';
import { drawFlow } from './flow.js';
import { chaptersModule, readChapters, timelinesModule } from './guide.js';
import { runSample, type SampleRun } from './run.js';
import { pairsOf, type Pair, samplesOf } from './samples.js';
import { chapterScenes, ruleScenes } from './scenes.js';
import type { Scene } from './world.js';

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

type Runs = readonly [SampleRun, SampleRun];

/** What a picture is made of: two samples, and what is written around them. */
interface Pictured {
  id: string;
  title: string;
  pair: Pair;
}

/** The texts of the generated files, modules not yet formatted, by their paths from the root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const guides = await Promise.all(
    languages.map(async (language) => ({
      ...language,
      chapters: readChapters(await readDocument(`guide${language.ending}.md`)),
      pages: await pMap(Object.keys(ruleScenes), async (rule) => readPage(rule, language.ending), { concurrency: 8 }),
    })),
  );
  const [{ chapters, pages }] = guides as [(typeof guides)[0]];
  const chapterRuns = await runAll(chapters, chapterScenes);
  const runs = new Map([...chapterRuns, ...(await runAll(pages, ruleScenes))]);
  return new Map([
    ['eslint-plugin/src/guide/timelines.generated.ts', timelinesModule(chapterRuns)],
    ...guides.flatMap((guide): [string, string][] => [
      [
        `eslint-plugin/src/guide/chapters.${guide.module}.generated.ts`,
        chaptersModule(guide.chapters, `${docsUrl}/guide${guide.ending}.md`, guide.link),
      ],
      [`${images}flow${guide.ending}.svg`, drawFlow(guide.locale)],
      ...[...guide.chapters, ...guide.pages].map((pictured): [string, string] => [
        `${images}${pictured.id}${guide.ending}.svg`,
        pictureOf(pictured, runs.get(pictured.id), guide.locale),
      ]),
    ]),
  ]);
}

function readDocument(path: string): Promise<string> {
  return readFile(new URL(`${directory}/docs/${path}`, root), 'utf8');
}

/** What the picture of a rule's page is made of. */
async function readPage(rule: string, ending: string): Promise<Pictured> {
  const [pair] = pairsOf(samplesOf(await readDocument(`rules/${rule}${ending}.md`)));
  if (!pair) throw new Error(`The page of '${rule}' needs a sample that is bad and one that is better.`);
  return { id: rule, title: rule, pair };
}

async function runAll(all: readonly Pictured[], scenes: Readonly<Record<string, Scene>>): Promise<Map<string, Runs>> {
  const runs = new Map<string, Runs>();
  // gather: sequential -- one run at a time has the process's unhandled rejections
  for (const { id, pair } of all) {
    const scene = scenes[id];
    if (!scene) throw new Error(`'${id}' has no scene in tools/generate/scenes.ts.`);
    runs.set(id, [await runSample(pair.bad, scene), await runSample(pair.better, scene)]);
  }
  return runs;
}

function pictureOf({ id, title, pair: { bad, better } }: Pictured, runs: Runs | undefined, locale: Locale): string {
  if (!runs) throw new Error(`'${id}' is not in the English documents.`);
  const [before, after] = runs;
  return drawTimeline(
    {
      title,
      runs: [
        { ...before, label: bad.label },
        { ...after, label: better.label },
      ],
    },
    { words: words[locale], theme: 'auto' },
  );
}
