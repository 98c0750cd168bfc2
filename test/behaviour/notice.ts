// The original of a rewrite, with a note to the simulator of failures that leave the code which is rewritten: what
// happens after those may differ from the sequential code.
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf, isLoop } from '../../eslint-plugin/src/facts/syntax.js';
import type { SourceCode } from '../../eslint-plugin/src/facts/variables.js';
import { sourceCodeOf } from '../../eslint-plugin/src/lint/embedded.js';

/** UTF-16 offsets: the first unit, and the one after the last. */
export type Range = readonly [number, number];

/** The text, with notes around the statements that the range touches; the name's ending chooses the syntax. */
export function noticing(text: string, range: Range, name: string): string {
  const { nodes, isExpression } = codeAt(text, range, name);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) throw new Error(`no statement at ${range.join('–')} of\n${text}`);
  const [before, code, after] = [
    text.slice(0, first.range[0]),
    text.slice(first.range[0], last.range[1]),
    text.slice(last.range[1]),
  ];
  const handler = 'catch (failure) { throw escaped(failure); }';
  // A promise that is given on fails when nobody here waits for it any more.
  const giving = `const given_ = (${code}); return given_ instanceof Promise ? given_.catch((failure) => { throw escaped(failure); }) : given_;`;
  if (isExpression) return `${before}{ try { ${giving} } ${handler} }${after}`;
  const declares = nodes.some(({ type }) => type.endsWith('Declaration'));
  return declares ? `${before}entered(); ${code}\n;left();${after}` : `${before}try { ${code}\n} ${handler}${after}`;
}

interface Code {
  nodes: readonly Pick<TSESTree.Node, 'type' | 'range'>[];
  /** Whether it is all that an arrow function gives. */
  isExpression: boolean;
}

/** The innermost statements that hold the range together: a list of one block, or what an arrow function gives. */
function codeAt(text: string, [start, end]: Range, name: string): Code {
  const { ast, visitorKeys } = sourceOf(text, name);
  let found: Code = { nodes: [], isExpression: false };
  const visit = (node: TSESTree.Node): void => {
    const children = childrenOf(node, visitorKeys);
    const touched = children.filter((child) => child.range[0] < end && child.range[1] > start);
    const isList = node.type === 'BlockStatement' || node.type === 'Program' || node.type === 'SwitchCase';
    const isBody =
      node.type !== 'LabeledStatement' &&
      touched.length === 1 &&
      (touched[0]?.type ?? '').endsWith('Statement') &&
      covers(touched[0], start, end);
    if (isList || isBody) found = { nodes: touched, isExpression: false };
    if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
      // With the parentheses around it.
      const given = [text.lastIndexOf('=>', node.body.range[0]) + '=>'.length, node.range[1]] as const;
      const { type } = node.body;
      if (given[0] <= start && given[1] >= end) found = { nodes: [{ type, range: [...given] }], isExpression: true };
    }
    for (const child of touched) if (covers(child, start, end)) visit(child);
  };
  visit(ast);
  return found;
}

function covers(node: TSESTree.Node | undefined, start: number, end: number): boolean {
  return node !== undefined && node.range[0] <= start && node.range[1] >= end;
}

/** The text that was linted last is not parsed again. */
function sourceOf(text: string, name: string): SourceCode {
  const known = sourceCodeOf(text, name);
  if (!known || 'unparsable' in known) throw new SyntaxError(`${name} cannot be read:\n${text}`);
  return known.sourceCode;
}

/** Where the loops of a text stand. */
export function loopRangesIn(text: string, name: string): Range[] {
  const { ast, visitorKeys } = sourceOf(text, name);
  const loops = (node: TSESTree.Node): Range[] => [
    ...(isLoop(node) ? [node.range] : []),
    ...childrenOf(node, visitorKeys).flatMap(loops),
  ];
  return loops(ast);
}
