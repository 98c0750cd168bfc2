// The rewrite of awaits in a row: one `Promise.all`, its values destructured.
import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitNode } from '../facts/sequence.js';
import type { SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import { type Style, statementEnd, styleOf } from './text.js';

/** Awaiting statements of one block, with those between them that only compute something. */
export interface Run {
  awaits: readonly { statement: TSESTree.Statement; node: AwaitNode }[];
  /** Statements between them that come before the group, and those that need its values and come after. */
  before: readonly TSESTree.Statement[];
  after: readonly TSESTree.Statement[];
}

/** How long a line may get before the awaited calls stand on lines of their own. */
const lineWidth = 100;

/** One statement for the run, or `undefined` where the types written down cannot be kept. */
export function togetherOf(source: SourceCode, run: Run): Edit | undefined {
  const [first] = run.awaits;
  const last = run.awaits.at(-1);
  if (!first || !last || losesComments(source, run)) return undefined;
  const style = styleOf(source, first.statement);
  const kept = run.awaits.some(({ node }) => node.binding);
  const head = kept ? headOf(source, run) : '';
  if (head === undefined) return undefined;
  const statement = `${head}await Promise.all(${listOf(source, run, style, head.length)})${statementEnd(source, style, last.statement)}`;
  const lines = [
    ...run.before.map((other) => source.getText(other)),
    statement,
    ...run.after.map((other) => source.getText(other)),
  ];
  return { range: [first.statement.range[0], last.statement.range[1]], text: lines.join(style.newline + style.indent) };
}

/** `const [a, { b }] = `, with the types where all of them are written down. */
function headOf(source: SourceCode, { awaits }: Run): string | undefined {
  const bindings = awaits.map(({ node }) => node.binding);
  const types = bindings.map((binding) =>
    binding && 'typeAnnotation' in binding.id ? binding.id.typeAnnotation : undefined,
  );
  const isTyped = types.some((type) => type !== undefined);
  if (isTyped && !types.every((type) => type !== undefined)) return undefined;
  const patterns = bindings.slice(0, bindings.findLastIndex((binding) => binding) + 1).map((binding, index) => {
    const type = types[index];
    if (!binding) return '';
    return type ? source.text.slice(binding.id.range[0], type.range[0]) : source.getText(binding.id);
  });
  const isLet = awaits.some(({ statement }) => statement.type === 'VariableDeclaration' && statement.kind === 'let');
  const annotation = isTyped
    ? `: [${types.map((type) => (type ? source.getText(type.typeAnnotation) : '')).join(', ')}]`
    : '';
  return `${isLet ? 'let' : 'const'} [${patterns.join(', ')}]${annotation} = `;
}

function listOf(source: SourceCode, { awaits }: Run, style: Style, headLength: number): string {
  const texts = awaits.map(({ node }) => source.getText(node.argument));
  const comments = awaits.map(({ statement }, index) => (index === 0 ? [] : commentsAbove(source, statement)));
  const line = `[${texts.join(', ')}]`;
  const isShort = style.indent.length + headLength + line.length + 'await Promise.all();'.length <= lineWidth;
  if (isShort && !line.includes('\n') && comments.every((found) => found.length === 0)) return line;
  const { newline, indent, unit } = style;
  const entries = texts.map((text, index) => {
    const lead = (comments[index] ?? [])
      .map((comment) => `${newline}${indent}${unit}${source.getText(comment as unknown as TSESTree.Node)}`)
      .join('');
    return `${lead}${newline}${indent}${unit}${hasTemplate(source, awaits[index]?.node.argument) ? text : text.replace(/\n/g, `\n${unit}`)},`;
  });
  return `[${entries.join('')}${newline}${indent}]`;
}

/** The comments on the lines above a statement; one behind the statement before is not the next one's. */
function commentsAbove(source: SourceCode, statement: TSESTree.Node): TSESTree.Comment[] {
  const before = source.getTokenBefore(statement);
  return source.getCommentsBefore(statement).filter((comment) => comment.loc.start.line > (before?.loc.end.line ?? 0));
}

/** White space inside a template literal is part of its value. */
function hasTemplate(source: SourceCode, node: TSESTree.Node | undefined): boolean {
  return node !== undefined && source.getTokens(node).some((token) => token.type === 'Template');
}

/** Comments that are neither inside what is kept nor before one of the awaits. */
function losesComments(source: SourceCode, { awaits, before, after }: Run): boolean {
  const [first] = awaits;
  const last = awaits.at(-1);
  if (!first || !last) return true;
  const kept = new Set(awaits.slice(1).flatMap(({ statement }) => commentsAbove(source, statement)));
  const texts: TSESTree.Node[] = [
    ...awaits.map(({ node }) => node.argument),
    ...awaits.flatMap(({ node }) => node.binding?.id ?? []),
    ...before,
    ...after,
  ];
  const isInText = (range: TSESTree.Range): boolean =>
    texts.some((node) => range[0] >= node.range[0] && range[1] <= node.range[1]);
  return source
    .getAllComments()
    .some(
      (comment) =>
        comment.range[0] > first.statement.range[0] &&
        comment.range[1] < last.statement.range[1] &&
        !kept.has(comment) &&
        !isInText(comment.range),
    );
}
