// What a position of a document is on, beside the findings: from the text as it was linted.
import type { Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Subject, subjectAt } from '../../eslint-plugin/src/lint/explained.js';
import { lintedText, offsetOf } from './findings.js';
import { lintedName } from './languages.js';
import type { LintRun } from './lint-cache.js';

/** What a position is on; of a document that was not linted, nothing is known. */
export function subjectIn(document: TextDocument, run: LintRun, position: Position): Subject | undefined {
  const name = run.rules === 'none' ? undefined : lintedName(document.uri, document.languageId);
  return name === undefined
    ? undefined
    : subjectAt(lintedText(document), name, offsetOf(document, position), run.names);
}
