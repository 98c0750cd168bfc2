// The rewrite of awaits in a row: one `Promise.all`, its values destructured or assigned.
import type { TSESTree } from '@typescript-eslint/utils';
import { takesType } from '../facts/generics.js';
import { siblingsOf } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import { type Guard, guardsOf } from './at-once.js';
import { type Head, headOf, type RowAwait } from './elements.js';
import type { Edit } from './model.js';
import {
  endsInBlock,
  goesOn,
  indented,
  inPlaceOf,
  outdented,
  patched,
  type Style,
  styleOf,
  withoutAwait,
} from './text.js';

/** Awaiting statements of one block, with those between them that only compute something. */
export interface Run {
  awaits: readonly RowAwait[];
  /** Statements between them that come before the group, and those that need its values and come after. */
  before: readonly TSESTree.Statement[];
  after: readonly TSESTree.Statement[];
}

/** How long a line may get before the awaited calls stand on lines of their own. */
const lineWidth = 100;

/** One statement for the run, or `undefined` where a comment or a type would be lost. */
export function togetherOf(source: SourceCode, run: Run): Edit | undefined {
  const [first] = run.awaits;
  const last = run.awaits.at(-1);
  if (!first || !last) return undefined;
  // What it is assigned to has a type that is not written down here.
  if (run.awaits.some(({ node }) => node.target && takesType(source, node.argument))) return undefined;
  const guards = guardsOf(
    source,
    run.awaits.map(({ node }) => node.argument),
  );
  if (!guards) return undefined;
  const head = headOf(source, run.awaits);
  if (losesComments(source, run, head) || run.awaits.some((one) => isMarked(source, one))) return undefined;
  const style = styleOf(source, first.statement);
  const before = run.before.map((other) => source.getText(other));
  const statement = `${head.text}await Promise.all(${listOf(source, run, { head, guards, style })})`;
  const guard = goesOn(head.text) && !isEnded(source, first.statement, before.at(-1)) ? ';' : '';
  const after = [...head.behind, ...run.after.map((other) => ({ statement: other, text: source.getText(other) }))]
    .sort((one, other) => one.statement.range[0] - other.statement.range[0])
    .map(({ text }) => text);
  const lines = [...before, guard + statement + (after.length > 0 ? style.semicolon : ''), ...after];
  const { range, text } = inPlaceOf(source, style, last.statement, lines.join(style.newline + style.indent));
  return { range: [first.statement.range[0], range[1]], text };
}

/** Whether what comes before the statement does not go on with it, should it begin with a bracket. */
function isEnded(source: SourceCode, statement: TSESTree.Statement, before: string | undefined): boolean {
  if (before !== undefined) return before.endsWith(';');
  const list = siblingsOf(statement) ?? [];
  const previous = list[list.indexOf(statement) - 1];
  return !previous || source.getLastToken(previous)?.value === ';' || endsInBlock(previous);
}

/** How the list of a run is written. */
interface Listing {
  head: Head;
  /** Those of the operands. */
  guards: readonly Guard[];
  style: Style;
}

function listOf(source: SourceCode, { awaits }: Run, { head, guards, style }: Listing): string {
  const parts = awaits.flatMap((part, index) => {
    const { argument } = part.node;
    const [open = '', close = ''] = guards[index] ?? [];
    const above = index === 0 ? [] : commentsAbove(source, part.statement);
    const behind = index === awaits.length - 1 ? [] : commentsBehind(source, part.statement);
    const type = head.tells.get(part.node);
    const told = type === undefined ? '' : ` satisfies ${type}`;
    const joined = head.joined.get(part.node);
    if (!joined) return { argument, above, behind, text: open + startOf(source, part) + close + told };
    return joined.map((operand, place) => ({
      argument: operand,
      above: place === 0 ? above : [],
      behind: place === joined.length - 1 ? behind : [],
      text: source.getText(operand),
    }));
  });
  const line = `[${parts.map(({ text }) => text).join(', ')}]`;
  const around = `${style.indent}${head.text}await Promise.all();`;
  const isShort = around.length + line.length <= lineWidth;
  if (isShort && !line.includes('\n') && parts.every(({ above, behind }) => above.length + behind.length === 0))
    return line;
  const { newline, indent, unit } = style;
  const start = `${newline}${indent}${unit}`;
  const entries = parts.map(({ argument, above, behind, text }) => {
    const lead = above.map(({ range }) => start + source.text.slice(...range)).join('');
    const trail = behind.map(({ range }) => ` ${source.text.slice(...range)}`).join('');
    const moved = outdented(source, argument, text, styleOf(source, argument).indent, style);
    return `${lead}${start}${indented(source, argument, moved, style)},${trail}`;
  });
  return `[${entries.join('')}${newline}${indent}]`;
}

/** What is awaited, without its `await`. */
function startOf(source: SourceCode, { node: { argument, awaits } }: RowAwait): string {
  const inside = awaits.filter((node) => isInside(node, argument));
  const edits = inside.map((node) => withoutAwait(source, node));
  const text = patched(source, argument.range, edits);
  return argument.type === 'SequenceExpression' ? `(${text})` : text;
}

/** The comments on the lines above a statement; one behind the statement before is not the next one's. */
function commentsAbove(source: SourceCode, statement: TSESTree.Node): TSESTree.Comment[] {
  const before = source.getTokenBefore(statement);
  return source.getCommentsBefore(statement).filter((comment) => comment.loc.start.line > (before?.loc.end.line ?? 0));
}

/** The comments behind a statement, to the end of the line. */
function commentsBehind(source: SourceCode, statement: TSESTree.Node): TSESTree.Comment[] {
  const { line } = statement.loc.end;
  if (source.getTokenAfter(statement)?.loc.start.line === line) return [];
  return source.getCommentsAfter(statement).filter((comment) => comment.loc.start.line === line);
}

/** Whether a comment above tells a tool of just this line, or the type of just this variable. */
function isMarked(source: SourceCode, { statement }: RowAwait): boolean {
  return commentsAbove(source, statement).some(({ value }) =>
    /@ts-|@type\b|-(?:disable-next-line|ignore)\b/.test(value),
  );
}

/** Comments that are neither inside what is kept nor around one of the awaits. */
function losesComments(source: SourceCode, { awaits, before, after }: Run, { behind }: Head): boolean {
  const [first] = awaits;
  const last = awaits.at(-1);
  if (!first || !last) return true;
  const around = new Set([
    ...awaits.slice(1).flatMap(({ statement }) => commentsAbove(source, statement)),
    ...awaits.slice(0, -1).flatMap(({ statement }) => commentsBehind(source, statement)),
  ]);
  const awaited = awaits.map(({ node }) => node.awaited);
  const kept: TSESTree.Node[] = [
    ...awaits.flatMap(({ node }) => [node.argument, node.binding?.id ?? [], node.target ?? []].flat()),
    ...before,
    ...after,
  ];
  const isKept = (comment: TSESTree.Comment): boolean => {
    const node = comment as unknown as TSESTree.Node;
    if (around.has(comment) || kept.some((each) => isInside(node, each))) return true;
    return behind.some(({ statement }) => isInside(node, statement)) && !awaited.some((one) => isInside(node, one));
  };
  return source
    .getAllComments()
    .some(
      (comment) =>
        comment.range[0] > first.statement.range[0] && comment.range[1] < last.statement.range[1] && !isKept(comment),
    );
}
