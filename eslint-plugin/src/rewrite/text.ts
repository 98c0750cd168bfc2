// Pieces of the source with edits applied, and how the file writes its lines.
import type { TSESTree } from '@typescript-eslint/utils';
import { siblingsOf, typeBehind } from '../facts/syntax.js';
import { oncePerFile, type SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';

/** The text of a range with those of the edits applied that lie in it. */
export function patched(source: SourceCode, range: readonly [number, number], edits: readonly Edit[]): string {
  let text = '';
  let from = range[0];
  const inside = edits.filter((edit) => edit.range[0] >= range[0] && edit.range[1] <= range[1]);
  for (const edit of [...inside].sort((one, other) => one.range[0] - other.range[0])) {
    text += source.text.slice(from, edit.range[0]) + edit.text;
    from = edit.range[1];
  }
  return text + source.text.slice(from, range[1]);
}

/** How the file is written, as far as new text has to follow it. */
export interface Style {
  /** `;` or nothing. */
  semicolon: string;
  newline: string;
  /** One level of indentation. */
  unit: string;
  /** The indentation of the statement that is rewritten. */
  indent: string;
}

/** What holds for the whole file. */
const habitsOf = oncePerFile((source): Pick<Style, 'semicolon' | 'newline' | 'unit'> => ({
  semicolon: usesSemicolons(source) ? ';' : '',
  newline: source.text.includes('\r\n') ? '\r\n' : '\n',
  unit: unitOf(source),
}));

/** How the file is written, at a statement. */
export function styleOf(source: SourceCode, statement: TSESTree.Node): Style {
  return { ...habitsOf(source), indent: indentAt(source, statement) };
}

/** The white space before the first thing on a node's line. */
function indentAt(source: SourceCode, node: TSESTree.Node): string {
  return /^[ \t]*/.exec(source.lines[node.loc.start.line - 1] ?? '')?.[0] ?? '';
}

function usesSemicolons(source: SourceCode): boolean {
  for (const token of source.ast.tokens) {
    if (token.value !== ';' || token.type !== 'Punctuator') continue;
    const next = source.getTokenAfter(token);
    // One in the head of a `for`, between two statements of a line, or that guards the next line, says nothing.
    if (!next || next.value === '}' || next.loc.start.line > token.loc.end.line) return true;
  }
  return false;
}

function unitOf(source: SourceCode): string {
  const indented = source.lines.find((line) => /^(?:\t| {2,8})\S/.test(line) && !/^\s*\*/.test(line));
  return indented ? (/^\s+/.exec(indented)?.[0] ?? '  ') : '  ';
}

/** The quote that most strings of the file stand in. */
export const quoteOf = oncePerFile((source) => {
  let more = 0;
  for (const { type, value } of source.ast.tokens) if (type === 'String') more += value.startsWith('"') ? 1 : -1;
  return more > 0 ? '"' : "'";
});

/** `;` where the next line would otherwise go on with this statement. */
export function statementEnd(source: SourceCode, style: Style, statement: TSESTree.Node): string {
  if (style.semicolon) return style.semicolon;
  const next = source.getTokenAfter(statement);
  if (!next) return '';
  const sharesLine = next.loc.start.line === statement.loc.end.line && next.value !== '}';
  return sharesLine || goesOn(next.value) ? ';' : '';
}

/** The edit that puts a text in the place of a statement, ended as that was, with the comments that the text has not. */
export function inPlaceOf(source: SourceCode, style: Style, statement: TSESTree.Node, text: string): Edit {
  const line = style.newline + indentAt(source, statement);
  const comments = source.getCommentsInside(statement).map((comment) => {
    const own = source.text.slice(...comment.range);
    return text.includes(own) ? '' : own + (comment.type === 'Line' ? line : ' ');
  });
  const range = [statement.range[0], endOf(source, statement)] as const;
  const isEnded = text.endsWith(';') || range[1] < statement.range[1];
  return { range, text: comments.join('') + text + (isEnded ? '' : statementEnd(source, style, statement)) };
}

/** Statements on lines of their own before a text, the last one ended where the text would go on with it. */
export function linesBefore({ newline, indent, unit, semicolon }: Style, statements: readonly string[], text: string) {
  if (statements.length === 0) return text;
  const line = `${newline}${indent}${unit}`;
  const end = semicolon || (goesOn(text.replace(/^(?:\s|\/\/.*|\/\*[^]*?\*\/)+/, '')) ? ';' : '');
  const isOnItsLine = /^[ \t]*(?:\/\/.*|\/\*.*?\*\/[ \t]*)?(?:\r?\n|$)/.test(text);
  const rest = isOnItsLine ? text : line + text.trimStart();
  return line + statements.join(semicolon + line) + end + rest;
}

/** The range of an expression with the parentheses around it, but for those of a call that it is handed to. */
export function rangeInParentheses(source: SourceCode, node: TSESTree.Node): readonly [number, number] {
  const { parent } = node;
  const call = parent?.type === 'CallExpression' || parent?.type === 'NewExpression' ? parent : undefined;
  let [start, end] = node.range;
  let [before, after] = [source.getTokenBefore(node), source.getTokenAfter(node)];
  while (before?.value === '(' && after?.value === ')' && after.range[1] !== call?.range[1]) {
    [start, end] = [before.range[0], after.range[1]];
    [before, after] = [source.getTokenBefore(before), source.getTokenAfter(after)];
  }
  return [start, end];
}

/** The edit that takes the `await` off an expression. */
export function withoutAwait(source: SourceCode, node: TSESTree.AwaitExpression): Edit {
  const next = source.getFirstToken(node, 1);
  return { range: [node.range[0], next?.range[0] ?? node.argument.range[0]], text: '' };
}

/** A parameter as it is where its type is told by something else. */
export function withoutType(source: SourceCode, parameter: TSESTree.Node): string {
  const annotation = typeBehind(parameter);
  return annotation ? source.text.slice(parameter.range[0], annotation.range[0]).trimEnd() : source.getText(parameter);
}

/** Text that takes a node's place, with a `;` in front where it would go on with the statement before it. */
export function begun(source: SourceCode, node: TSESTree.Node, text: string): string {
  const [start] = node.range;
  const before = source.getTokenBefore(node);
  if (!goesOn(text) || !before || /^[;{}]$/.test(before.value) || styleOf(source, node).semicolon) return text;
  for (let each: TSESTree.Node | undefined = node; each?.range[0] === start; each = each.parent)
    if (each.type === 'ExpressionStatement') return `;${text}`;
  return text;
}

/** A word that takes the place of what may stand right behind another: `return[…]`. */
export function apart(source: SourceCode, { range: [start] }: TSESTree.Node, word: string): string {
  return /[\w$]/.test(source.text.charAt(start - 1)) ? ` ${word}` : word;
}

/** Where a statement ends, without the `;` that keeps the next line from going on with it. */
export function endOf(source: SourceCode, statement: TSESTree.Node): number {
  const [before, last] = source.getLastTokens(statement, 2);
  const isGuard = last?.value === ';' && before && before.loc.end.line < last.loc.start.line;
  return isGuard ? before.range[1] : statement.range[1];
}

/** Past a comment that stands behind an offset on the same line. */
export function pastComment(source: SourceCode, offset: number, limit = source.text.length): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*.*?\*\/(?=[ \t]*(?:\r?\n|$)))/.exec(source.text.slice(offset, limit));
  return offset + (rest?.[0].length ?? 0);
}

/** Whether a line that begins with a token goes on with the statement before it, where no `;` ends that. */
export function goesOn(token: string): boolean {
  return /^[([`+\-/]/.test(token);
}

/** Text one level deeper, unless white space in it is part of a value: of a template of `node`, from which it is made. */
export function indented(source: SourceCode, node: TSESTree.Node, text: string, { unit, newline }: Style): string {
  if (hasLongTemplate(source, node)) return text;
  const [first, ...rest] = text.split(/\r?\n/);
  return [first, ...rest.map((line) => (line === '' ? line : unit + line))].join(newline);
}

/** Text of a node whose lines begin at an indentation, at that of a statement; with the same exception. */
export function outdented(
  source: SourceCode,
  node: TSESTree.Node,
  text: string,
  from: string,
  { indent, newline }: Style,
): string {
  if (from === indent || hasLongTemplate(source, node)) return text;
  const [first, ...rest] = text.split(/\r?\n/);
  const moved = rest.map((line) => (line.startsWith(from) ? indent + line.slice(from.length) : line));
  return [first, ...moved].join(newline);
}

/** Whether a template literal spans lines. */
function hasLongTemplate(source: SourceCode, node: TSESTree.Node): boolean {
  return source.getTokens(node).some((token) => token.type === 'Template' && token.loc.start.line < token.loc.end.line);
}

/** Whether a statement ends with a brace that nothing can go on with. */
export function endsInBlock(statement: TSESTree.Node): boolean {
  switch (statement.type) {
    case 'IfStatement':
      return endsInBlock(statement.alternate ?? statement.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return endsInBlock(statement.body);
    default:
      return /^(?:Block|Try|Switch)Statement$|^(?:Function|Class)Declaration$/.test(statement.type);
  }
}

/** Whether a node is one of a list of statements. */
export function isInList(node: TSESTree.Node): boolean {
  return siblingsOf(node) !== undefined;
}

/** Whether a node is a statement of a block, which what it declares is seen in alone. */
export function isInBlock(node: TSESTree.Node): boolean {
  return isInList(node) && node.parent?.type !== 'SwitchCase';
}

/** Statements in the place of one, with its labels, in braces where only one may stand. */
export function asOneStatement(
  source: SourceCode,
  place: TSESTree.Node,
  statements: readonly string[],
  style: Style,
): string {
  if (place.parent?.type === 'LabeledStatement') return asOneStatement(source, place.parent, statements, style);
  const { newline, indent, unit } = style;
  if (isInBlock(place) || statements.length === 1) return statements.join(`${newline}${indent}`);
  const lines = statements.map((statement) => `${newline}${indent}${unit}${indented(source, place, statement, style)}`);
  return `{${lines.join('')}${newline}${indent}}`;
}
