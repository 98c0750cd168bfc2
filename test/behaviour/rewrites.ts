// From a program's text to its rewrites, each ready to run beside the original.
import type { Linter } from 'eslint';
import { transpileModule, ModuleKind, ScriptTarget } from 'typescript';
import { lintText } from '../../eslint-plugin/src/lint/embedded.js';
import { parseForESLint } from '../../eslint-plugin/src/lint/parser.js';
import { childrenOf, isLoop, type LoopNode } from '../../eslint-plugin/src/facts/syntax.js';
import { chunkSize } from '../../eslint-plugin/src/rewrite/chunks.js';

export interface Rewrite {
  /** What the suggestion says. */
  title: string;
  text: string;
  /** The original, with a note of failures that leave the loop. */
  original: string;
  /** How many iterations run at a time. */
  size: number | undefined;
}

export interface Report {
  /** Where the loop stands in the text. */
  loop: readonly [number, number];
  rewrites: Rewrite[];
}

/**
 * Lints a program.
 * @param name its ending chooses the syntax
 * @throws when the text cannot be parsed
 */
export function reportsOn(text: string, name: string): Report[] {
  const messages = lintText(text, name);
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(`${fatal.message} in\n${text}`);
  return messages.filter(({ ruleId }) => ruleId === 'gather/no-await-in-loop').map((message) => {
    const loop = loopAt(text, message);
    const rewrites = (message.suggestions ?? []).map(({ desc, messageId, fix }) => ({
      title: desc,
      text: text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
      original: noticing(text, loop),
      size: /Chunks$/.test(messageId ?? '') ? chunkSize : undefined,
    }));
    return { loop, rewrites };
  });
}

/** The text with the loop in a `try` that tells the simulator of failures which leave it. */
function noticing(text: string, [start, end]: Report['loop']): string {
  return `${text.slice(0, start)}try { ${text.slice(start, end)}\n} catch (failure) { throw escaped(failure); }${text.slice(end)}`;
}

/** The range of the loop that a message speaks of. */
function loopAt(text: string, { line, column }: Linter.LintMessage): Report['loop'] {
  const { ast, visitorKeys } = parseForESLint(text, { range: true, loc: true });
  let found: LoopNode | undefined;
  const visit = (node: Parameters<typeof childrenOf>[0]): void => {
    if (isLoop(node) && node.loc.start.line === line && node.loc.start.column === column - 1) found = node;
    else childrenOf(node, visitorKeys).forEach(visit);
  };
  visit(ast);
  if (!found) throw new Error(`no loop at ${String(line)}:${String(column)} of\n${text}`);
  return found.range;
}

/** A program's JavaScript. */
export function scriptOf(text: string, name: string): string {
  if (!name.endsWith('.ts')) return text;
  const { outputText } = transpileModule(text, { compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, verbatimModuleSyntax: true } });
  return outputText;
}
