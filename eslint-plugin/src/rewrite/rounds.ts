// Two rounds over a list as one: each result is handled in the callback that awaits it.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Rounds } from '../facts/promises/rounds.js';
import { isFunction, walk } from '../facts/syntax.js';
import { isInside, type SourceCode, variableOf } from '../facts/variables.js';
import { continuesAsReturns, continuesIn, obstacleIn } from './body.js';
import { conciseBody } from './draft.js';
import type { Edit } from './model.js';
import { patched, statementEnd, type Style, styleOf } from './text.js';

/** The edit, or `undefined` where what both do has no place in one callback. */
export function mergedEdit(source: SourceCode, rounds: Rounds): Edit | undefined {
  const { statements, mapped, handling } = rounds;
  const [first, last] = statements;
  const value = valueOf(source, mapped.body);
  // What is put into the callback stands below the line that the `map` begins on.
  const style = styleOf(source, mapped.call);
  const handled = handledBy(source, rounds, style);
  const obstacle = handling.by === 'loop' ? obstacleIn(source, handling.loop) : undefined;
  if (!value || !handled || obstacle || clash(source, rounds) || losesComments(source, rounds)) return undefined;
  const { newline, indent, unit, semicolon } = style;
  const line = `${newline}${indent}${unit}`;
  const declaration = `const ${handled.parameter} = await ${value.text}${semicolon}`;
  const callback = `async (${parametersOf(source, mapped.body)}) => {${value.before}${line}${declaration}${handled.text}${newline}${indent}}`;
  const { call, callback: replaced } = mapped;
  const map = `${source.text.slice(call.range[0], replaced.range[0])}${callback}${source.text.slice(replaced.range[1], call.range[1])}`;
  const range: Edit['range'] = [first.range[0], last.range[1]];
  if (handling.by === 'loop') return { range, text: `await Promise.all(${map})${statementEnd(source, style, last)}` };
  const { call: inner } = handling.mapped;
  return {
    range,
    text: `${source.text.slice(last.range[0], inner.range[0])}${map}${source.text.slice(inner.range[1], last.range[1])}`,
  };
}

function parametersOf(source: SourceCode, { params }: Rounds['mapped']['body']): string {
  return params.map((parameter) => source.getText(parameter)).join(', ');
}

/** What the first callback gives in the end, and the text of what it does before. */
function valueOf(source: SourceCode, callback: Rounds['mapped']['body']): { text: string; before: string } | undefined {
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
  const isKept = last.type !== 'ExpressionStatement';
  const text = `${line}${isKept ? 'return' : 'await'} ${conciseBody(source, body)}${style.semicolon}`;
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
function losesComments(source: SourceCode, { statements: [first, last], mapped, handling }: Rounds): boolean {
  const { body } = mapped.body;
  const [start, end] = body.range;
  const returned = body.type === 'BlockStatement' ? body.body.at(-1)?.range[1] : end;
  const second = handling.by === 'loop' ? handling.loop.body : handling.mapped.body.body;
  const kept = [[start, returned ?? start] as const, second.range];
  return source
    .getAllComments()
    .filter(({ range }) => range[0] >= first.range[0] && range[1] <= last.range[1])
    .some(({ range }) => !kept.some(([from, to]) => range[0] >= from && range[1] <= to));
}
