// The parts of a hover, as Markdown.
import { structuredPatch } from 'diff';
import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explanation } from '../../eslint-plugin/src/explain.js';
import { type Chapter, type Locale, pictureOf } from '../../eslint-plugin/src/guide/index.js';
import { fenced, text } from '../../eslint-plugin/src/formatters/markup.js';
import { wordsOfVerdicts } from '../../eslint-plugin/src/locale/index.js';
import { guideCommand } from '../protocol.js';
import { type Rewrite, rangeOf } from './findings.js';
import { words } from './words.js';

/** The verdict in a sentence, in which each place is a link that opens it. */
export function verdictOf(explanation: Explanation, document: TextDocument, locale: Locale): string {
  const links: string[] = [];
  // Links are put in once the rest is no Markdown any more.
  const why = explanation.why(wordsOfVerdicts[locale], ({ start, end }) => {
    const { line, character } = rangeOf(document, [start, end]).start;
    const place = `${line + 1}:${character + 1}`;
    return `\u{E000}${links.push(`[${place}](${addressOf(document.uri)}#L${place.replace(':', ',')})`) - 1}\u{E001}`;
  });
  const sentence = words[locale].verdicts[explanation.verdict](text(why)).replace(/^[^:\uFF1A]+/u, '**$&**');
  return sentence.replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => links[Number(index)] ?? '');
}

/** A URI as the target of a link, which a parenthesis would end. */
function addressOf(uri: string): string {
  return uri.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** What a rewrite does, and what it changes: a diff of this code. */
export function diffOf(document: TextDocument, { title, range, newText }: Rewrite): string {
  const lines: Range = {
    start: { line: range.start.line, character: 0 },
    end: { line: range.end.line + 1, character: 0 },
  };
  const before = document.getText(lines);
  const head = document.getText({ start: lines.start, end: range.start });
  const tail = document.getText({ start: range.end, end: lines.end });
  const { hunks } = structuredPatch('', '', before, head + newText + tail, '', '', {
    context: 1,
    stripTrailingCr: true,
  });
  const diff = hunks.map(({ lines: changed }) => changed.join('\n')).join('\n…\n');
  return `${text(title)}\n\n${fenced('diff', diff)}`;
}

/**
 * A chapter's first paragraph, or all of its short form.
 * @returns the text, and the link to the rest of it that ends each short form
 */
export function shortFormOf({ title, markdown }: Chapter, whole: boolean): { short: string; link: string } {
  const paragraphs = markdown.split('\n\n');
  const link = paragraphs.pop() ?? '';
  return { short: [`**${title}**`, ...(whole ? paragraphs : paragraphs.slice(0, 1))].join('\n\n'), link };
}

/** A link that opens the guide at a chapter in the editor. */
export function guideLink({ id }: Chapter, locale: Locale): string {
  const address = `command:${guideCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
  return `[${words[locale].guide}](${address})`;
}

/** The chapter's picture, sequential against concurrent, as wide as VS Code's hovers; of its Markdown is the width. */
export function pictureIn(chapter: Chapter, locale: Locale, theme: 'light' | 'dark'): string {
  const picture = Buffer.from(pictureOf(chapter, locale, theme)).toString('base64');
  return `![${text(chapter.title)}](data:image/svg+xml;base64,${picture}|width=440)`;
}
