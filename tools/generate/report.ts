// Draws what the command `gather` prints on a sample, as in a terminal.
import { drawn, escape } from '../../eslint-plugin/src/guide/drawing.js';
import type { Locale } from '../../eslint-plugin/src/guide/model.js';
import { pretty } from '../../eslint-plugin/src/formatters/pretty.js';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { translated } from '../../eslint-plugin/src/locale/index.js';
import type { Manner } from './pictures.js';

const file = '/project/src/status.js';
const command = 'npx gather';

const width = 520;
const margin = 14;
const lineHeight = 16;

/** A line is broken at the last space before so many letters; those of Chinese are twice as wide. */
const breaks: Readonly<Record<Locale, RegExp>> = { en: /(.{1,76})(?: |$)/gu, 'zh-TW': /(.{1,48})(?: |$)/gu };

const rules = [
  'text{font:11px ui-monospace,Menlo,Consolas,monospace;white-space:pre}',
  '.h{font-weight:600}',
  '.f{fill:var(--f)}',
];

/** The picture as the text of an SVG file. */
export function drawReport(code: string, { locale, theme }: Manner): string {
  const messages = lintText(code, file).map((message) => translated(message, locale));
  const [first] = messages;
  if (!first) throw new Error('Nothing is found in the sample of the walkthrough.');
  const safest = { ...first, suggestions: first.suggestions?.slice(0, 1) ?? [] };
  const report = pretty(
    [{ filePath: file, messages: [safest], source: code }],
    { cwd: '/project', color: false },
    locale,
  );
  const lines = [`$ ${command}`, ...report.trimEnd().split('\n')].flatMap((line) => broken(line, locale));
  return drawn({
    width,
    height: 2 * margin + lines.length * lineHeight,
    title: command,
    description: first.message,
    theme,
    rules,
    body: lines.map((line, index) => drawLine(line, margin + (index + 0.75) * lineHeight)),
  });
}

/** The parts of a line that is too long, those after the first indented; code is left whole. */
function broken(line: string, locale: Locale): string[] {
  if (/^ {3}|^ {2}>/u.test(line)) return [line];
  return (line.match(breaks[locale]) ?? []).map((part, index) => (index === 0 ? part : `    ${part}`));
}

function drawLine(line: string, y: number): string {
  const kind = line.startsWith('$') ? ' class="h"' : /^ *(?:\||>)/u.test(line) ? ' class="f"' : '';
  return `<text${kind} x="${margin}" y="${y}">${escape(line)}</text>`;
}
