// How a loop comes by its iterations, and which of its variables are the item, its path or a counter.
import type { TSESTree } from '@typescript-eslint/utils';
import { projectNames } from '../knowledge/project.js';
import type { Iteration, Path } from './model.js';
import { below, type Frame, pathOf } from './paths.js';
import { placeOf } from './places.js';
import { bare, calleeNames, hasNode, hasOwnNode, type LoopNode, walk } from './syntax.js';
import { isInside, isPrivateTo, type SourceCode, type Variable, variableOf } from './variables.js';

export interface LoopVariables {
  iteration: Iteration;
  distinct: Set<Variable>;
  items: Map<Variable, Path | undefined>;
  /** Variables from outside that count the iterations. */
  counters: Variable[];
}

/** The variables of a loop's head. */
export function loopVariablesOf(source: SourceCode, loop: LoopNode): LoopVariables {
  const known: LoopVariables = { iteration: { by: 'items' }, distinct: new Set(), items: new Map(), counters: [] };
  switch (loop.type) {
    case 'ForOfStatement':
      if (loop.await) known.iteration = { by: 'stream', at: placeOf(loop) };
      addItems(source, loop, known);
      break;
    case 'ForInStatement': {
      known.iteration = { by: 'keys' };
      const key = declaredName(loop.left);
      const variable = key && variableOf(source, key);
      if (variable) known.distinct.add(variable);
      break;
    }
    default: {
      const counter = counterOf(source, loop);
      if (counter) known.distinct.add(counter);
      known.iteration = counter ? { by: 'count' } : { by: 'condition', at: placeOf(loop.test ?? loop) };
    }
  }
  known.counters = steadyCounters(source, loop).filter((variable) => !known.distinct.has(variable));
  for (const variable of known.counters) known.distinct.add(variable);
  return known;
}

function declaredName(
  left: TSESTree.ForOfStatement['left'] | TSESTree.ForInStatement['left'],
): TSESTree.Node | undefined {
  return left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
}

/** What is iterated, and which parts of its items are keys that occur once. */
function addItems(source: SourceCode, loop: TSESTree.ForOfStatement, known: LoopVariables): void {
  const pattern = declaredName(loop.left);
  if (!pattern) return;
  const outside: Frame = {
    source,
    project: projectNames(),
    region: loop,
    distinct: new Set(),
    items: new Map(),
    parameters: new Map(),
  };
  const { list, shape } = listOf(loop.right);
  const path = list && pathOf(outside, list);
  const item = path && below(path, '[i]', source.getText(list));
  if (shape === 'keys') {
    const variable = variableOf(source, pattern);
    if (variable) known.distinct.add(variable);
    return;
  }
  if (shape === 'entries' && pattern.type === 'ArrayPattern') {
    const [key, value] = pattern.elements;
    const variable = key && variableOf(source, key);
    if (variable) known.distinct.add(variable);
    if (value) addNames(source, value, item, known.items);
    return;
  }
  addNames(source, pattern, item, known.items);
}

type Shape = 'items' | 'keys' | 'entries';

/** The collection behind `Object.keys(o)`, `map.entries()`, `list`, and what its iteration gives. */
function listOf(right: TSESTree.Node): { list: TSESTree.Node | undefined; shape: Shape } {
  const node = bare(right);
  if (node.type !== 'CallExpression') return { list: node, shape: 'items' };
  const names = calleeNames(node.callee);
  const name = names.at(-1) ?? '';
  const isObject = names.length === 2 && names[0] === 'Object';
  const callee = bare(node.callee);
  const list = isObject ? node.arguments[0] : callee.type === 'MemberExpression' ? callee.object : undefined;
  if (name === 'keys' || name === 'entries') return { list, shape: name };
  return { list: name === 'values' ? list : undefined, shape: 'items' };
}

/** Every name that a pattern declares is (a part of) the item. */
function addNames(
  source: SourceCode,
  pattern: TSESTree.Node,
  path: Path | undefined,
  items: LoopVariables['items'],
): void {
  walk(pattern, source.visitorKeys, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    if (variable && isInside(node, pattern))
      items.set(variable, pattern.type === 'Identifier' ? path : path && below(path, '[*]', variable.name));
    return !node.type.startsWith('TS');
  });
}

/** The variable that alone decides how often a counting loop runs: one step an iteration, compared with a bound. */
function counterOf(
  source: SourceCode,
  loop: TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement,
): Variable | undefined {
  if (loop.type === 'DoWhileStatement' || loop.test?.type !== 'BinaryExpression') return undefined;
  const { left, operator, right } = loop.test;
  if (!['<', '<=', '>', '>=', '!==', '!='].includes(operator)) return undefined;
  const variable = left.type === 'Identifier' ? variableOf(source, left) : undefined;
  if (!variable || !isSteady(source, loop, variable)) return undefined;
  return boundChanges(source, loop, right) ? undefined : variable;
}

/** Whether the body writes what the bound is made of. */
function boundChanges(source: SourceCode, loop: LoopNode, bound: TSESTree.Node): boolean {
  const init = loop.type === 'ForStatement' ? loop.init : undefined;
  if (bare(bound).type === 'AwaitExpression') return true;
  return hasNode(bound, source.visitorKeys, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined;
    const isChanged = variable?.references.some(isChange) ?? false;
    return isChanged || (node.type === 'CallExpression' && !isComputed(node));
  });

  function isChange(reference: Variable['references'][number]): boolean {
    const { identifier } = reference;
    if (!isInside(identifier, loop) || (init && reference.init === true && isInside(identifier, init))) return false;
    return changesList(identifier, reference.isWrite());
  }
}

/** `Math.ceil(n / size)`, `Object.keys(o)`: whatever else is called may give another bound each time. */
function isComputed(call: TSESTree.CallExpression): boolean {
  const names = calleeNames(call.callee);
  return computing.has(names[0] ?? '') || computing.has(names.at(-1) ?? '');
}

const computing: ReadonlySet<string> = new Set([
  'Math', 'Object', 'Number', 'String', 'parseInt', 'parseFloat', 'BigInt', 'min', 'max', 'ceil', 'floor', 'round', 'toNumber',
]); // prettier-ignore

const growing: ReadonlySet<string> = new Set(['push', 'unshift', 'pop', 'shift', 'splice']);

function changesList(identifier: TSESTree.Node, isWrite: boolean): boolean {
  const member = identifier.parent;
  if (isWrite) return true;
  return (
    member?.type === 'MemberExpression' &&
    member.object === identifier &&
    member.property.type === 'Identifier' &&
    growing.has(member.property.name)
  );
}

/** Counters that are stepped once in every iteration: `index++` as a statement of the body that nothing skips. */
function steadyCounters(source: SourceCode, loop: LoopNode): Variable[] {
  if (loop.body.type !== 'BlockStatement') return [];
  return loop.body.body.flatMap((statement) => {
    const target = statement.type === 'ExpressionStatement' ? steppedBy(statement.expression) : undefined;
    const variable = target && variableOf(source, target);
    return variable && isSteady(source, loop, variable) && isCounting(loop, variable) ? [variable] : [];
  });
}

/** Whether a variable from outside is stepped and looked at: one that is only stepped counts for later. */
function isCounting(loop: LoopNode, variable: Variable): boolean {
  return (
    !isPrivateTo(variable, loop) &&
    variable.references.filter(({ identifier }) => isInside(identifier, loop)).length > 1
  );
}

function steppedBy(node: TSESTree.Node): TSESTree.Identifier | undefined {
  if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier') return node.argument;
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return undefined;
  if (node.operator === '+=' || node.operator === '-=') return isInvariantStep(node.right) ? node.left : undefined;
  return undefined;
}

/** A step that is the same each time; anything computed might not be. */
function isInvariantStep(node: TSESTree.Node): boolean {
  const step = bare(node);
  return step.type === 'Literal' || step.type === 'Identifier' || step.type === 'MemberExpression';
}

/** Whether a variable changes exactly once an iteration, by a step that no `continue` can skip. */
function isSteady(source: SourceCode, loop: LoopNode, variable: Variable): boolean {
  const writes = variable.references.filter(
    (reference) => reference.isWrite() && reference.init !== true && isInside(reference.identifier, loop),
  );
  const [write] = writes;
  // A counter of a function around this one is shared by all who run it, as by the workers of a pool.
  const isOwn = variable.scope.variableScope === source.getScope(loop).variableScope;
  if (!write || writes.length !== 1 || !isOwn) return false;
  const step = write.identifier.parent;
  if (steppedBy(step) !== write.identifier || stepChanges(source, loop, step)) return false;
  if (loop.type === 'ForStatement' && loop.update && isInside(step, loop.update)) return true;
  return step.parent?.parent === loop.body && !hasContinue(source, loop);
}

function stepChanges(source: SourceCode, loop: LoopNode, step: TSESTree.Node): boolean {
  return step.type === 'AssignmentExpression' && boundChanges(source, loop, step.right);
}

function hasContinue(source: SourceCode, loop: LoopNode): boolean {
  return hasOwnNode(loop.body, source.visitorKeys, ({ type }) => type === 'ContinueStatement');
}
