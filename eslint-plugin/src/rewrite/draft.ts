// The parts of which every rewritten loop is put together: its callback, its combinator, its statements.
import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import { statementsOf } from './body.js';
import type { Items } from './items.js';
import type { Edit } from './model.js';
import type { Names } from './names.js';
import { endOf, endsInBlock, linesBefore, pastComment, patched, type Style } from './text.js';

export interface Draft {
  source: SourceCode;
  loop: LoopNode;
  items: Items;
  names: Names;
  style: Style;
  /** How a limiter gathers what the body gives for each item; `Promise.all` over all of them where there is none. */
  gather?: (items: Items, callback: Callback) => string;
  /** The type that the callback's result is given, as `: Promise<T>`. */
  returns?: string;
}

/** The function for each item, without its parameters. */
export interface Callback {
  /** The type of its result, as `: Promise<T>`, or nothing. */
  returns: string;
  body: string;
}

/** What takes the loop's place, for the items of the draft it is given, where they allow it. */
export type Build = (draft: Draft) => string | undefined;

/** The statements of the body that the callback keeps. */
export function bodyStatements({ loop, items }: Draft): TSESTree.Statement[] {
  return statementsOf(loop.body).filter((statement) => statement !== items.replaces && statement !== items.dropped);
}

/** The `map` over the list inside its combinator. */
export function gathered({ items, gather, returns = '' }: Draft, body: string): string {
  if (gather) return gather(items, { returns, body });
  const { list, isArray } = items;
  // What is in the list is waited for already: `Promise.all(promises)`.
  if (body === items.parameters && /^[\w$]+$/.test(body)) return `Promise.all(${list})`;
  const callback = `async (${items.parameters})${returns} => ${body}`;
  return isArray ? `Promise.all(${list}.map(${callback}))` : `Promise.all(Array.from(${list}, ${callback}))`;
}

/** An expression as the body of an arrow function; an `await` around all of it adds nothing there. */
export function conciseBody(source: SourceCode, expression: TSESTree.Node): string {
  const node = expression.type === 'AwaitExpression' ? expression.argument : expression;
  const text = source.getText(node);
  return text.startsWith('{') || node.type === 'SequenceExpression' ? `(${text})` : text;
}

/** What a body gets besides its own statements: others, which are not ended. */
interface Frame {
  first?: readonly string[];
  last?: string;
}

/** The loop's own body, braces and all, with edits applied. */
export function blockBody(draft: Draft, edits: readonly Edit[], { first = [], last }: Frame = {}): string {
  const { source, loop, style, items } = draft;
  const { body } = loop;
  const before = items.prelude === undefined ? first : [items.prelude, ...first];
  const after = last === undefined ? '' : last + style.semicolon;
  if (body.type !== 'BlockStatement') {
    const own = patched(source, [body.range[0], endOf(source, body)], edits);
    const end = after === '' || own.endsWith(';') || endsInBlock(body) ? '' : ';';
    return `{ ${[...before.map((statement) => `${statement};`), own + end, after].join(' ').trimEnd()} }`;
  }
  const { replaces, dropped } = items;
  const end = leadOf(source, source.getLastToken(body) ?? body);
  const gone: Edit[] = [
    ...(replaces ? [{ range: [leadOf(source, replaces), replaces.range[1]], text: '' } as const] : []),
    ...(dropped ? [{ range: [leadOf(source, dropped), end], text: '' } as const] : []),
  ];
  const inner = patched(source, [body.range[0] + 1, body.range[1] - 1], [...edits, ...gone]);
  if (after === '') return `{${linesBefore(style, before, inner)}}`;
  const { newline, indent, unit } = style;
  return `{${linesBefore(style, before, inner.trimEnd())}${newline}${indent}${unit}${after}${newline}${indent}}`;
}

/** Where the white space begins that leads to a statement or a token. */
export function leadOf(source: SourceCode, statement: TSESTree.Node | TSESTree.Token): number {
  return source.getTokenBefore(statement, { includeComments: true })?.range[1] ?? statement.range[0];
}

/** Statements of the body with the comments and blank lines that lead to them. */
export function statementsText(
  draft: Draft,
  statements: readonly TSESTree.Statement[],
  edits: readonly Edit[],
): string {
  const { source, style, loop } = draft;
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return '';
  if (loop.body.type !== 'BlockStatement')
    return `${style.newline}${style.indent}${style.unit}${patched(source, [first.range[0], endOf(source, first)], edits)}`;
  const start = startOf(draft, first);
  const isLastOfBody = statementsOf(loop.body).at(-1) === last;
  const end = isLastOfBody ? loop.body.range[1] - 1 : pastComment(source, last.range[1], loop.body.range[1] - 1);
  const text = patched(source, [start, end], edits).trimEnd();
  return /^\s*\n/.test(text) ? text : `${style.newline}${style.indent}${style.unit}${text.trimStart()}`;
}

/** Where the text of a statement begins: after what stands on the line of the one before it. */
function startOf({ source, items }: Draft, statement: TSESTree.Statement): number {
  const before = source.getTokenBefore(statement);
  if (!before) return statement.range[0];
  // The comment of a statement that is left out goes with what follows.
  const isLeftOut = before.range[1] === items.replaces?.range[1];
  return isLeftOut ? before.range[1] : pastComment(source, before.range[1], statement.range[0]);
}
