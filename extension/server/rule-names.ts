// The names of Gather's rules in a configuration of ESLint.
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import plugin from '../../eslint-plugin/src/index.js';

const configuration = /\/eslint\.config\.[cm]?[jt]s$/u;
const quoted = /(?<=(?<quote>['"`]))gather\/(?<rule>[a-z-]+)(?=\k<quote>)/gu;

/** The rule whose name a position is on, with the range of the name; in no other files than configurations. */
export function ruleNamedAt(
  document: TextDocument,
  { line, character }: Position,
): { rule: string; range: Range } | undefined {
  if (!configuration.test(document.uri)) return undefined;
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  for (const { index, 0: name, groups } of text.matchAll(quoted)) {
    const rule = groups?.['rule'] ?? '';
    const end = index + name.length;
    if (index <= character && character <= end && Object.hasOwn(plugin.rules, rule))
      return { rule, range: { start: { line, character: index }, end: { line, character: end } } };
  }
  return undefined;
}
