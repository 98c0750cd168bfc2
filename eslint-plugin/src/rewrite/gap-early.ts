// Closes a rejection gap where what stands in it has to stay: a first handler right behind the start, or for a list
// before what stands in it. Whoever awaits the promise later still gets the rejection.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../facts/functions.js';
import type { Place } from '../facts/model.js';
import { seesPromise } from '../facts/promises/combinators.js';
import type { Held } from '../facts/promises/held.js';
import { startersIn } from '../facts/promises/starters.js';
import { bare, isCall, isLoop, isNothing, returnedBy } from '../facts/syntax.js';
import { isInside, type SourceCode } from '../facts/variables.js';
import { isLate } from '../verdict/gap.js';
import type { Edit } from './model.js';
import { type Names, namesOf } from './names.js';
import { asOneStatement, endOf, goesOn, isInList, outdented, pastComment, statementEnd, styleOf } from './text.js';

/** A start that is handled late, and what stands between. */
interface LateStart {
  node: TSESTree.Node;
  between: Place;
}

/** The edits, or `undefined` where a start in a gap leaves no place for a statement, before or behind. */
export function earlyEdits(source: SourceCode, held: Held, late: readonly LateStart[]): Edit[] | undefined {
  const pushed = late.flatMap(({ node }) => promisesPushed(source, node));
  const { name } = held.facts;
  const isMany = pushed.length > 1 || pushed.some((promise) => caught(source, name, promise) !== plain(name));
  const names = namesOf(source);
  const behindEach = (): (Edit | undefined)[] =>
    late.map(({ node, between }) =>
      node === held.declarator ? behindDeclaration(source, held, between) : behindPush(source, node, names, name),
    );
  const edits = (isMany ? beforeWaits(source, held, late) : undefined) ?? behindEach();
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** What a call pushes that is a promise. */
function promisesPushed(source: SourceCode, push: TSESTree.Node): TSESTree.Node[] {
  if (push.type !== 'CallExpression') return [];
  return push.arguments.filter((argument) => startersIn(source, argument).length > 0);
}

/** A handler for all that is in the list so far, before each statement that leaves it alone. */
function beforeWaits(
  source: SourceCode,
  { starts, facts: { name } }: Held,
  late: readonly LateStart[],
): Edit[] | undefined {
  const edits = new Map<TSESTree.Node, Edit>();
  for (const { node, ways } of starts) {
    if (!late.some((each) => each.node === node)) continue;
    for (const { between } of ways.filter(isLate)) {
      const statement = statementBefore(source, node, between.at);
      if (!statement) return undefined;
      const { indent, newline, semicolon } = styleOf(source, statement);
      const end = semicolon || (goesOn(source.getText(statement)) ? ';' : '');
      const [start] = statement.range;
      edits.set(statement, {
        range: [start, start],
        text: `${plain(`Promise.all(${name})`)}${end}${newline}${indent}`,
      });
    }
  }
  return [...edits.values()].sort((one, other) => one.range[0] - other.range[0]);
}

/** The statement with what stands between, where every way from a start to there comes to its beginning. */
function statementBefore(source: SourceCode, start: TSESTree.Node, between: Place): TSESTree.Node | undefined {
  const waiting = source.getNodeByRangeIndex(between.start);
  // What ends behind it comes after it, and a branch never comes after the other one.
  let isBehind = start.range[1] >= between.end;
  for (let node = waiting; node; node = node.parent ?? null) {
    const { parent } = node;
    if (isLoop(node) && isInside(start, node)) return undefined;
    if (isInList(node)) return isBehind || !isInside(start, node) ? node : undefined;
    if (parent?.type === 'IfStatement' && parent.alternate === node) isBehind ||= isInside(start, parent.consequent);
  }
  return undefined;
}

function behindDeclaration(
  source: SourceCode,
  { declarator, isList, facts: { name } }: Held,
  between: Place,
): Edit | undefined {
  const { init, parent: declaration } = declarator;
  const handled = isList ? plain(`Promise.all(${name})`) : init && caught(source, name, init);
  const isSeen = handled !== resolved(name) || seesPromise(source, declarator);
  if (!handled || !isSeen || declaration.parent.type.startsWith('Export') || between.start < declaration.range[1])
    return undefined;
  const style = styleOf(source, declaration);
  const behind = endOf(source, declaration);
  const at = pastComment(source, behind);
  const end = behind < declaration.range[1] ? '' : statementEnd(source, style, declaration);
  return {
    range: [at, at],
    text: `${style.newline}${style.indent}${handled}${end}`,
  };
}

function plain(promise: string): string {
  return `${promise}.catch(() => {})`;
}

function resolved(value: string): string {
  return plain(`Promise.resolve(${value})`);
}

/** A handler for what an expression gives, by its name: where that may be no promise, one that takes anything. */
function caught(source: SourceCode, name: string, expression: TSESTree.Node): string {
  const made = bare(expression);
  const arms = made.type === 'ConditionalExpression' ? [made.consequent, made.alternate] : [expression];
  if (!arms.every((arm) => isNothing(arm) || givesPromise(source, bare(arm)))) return resolved(name);
  const mayBeNothing = arms.some((arm) => isNothing(arm) || arm.type === 'ChainExpression');
  return plain(mayBeNothing ? `${name}?` : name);
}

/** Whether a starter gives nothing but promises: not a function of the file that has something else on some way. */
function givesPromise(source: SourceCode, node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression') return node.type !== 'LogicalExpression' && startersIn(source, node).length > 0;
  const called = localFunction(source, node.callee);
  if (!called || called.async) return true;
  const [only, ...others] = returnedBy(called, source.visitorKeys);
  const last = called.body.type === 'BlockStatement' ? called.body.body.at(-1) : undefined;
  return only !== undefined && others.length === 0 && isCall(bare(only)) && (!last || last === only.parent);
}

/** `jobs.push(send(x))` with the promise in a constant first. */
function behindPush(source: SourceCode, push: TSESTree.Node, names: Names, list: string): Edit | undefined {
  const statement = push.parent;
  if (push.type !== 'CallExpression' || statement?.type !== 'ExpressionStatement') return undefined;
  if (push.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const promises = promisesPushed(source, push);
  const style = styleOf(source, statement);
  const pushed = push.arguments.map((argument) => {
    const own = styleOf(source, argument).indent;
    const text = outdented(source, argument, source.getText(argument), own, style);
    if (!promises.includes(argument)) return { text, lines: [] };
    const name = names.fresh(singular(list));
    return { text: name, lines: [`const ${name} = ${text}`, caught(source, name, argument)] };
  });
  const last = `${source.getText(push.callee)}(${pushed.map(({ text }) => text).join(', ')})`;
  const lines = [
    ...pushed.flatMap((each) => each.lines).map((line) => line + style.semicolon),
    last + statementEnd(source, style, statement),
  ];
  return { range: statement.range, text: asOneStatement(source, statement, lines, style) };
}

/** `jobs` hold a `job`. */
function singular(list: string): string {
  return /[^s]s$/.test(list) ? list.slice(0, -1) : 'promise';
}
