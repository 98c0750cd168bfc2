// All that is generated: out of the guide its chapters in code, the pictures of the documents and the walkthrough; out of
// package.json the tables of the README.
import { readFile } from 'node:fs/promises';
import pMap from 'p-map';
import manifest from '../../eslint-plugin/package.json' with { type: 'json' };
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import { clientModule } from './client.js';
import { drawFlow } from './flow.js';
import { chaptersModule, readChapters, timelinesModule } from './guide.js';
import { pictureOf, type Pictured, type Runs } from './pictures.js';
import { withTables } from './readme.js';
import { runSample } from './run.js';
import { pairsOf, samplesOf } from './samples.js';
import { chapterScenes, ruleScenes } from './scenes.js';
import { walkthroughImages, walkthroughPictures } from './walkthrough.js';
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

const images = 'eslint-plugin/docs/images/';

/** The folders of which every file is generated, from the root. */
export const generatedFolders = [images, walkthroughImages];

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
      [`${images}flow${guide.ending}.svg`, drawFlow({ ...guide, theme: 'auto' })],
      ...[...guide.chapters, ...guide.pages].map((pictured): [string, string] => [
        `${images}${pictured.id}${guide.ending}.svg`,
        pictureOf(pictured, runs, { ...guide, theme: 'auto' }),
      ]),
      ...walkthroughPictures(guide, runs),
    ]),
    ['extension/client/guide.generated.ts', clientModule(guides)],
    ['README.md', withTables(await readFile(new URL('README.md', root), 'utf8'))],
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
