// Lints a snippet with the rule alone, once by every parser that can read it, and tells why which loop stays as it is.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { type Explanation, explain } from '../../../../eslint-plugin/src/explain.js';
import { childrenOf, isLoop } from '../../../../eslint-plugin/src/facts/syntax.js';
import { type Language, lintAlone } from '../alone.js';

/** A piece of code, and what can read it. */
export interface Snippet {
  /** `»` stands before each loop that is to be reported; with none, the first loop is meant. */
  code: string;
  language: Language;
}

/** What was found in a snippet. */
export interface Linted {
  messages: TSESLint.Linter.LintMessage[];
  /** Why each loop that awaits stays sequential, in the order of the text; `undefined` for one that need not. */
  reasons: Explanation['reason'][];
}

function dedented(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const depth = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line) => line.slice(depth)).join('\n');
}

const tag =
  (language: Language) =>
  (strings: TemplateStringsArray): Snippet => ({
    language,
    code: dedented(strings.raw.join('').replace(/\\([`$])/g, '$1')),
  });

/** JavaScript, with JSX; the indentation of the test is taken off. */
export const js = tag('js');
export const ts = tag('ts');
export const tsx = tag('tsx');

/** The snippet in words, for the name of a test. */
export function titleOf({ code }: Snippet): string {
  return code.replaceAll('»', '').replace(/\s+/g, ' ').trim().slice(0, 110);
}

/**
 * Lints a text.
 * @throws when it cannot be parsed
 */
export function lint(code: string, language: Language, parserName: string): Linted {
  const reasons: Linted['reasons'] = [];
  const messages = lintAlone('no-await-in-loop', { code, language }, parserName, (sourceCode, program) => {
    const visit = (node: TSESTree.Node): void => {
      const explanation = isLoop(node)
        ? explain(sourceCode, node).find(({ place }) => place.start === node.range[0])
        : undefined;
      if (explanation) reasons.push(explanation.reason);
      childrenOf(node, sourceCode.visitorKeys).forEach(visit);
    };
    visit(program);
  });
  return { messages, reasons };
}

/** A text with a suggestion applied. */
export function applied(code: string, { fix }: TSESLint.Linter.LintSuggestion): string {
  return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}
