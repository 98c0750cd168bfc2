// The hover. On the head of a loop, `await` and a combinator it tells the verdict and what proves it, how this code
// would be rewritten, and what the guide says of it; on a comment that silences a rule and on a rule's name in a
// configuration, what the rule is about.
import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { text } from '../../eslint-plugin/src/formatters/markup.js';
import { chapterForRule, chapterOf, type Locale } from '../../eslint-plugin/src/guide/index.js';
import plugin from '../../eslint-plugin/src/index.js';
import type { Subject } from '../../eslint-plugin/src/lint/explained.js';
import { localeOf } from '../../eslint-plugin/src/locale/index.js';
import type { Environment } from '../protocol.js';
import { type Finding, rangeOf, type Rewrite } from './findings.js';
import { diffOf, guideLink, pictureIn, shortFormOf, verdictOf } from './hover-parts.js';
import type { LintRun } from './lint-cache.js';
import { contains } from './ranges.js';
import { ruleNamedAt } from './rule-names.js';
import { subjectIn } from './subjects.js';
import { words } from './words.js';

/** What the editor makes of hovers. */
export type View = Pick<Environment, 'locale' | 'commands' | 'pictures' | 'diagnostics'>;

/** The same with a language of Gather's. */
type OwnView = View & { locale: Locale };

/** What there is to tell. */
interface Told {
  range: Range;
  /** Paragraphs of Markdown. */
  says: readonly string[];
  /** A paragraph that comes behind the rewrite, because a diagnostic told what it proves. */
  proof?: string;
  /** The rule that it is about, if it is about one. */
  rule: string | undefined;
  rewrite?: Rewrite | undefined;
  /** How much of the chapter: none where it would speak of what cannot be done. */
  chapter: 'none' | 'lead' | 'whole';
}

/** The hover at a position, or null where there is nothing to tell. */
export function toHover(document: TextDocument, run: LintRun, position: Position, view: View): Hover | null {
  const locale = localeOf(view.locale);
  const told = toldAt(document, run, position, { ...view, locale });
  return told
    ? {
        range: told.range,
        contents: { kind: MarkupKind.Markdown, value: markdownOf(document, told, { ...view, locale }) },
      }
    : null;
}

function toldAt(document: TextDocument, run: LintRun, position: Position, view: OwnView): Told | undefined {
  const { locale } = view;
  const named = ruleNamedAt(document, position);
  if (named) return { ...named, says: [], chapter: 'whole' };
  const subject = subjectIn(document, run, position);
  // Of findings that hold each other the innermost comes last.
  const found = run.findings.filter(({ range }) => contains(range, position)).reverse();
  if (subject?.on === 'code') return toldOfCode(document, run, subject, found, view);
  const messages = unseen(found, view);
  if (subject?.on === 'comment') {
    const { rule, explanation } = subject;
    const verdict = explanation ? [verdictOf(explanation, document, locale)] : [];
    const says = found.length > 0 ? messages : [words[locale].silences(rule)];
    return { range: rangeOf(document, subject.range), says: [...says, ...verdict], rule, chapter: 'whole' };
  }
  const [finding] = found;
  const range = subject ? rangeOf(document, subject.range) : finding?.range;
  const says = [...messages, ...(subject ? [words[locale].combinators[subject.name]] : [])];
  return range && { range, says, rule: finding?.rule, rewrite: finding?.rewrites[0], chapter: 'lead' };
}

/** The messages of findings that are shown as no diagnostics, which editors tell on hover by themselves. */
function unseen(found: readonly Finding[], { diagnostics }: View): string[] {
  return diagnostics === 'never' ? found.map(({ message }) => text(message)) : [];
}

/** The head of a loop, or an `await`: the verdict on it, and what was found of another kind. */
function toldOfCode(
  document: TextDocument,
  run: LintRun,
  subject: Subject & { on: 'code' },
  found: readonly Finding[],
  view: OwnView,
): Told {
  const { explanation, range } = subject;
  const own = run.findings.find((finding) => isOf(document, finding, subject));
  const others = found.filter(({ rule }) => rule !== 'no-await-in-loop' && rule !== 'no-sequential-await');
  // The workspace's own lint may know more, such as types.
  const isOutdone = own !== undefined && explanation.verdict === 'sequential';
  const isShown = own !== undefined && found.includes(own) && view.diagnostics !== 'never';
  const verdict = isOutdone ? text(own.message) : verdictOf(explanation, document, view.locale);
  const finding = others[0] ?? own;
  return {
    range: rangeOf(document, range),
    says: [...unseen(others, view), ...(isShown ? [] : [verdict])],
    ...(isShown && !isOutdone && { proof: verdict }),
    rule: finding?.rule ?? subject.rule,
    rewrite: finding?.rewrites[0],
    chapter: finding || explanation.verdict === 'concurrent' ? 'lead' : 'none',
  };
}

/** Whether a finding reports the loop, or the row of awaits, that a position is about. */
function isOf(document: TextDocument, finding: Finding, { rule, explanation }: Subject & { on: 'code' }): boolean {
  if (finding.rule !== rule) return false;
  const { start } = rangeOf(document, [explanation.place.start, explanation.place.end]);
  const { range, rewrites } = finding;
  if (rule === 'no-await-in-loop') return range.start.line === start.line && range.start.character === start.character;
  return [range, ...rewrites.map((rewrite) => rewrite.range)].some((each) => contains(each, start));
}

function markdownOf(
  document: TextDocument,
  { says, proof, rule, rewrite, chapter }: Told,
  { locale, commands, pictures }: OwnView,
): string {
  const about = rule === undefined ? chapterOf('failure-policy', locale) : chapterForRule(rule, locale);
  const { short, link } = shortFormOf(about, chapter === 'whole');
  const url = rule === undefined ? undefined : plugin.rules[rule]?.meta?.docs?.url;
  const links = [
    commands ? guideLink(about, locale) : link,
    ...(rule === undefined || url === undefined ? [] : [`[${words[locale].rule(rule)}](${url})`]),
  ];
  return [
    ...says,
    ...(rewrite ? [diffOf(document, rewrite)] : []),
    ...(proof === undefined ? [] : [proof]),
    ...(chapter === 'none' ? [] : [short]),
    ...(chapter === 'none' || pictures === 'none' ? [] : [pictureIn(about, locale, pictures)]),
    links.join(' · '),
  ].join('\n\n');
}
