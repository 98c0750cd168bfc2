// Findings as diagnostics, and the report that answers a pull.
import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Finding } from './findings.js';
import type { LintRun } from './lint-cache.js';

/** A finding as the editor shows it. */
export function toDiagnostic(finding: Finding): Diagnostic {
  return {
    range: finding.range,
    severity: finding.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'gather',
    code: finding.rule,
    ...(finding.url === undefined ? {} : { codeDescription: { href: finding.url } }),
    message: finding.message,
  };
}

/** The answer to a pull of a document that is not open. */
export const emptyReport: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/**
 * The answer to a pull. While the text cannot be parsed, or waits to be linted, the editor keeps what it shows, so that
 * the diagnostics do not come and go with every half-typed line.
 * @param previous the id of the run that the editor shows now, if any
 */
export function toReport(run: LintRun, previous: string | undefined): DocumentDiagnosticReport {
  if (previous !== undefined && (run.state === 'unreadable' || run.state === 'deferred' || previous === run.id)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
  }
  return { kind: DocumentDiagnosticReportKind.Full, resultId: run.id, items: run.findings.map(toDiagnostic) };
}
