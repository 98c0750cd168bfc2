// What can be done at a place: every rewrite as a quick fix and, to be looked at first, as a refactoring; silencing; the
// guide; and, for a loop that has to stay, why it does.
import {
  CodeActionKind,
  CodeActionTriggerKind,
  TextDocumentEdit,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Command,
  type Position,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chapterForRule, type Locale } from '../../eslint-plugin/src/guide/index.js';
import { localeOf, wordsOfVerdicts } from '../../eslint-plugin/src/locale/index.js';
import { guideCommand, silenceCommand } from '../protocol.js';
import { toDiagnostic } from './diagnostics.js';
import type { Finding, Rewrite } from './findings.js';
import type { LintRun } from './lint-cache.js';
import { touch } from './ranges.js';
import { silencingsOf } from './silence.js';
import { subjectIn } from './subjects.js';
import { words } from './words.js';

/** What the editor at the other end can do. */
export interface Abilities {
  /** Whether it has the commands of `protocol.ts`. */
  commands: boolean;
  /** Whether it can show an edit before it is made. */
  previews: boolean;
  /** Whether it can show an action that cannot be done, with the reason. */
  refusals: boolean;
  /** Whether all findings may be rewritten at once. */
  fixAll: boolean;
  /** The language of titles, as a tag of BCP 47. */
  locale: string;
}

/** The kind of a rewrite that is shown before it is made. */
const previewKind = `${CodeActionKind.RefactorRewrite}.gather`;

/** The kind that rewrites all findings, as on save. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.gather`;

/** The kinds that are ever given. */
export const codeActionKinds = [CodeActionKind.QuickFix, previewKind, fixAllKind];

/** The actions that answer a request; the safest rewrite of each finding is the preferred one. */
export function toCodeActions(
  document: TextDocument,
  run: LintRun,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  abilities: Abilities,
): CodeAction[] {
  const wanted = (kind: string): boolean => asksFor(context.only, kind);
  const found = run.findings.filter((finding) => touch(finding.range, range));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? found.flatMap((finding) => quickFixes(document, finding, abilities)) : []),
    ...(wanted(previewKind) && abilities.previews
      ? found.flatMap((finding) => previews(document, finding, abilities))
      : []),
    ...(wanted(previewKind) && abilities.refusals && isInvoked(context) && found.length === 0
      ? refusals(document, run, range.start, abilities)
      : []),
    // Editors ask for those on save by their kind, and show them in no menu.
    ...(context.only && wanted(fixAllKind) && abilities.fixAll ? fixAll(document, run, abilities) : []),
  ];
}

/** Kinds are hierarchical: a request for the kind itself or for one above it asks for it. */
function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`)) ?? true;
}

function quickFixes(document: TextDocument, finding: Finding, { commands, locale }: Abilities): CodeAction[] {
  const common = { kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding)] };
  const fixes = finding.rewrites.map((rewrite, index): CodeAction => ({
    ...common,
    title: rewrite.title,
    isPreferred: index === 0,
    edit: { documentChanges: [editOf(document, [rewrite])] },
  }));
  if (!commands) return fixes;
  return [
    ...fixes,
    ...commandsFor(document, finding, localeOf(locale)).map((command) => ({
      ...common,
      title: command.title,
      command,
    })),
  ];
}

function commandsFor(document: TextDocument, finding: Finding, locale: Locale): Command[] {
  const { title, id } = chapterForRule(finding.rule, locale);
  return [
    ...silencingsOf(document, finding, words[locale]).map(({ title, ...silencing }) => ({
      title,
      command: silenceCommand,
      arguments: [{ uri: document.uri, ...silencing }],
    })),
    { title: words[locale].openGuide(title), command: guideCommand, arguments: [id] },
  ];
}

/** The rewrites as edits that the editor shows before it makes them. */
function previews(document: TextDocument, finding: Finding, { locale }: Abilities): CodeAction[] {
  return finding.rewrites.map((rewrite) => ({
    title: words[localeOf(locale)].preview(rewrite.title),
    kind: previewKind,
    edit: {
      changeAnnotations: { rewrite: { label: rewrite.title, needsConfirmation: true } },
      documentChanges: [
        TextDocumentEdit.create({ uri: document.uri, version: document.version }, [
          { range: rewrite.range, newText: rewrite.newText, annotationId: 'rewrite' },
        ]),
      ],
    },
  }));
}

/** Editors ask for actions as the cursor moves, and show none then that cannot be done. */
function isInvoked({ triggerKind }: CodeActionContext): boolean {
  return triggerKind !== CodeActionTriggerKind.Automatic;
}

/** The rewrite of a loop that has to stay sequential, which cannot be had, and why. */
function refusals(document: TextDocument, run: LintRun, position: Position, { locale }: Abilities): CodeAction[] {
  const subject = subjectIn(document, run, position);
  if (subject?.on !== 'code' || subject.rule !== 'no-await-in-loop') return [];
  const { verdict, why } = subject.explanation;
  if (verdict === 'concurrent') return [];
  const { impossible, verdicts } = words[localeOf(locale)];
  const reason = why(wordsOfVerdicts[localeOf(locale)]);
  // Of the two VS Code shows the title in its menu, and the reason where a key asks for this kind alone.
  return [
    {
      title: impossible(reason),
      kind: previewKind,
      disabled: { reason: verdicts.sequential(reason) },
    },
  ];
}

/** The safest rewrite of every finding that no earlier one overlaps. */
function fixAll(document: TextDocument, { findings }: LintRun, { locale }: Abilities): CodeAction[] {
  const rewrites: Rewrite[] = [];
  for (const [first] of findings.map((finding) => finding.rewrites))
    if (first && !rewrites.some(({ range }) => touch(range, first.range))) rewrites.push(first);
  if (rewrites.length === 0) return [];
  const title = words[localeOf(locale)].fixAll;
  return [{ title, kind: fixAllKind, edit: { documentChanges: [editOf(document, rewrites)] } }];
}

function editOf({ uri, version }: TextDocument, rewrites: readonly Rewrite[]): TextDocumentEdit {
  return TextDocumentEdit.create(
    { uri, version },
    rewrites.map(({ range, newText }) => ({ range, newText })),
  );
}
