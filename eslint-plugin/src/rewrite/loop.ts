// The rewrites of a loop that may run concurrently, the safest first.
import type { TSESTree } from '@typescript-eslint/utils';
import { bare, type LoopNode } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import type { Concurrent } from '../verdict/model.js';
import { continuesAsReturns, continuesIn, isWrittenIn, obstacleIn, statementsOf, variablesUsedIn } from './body.js';
import { type Collection, collectionOf } from './collect.js';
import { type Items, itemsOf } from './items.js';
import type { Edit, Outcome, Rewrite, WhyNot } from './model.js';
import { type Names, namesOf } from './names.js';
import { type Split, splitOf } from './split.js';
import { indentAt, patched, statementEnd, type Style, styleOf } from './text.js';

/** How many iterations a bounded rewrite runs at a time. */
export const chunkSize = 10;

interface Draft {
  source: SourceCode;
  loop: LoopNode;
  items: Items;
  names: Names;
  style: Style;
}

/** What takes the loop's place, for the items of the draft it is given. */
type Build = (draft: Draft) => string;

/** Rewrites `loop` as the verdict allows. */
export function rewritesOf(source: SourceCode, loop: LoopNode, verdict: Concurrent): Outcome {
  const names = namesOf(source);
  const items = itemsOf(source, loop, names);
  if (!items) return none('head');
  if (verdict.privatised.length > 0) return none('outer-variable');
  const obstacle = obstacleIn(source, loop) ?? (loop.parent.type === 'LabeledStatement' ? 'entangled' : undefined);
  if (obstacle) return none(obstacle);
  if (commentsLost(source, loop, items)) return none('comments');
  const draft: Draft = { source, loop, items, names, style: styleOf(source, loop) };
  const collection = collectionOf(source, loop, verdict.ordered);
  if (collection) return collecting(draft, collection, verdict.writes);
  if (verdict.ordered.length === 0) return finished(draft, 'all', actingOnly, verdict.writes);
  const split = splitOf(source, bodyStatements(draft), verdict.ordered, names);
  return split ? finished(draft, 'in-order', (given) => twoPhases(given, split), verdict.writes) : none('entangled');
}

function none(why: WhyNot): Outcome {
  return { rewrites: [], why };
}

/** Comments in the head, or in a statement that the parameters replace, have no place to go. */
function commentsLost(source: SourceCode, loop: LoopNode, items: Items): boolean {
  const isKept = (comment: TSESTree.Comment): boolean => isInside(comment as unknown as TSESTree.Node, loop.body) && !(items.replaces && isInside(comment as unknown as TSESTree.Node, items.replaces));
  return !source.getCommentsInside(loop).every(isKept);
}

function bodyStatements({ loop, items }: Draft): TSESTree.Statement[] {
  return statementsOf(loop.body).filter((statement) => statement !== items.replaces);
}

/** The whole statement and, for writes, first the same in chunks. */
function finished(draft: Draft, form: 'all' | 'in-order', build: Build, writes: boolean): Outcome {
  const { range } = draft.loop;
  const whole: Rewrite = { form, edits: [{ range, text: build(draft) }] };
  return { rewrites: [...bounded(draft, build, writes), whole] };
}

function bounded(draft: Draft, build: Build, writes: boolean): Rewrite[] {
  return writes ? [{ form: 'chunks', edits: [{ range: draft.loop.range, text: inChunks(draft, build) }] }] : [];
}

function collecting(draft: Draft, collection: Collection, writes: boolean): Outcome {
  const { source, loop, style } = draft;
  const end = statementEnd(source, style, loop);
  const build: Build = (given) => `${source.getText(collection.target)}.push(...(await ${collected(given, collection)}))${end}`;
  const { declaration } = collection;
  if (!declaration) return finished(draft, 'all', build, writes);
  const [declarator] = declaration.declarations;
  const text = `${declaration.kind} ${source.getText(declarator.id)} = await ${collected(draft, collection)}${end}`;
  const merged: Edit = { range: [declaration.range[0], loop.range[1]], text };
  return { rewrites: [...bounded(draft, build, writes), { form: 'all', edits: [merged] }] };
}

/** `Promise.all(items.map(…))` whose values are what the loop added. */
function collected(draft: Draft, collection: Collection): string {
  const { source } = draft;
  const others = bodyStatements(draft).filter((statement) => statement !== collection.statement);
  const value = bare(collection.value);
  const plain = others.length === 0 ? value : soleConstant(others, value);
  if (plain && draft.items.prelude === undefined) return gathered(draft, conciseBody(source, plain));
  const edit: Edit = { range: collection.statement.range, text: `return ${source.getText(collection.value)}${draft.style.semicolon}` };
  return gathered(draft, blockBody(draft, [edit]));
}

/** `await f(x)` of a body `const r = await f(x); out.push(r)`. */
function soleConstant(statements: readonly TSESTree.Statement[], value: TSESTree.Node): TSESTree.Node | undefined {
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  const [declarator] = statement.declarations;
  const isSame = declarator.id.type === 'Identifier' && value.type === 'Identifier' && declarator.id.name === value.name && !declarator.id.typeAnnotation;
  return isSame ? (declarator.init ?? undefined) : undefined;
}

/** An expression as the body of an arrow function; an `await` around all of it adds nothing there. */
function conciseBody(source: SourceCode, expression: TSESTree.Node): string {
  const node = expression.type === 'AwaitExpression' ? expression.argument : expression;
  const text = source.getText(node);
  return text.startsWith('{') || node.type === 'SequenceExpression' ? `(${text})` : text;
}

/** The `map` over the list inside its combinator. */
function gathered({ items }: Draft, body: string): string {
  const { list, isArray } = items;
  const callback = `async (${items.parameters}) => ${body}`;
  return isArray ? `Promise.all(${list}.map(${callback}))` : `Promise.all(Array.from(${list}, ${callback}))`;
}

/** The loop's own body, braces and all, with edits applied. */
function blockBody(draft: Draft, edits: readonly Edit[], tail = ''): string {
  const { source, loop, style, items } = draft;
  const { body } = loop;
  if (body.type !== 'BlockStatement') return `{ ${patched(source, body.range, edits)}${tail === '' ? '' : ` ${tail}`} }`;
  const dropped: Edit[] = items.replaces ? [{ range: lineOf(source, items.replaces), text: '' }] : [];
  const inner = patched(source, [body.range[0] + 1, body.range[1] - 1], [...edits, ...dropped]);
  const indent = style.indent + style.unit;
  const prelude = items.prelude === undefined ? '' : `${style.newline}${indent}${items.prelude}${style.semicolon}`;
  const last = tail === '' ? '' : `${indent}${tail}${style.newline}${style.indent}`;
  return `{${prelude}${tail === '' ? inner : `${inner.trimEnd()}${style.newline}`}${last}}`;
}

/** A statement with the white space that leads to it. */
function lineOf(source: SourceCode, statement: TSESTree.Statement): readonly [number, number] {
  const before = source.getTokenBefore(statement, { includeComments: true });
  return [before?.range[1] ?? statement.range[0], statement.range[1]];
}

/** The body keeps nothing that must be in order: the loop becomes a callback as it is. */
function actingOnly(draft: Draft): string {
  const { source, loop, style } = draft;
  const edits = continuesAsReturns(continuesIn(source, loop.body), '');
  return `await ${gathered(draft, blockBody(draft, edits))}${statementEnd(source, style, loop)}`;
}

/** First all is fetched concurrently; a second loop then does what must be in order. */
function twoPhases(draft: Draft, split: Split): string {
  const { source, items, names, style } = draft;
  const { fetch, apply, hoisted } = split;
  const skips = fetch.flatMap((statement) => continuesIn(source, statement));
  const kept = variablesUsedIn(source, fetch, items.variables, apply);
  const live = [...kept.map(({ name }) => name), ...hoisted.map(({ name }) => name)];
  const keyword = kept.some((variable) => isWrittenIn(variable, apply)) ? 'let' : 'const';
  const whole = skips.length > 0 ? names.fresh('fetched', 'entry') : undefined;
  const bundle = live.length === 1 && !whole ? (live[0] ?? '') : `{ ${live.join(', ')} }`;
  const line = (text: string): string => `${style.newline}${style.indent}${style.unit}${text}${style.semicolon}`;
  const lines = [...hoisted.map(({ name, expression }) => `const ${name} = ${expression}`), `return ${bundle}`].map(line).join('');
  const prelude = items.prelude === undefined ? '' : line(items.prelude);
  const concise = live.length === 1 && !whole ? conciseFetch(draft, split, bundle) : undefined;
  const body = concise ?? `{${prelude}${statementsText(draft, fetch, continuesAsReturns(skips, 'undefined'))}${lines}${style.newline}${style.indent}}`;
  const head = whole ? `const ${whole}` : `${keyword} ${bundle}`;
  const guard = whole ? line(`if (!${whole}) continue`) + line(`${keyword} ${bundle} = ${whole}`) : '';
  return `for (${head} of await ${gathered(draft, body)}) {${guard}${statementsText(draft, apply, split.edits)}${style.newline}${style.indent}}`;
}

/** `await f(x)` alone to be fetched needs no block. */
function conciseFetch({ source, items }: Draft, { fetch, hoisted }: Split, single: string): string | undefined {
  if (items.prelude !== undefined) return undefined;
  const [only] = hoisted;
  if (fetch.length === 0 && hoisted.length === 1 && only) return only.expression.replace(/^await\s+/, '');
  const [statement] = fetch;
  if (fetch.length !== 1 || hoisted.length > 0 || statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  const [declarator] = statement.declarations;
  if (declarator.id.type !== 'Identifier' || declarator.id.name !== single || declarator.id.typeAnnotation || !declarator.init) return undefined;
  return source.getCommentsInside(statement).length > 0 ? undefined : conciseBody(source, declarator.init);
}

/** Statements of the body with the comments and blank lines that lead to them. */
function statementsText(draft: Draft, statements: readonly TSESTree.Statement[], edits: readonly Edit[]): string {
  const { source, style, loop } = draft;
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return '';
  if (loop.body.type !== 'BlockStatement') return `${style.newline}${style.indent}${style.unit}${patched(source, first.range, edits)}`;
  const before = source.getTokenBefore(first, { includeComments: false });
  const start = before ? endOfLineAfter(source, before.range[1], first.range[0]) : first.range[0];
  const isLastOfBody = statementsOf(loop.body).at(-1) === last;
  const end = isLastOfBody ? loop.body.range[1] - 1 : endOfLineAfter(source, last.range[1], loop.body.range[1] - 1);
  const text = patched(source, [start, end], edits).trimEnd();
  return /^\s*\n/.test(text) ? text : `${style.newline}${indentAt(source, first)}${text.trimStart()}`;
}

/** Past a comment that stands on the same line, so that it stays with what it follows. */
function endOfLineAfter(source: SourceCode, offset: number, limit: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*.*?\*\/(?=[ \t]*\r?\n))/.exec(source.text.slice(offset, limit));
  return offset + (rest?.[0].length ?? 0);
}

/** The same a fixed number at a time: a loop over chunks that are gathered one after the other. */
function inChunks(draft: Draft, build: Build): string {
  const { names, style, source, loop } = draft;
  const items = draft.items.byValue ?? draft.items;
  const { newline, indent, unit, semicolon } = style;
  const start = names.fresh('start', 'offset');
  const isPlain = items.isArray && /^[\w$.]+$/.test(items.list);
  const list = isPlain ? items.list : names.fresh('pending', 'all');
  const declared = isPlain ? '' : `const ${list} = ${items.isArray ? items.list : `Array.from(${items.list})`}${semicolon}${newline}${indent}`;
  const size = String(chunkSize);
  const inner = build({ ...draft, items: { ...items, list: `${list}.slice(${start}, ${start} + ${size})`, isArray: true } });
  const body = hasLongTemplate(source, loop) ? inner : indented(inner, unit, newline);
  return `${declared}for (let ${start} = 0; ${start} < ${list}.length; ${start} += ${size}) {${newline}${indent}${unit}${body}${newline}${indent}}`;
}

function indented(text: string, unit: string, newline: string): string {
  const [first, ...rest] = text.split(/\r?\n/);
  return [first, ...rest.map((line) => (line === '' ? line : unit + line))].join(newline);
}

/** Whether a template literal spans lines: white space in front of them is part of its value. */
function hasLongTemplate(source: SourceCode, loop: LoopNode): boolean {
  return source.getTokens(loop).some((token) => token.type === 'Template' && token.loc.start.line < token.loc.end.line);
}
