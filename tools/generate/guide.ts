// Makes eslint-plugin/src/guide/chapters.generated.ts out of eslint-plugin/docs/guide.md: the short form
// of each chapter, so that hosts can show it without reading a file.

/** A chapter's short form, as it stands in the guide. */
interface ShortChapter {
  id: string;
  title: string;
  markdown: string;
}

const start = /^<a id="(?<id>[\w-]+)"><\/a>\n\n## (?<title>.+)\n$/m;
const end = '<!-- more -->';

/**
 * Reads the chapters' short forms out of the guide: from an anchor and its heading to the end mark.
 * @param guide the guide's Markdown
 * @throws Error when a chapter has no end mark, or a heading of its level has no anchor
 */
function readChapters(guide: string): ShortChapter[] {
  const [, ...sections] = guide.split(/^(?=<a id=")/m);
  const chapters = sections.map((section) => {
    const head = start.exec(section);
    const { id, title } = head?.groups ?? {};
    const close = section.indexOf(end);
    if (!head || !id || !title || close < 0) {
      throw new Error(`A chapter needs an anchor, a heading and '${end}': ${section.slice(0, 80)}`);
    }
    return { id, title, markdown: section.slice(head[0].length, close).trim() };
  });
  if (guide.match(/^## /gm)?.length !== chapters.length) throw new Error('A chapter of the guide has no anchor.');
  return chapters;
}

/**
 * The text of the generated module, not yet formatted.
 * @param guide the guide's Markdown
 * @param guideUrl where the whole guide can be read; each short form ends with a link into it
 */
export function guideModule(guide: string, guideUrl: string): string {
  const chapters = readChapters(guide).map(({ id, title, markdown }) => {
    const text = `${markdown}\n\n[The whole chapter](${guideUrl}#${id})`;
    return `{ id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)}, markdown: ${templateLiteral(text)} },`;
  });
  return [
    '// Generated from docs/guide.md by `npm run generate`. Do not edit.',
    '',
    "/** A chapter of the guide in its short form, as a hover or a report's help shows it. */",
    'export interface Chapter {',
    "  /** The chapter's anchor in the guide, as rules name it in `meta.docs.chapter`. */",
    '  id: string;',
    '  title: string;',
    '  /** The short text in Markdown, without the title. */',
    '  markdown: string;',
    '}',
    '',
    'export const chapters: readonly Chapter[] = [',
    ...chapters,
    '];',
    '',
  ].join('\n');
}

function templateLiteral(text: string): string {
  return '`' + text.replaceAll(/[\\`]|\$\{/g, String.raw`\$&`) + '`';
}
