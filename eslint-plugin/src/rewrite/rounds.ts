// Two rounds over a list as one: each result is handled in the callback that awaits it.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Rounds } from '../facts/promises/rounds.js';
import { isFunction, walk } from '../facts/syntax.js';
import { isInside, type SourceCode, variableOf } from '../facts/variables.js';
import { continuesAsReturns, continuesIn, obstacleIn } from './body.js';
import { conciseBody } from './draft.js';
import type { Edit } from './model.js';
import { indented, outdented, patched, statementEnd, type Style, styleOf } from './text.js';

/** The edit, or `undefined` where what both do has no place in one callback. */
export function mergedEdit(source: SourceCode, rounds: Rounds): Edit | undefined {
  const { mapped, handling } = rounds;
  const value = valueOf(source, mapped.body);
  const obstacle = handling.by === 'loop' ? obstacleIn(source, handling.loop) : undefined;
  if (!value || obstacle || clash(source, rounds) || losesComments(source, rounds)) return undefined;
  return rounds.flat ? listsEdit(source, rounds, value) : itemsEdit(source, rounds, value);
}

/** What the first callback gives in the end, and the text of what it does before. */
interface Value {
  text: string;
  before: string;
}

/** Each result is handled in the callback that awaits it. */
function itemsEdit(source: SourceCode, rounds: Rounds, value: Value): Edit | undefined {
  const { statements, mapped, handling } = rounds;
  const [first, last] = statements;
  // What is put into the callback stands below the line that the `map` begins on.
  const style = styleOf(source, mapped.call);
  const handled = handledBy(source, rounds, style);
  if (!handled) return undefined;
  const { call, callback: replaced } = mapped;
  const callback = callbackOf(source, rounds, value, style, handled);
  const map = `${source.text.slice(call.range[0], replaced.range[0])}${callback}${source.text.slice(replaced.range[1], call.range[1])}`;
  const range: Edit['range'] = [first.range[0], last.range[1]];
  if (handling.by === 'loop') return { range, text: `await Promise.all(${map})${statementEnd(source, style, last)}` };
  const { call: inner } = handling.mapped;
  return {
    range,
    text: `${source.text.slice(last.range[0], inner.range[0])}${map}${source.text.slice(inner.range[1], last.range[1])}`,
  };
}

/** The items of each result, which is a list, are handled in the callback that awaits it, as all of them were. */
function listsEdit(source: SourceCode, rounds: Rounds, value: Value): Edit {
  const { statements, mapped, handling, name, read } = rounds;
  const [first, last] = statements;
  const style = styleOf(source, last);
  const all = handling.by === 'map' && keepsValues(last) ? handling.all : undefined;
  const own = patched(source, (all ?? last).range, [{ range: [...read.range], text: name }]);
  const statement = all ? `return ${own}${style.semicolon}` : own;
  const text = `${style.newline}${style.indent}${style.unit}${indented(source, last, statement, style)}`;
  const from = styleOf(source, mapped.callback).indent;
  const move = (part: string): string => outdented(source, mapped.callback, part, from, style);
  const moved = { text: move(value.text), before: move(value.before) };
  const callback = callbackOf(source, rounds, moved, style, {
    parameter: name,
    text,
  });
  const head = source.text.slice(mapped.call.range[0], mapped.callback.range[0]).trimEnd();
  const gathered = `await Promise.all(${head}${callback}))`;
  const range: Edit['range'] = [first.range[0], last.range[1]];
  if (!all) return { range, text: `${gathered}${statementEnd(source, style, last)}` };
  const replaced = all.parent.type === 'AwaitExpression' ? all.parent : all;
  return { range, text: patched(source, last.range, [{ range: replaced.range, text: `(${gathered}).flat()` }]) };
}

/** A callback that awaits the value of the first one, by a name, and then handles it. */
function callbackOf(
  source: SourceCode,
  rounds: Rounds,
  value: Value,
  { newline, indent, unit, semicolon }: Style,
  handled: { parameter: string; text: string },
): string {
  const line = `${newline}${indent}${unit}`;
  const declaration = `const ${handled.parameter} = await ${value.text}${semicolon}`;
  const between = commentsBetween(source, rounds).map((comment) => `${line}${source.text.slice(...comment.range)}`);
  const parameters = parametersOf(source, rounds.mapped.body);
  return `async (${parameters}) => {${value.before}${line}${declaration}${between.join('')}${handled.text}${newline}${indent}}`;
}

/** The comments of one line each above the second round. */
function commentsBetween(source: SourceCode, { statements: [first, last] }: Rounds): TSESTree.Comment[] {
  return source
    .getCommentsBefore(last)
    .filter(({ loc }) => loc.start.line > first.loc.end.line && loc.start.line === loc.end.line);
}

/** Whether the values of the second round are kept, or returned. */
function keepsValues(statement: TSESTree.Statement): boolean {
  return statement.type !== 'ExpressionStatement' || statement.expression.type === 'AssignmentExpression';
}

function parametersOf(source: SourceCode, { params }: Rounds['mapped']['body']): string {
  return params.map((parameter) => source.getText(parameter)).join(', ');
}

function valueOf(source: SourceCode, callback: Rounds['mapped']['body']): Value | undefined {
  if (callback.type !== 'ArrowFunctionExpression') return undefined;
  const { body } = callback;
  if (body.type !== 'BlockStatement') return { text: conciseBody(source, body), before: '' };
  const last = body.body.at(-1);
  if (last?.type !== 'ReturnStatement' || !last.argument || returnsIn(source, body).length !== 1) return undefined;
  const before = source.text.slice(body.range[0] + 1, last.range[0]).trimEnd();
  return { text: conciseBody(source, last.argument), before };
}

function returnsIn(source: SourceCode, body: TSESTree.Node): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  walk(body, source.visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') found.push(node);
    return !isFunction(node);
  });
  return found;
}

/** What a result is called where it is handled, and the text of the handling. */
function handledBy(
  source: SourceCode,
  { handling, statements: [, last] }: Rounds,
  style: Style,
): { parameter: string; text: string } | undefined {
  const line = `${style.newline}${style.indent}${style.unit}`;
  if (handling.by === 'loop') {
    const { left, body } = handling.loop;
    if (left.type !== 'VariableDeclaration') return undefined;
    const edits = continuesAsReturns(source, continuesIn(source, body), '');
    const text =
      body.type === 'BlockStatement'
        ? patched(source, [body.range[0] + 1, body.range[1] - 1], edits).trimEnd()
        : `${line}${patched(source, body.range, edits)}`;
    return { parameter: source.getText(left.declarations[0].id), text };
  }
  const { body, params, type } = handling.mapped.body;
  const [parameter] = params;
  if (!parameter || parameter.type === 'AssignmentPattern' || type !== 'ArrowFunctionExpression') return undefined;
  if (body.type === 'BlockStatement')
    return {
      parameter: source.getText(parameter),
      text: source.text.slice(body.range[0] + 1, body.range[1] - 1).trimEnd(),
    };
  const text = `${line}${keepsValues(last) ? 'return' : 'await'} ${conciseBody(source, body)}${style.semicolon}`;
  return { parameter: source.getText(parameter), text };
}

/** Whether a name of the one part would mean something else in the other. */
function clash(source: SourceCode, { mapped, handling }: Rounds): boolean {
  const parts = [mapped.body, handling.by === 'loop' ? handling.loop : handling.mapped.body];
  const [one, other] = parts.map((part) => namesIn(source, part));
  if (!one || !other) return true;
  return (
    [...one.own].some((name) => other.own.has(name) || other.outer.has(name)) ||
    [...other.own].some((name) => one.outer.has(name))
  );
}

/** The names that a part declares, and those that it takes from outside. */
function namesIn(source: SourceCode, part: TSESTree.Node): { own: Set<string>; outer: Set<string> } {
  const own = new Set<string>();
  const outer = new Set<string>();
  walk(part, source.visitorKeys, (node) => {
    if (node.type !== 'Identifier' || isKey(node)) return true;
    const variable = variableOf(source, node);
    const [declared] = variable?.identifiers ?? [];
    if (declared && isInside(declared, part)) own.add(node.name);
    else outer.add(node.name);
    return true;
  });
  return { own, outer };
}

/** Whether an identifier names a property, not a variable. */
function isKey({ parent, range }: TSESTree.Identifier): boolean {
  if (parent.type === 'MemberExpression') return !parent.computed && parent.property.range === range;
  return parent.type === 'Property' && !parent.computed && !parent.shorthand && parent.key.range === range;
}

/** Whether a comment stands outside of the bodies, or behind the last thing that the first one does. */
function losesComments(source: SourceCode, rounds: Rounds): boolean {
  const { statements, mapped, handling } = rounds;
  const [first, last] = statements;
  const { body } = mapped.body;
  const [start, end] = body.range;
  const returned = body.type === 'BlockStatement' ? body.body.at(-1)?.range[1] : end;
  const second = handling.by === 'loop' ? handling.loop.body : handling.mapped.body.body;
  const between = commentsBetween(source, rounds).map(({ range }) => range);
  const kept = [[start, returned ?? start] as const, second.range, ...between];
  return source
    .getAllComments()
    .filter(({ range }) => range[0] >= first.range[0] && range[1] <= last.range[1])
    .some(({ range }) => !kept.some(([from, to]) => range[0] >= from && range[1] <= to));
}
