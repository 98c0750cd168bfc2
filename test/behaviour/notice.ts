// The original of a rewrite, with a note to the simulator of failures that leave the code which is rewritten: what
// happens after those may differ from the sequential code.
import type { TSESTree } from '@typescript-eslint/utils';
import { parseForESLint } from '../../eslint-plugin/src/lint/parser.js';
import { childrenOf, isLoop } from '../../eslint-plugin/src/facts/syntax.js';

/** UTF-16 offsets: the first unit, and the one after the last. */
export type Range = readonly [number, number];

/** The text, with notes around the statements that the range touches. */
export function noticing(text: string, range: Range): string {
  const statements = statementsAt(text, range);
  const [first, last] = [statements[0], statements.at(-1)];
  if (!first || !last) throw new Error(`no statement at ${range.join('–')} of\n${text}`);
  const [before, code, after] = [
    text.slice(0, first.range[0]),
    text.slice(first.range[0], last.range[1]),
    text.slice(last.range[1]),
  ];
  const declares = statements.some(({ type }) => type.endsWith('Declaration'));
  return declares
    ? `${before}entered(); ${code}\n;left();${after}`
    : `${before}try { ${code}\n} catch (failure) { throw escaped(failure); }${after}`;
}

/** The innermost statements that hold the range together: a list of one block. */
function statementsAt(text: string, [start, end]: Range): TSESTree.Node[] {
  const { ast, visitorKeys } = parseForESLint(text, { range: true });
  let found: TSESTree.Node[] = [];
  const visit = (node: TSESTree.Node): void => {
    const children = childrenOf(node, visitorKeys);
    const touched = children.filter((child) => child.range[0] < end && child.range[1] > start);
    const isList = node.type === 'BlockStatement' || node.type === 'Program' || node.type === 'SwitchCase';
    const isBody =
      touched.length === 1 && (touched[0]?.type ?? '').endsWith('Statement') && covers(touched[0], start, end);
    if (isList || isBody) found = touched;
    for (const child of touched) if (covers(child, start, end)) visit(child);
  };
  visit(ast);
  return found;
}

function covers(node: TSESTree.Node | undefined, start: number, end: number): boolean {
  return node !== undefined && node.range[0] <= start && node.range[1] >= end;
}

/** Where the loops of a text stand. */
export function loopRangesIn(text: string): Range[] {
  const { ast, visitorKeys } = parseForESLint(text, { range: true });
  const loops = (node: TSESTree.Node): Range[] => [
    ...(isLoop(node) ? [node.range] : []),
    ...childrenOf(node, visitorKeys).flatMap(loops),
  ];
  return loops(ast);
}
