// The quick fixes: every rewrite of a finding is one.
import { CodeActionKind, TextDocumentEdit, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import { toDiagnostic } from './diagnostics.js';
import type { Finding, Rewrite } from './findings.js';
import type { LintRun } from './lint-cache.js';
import { touch } from './ranges.js';

/** The quick fixes that answer a request; the safest of each finding is the preferred one. */
export function toCodeActions(run: LintRun, params: CodeActionParams): CodeAction[] {
  if (!asksForQuickFixes(params.context.only)) return [];
  const { uri } = params.textDocument;
  return run.findings
    .filter((finding) => touch(finding.range, params.range))
    .flatMap((finding) =>
      finding.rewrites.map((rewrite, index) =>
        toCodeAction(finding, rewrite, index === 0, { uri, version: run.version }),
      ),
    );
}

function toCodeAction(
  finding: Finding,
  { title, range, newText }: Rewrite,
  isPreferred: boolean,
  document: { uri: string; version: number },
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred,
    diagnostics: [toDiagnostic(finding)],
    edit: { documentChanges: [TextDocumentEdit.create(document, [{ range, newText }])] },
  };
}

/** Kinds are hierarchical: a request for the kind itself or for one above it asks for it. */
function asksForQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}
