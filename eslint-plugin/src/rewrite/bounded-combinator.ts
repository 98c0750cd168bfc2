// The bounded rewrites of `Promise.all(items.map(callback))`: through a limiter, or in chunks.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Mapped } from '../facts/promises/combinators.js';
import type { FanOut } from '../facts/promises/fan-out.js';
import { isArray } from '../facts/arrays.js';
import { writtenType } from '../facts/generics.js';
import { hasNode, isFunction, typeBehind } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { Limiter } from '../knowledge/limiters.js';
import { awaitsFirst } from './body.js';
import { awaitedValue, chunkedEdits } from './chunked-combinator.js';
import { conciseBody } from './draft.js';
import { gatheringBy, type Host, limitedRewrite, type Tool, toolsAt } from './limiters.js';
import type { BoundedForm, Edit, Rewrite } from './model.js';
import { type Names, namesOf } from './names.js';
import { goesOn, isInList, outdented, styleOf } from './text.js';

/** The parts of which the text for any list is made. */
export interface Pieces {
  list: string;
  /** Whether the list has `map` and `slice`. */
  isArray: boolean;
  /** Whether it stays as it is while the first items are awaited, so that it may be read bit by bit. */
  isSteady: boolean;
  parameters: string;
  /** The type of the callback's result, as `: Promise<T>`, or nothing. */
  returns: string;
  /** The type of what is awaited for an item, where it is written down. */
  type?: string | undefined;
  body: string;
  /** The callback as a whole. */
  callback: string;
  /** The indentation of the line that it begins on. */
  indent: string;
  /** Whether nothing shows which of two items was begun first. */
  awaitsFirst: boolean;
  /** Whether the callback looks at the index. */
  hasIndex: boolean;
  /** The parameters for an item and its index, where no types are written down for them. */
  named?: readonly [string, string];
}

/** A combinator to be bounded: one that is there, or one that would be. */
export interface Boundable {
  source: SourceCode;
  /** What is replaced. */
  node: TSESTree.Expression;
  /** The expression that gives what is awaited, where there is one. */
  value: TSESTree.Expression | undefined;
  name: FanOut['name'];
  /** The combinator as it is called. */
  callee: string;
  pieces: Pieces;
  /** What takes the node's place, for the text of a promise; and what takes the value's, for a list. */
  put: (promise: string) => string;
  wrap: (list: string) => string;
}

/** The bounded rewrites of a combinator; see `boundedForms`. */
export function boundedRewrites(
  source: SourceCode,
  combinator: FanOut,
  host: Host,
  size: number,
): Rewrite<BoundedForm>[] {
  const { node, name } = combinator;
  const names = namesOf(source);
  const pieces = piecesOf(source, combinator, names);
  if (!pieces) return [];
  const same = (text: string): string => text;
  const callee = source.getText(node.callee);
  const value = awaitedValue(node);
  return boundedForms({ source, node, value, name, callee, pieces, put: same, wrap: same }, names, host, size);
}

/**
 * The rewrites, the safest first: through a limiter that is there; with none, in chunks and then through one that is
 * to be installed, which is not offered alone, since hosts apply the first and its text does not run before.
 * @param size how many promises are to be under way at a time
 */
export function boundedForms(given: Boundable, names: Names, host: Host, size: number): Rewrite<BoundedForm>[] {
  const { source, node, name, pieces } = given;
  const suits = (limiter: Limiter): boolean =>
    keepsOutcomes(limiter, name) && tellsIndex(limiter, pieces) && (limiter.shuffles !== true || pieces.awaitsFirst);
  const tools = toolsAt(source, node, host, names, { size, suits });
  const limited = tools.ready && throughTool(given, tools.ready, names.copy(), host);
  if (limited) return [limited];
  const edits = chunkedEdits(given, names.copy(), size);
  if (!edits) return [];
  const chunks: Rewrite<BoundedForm> = { form: 'chunks', edits, bound: { size: String(size), combinator: name } };
  const { tool, install } = tools.proposed ?? {};
  const proposed = tool && throughTool(given, tool, names.copy(), host, install);
  return proposed ? [chunks, proposed] : [chunks];
}

/** One that maps by itself rejects at the first failure; the others leave the combinator as it is. */
function keepsOutcomes({ handing }: Limiter, name: FanOut['name']): boolean {
  return name === 'all' || handing.by === 'wrapping';
}

function tellsIndex({ handing }: Limiter, { hasIndex }: Pieces): boolean {
  return !hasIndex || handing.by !== 'mapping' || handing.index;
}

/** The parts of the combinator, where it has no others. */
function piecesOf(source: SourceCode, { node, input }: FanOut, names: Names): Pieces | undefined {
  const { call, items, callback } = input;
  const isFrom = call.arguments[0] === items;
  const isPlain = node.arguments.length === 1 && call.arguments.length === (isFrom ? 2 : 1) && !node.typeArguments;
  const isOptional =
    call.optional || (call.callee.type === 'MemberExpression' && call.callee.optional) || node.arguments[0] !== call;
  const isKept = source
    .getCommentsInside(node)
    .every((comment) => [items, callback].some((part) => isInside(comment as unknown as TSESTree.Node, part)));
  if (!isPlain || isOptional || !isKept) return undefined;
  const called = isFunction(callback) ? calledIn(source, callback) : calledBy(source, callback, input.body, names);
  if (!called) return undefined;
  const list = source.getText(items);
  const { indent } = styleOf(source, callback);
  const type = writtenType(source, callback);
  // `{ length: 10 }` is no list by itself.
  if (items.type === 'ObjectExpression')
    return { list: `Array.from(${list})`, isArray: true, isSteady: true, indent, type, ...called };
  const steady = isSteady(list, called.body);
  return { list, isArray: !isFrom || isArray(source, items), isSteady: steady, indent, type, ...called };
}

/** Whether neither the callback nor, where others see the list, anyone else can change it meanwhile. */
export function isSteady(list: string, body: string): boolean {
  const [root = ''] = list.split(/[^\p{L}\p{N}_$]/u, 1);
  return root !== 'this' && !body.split(/[^\p{L}\p{N}_$]+/u).includes(root);
}

type Called = Omit<Pieces, 'list' | 'isArray' | 'isSteady' | 'indent' | 'type'>;

/** A function in its place, where an arrow function means the same. */
function calledIn(
  source: SourceCode,
  callback: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration,
): Called | undefined {
  const { params, body, returnType } = callback;
  if (
    params.length > 2 ||
    callback.generator ||
    callback.typeParameters ||
    params.some(({ type }) => type === 'RestElement')
  )
    return undefined;
  if (callback.type !== 'ArrowFunctionExpression' && hasOwnThis(source, body)) return undefined;
  // A function that is not async can only be told the type of what it gives if that is a promise's.
  const type = returnType ? source.getText(returnType.typeAnnotation) : undefined;
  if (type !== undefined && !type.startsWith('Promise<')) return undefined;
  const [item, index] = params.map((parameter) => source.getText(parameter));
  const isTyped = params.some((parameter) => typeBehind(parameter) !== undefined);
  return {
    ...(item === undefined || index === undefined || isTyped ? {} : { named: [item, index] }),
    parameters: params.map((parameter) => source.getText(parameter)).join(', '),
    returns: type === undefined ? '' : `: ${type}`,
    body: body.type === 'BlockStatement' ? source.getText(body) : conciseBody(source, body),
    callback: source.getText(callback),
    awaitsFirst: awaitsFirst(source, body),
    hasIndex: params.length > 1,
  };
}

/** A function by its name: it gets the item, all that one made for a single thing looks at. */
function calledBy(
  source: SourceCode,
  callback: TSESTree.Expression,
  body: Mapped['body'],
  names: Names,
): Called | undefined {
  if ((callback.type !== 'Identifier' && callback.type !== 'MemberExpression') || (body && body.params.length > 1))
    return undefined;
  const item = names.fresh('item', 'each');
  const called = `${source.getText(callback)}(${item})`;
  return {
    parameters: item,
    returns: '',
    body: called,
    callback: `(${item}) => ${called}`,
    awaitsFirst: true,
    hasIndex: false,
  };
}

function hasOwnThis(source: SourceCode, body: TSESTree.Node): boolean {
  return hasNode(
    body,
    source.visitorKeys,
    (node) => node.type === 'ThisExpression' || (node.type === 'Identifier' && node.name === 'arguments'),
    (node) => !isFunction(node) || node.type === 'ArrowFunctionExpression',
  );
}

function throughTool(
  { source, node, name, callee, pieces, put }: Boundable,
  tool: Tool,
  names: Names,
  host: Host,
  install?: string,
): Rewrite<BoundedForm> | undefined {
  const { setup, gather } = gatheringBy(tool, host, names, callee);
  const { parameters, returns } = pieces;
  const body = outdented(source, node, pieces.body, pieces.indent, styleOf(source, node));
  const isReadNow = pieces.isSteady || tool.limiter.handing.by !== 'mapping';
  const { list, isArray } = isReadNow ? pieces : { list: `Array.from(${pieces.list})`, isArray: true };
  const text = put(gather({ list, isArray, parameters, variables: [] }, { returns, body }));
  const edit: Edit = { range: node.range, text };
  const edits = setup === undefined ? [edit] : withSetup(source, node, setup, edit);
  return edits && limitedRewrite(tool, edits, install, name);
}

/** The edit of an expression, and what sets up the limiter before the statement that it stands in. */
function withSetup(source: SourceCode, node: TSESTree.Node, setup: string, edit: Edit): Edit[] | undefined {
  const place = placeAround(node);
  if (!place) return undefined;
  const { newline, indent, semicolon } = styleOf(source, place);
  const insert = (at: number, text: string): Edit => ({ range: [at, at], text });
  if (isFunction(place)) {
    const arrow = source.getTokenBefore(place.body, { filter: ({ value }) => value === '=>' });
    const start = arrow ? source.getTokenAfter(arrow)?.range[0] : undefined;
    return start === undefined
      ? undefined
      : [insert(start, `{ ${setup}; return `), edit, insert(place.range[1], '; }')];
  }
  if (!isInList(place)) return [insert(place.range[0], `{ ${setup}; `), edit, insert(place.range[1], ' }')];
  const first = source.getFirstToken(place)?.value ?? '';
  const end = semicolon || (goesOn(first) ? ';' : '');
  return [insert(place.range[0], `${setup}${end}${newline}${indent}`), edit];
}

/** The statement that an expression stands in, or the arrow function whose body it is a part of. */
function placeAround(node: TSESTree.Node): TSESTree.Statement | TSESTree.ArrowFunctionExpression | undefined {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'ArrowFunctionExpression' && parent.body === child) return parent;
    if (isFunction(parent) || parent.type === 'PropertyDefinition') return undefined;
    const isBody = ['IfStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement'].includes(
      parent.type,
    );
    if (isInList(child) || (isBody && child.type.endsWith('Statement'))) return child as TSESTree.Statement;
  }
  return undefined;
}
