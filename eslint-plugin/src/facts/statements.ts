// Lowers statements to steps: control flow becomes choices, repetitions, attempts and exits.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Context } from './context.js';
import { lowerBelow, lowerExpression, lowerPatternTargets, lowerReturned } from './expressions.js';
import { setByFirst, takenByFirst } from './first-come.js';
import type { ExitStep, Step } from './model.js';
import { dependsOnRegion, type Frame, pathOf, valueKey } from './paths.js';
import { placeOf } from './places.js';
import { restsOnAwaited, restsOnCount } from './results.js';
import { isUnshared, mapLeaves } from './steps.js';
import { bare, isLoop, type LoopNode } from './syntax.js';
import { isConstant, isWholeItem, variableOf } from './variables.js';

/** The steps of statements that run one after the other; a guard that leaves is a condition on all that come after it. */
export function lowerStatements(context: Context, statements: readonly TSESTree.Statement[]): Step[] {
  let inside = context;
  return statements.flatMap((statement) => {
    const steps = lowerStatement(inside, statement);
    if (statement.type === 'IfStatement' && leaves(statement.consequent))
      inside = { ...inside, ...conditions(inside, statement.test) };
    return steps;
  });
}

/** Whether a branch never comes to its end. */
function leaves(branch: TSESTree.Statement): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last !== undefined && /^(?:Continue|Return|Break|Throw)Statement$/.test(last.type);
}

/** The steps of one statement. */
export function lowerStatement(context: Context, node: TSESTree.Statement): Step[] {
  if (isLoop(node)) return lowerLoop(context, node);
  switch (node.type) {
    case 'BlockStatement':
      return lowerStatements(context, node.body);
    case 'ExpressionStatement':
      return lowerExpression(context, node.expression);
    case 'VariableDeclaration':
      return node.declarations.flatMap((declarator) => [
        ...(declarator.init ? lowerInitial(context, declarator.init, declarator.id) : []),
        ...lowerPatternTargets(context, declarator.id, 'declaration'),
        ...usingSteps(node, declarator),
      ]);
    case 'IfStatement':
      return defaultOf(context, node) ?? [...lowerExpression(context, node.test), choiceOf(context, node)];
    case 'SwitchStatement':
      return lowerSwitch(context, node);
    case 'TryStatement':
      return [
        {
          kind: 'attempt',
          block: lowerStatement(context, node.block),
          handler: node.handler ? lowerStatement(context, node.handler.body) : undefined,
          finalizer: node.finalizer ? lowerStatement(context, node.finalizer) : [],
        },
      ];
    case 'LabeledStatement':
      return lowerLabeled(context, node);
    case 'ReturnStatement':
      if (leadsOn(context, node)) return exitOf(context, node, 'next');
      return [...(node.argument ? lowerReturned(context, node.argument) : []), ...exitOf(context, node, 'return')];
    case 'ThrowStatement':
      return [...lowerExpression(context, node.argument), ...exitOf(context, node, 'throw')];
    case 'BreakStatement':
    case 'ContinueStatement':
      return jumpOf(context, node).map((how) => ({
        kind: 'exit',
        how,
        at: placeOf(node),
        onResult: context.onResult,
        varies: context.varies,
      }));
    default:
      return [];
  }
}

/** A labelled block runs once, and a `break` of its label leads to its end. */
function lowerLabeled(context: Context, node: TSESTree.LabeledStatement): Step[] {
  const innerLabels = new Set([...context.innerLabels, node.label.name]);
  const body = lowerStatement({ ...context, innerLabels }, node.body);
  return isLoop(node.body) ? body : [{ kind: 'block', body }];
}

function exitOf(context: Context, node: TSESTree.Statement, how: 'return' | 'throw' | 'next'): ExitStep[] {
  return [
    {
      kind: 'exit',
      how: context.inFunction ? 'next' : how,
      at: placeOf(node),
      onResult: context.onResult,
      varies: context.varies,
      ...(context.onCount ? { onCount: true } : {}),
    },
  ];
}

/** Whether a reduction returns what it has gathered, with nothing added. */
function leadsOn({ gathered, inFunction, frame }: Context, { argument }: TSESTree.ReturnStatement): boolean {
  const isName = !inFunction && gathered !== undefined && argument?.type === 'Identifier';
  return isName && variableOf(frame.source, argument) === gathered;
}

/** How a jump leaves; a `break` of a `switch` leaves nothing that matters. */
function jumpOf(context: Context, node: TSESTree.BreakStatement | TSESTree.ContinueStatement): ExitStep['how'][] {
  const isBreak = node.type === 'BreakStatement';
  if (isBreak && !node.label && context.breaks === 'switch') return [];
  if (context.inFunction) return ['next'];
  if (!node.label) return [isBreak && context.breaks === 'region' ? 'break' : 'next'];
  if (context.innerLabels.has(node.label.name)) return ['next'];
  return [!isBreak && context.ownLabels.has(node.label.name) ? 'next' : 'break'];
}

/** Another name for what a constant holds looks at none of it: each use of the name does that. */
function lowerInitial(context: Context, init: TSESTree.Expression, name: TSESTree.Node): Step[] {
  const value = bare(init);
  if (name.type === 'Identifier' && value.type === 'Identifier') {
    const variable = variableOf(context.frame.source, value);
    if (variable && isConstant(variable)) return [];
  }
  if (value.type !== 'ConditionalExpression') return lowerExpression(context, value);
  const arms = [value.consequent, value.alternate].map((arm) => lowerInitial(context, arm, name));
  return [...lowerExpression(context, value.test), { kind: 'choice', arms }];
}

/** `await using x = …` waits when the block ends; where exactly does not matter to the verdict. */
function usingSteps(node: TSESTree.VariableDeclaration, declarator: TSESTree.VariableDeclarator): Step[] {
  return node.kind === 'await using' ? [{ kind: 'await', at: placeOf(declarator), of: 'started' }] : [];
}

function choiceOf(context: Context, node: TSESTree.IfStatement): Step {
  const inside: Context = { ...context, ...conditions(context, node.test) };
  const arms = [lowerStatement(inside, node.consequent), node.alternate ? lowerStatement(inside, node.alternate) : []];
  const onlyFor = singledOut(context, node.test) ?? takenByFirst(context.frame, node);
  return onlyFor === undefined ? { kind: 'choice', arms } : { kind: 'choice', arms, onlyFor };
}

/** What whoever comes first sets, for all and at once, is set as if it always had been. */
function defaultOf(context: Context, node: TSESTree.IfStatement): Step[] | undefined {
  const { frame } = context;
  const target = setByFirst(frame, node);
  const path = target && pathOf(frame, target);
  if (!path) return undefined;
  // What else is done here is done once, and not by each iteration.
  const others = mapLeaves(lowerStatement(context, node.consequent), (leaf) =>
    leaf.kind === 'read' || leaf.kind === 'write' ? [] : [leaf],
  );
  const before = target.type === 'MemberExpression' ? lowerBelow(context, target) : [];
  return [
    ...before,
    { kind: 'choice', arms: [others, []] },
    { kind: 'write', path, how: 'default', at: placeOf(target) },
  ];
}

/** The one value that a test compares the item with, or what tells it from all others: `item.id === chosen`. */
function singledOut(context: Context, test: TSESTree.Expression): string | undefined {
  if (test.type !== 'BinaryExpression' || (test.operator !== '===' && test.operator !== '==')) return undefined;
  const { left, right } = test;
  const { frame } = context;
  const [one, other] = [bare(left), bare(right)];
  if (isOneItem(frame, one) && !dependsOnRegion(frame, other)) return frame.source.getText(other);
  return isOneItem(frame, other) && !dependsOnRegion(frame, one) ? frame.source.getText(one) : undefined;
}

/** What a condition adds to the ones around it. */
function conditions(context: Context, test: TSESTree.Node): Pick<Context, 'onResult' | 'varies' | 'onCount'> {
  return {
    onResult: context.onResult || restsOnAwaited(context.frame, test),
    varies: context.varies || dependsOnRegion(context.frame, test),
    onCount: context.onCount || restsOnCount(context.frame, test),
  };
}

function lowerSwitch(context: Context, node: TSESTree.SwitchStatement): Step[] {
  const inside: Context = { ...context, breaks: 'switch', ...conditions(context, node.discriminant) };
  const arms = node.cases.map((branch) => [
    ...(branch.test ? lowerExpression(context, branch.test) : []),
    ...lowerStatements(inside, branch.consequent),
  ]);
  return [...lowerExpression(context, node.discriminant), { kind: 'choice', arms: [...arms, []] }];
}

function lowerLoop(context: Context, node: LoopNode): Step[] {
  const inside: Context = { ...context, breaks: 'loop' };
  const body = lowerStatement(inside, node.body);
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement': {
      const target =
        node.left.type === 'VariableDeclaration' ? [] : lowerPatternTargets(context, node.left, 'assignment');
      const stream: Step[] =
        node.type === 'ForOfStatement' && node.await
          ? [
              {
                kind: 'await',
                at: placeOf(node),
                of: dependsOnRegion(context.frame, node.right) ? 'started' : 'stream',
              },
            ]
          : [];
      return [
        ...lowerExpression(context, node.right),
        {
          kind: 'repeat',
          body: [...stream, ...target, ...body],
          deferred: false,
          ...(isSameList(context.frame, node.right) ? { same: placeOf(node) } : {}),
        },
      ];
    }
    case 'ForStatement': {
      const init =
        node.init?.type === 'VariableDeclaration'
          ? lowerStatement(context, node.init)
          : node.init
            ? lowerExpression(context, node.init)
            : [];
      const test = node.test ? lowerExpression(context, node.test) : [];
      const update = node.update ? lowerExpression(context, node.update) : [];
      return [...init, { kind: 'repeat', body: [...test, ...body, ...update], deferred: false }];
    }
    default: {
      const test = lowerExpression(context, node.test);
      return [
        {
          kind: 'repeat',
          body: node.type === 'WhileStatement' ? [...test, ...body] : [...body, ...test],
          deferred: false,
        },
      ];
    }
  }
}

/** Whether an inner loop goes through the same list in each iteration of the region. */
function isSameList(frame: Frame, list: TSESTree.Node): boolean {
  const node = bare(list);
  const isNamed = node.type === 'Identifier' || node.type === 'MemberExpression';
  return isNamed && isLoop(frame.region) && !dependsOnRegion(frame, node);
}

/** Whether a node is the item itself, its key or its id, not one of many fields that items may share. */
function isOneItem(frame: Frame, node: TSESTree.Node): boolean {
  // `at++ === wanted`: as many as there are items.
  if (node.type === 'UpdateExpression') return node.argument.type === 'Identifier';
  if (isUnshared(valueKey(frame, node))) return true;
  const variable = node.type === 'Identifier' ? variableOf(frame.source, node) : undefined;
  return variable !== undefined && frame.items.has(variable) && isWholeItem(variable);
}
