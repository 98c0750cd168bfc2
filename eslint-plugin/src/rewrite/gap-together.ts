// Closes a rejection gap by awaiting together what was awaited one after the other: one combinator handles all.
import type { TSESTree } from '@typescript-eslint/utils';
import { combinatorAt } from '../facts/promises/combinators.js';
import type { Held } from '../facts/promises/held.js';
import { rowsOf } from '../facts/runs.js';
import { type AwaitNode, awaitStatement } from '../facts/sequence.js';
import { type SideBySide, sideBySideOf } from '../facts/side-by-side.js';
import { bare, isFunction, siblingsOf } from '../facts/syntax.js';
import { isInside, oncePerFile, type SourceCode } from '../facts/variables.js';
import type { Place } from '../facts/model.js';
import { contains } from '../facts/places.js';
import { type ProjectNames, projectNames } from '../knowledge/project.js';
import { judgePair, judgeParts } from '../verdict/sequence.js';
import type { Edit } from './model.js';
import { namesOf } from './names.js';
import { runsIn } from './runs.js';
import { replacement, sideBySideEdits, wishesFor } from './side-by-side.js';
import { isInList, statementEnd, styleOf } from './text.js';
import { togetherOf } from './together.js';

/** A gap that is to be closed. */
export interface Late {
  held: Held;
  /** The `await` in which the promise has no handler. */
  between: Place;
  /** What handles it too late. */
  handler: TSESTree.Node;
}

/** The edits that await everything from `between` to the handler at once; `undefined` where more stands between. */
export function togetherEdits(source: SourceCode, project: ProjectNames, late: Late): Edit[] | undefined {
  const awaited = awaitAround(late.handler);
  const last = awaited && statementAround(awaited);
  const first = last && siblingsOf(last)?.find((statement) => contains(statement, late.between));
  if (!awaited || !last || !first) return undefined;
  if (first === last) return besideEdits(source, project, late, awaited);
  return (
    rowEdits(source, first, last) ?? hoistEdits(source, project, { first, last, awaited, name: late.held.facts.name })
  );
}

/** The `await` that takes the handler's result: the handler itself, or the one of the combinator. */
function awaitAround(handler: TSESTree.Node): TSESTree.AwaitExpression | undefined {
  if (handler.type === 'AwaitExpression') return handler;
  return handler.parent?.type === 'AwaitExpression' ? handler.parent : undefined;
}

/** The statement in a list that evaluates a node whenever it runs. */
function statementAround(node: TSESTree.Node): TSESTree.Statement | undefined {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isFunction(parent)) return undefined;
    if (parent.type === 'ConditionalExpression' && parent.test !== child) return undefined;
    if (parent.type === 'LogicalExpression' && parent.left !== child) return undefined;
    if (/^(?:Return|Expression|Throw)Statement$|^VariableDeclaration$/.test(parent.type)) {
      return isInList(parent) ? (parent as TSESTree.Statement) : undefined;
    }
    if (parent.type.endsWith('Statement')) return undefined;
  }
  return undefined;
}

/** Awaits that are parts of one expression. */
function besideEdits(
  source: SourceCode,
  project: ProjectNames,
  { between }: Late,
  awaited: TSESTree.AwaitExpression,
): Edit[] | undefined {
  const found = sideBySideOf(source, project).find(
    ({ awaits }) =>
      awaits.some(({ expression }) => expression === awaited) &&
      awaits.some(({ expression }) => expression.range[0] === between.start),
  );
  return found && isTogether(source, found) ? sideBySideEdits(source, found) : undefined;
}

function isTogether(source: SourceCode, { awaits }: SideBySide): boolean {
  return awaits.every(({ node }, index) =>
    awaits
      .slice(index + 1)
      .every((other) => hasStarted(source, node, other.node) || judgeParts(node.facts, other.node.facts).together),
  );
}

/** Whether one of two awaits waits for what runs already, so that awaiting both together starts nothing earlier. */
function hasStarted(source: SourceCode, ...nodes: readonly AwaitNode[]): boolean {
  return nodes.some(({ facts, argument }) => {
    if (facts.awaits === 'started') return true;
    const input = combinatorAt(source, bare(argument))?.input;
    if (input?.of === 'list') return input.elements.every((element) => element?.type === 'Identifier');
    return input?.of === 'other' && bare(input.expression).type === 'Identifier';
  });
}

const rowsIn = oncePerFile((source) => rowsOf(source, projectNames()));

/** How many statements are awaited together at most. */
const longestRow = 30;

/** Statements that consist of an await, with others between that only compute. */
function rowEdits(source: SourceCode, first: TSESTree.Statement, last: TSESTree.Statement): Edit[] | undefined {
  const row = rowsIn(source).find((parts) => parts.some(({ statement }) => statement === first));
  const from = row?.findIndex(({ statement }) => statement === first) ?? 0;
  const together = (one: AwaitNode, other: AwaitNode): boolean =>
    hasStarted(source, one, other) || judgePair(one.facts, other.facts).together;
  const run = runsIn(row?.slice(from, from + longestRow) ?? [], together).find(
    ({ awaits }) => awaits[0]?.statement === first && awaits.some(({ statement }) => statement === last),
  );
  const edit = run && togetherOf(source, run);
  return edit && [edit];
}

interface Hoist {
  first: TSESTree.Statement;
  last: TSESTree.Statement;
  awaited: TSESTree.AwaitExpression;
  name: string;
}

/** `const b = await g(); return [await a, b]` becomes `const [b, value] = await Promise.all([g(), a]); return [value, b]`. */
function hoistEdits(
  source: SourceCode,
  project: ProjectNames,
  { first, last, awaited, name }: Hoist,
): Edit[] | undefined {
  const node = awaitStatement(source, project, first);
  const isNext = source.getTokenAfter(first)?.range[0] === source.getFirstToken(last)?.range[0];
  if (!node || !isNext || hasOtherAwaits(source, last, awaited) || losesComments(source, first, node)) return undefined;
  const { binding, argument, target, value: taken } = node;
  if (target || taken.type !== 'AwaitExpression' || first.type === 'ExportNamedDeclaration') return undefined;
  // What the first one gives is not there yet, and a value that nobody takes needs no name.
  if (readsFrom(source, first, awaited) || awaited.parent.type === 'ExpressionStatement') return undefined;
  if (binding && 'typeAnnotation' in binding.id && binding.id.typeAnnotation) return undefined;
  const value = namesOf(source).fresh(...namesFor(name), ...wishesFor(awaited));
  const kind = first.type === 'VariableDeclaration' ? first.kind : 'const';
  const end = statementEnd(source, styleOf(source, first), first);
  const list = `[${source.getText(argument)}, ${source.getText(awaited.argument)}]`;
  const head = `${kind} [${binding ? source.getText(binding.id) : ''}, ${value}]`;
  return [
    { range: first.range, text: `${head} = await Promise.all(${list})${end}` },
    { ...replacement(source, awaited, value), ...withoutParentheses(source, awaited) },
  ];
}

/** Whether an expression reads what a statement declares. */
function readsFrom(source: SourceCode, statement: TSESTree.Node, expression: TSESTree.Node): boolean {
  return source
    .getDeclaredVariables(statement)
    .some(({ references }) => references.some(({ identifier }) => isInside(identifier, expression)));
}

/** `userPromise` holds a `user`. */
function namesFor(name: string): string[] {
  const stem = /^(.+?)(?:Promise|Request|Task|Job|Pending|P)$/.exec(name)?.[1];
  return stem === undefined ? [] : [stem];
}

/** The parentheses around an operand go with its `await`. */
function withoutParentheses(source: SourceCode, awaited: TSESTree.AwaitExpression): Partial<Edit> {
  const { parent } = awaited;
  const isOperand =
    (parent.type === 'MemberExpression' && parent.object === awaited) ||
    parent.type === 'BinaryExpression' ||
    parent.type === 'LogicalExpression';
  const [open, close] = [source.getTokenBefore(awaited), source.getTokenAfter(awaited)];
  return isOperand && open?.value === '(' && close?.value === ')' ? { range: [open.range[0], close.range[1]] } : {};
}

function hasOtherAwaits(source: SourceCode, statement: TSESTree.Node, awaited: TSESTree.Node): boolean {
  return source.getTokens(statement).some((token) => token.value === 'await' && token.range[0] !== awaited.range[0]);
}

function losesComments(source: SourceCode, statement: TSESTree.Node, { binding, argument }: AwaitNode): boolean {
  const kept = [argument, ...(binding ? [binding.id] : [])];
  return source
    .getCommentsInside(statement)
    .some((comment) => !kept.some((node) => isInside(comment as unknown as TSESTree.Node, node)));
}
