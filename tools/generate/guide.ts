// Makes the modules of eslint-plugin/src/guide/ out of the guide: the short form of each chapter in each language, so
// that hosts can show it without reading a file, and what happens when its samples run.
import type { Chapter } from '../../eslint-plugin/src/guide/model.js';
import { pairsOf, type Pair, samplesOf } from './samples.js';
import type { SampleRun } from './run.js';

/** A chapter with the samples of its short form. */
export interface ReadChapter extends Chapter {
  pair: Pair;
}

const start = /^<a id="(?<id>[\w-]+)"><\/a>\n\n## (?<title>.+)\n$/m;
const end = '<!-- more -->';

/**
 * Reads the chapters' short forms out of the guide: from an anchor and its heading to the end mark.
 * @param guide the guide's Markdown
 * @throws Error when a chapter has no end mark or no samples, or a heading of its level has no anchor
 */
export function readChapters(guide: string): ReadChapter[] {
  const [, ...sections] = guide.split(/^(?=<a id=")/m);
  const chapters = sections.map(readChapter);
  if (guide.match(/^## /gm)?.length !== chapters.length) throw new Error('A chapter of the guide has no anchor.');
  return chapters;
}

function readChapter(section: string): ReadChapter {
  const head = start.exec(section);
  const { id, title } = head?.groups ?? {};
  const close = section.indexOf(end);
  if (!head || !id || !title || close < 0) {
    throw new Error(`A chapter needs an anchor, a heading and '${end}': ${section.slice(0, 80)}`);
  }
  const markdown = section.slice(head[0].length, close).trim();
  const [pair] = pairsOf(samplesOf(markdown));
  if (!pair) throw new Error(`The chapter '${id}' needs a sample that is bad and one that is better.`);
  return { id, title, markdown, pair, samples: { bad: pair.bad.label, better: pair.better.label } };
}

const note = '// Generated from the guide in docs/ by `npm run generate`. Do not edit.';

/**
 * The text of the generated module of one language, not yet formatted.
 * @param url where the whole guide can be read; each short form ends with a link into it
 * @param link the words of that link
 */
export function chaptersModule(chapters: readonly ReadChapter[], url: string, link: string): string {
  const values = chapters.map(({ id, title, samples, markdown }) => {
    const text = `${markdown}\n\n[${link}](${url}#${id})`;
    return `{ id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)}, samples: ${JSON.stringify(samples)}, markdown: ${templateLiteral(text)} },`;
  });
  return [
    note,
    "import type { Chapter } from './model.js';",
    '',
    'export const chapters: readonly Chapter[] = [',
    ...values,
    '];',
    '',
  ].join('\n');
}

/** The text of the generated module with the runs of the chapters' samples, not yet formatted. */
export function timelinesModule(runs: ReadonlyMap<string, readonly [SampleRun, SampleRun]>): string {
  const entries = [...runs].map(([id, pair]) =>
    JSON.stringify([id, pair.map(({ lanes, end, outcome }) => ({ lanes, end, outcome }))]),
  );
  return [
    note,
    "import type { Run } from './timeline.js';",
    '',
    '/** What happened when the two samples of a chapter, the bad and the better one, were run; by the chapter. */',
    "type Pair = readonly [Omit<Run, 'label'>, Omit<Run, 'label'>];",
    '',
    `export const runs: ReadonlyMap<string, Pair> = new Map<string, Pair>([${entries.join(',\n')}]);`,
    '',
  ].join('\n');
}

function templateLiteral(text: string): string {
  return '`' + text.replaceAll(/[\\`]|\$\{/g, String.raw`\$&`) + '`';
}
