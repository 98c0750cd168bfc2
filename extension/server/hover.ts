// The hover on what a finding reports, such as a loop's head: the guide's chapter on it.
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver/node';
import { chapterForRule, type Locale } from '../../eslint-plugin/src/guide/index.js';
import { localeOf } from '../../eslint-plugin/src/locale/index.js';
import type { Finding } from './findings.js';
import type { LintRun } from './lint-cache.js';
import { contains } from './ranges.js';

/** The hover at a position, or null where nothing is reported. */
export function toHover(run: LintRun, position: Position, locale: string): Hover | null {
  const finding = run.findings.find(({ range }) => contains(range, position));
  return finding
    ? { range: finding.range, contents: { kind: MarkupKind.Markdown, value: explain(finding, localeOf(locale)) } }
    : null;
}

function explain(finding: Finding, locale: Locale): string {
  const { title, markdown } = chapterForRule(finding.rule, locale);
  const rule = `gather/${finding.rule}`;
  const link = finding.url === undefined ? `\`${rule}\`` : `[The rule \`${rule}\`](${finding.url})`;
  return `**${title}**\n\n${markdown}\n\n${link}`;
}
