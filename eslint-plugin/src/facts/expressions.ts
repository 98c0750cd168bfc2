// Lowers expressions to steps in the order of their evaluation.
import type { TSESTree } from '@typescript-eslint/utils';
import { lowerCall } from './calls.js';
import type { Context } from './context.js';
import { isGathered } from './gathered.js';
import type { Operation, Step, WriteHow } from './model.js';
import { dependsOnRegion, type Frame, pathOf, pathOfMember } from './paths.js';
import { placeOf } from './places.js';
import { combinationOf } from './reductions.js';
import { lowerStatement } from './statements.js';
import { bare, calleeNames, childrenOf, type FunctionNode, holdsAwait, isCall, isKept } from './syntax.js';
import { identityOf, isPrivateTo, variableOf } from './variables.js';
import { waitIn } from './waits.js';

/** The steps of an expression whose value is used. */
export function lowerExpression(context: Context, expression: TSESTree.Node): Step[] {
  const node = bare(expression);
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
      return readOf(context.frame, node, 'content');
    case 'MemberExpression':
      return [...lowerBelow(context, node), ...readOf(context.frame, node, 'content')];
    case 'AwaitExpression':
      return lowerAwait(context, node);
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return lowerCall(context, node, 'no');
    case 'AssignmentExpression':
      return lowerAssignment(context, node);
    case 'UpdateExpression':
      return [
        ...lowerTargetBase(context, node.argument),
        ...(isKept(node) ? readOf(context.frame, node.argument, 'content') : []),
        ...writeOf(context.frame, node.argument, 'count'),
      ];
    case 'UnaryExpression':
      return node.operator === 'delete'
        ? [...lowerTargetBase(context, node.argument), ...writeOf(context.frame, node.argument, 'mutate')]
        : lowerExpression(context, node.argument);
    case 'BinaryExpression':
      return operandsOf(node).flatMap((operand) => lowerExpression(context, operand));
    case 'LogicalExpression':
      return [
        ...lowerExpression(context, node.left),
        { kind: 'choice', arms: [lowerExpression(context, node.right), []] },
      ];
    case 'ConditionalExpression':
      return [
        ...lowerExpression(context, node.test),
        { kind: 'choice', arms: [lowerExpression(context, node.consequent), lowerExpression(context, node.alternate)] },
      ];
    case 'YieldExpression':
      return [
        ...(node.argument ? lowerExpression(context, node.argument) : []),
        // A generator that the iteration calls gives its values to the iteration alone.
        ...(context.inFunction
          ? []
          : [{ kind: 'exit', how: 'yield', at: placeOf(node), onResult: true, varies: true } as const]),
      ];
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [{ kind: 'repeat', body: lowerFunctionBody(context, node), deferred: true, callback: true }];
    case 'Property':
      return [...(node.computed ? lowerExpression(context, node.key) : []), ...lowerExpression(context, node.value)];
    case 'ClassExpression':
    case 'MetaProperty':
    case 'Literal':
      return [];
    default:
      return node.type.startsWith('TS')
        ? []
        : childrenOf(node, context.frame.source.visitorKeys).flatMap((child) => lowerExpression(context, child));
  }
}

/** The operands of a chain such as `a + b + … + z`, which may be of any length, from left to right. */
function operandsOf(node: TSESTree.BinaryExpression): TSESTree.Node[] {
  const operands: TSESTree.Node[] = [];
  let left: TSESTree.Node = node;
  while (left.type === 'BinaryExpression') {
    operands.push(left.right);
    left = bare(left.left);
  }
  return [...operands, left].reverse();
}

/** The steps of an expression that a function returns: whoever calls the function awaits it. */
export function lowerReturned(context: Context, expression: TSESTree.Node): Step[] {
  const node = bare(expression);
  const wait = waitIn(context.frame, node, placeOf(node));
  if (wait) return [wait];
  if (node.type === 'ImportExpression') return lowerImport(context, node, 'returned');
  return isCall(node) ? lowerCall(context, node, 'returned') : lowerExpression(context, node);
}

/** The steps of a function's body as part of the region around it. */
export function lowerFunctionBody(context: Context, node: FunctionNode): Step[] {
  const inside: Context = { ...context, inFunction: true, breaks: 'region' };
  if (node.body.type === 'BlockStatement') return lowerStatement(inside, node.body);
  return context.combined ? lowerCombined(inside, node.body) : lowerExpression(inside, node.body);
}

/** The steps of a promise that a combinator awaits with others. */
export function lowerCombined(context: Context, expression: TSESTree.Node): Step[] {
  const node = bare(expression);
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((element) => (element ? lowerCombined(context, element) : []));
  return isCall(node) ? lowerCall(context, node, 'combined') : lowerExpression(context, node);
}

/** The steps before a member itself is read: its object and its computed key. */
export function lowerBelow(context: Context, node: TSESTree.MemberExpression): Step[] {
  const object = bare(node.object);
  const steps = pathOf(context.frame, object)
    ? [...lowerKeys(context, object), ...readOf(context.frame, object, 'reference')]
    : lowerExpression(context, object);
  return [...steps, ...(node.computed ? lowerExpression(context, node.property) : [])];
}

/** The computed keys of a chain of members whose path is known, and what stands in where there is nothing yet. */
function lowerKeys(context: Context, expression: TSESTree.Node): Step[] {
  const node = bare(expression);
  switch (node.type) {
    case 'MemberExpression':
      return [...lowerKeys(context, node.object), ...(node.computed ? lowerExpression(context, node.property) : [])];
    case 'LogicalExpression':
      return lowerFallback(context, node);
    case 'AssignmentExpression':
      // Another iteration may set it while this one waits.
      return holdsAwait(node.right, context.frame.source.visitorKeys)
        ? lowerAssignment(context, node)
        : lowerFallback(context, node);
    default:
      return [];
  }
}

/** `other[key]` in `(list[i] ?? other[key]).name`. */
function lowerFallback(
  context: Context,
  { left, right }: TSESTree.LogicalExpression | TSESTree.AssignmentExpression,
): Step[] {
  return [...lowerKeys(context, left), { kind: 'choice', arms: [lowerExpression(context, right), []] }];
}

function readOf(frame: Frame, node: TSESTree.Node, depth: 'reference' | 'content'): Step[] {
  const path = pathOf(frame, node);
  return path ? [{ kind: 'read', path, depth, at: placeOf(node) }] : [];
}

/** The write to an assignment's target, if anyone but this iteration can see it. */
function writeOf(frame: Frame, target: TSESTree.Node, how: WriteHow): Step[] {
  const node = bare(target);
  if (node.type === 'Identifier') {
    const variable = variableOf(frame.source, node);
    if (!variable)
      return [
        { kind: 'write', path: { root: `global ${node.name}`, text: node.name, keys: [] }, how, at: placeOf(node) },
      ];
    if (isPrivateTo(variable, frame.region) || frame.parameters.has(variable) || frame.distinct.has(variable))
      return [];
    return [{ kind: 'write', path: { root: identityOf(variable), text: node.name, keys: [] }, how, at: placeOf(node) }];
  }
  const path = node.type === 'MemberExpression' ? pathOfMember(frame, node) : pathOf(frame, node);
  return path ? [{ kind: 'write', path, how, at: placeOf(node) }] : [];
}

/** What evaluating an assignment's target reads, before anything is assigned. */
function lowerTargetBase(context: Context, target: TSESTree.Node): Step[] {
  const node = bare(target);
  return node.type === 'MemberExpression' ? lowerBelow(context, node) : [];
}

/** The writes of a pattern on the left: of a declaration (only a hoisted `var` is seen outside) or an assignment. */
export function lowerPatternTargets(
  context: Context,
  pattern: TSESTree.Node,
  as: 'declaration' | 'assignment',
): Step[] {
  const node = bare(pattern);
  switch (node.type) {
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element ? lowerPatternTargets(context, element, as) : []));
    case 'ObjectPattern':
      return node.properties.flatMap((property) =>
        lowerPatternTargets(context, property.type === 'Property' ? property.value : property.argument, as),
      );
    case 'AssignmentPattern':
      return [
        { kind: 'choice', arms: [lowerExpression(context, node.right), []] },
        ...lowerPatternTargets(context, node.left, as),
      ];
    case 'RestElement':
      return lowerPatternTargets(context, node.argument, as);
    default:
      return [...lowerTargetBase(context, node), ...writeOf(context.frame, node, 'assign')];
  }
}

function lowerAssignment(context: Context, node: TSESTree.AssignmentExpression): Step[] {
  const target = bare(node.left);
  if (target.type === 'ArrayPattern' || target.type === 'ObjectPattern') {
    return [...lowerExpression(context, node.right), ...lowerPatternTargets(context, target, 'assignment')];
  }
  const base = lowerTargetBase(context, target);
  const combination = combinationOf(context.frame, node);
  const right = combination.others.flatMap((other) => lowerExpression(context, other));
  const isAwaited = right.some(({ kind }) => kind === 'await');
  const write = writeOf(context.frame, target, combination.how).map((step): Step =>
    isAwaited && step.kind === 'write' ? { ...step, awaited: true } : step,
  );
  // In a function the old value is read before what the right side awaits, and no rewrite of the loop can mend that;
  // whoever takes what the assignment gives reads it too.
  const isCombined = combination.how !== 'assign' && combination.how !== 'flag';
  const readsFirst = combination.readsFirst || (isCombined && ((context.inFunction && isAwaited) || isKept(node)));
  if (!readsFirst) return [...base, ...right, ...write];
  const read = readOf(context.frame, target, 'content');
  return combination.skips
    ? [...base, ...read, { kind: 'choice', arms: [[...right, ...write], []] }]
    : [...base, ...read, ...right, ...write];
}

function lowerAwait(context: Context, node: TSESTree.AwaitExpression): Step[] {
  const argument = settledArgument(bare(node.argument));
  const at = placeOf(node);
  if (isCall(argument)) return lowerCall(context, argument, 'here', at);
  if (argument.type === 'ImportExpression') return lowerImport(context, argument, 'call', at);
  const wait = waitIn(context.frame, argument, at);
  const before: Step[] = wait ? [wait] : lowerExpression(context, argument);
  const of = argument.type === 'NewExpression' ? 'call' : isGathered(context.frame, argument) ? 'settled' : 'started';
  return [...before, { kind: 'await', at, of }];
}

/** Loads a module: where nobody takes what it exports, for what it does when it is loaded. */
function lowerImport(
  context: Context,
  node: TSESTree.ImportExpression,
  of: 'call' | 'returned',
  at = placeOf(node),
): Step[] {
  const kept = of === 'returned' || isKept(node);
  const operation: Operation = {
    callee: 'import',
    nature: 'read',
    awaited: true,
    kept,
    shared: false,
    variesByIteration: dependsOnRegion(context.frame, node.source),
    traits: kept
      ? []
      : [{ trait: 'chained', subject: '`import()`: modules are loaded for what they do, in their order' }],
  };
  // One module is loaded once: whoever asks for it again need not wait.
  const waits = of === 'call' && node.source.type === 'Literal' ? 'settled' : of;
  return [...lowerExpression(context, node.source), { kind: 'call', operation, at }, { kind: 'await', at, of: waits }];
}

/** The call in `await Promise.resolve(call())`, which waits like `await call()`. */
function settledArgument(node: TSESTree.Node): TSESTree.Node {
  if (node.type !== 'CallExpression' || calleeNames(node.callee).join('.') !== 'Promise.resolve') return node;
  const inner = node.arguments[0] && bare(node.arguments[0]);
  return inner?.type === 'CallExpression' ? inner : node;
}
