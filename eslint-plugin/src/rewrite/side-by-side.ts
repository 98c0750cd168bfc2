// The rewrite of awaits that are parts of one expression: an array of them is awaited as one; the parts of an object
// or an argument list are awaited in a statement before.
import type { TSESTree } from '@typescript-eslint/utils';
import type { SideBySide } from '../facts/side-by-side.js';
import { takesType } from '../facts/generics.js';
import { calleeNames } from '../facts/syntax.js';
import type { SourceCode } from '../facts/variables.js';
import type { Edit } from './model.js';
import { guardsOf } from './at-once.js';
import { placeBegunBy } from './first.js';
import { nameFor, namesOf } from './names.js';
import {
  apart,
  goesOn,
  indented,
  isInList,
  patched,
  rangeInParentheses,
  type Style,
  styleOf,
  withoutAwait,
} from './text.js';

/** The edits, or `undefined` where no statement before can take the awaits. */
export function sideBySideEdits(source: SourceCode, { around, awaits }: SideBySide): Edit[] | undefined {
  // A call that takes its type from what stands around it has to stay there.
  if (awaits.some(({ expression }) => takesType(source, expression.argument))) return undefined;
  const guards = guardsOf(
    source,
    awaits.map(({ expression }) => expression.argument),
  );
  if (!guards) return undefined;
  const withoutAwaits = awaits.map(({ expression }, index): Edit => ({
    ...withoutAwait(source, expression),
    text: guards[index]?.[0] ?? '',
  }));
  const closing = awaits.map(({ expression: { range } }, index): Edit => ({
    range: [range[1], range[1]],
    text: guards[index]?.[1] ?? '',
  }));
  if (
    source
      .getCommentsInside(around)
      .some((comment) =>
        withoutAwaits.some(({ range }) => comment.range[0] >= range[0] && comment.range[1] <= range[1]),
      )
  )
    return undefined;
  if (
    around.type === 'ArrayExpression' &&
    awaits.length === around.elements.length &&
    awaits.every(({ expression }) => expression.parent === around)
  )
    return isConst(around)
      ? undefined
      : ofArray(source, around, [...withoutAwaits, ...closing.filter(({ text }) => text !== '')]);
  const place = placeBegunBy(around);
  if (!place || (place.type !== 'ArrowFunctionExpression' && !isInList(place))) return undefined;
  const names = namesOf(source);
  const named = awaits.map(({ expression }) => ({ expression, name: names.fresh(...wishesFor(expression)) }));
  const style = styleOf(source, place);
  const calls = named
    .map(({ expression }, index) => (guards[index] ?? []).join(source.getText(expression.argument)))
    .join(', ');
  const declaration = `const [${named.map(({ name }) => name).join(', ')}] = await Promise.all([${calls}])`;
  const edits = named.map(({ expression, name }): Edit => replacement(source, expression, name));
  if (place.type === 'ArrowFunctionExpression') return withBody(source, place, declaration, edits, style);
  const first = source.getFirstToken(place)?.value ?? '';
  const end = style.semicolon || (goesOn(first) ? ';' : '');
  const [start] = place.range;
  return [{ range: [start, start], text: `${declaration}${end}${style.newline}${style.indent}` }, ...edits];
}

/** An arrow function that gets a body for a declaration before what it gives; no comment may stand around that. */
function withBody(
  source: SourceCode,
  { body }: TSESTree.ArrowFunctionExpression,
  declaration: string,
  edits: readonly Edit[],
  style: Style,
): Edit[] | undefined {
  const range = rangeInParentheses(source, body);
  const around = source.text.slice(range[0], body.range[0]) + source.text.slice(body.range[1], range[1]);
  if (/[^\s()]/.test(around)) return undefined;
  const { newline, indent, unit, semicolon } = style;
  const line = `${newline}${indent}${unit}`;
  const given = indented(source, body, patched(source, body.range, edits), style);
  return [{ range, text: `{${line}${declaration}${semicolon}${line}return ${given}${semicolon}${newline}${indent}}` }];
}

/** `[…] as const` can only be said of a literal. */
function isConst(around: TSESTree.ArrayExpression): boolean {
  const { parent } = around;
  return (
    parent.type === 'TSAsExpression' &&
    parent.typeAnnotation.type === 'TSTypeReference' &&
    parent.typeAnnotation.typeName.type === 'Identifier' &&
    parent.typeAnnotation.typeName.name === 'const'
  );
}

/** `[await a(), await b()]` becomes `await Promise.all([a(), b()])`. */
function ofArray(source: SourceCode, around: TSESTree.ArrayExpression, withoutAwaits: readonly Edit[]): Edit[] {
  if (isAwaitedTogether(around)) return [...withoutAwaits];
  const isOperand = around.parent.type === 'MemberExpression' && around.parent.object === around;
  const [open, close] = isOperand ? ['(await Promise.all(', '))'] : ['await Promise.all(', ')'];
  const [start, end] = around.range;
  return [
    { range: [start, start], text: apart(source, around, open) },
    ...withoutAwaits,
    { range: [end, end], text: close },
  ];
}

/** `await Promise.all([await a(), await b()])` needs no more than to lose the awaits inside. */
function isAwaitedTogether({ parent }: TSESTree.ArrayExpression): boolean {
  return (
    parent.type === 'CallExpression' &&
    calleeNames(parent.callee).join('.') === 'Promise.all' &&
    parent.parent.type === 'AwaitExpression'
  );
}

/** `{ user: await … }` with a constant of the same name needs it once. */
export function replacement(source: SourceCode, expression: TSESTree.AwaitExpression, name: string): Edit {
  const { parent } = expression;
  const isShorthand = parent.type === 'Property' && parent.key.type === 'Identifier' && parent.key.name === name;
  return {
    range: isShorthand ? parent.range : rangeInParentheses(source, expression),
    text: name,
  };
}

/** What the value of an await would be called: as the property that it is given, or by what is called. */
export function wishesFor(expression: TSESTree.AwaitExpression): string[] {
  let node: TSESTree.Node = expression.parent;
  while (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression') node = node.parent;
  const key = node.type === 'Property' && node.key.type === 'Identifier' ? [node.key.name] : [];
  return [...key, ...nameFor(expression)];
}
