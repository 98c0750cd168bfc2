// What an iteration adds to state around the loop, statement by statement: each can be gathered in a list of the
// iteration's own and applied later, in the order of the items.
import type { TSESTree } from '@typescript-eslint/utils';
import { isOwnArray } from '../facts/arrays.js';
import { contains } from '../facts/places.js';
import { bare, chainRoot, isFunction, isPath, type LoopNode, propertyName, walk } from '../facts/syntax.js';
import { isConstant, isInside, type SourceCode, type Variable, variableOf } from '../facts/variables.js';
import { mutators, synchronousCallbacks } from '../knowledge/collections.js';
import type { Ordered } from '../verdict/model.js';
import { readsClock } from './split.js';
import { isNamedOnlyWhere, isOwn } from './targets.js';

/**
 * How a target is added to: `list.push(…)`, `set.add(v)`, `map.set(k, v)`, `object[k] = v`, an assignment of one value
 * as `total += v`, or a call that shows something, as a log does.
 */
export type Way = 'push' | 'add' | 'set' | 'store' | 'combine' | 'show';

export interface Addition {
  way: Way;
  /** Absent for what is shown. */
  target: TSESTree.Expression | undefined;
  statement: TSESTree.ExpressionStatement;
  /** What is added: the arguments, key and value, or the value. */
  parts: readonly TSESTree.Node[];
  /** Whether it stands in a function below the iteration. */
  isNested?: boolean;
}

/** All that goes to one target. */
export interface Group extends Pick<Addition, 'way' | 'target'> {
  additions: readonly Addition[];
}

/** The additions of an iteration, when they are all that must stay in order: a group for each target, in the order of the text. */
export function additionsOf(source: SourceCode, loop: LoopNode, ordered: readonly Ordered[]): Group[] | undefined {
  const found: Addition[] = [];
  walk(loop.body, source.visitorKeys, (node) => {
    if (node.type !== 'ExpressionStatement') return true;
    const inside = ordered.filter(({ at }) => contains(node, at));
    if (inside.length === 0 || !isOfIteration(node, loop)) return true;
    const addition = inside.every(({ does }) => does === 'log')
      ? showing(source, loop, node)
      : additionIn(source, node);
    // What the value itself does in order, as `rows.push(n++)` counts, would be done where the value is made.
    const values = addition?.way === 'show' ? [] : (addition?.parts ?? []);
    if (!addition || values.some((value) => inside.some(({ at }) => contains(value, at)))) return true;
    found.push({ ...addition, isNested: isInFunction(node, loop) });
    return false;
  });
  const isAll = ordered.every(({ at }) => found.some(({ statement }) => contains(statement, at)));
  const groups = isAll ? groupsOf(source, found) : undefined;
  if (!groups?.every((group) => isSeparate(source, loop, group))) return undefined;
  return groups.length > 0 && !groups.some((group) => groups.some((other) => mayMeet(source, group, other)))
    ? groups
    : undefined;
}

/** Whether two groups may add to one collection under two names. */
function mayMeet(source: SourceCode, one: Group, other: Group): boolean {
  if (one === other || !one.target || !other.target || isOwn(source, one.target) || isOwn(source, other.target))
    return false;
  const kindOf = ({ way }: Group): string => (way === 'push' || way === 'store' ? 'elements' : way);
  return kindOf(one) === kindOf(other);
}

/** The additions by target, or `undefined` where one target is added to in different ways. */
function groupsOf(source: SourceCode, found: readonly Addition[]): Group[] | undefined {
  const byTarget = new Map<string, Addition[]>();
  for (const addition of found) {
    const key = addition.target ? source.getText(bare(addition.target)) : '';
    byTarget.set(key, [...(byTarget.get(key) ?? []), addition]);
  }
  const groups: Group[] = [];
  for (const additions of byTarget.values()) {
    const [first] = additions;
    if (!first || !additions.every((other) => isAlike(source, first, other))) return undefined;
    groups.push({ way: first.way, target: first.target, additions });
  }
  return groups;
}

function isAlike(source: SourceCode, one: Addition, other: Addition): boolean {
  if (one.way !== other.way) return false;
  return one.way !== 'combine' || appliedText(source, one, '') === appliedText(source, other, '');
}

/** The text of an assignment with another value, without a semicolon. */
export function appliedText(source: SourceCode, { statement, parts }: Addition, value: string): string {
  const { range } = statement.expression;
  const [part] = parts;
  if (!part) return source.getText(statement.expression);
  return source.text.slice(range[0], part.range[0]) + value + source.text.slice(part.range[1], range[1]);
}

function isInFunction(statement: TSESTree.Node, loop: LoopNode): boolean {
  for (let node: TSESTree.Node | undefined = statement; node && node !== loop; node = node.parent)
    if (isFunction(node)) return true;
  return false;
}

/** Whether a statement runs within its iteration: not in a function that may be called at any other time. */
function isOfIteration(statement: TSESTree.Node, loop: LoopNode): boolean {
  for (let node: TSESTree.Node | undefined = statement; node && node !== loop; node = node.parent) {
    if (!isFunction(node)) continue;
    const call: TSESTree.Node = node.parent;
    if (node.type !== 'ArrowFunctionExpression' || node.async || call.type !== 'CallExpression') return false;
    const name = call.callee.type === 'MemberExpression' ? propertyName(call.callee) : undefined;
    if (name === undefined || !synchronousCallbacks.has(name)) return false;
  }
  return true;
}

function additionIn(source: SourceCode, statement: TSESTree.ExpressionStatement): Addition | undefined {
  const { expression } = statement;
  if (expression.type === 'AssignmentExpression') {
    const { left, right } = expression;
    if (left.type === 'MemberExpression' && left.computed)
      return expression.operator === '='
        ? {
            way: 'store',
            target: left.object,
            statement,
            parts: [left.property, right],
          }
        : undefined;
    if (left.type !== 'Identifier' && left.type !== 'MemberExpression') return undefined;
    const value = combinedValue(source, expression, source.getText(left));
    return value && { way: 'combine', target: left, statement, parts: [value] };
  }
  if (expression.type !== 'CallExpression' || expression.optional || expression.callee.type !== 'MemberExpression')
    return undefined;
  const way = propertyName(expression.callee);
  if (way !== 'push' && way !== 'add' && way !== 'set') return undefined;
  const expected = { push: expression.arguments.length, add: 1, set: 2 }[way];
  if (expression.arguments.length !== expected) return undefined;
  return {
    way,
    target: expression.callee.object,
    statement,
    parts: expression.arguments,
  };
}

/** The one value that an assignment brings in: `v` of `x = v`, `x += v`, `x = x + v`, `x = x.concat(v)`, `x = [...x, v]`. */
function combinedValue(
  source: SourceCode,
  { operator, right }: TSESTree.AssignmentExpression,
  target: string,
): TSESTree.Node | undefined {
  const isTarget = (node: TSESTree.Node | null | undefined): boolean => !!node && source.getText(bare(node)) === target;
  if (/^(?:\?\?|\|\||&&)=$/.test(operator)) return isPath(right) || bare(right).type === 'Literal' ? right : undefined;
  if (operator !== '=') return right;
  const node = bare(right);
  if (node.type === 'BinaryExpression' && isTarget(node.left)) return node.right;
  if (node.type === 'CallExpression') {
    const [value] = node.arguments;
    const { callee } = node;
    if (callee.type === 'MemberExpression' && propertyName(callee) === 'concat' && isTarget(callee.object))
      return node.arguments.length === 1 && value?.type !== 'SpreadElement' ? value : undefined;
  }
  if (node.type === 'ArrayExpression') {
    const [first, value] = node.elements;
    if (first?.type === 'SpreadElement' && isTarget(first.argument) && value)
      return node.elements.length === 2 ? (value.type === 'SpreadElement' ? value.argument : value) : undefined;
  }
  return right;
}

/** A call that can be made later and shows the same. */
function showing(source: SourceCode, loop: LoopNode, statement: TSESTree.ExpressionStatement): Addition | undefined {
  const later: TSESTree.Node = statement.expression;
  if (later.type !== 'CallExpression' || readsClock(source, [statement])) return undefined;
  const changed = new Set<string | undefined>();
  const mutated = new Set<Variable | undefined>();
  walk(loop.body, source.visitorKeys, (node) => {
    const called = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee : undefined;
    if (called && mutators.has(propertyName(called) ?? '')) mutated.add(variableOf(source, chainRoot(called)));
    const written =
      node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined;
    if (written?.type === 'MemberExpression') changed.add(propertyName(written));
    return true;
  });
  const changing: TSESTree.Node[] = [];
  walk(later, source.visitorKeys, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    const isChanged = variable
      ? !isConstant(variable) || mutated.has(variable)
      : node.type === 'MemberExpression' && changed.has(propertyName(node));
    if (isChanged || /^(?:Await|Yield|Assignment|Update)Expression$/.test(node.type)) changing.push(node);
    return true;
  });
  return changing.length === 0 ? { way: 'show', target: undefined, statement, parts: [later] } : undefined;
}

/** Whether the loop does nothing else with a target. */
function isSeparate(source: SourceCode, loop: LoopNode, { way, target, additions }: Group): boolean {
  if (!target) return true;
  const isList = way !== 'push' || isOwnArray(source, target) || additions.every(addsOne);
  const isAdded = (root: TSESTree.Node): boolean =>
    additions.some(({ statement, parts }) => isInside(root, statement) && !parts.some((part) => isInside(root, part)));
  return isList && isNamedOnlyWhere(source, loop, target, isAdded);
}

function addsOne({ parts }: Addition): boolean {
  return parts.length === 1 && parts[0]?.type !== 'SpreadElement';
}
