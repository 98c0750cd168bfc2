// Review comments: one a finding, with the rewrite as a block that GitHub and GitLab can apply.
import type { Linter } from 'eslint';
import type { Locale } from '../guide/model.js';
import { hasLine, reporterOf } from './kinds.js';
import { fenced, text } from './markup.js';
import { beyond, changesOf, inWholeLines, type Offer, offerOf } from './offers.js';
import { Lines, reportPath } from './places.js';
import { repositoryOf } from './repository.js';
import type { FileResult, FormatContext } from './result.js';
import { reportWords } from './words.js';

/** Formats findings as Markdown: a heading with the lines to comment on, the message, a suggestion block. */
export default function markdown(results: readonly FileResult[], context: FormatContext): string {
  // Reviews know paths from the root of the repository.
  const root = repositoryOf(context.cwd) ?? context.cwd;
  const comments = results.flatMap((result) => {
    const lines = new Lines(result.source ?? '');
    return result.messages.map((message) => comment(message, result, lines, { ...context, cwd: root }));
  });
  return comments.join('\n');
}

function comment(message: Linter.LintMessage, result: FileResult, lines: Lines, context: FormatContext): string {
  const { locale = 'en' } = context;
  const changes = result.source === undefined ? [] : changesOf(message, lines);
  const offer = offerOf(changes, lines);
  const whole = offer && inWholeLines(offer, lines);
  const [first, last] = whole
    ? whole.span.map((offset) => lines.at(offset).line)
    : [message.line, message.endLine ?? message.line];
  const place = first === last ? `:${String(first)}` : `:${String(first)}-${String(last)}`;
  const name = reporterOf(message);
  const url = name && context.rulesMeta?.[name]?.docs?.url;
  const rule = name && (url ? `[\`${name}\`](${url})` : `\`${name}\``);
  return [
    `### ${inline(reportPath(result.filePath, context.cwd))}${hasLine(message) ? place : ''}`,
    `${text(message.message)}${rule ? ` (${rule})` : ''}`,
    ...(whole ? blocks(whole, locale) : []),
    ...beyond(changes, lines, locale).map(text),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The safest choice as a block to apply, the others folded away. */
function blocks({ choices }: Offer, locale: Locale): string[] {
  const [first, ...others] = choices.map(({ title, text: code }) => `${text(title)}\n\n${fenced('suggestion', code)}`);
  return [
    ...(first ? [first] : []),
    ...others.map(
      (other) => `<details>\n<summary>${reportWords[locale].anotherWay}</summary>\n\n${other}\n\n</details>`,
    ),
  ];
}

/** A path or name that is not meant to hold markup. */
function inline(name: string): string {
  return name.replace(/[\\`*_{}[\]<>#|~\r\n]/gu, String.raw`\$&`);
}
