// `list.reduce(async (sofar, item) => …)` as the loop that it is: each call awaits what the call before it returns.
import type { TSESTree } from '@typescript-eslint/utils';
import type { ProjectNames } from '../knowledge/project.js';
import { contextOf } from './context.js';
import { lowerExpression } from './expressions.js';
import type { LoopFacts, Path, Step, WriteStep } from './model.js';
import type { Frame } from './paths.js';
import { placeOf } from './places.js';
import { lowerStatements } from './statements.js';
import { leavesOf } from './steps.js';
import { bare, bareAwaited, propertyName } from './syntax.js';
import { type SourceCode, type Variable, variableOf } from './variables.js';

/** The parts of an async reduction that gathers something. */
export interface Reduction {
  call: TSESTree.CallExpression;
  callback: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;
  list: TSESTree.Expression;
  item: TSESTree.Parameter;
  /** The variable that holds what was gathered so far, once it is awaited; the parameter where it is awaited in place. */
  gathered: Variable;
  /** The statement that awaits it, where it is not awaited in place. */
  before: TSESTree.VariableDeclaration | undefined;
  start: TSESTree.Expression;
  /** What an iteration does besides awaiting what came before and returning. */
  statements: readonly TSESTree.Statement[];
  returned: TSESTree.Expression;
}

/**
 * The reduction that a call is, or `undefined`: also where the one before is awaited for nothing but its end, which is
 * the usual way to say that the order is meant, or is awaited last, so that all run at once as it is.
 */
export function reductionOf(source: SourceCode, node: TSESTree.Node): Reduction | undefined {
  if (node.type !== 'CallExpression' || node.arguments.length !== 2) return undefined;
  const callee = bare(node.callee);
  const [callback, start] = node.arguments;
  if (
    callee.type !== 'MemberExpression' ||
    propertyName(callee) !== 'reduce' ||
    !start ||
    start.type === 'SpreadElement'
  )
    return undefined;
  if (callback?.type !== 'ArrowFunctionExpression' && callback?.type !== 'FunctionExpression') return undefined;
  const [sofar, item] = callback.params;
  if (!callback.async || callback.params.length !== 2 || sofar?.type !== 'Identifier' || !item) return undefined;
  const body = bodyOf(source, callback.body, sofar);
  return body && { call: node, callback, list: callee.object, item, start, ...body };
}

type Body = Pick<Reduction, 'gathered' | 'before' | 'statements' | 'returned'>;

/** `const gathered = await sofar; …; return …`, or what is returned alone: `[...(await sofar), …]`. */
function bodyOf(
  source: SourceCode,
  body: TSESTree.BlockStatement | TSESTree.Expression,
  sofar: TSESTree.Identifier,
): Body | undefined {
  const statements = body.type === 'BlockStatement' ? [...body.body] : [];
  const last = statements.pop();
  const returned = body.type === 'BlockStatement' ? last?.type === 'ReturnStatement' && last.argument : body;
  if (!returned) return undefined;
  const [first, ...others] = statements;
  if (first) {
    const before = awaitedInto(source, first, sofar);
    return before && { ...before, statements: others, returned };
  }
  const gathered = variableOf(source, sofar);
  const [use, another] = gathered?.references ?? [];
  const isAwaited = use?.identifier.parent.type === 'AwaitExpression' && !another;
  if (!gathered || !isAwaited || !addedTo(source, { gathered, returned })) return undefined;
  return { gathered, before: undefined, statements: [], returned };
}

/** `const gathered = await sofar`. */
function awaitedInto(
  source: SourceCode,
  before: TSESTree.Statement,
  sofar: TSESTree.Identifier,
): Pick<Body, 'gathered' | 'before'> | undefined {
  const declarator = before.type === 'VariableDeclaration' ? before.declarations[0] : undefined;
  if (before.type !== 'VariableDeclaration' || declarator?.id.type !== 'Identifier') return undefined;
  const awaited = declarator.init?.type === 'AwaitExpression' ? declarator.init.argument : undefined;
  const gathered = variableOf(source, declarator.id);
  return gathered && awaited?.type === 'Identifier' && awaited.name === sofar.name ? { gathered, before } : undefined;
}

/** The facts on one iteration of a reduction. */
export function factsOfReduction(source: SourceCode, project: ProjectNames, reduction: Reduction): LoopFacts {
  const { call, callback, item, gathered, statements, returned } = reduction;
  const path: Path = { root: 'gathered', text: gathered.name, keys: [] };
  const items = new Map(
    source
      .getDeclaredVariables(callback)
      .filter(({ identifiers }) => identifiers.some((name) => name.range[0] >= item.range[0]))
      .map((variable) => [variable, undefined]),
  );
  const frame: Frame = {
    source,
    project,
    region: callback,
    distinct: new Set(),
    items,
    parameters: new Map([[gathered, path]]),
  };
  const context = contextOf(frame, { gathered });
  const isAsItWas = returned.type === 'Identifier' && variableOf(source, returned) === gathered;
  const end = isAsItWas ? [] : returnedSteps(context, reduction, path);
  const steps = [...lowerStatements(context, statements), ...end];
  const last = source.getTokenBefore(callback.body, { filter: ({ value }) => value !== '(' });
  const head = { ...placeOf(call), end: last?.range[1] ?? call.range[1] };
  return {
    head,
    iteration: { by: 'items' },
    steps: [{ kind: 'block', body: steps }],
    order: undefined,
    counters: [],
    onFailure: [],
    intent: undefined,
  };
}

/** What is returned adds to what was gathered, or may look at it. */
function returnedSteps(context: ReturnType<typeof contextOf>, reduction: Reduction, path: Path): Step[] {
  const { returned } = reduction;
  const write: WriteStep = { kind: 'write', path, how: 'assign', at: placeOf(returned) };
  const added = addedTo(context.frame.source, reduction);
  if (!added) return [...lowerExpression(context, returned), write];
  return [...added.flatMap((part) => (part ? lowerExpression(context, part) : [])), { ...write, how: 'chain' }];
}

/** `x` of a returned `[...gathered, x]`, `{ ...gathered, x }`, `gathered.concat(x)` or `gathered + x`. */
export function addedTo(
  source: SourceCode,
  { gathered, returned }: Pick<Reduction, 'gathered' | 'returned'>,
): readonly (TSESTree.Node | null)[] | undefined {
  const [first, ...others] = partsOf(bare(returned));
  return first && variableOf(source, bareAwaited(first)) === gathered ? others : undefined;
}

/** What a sum is made of: what it begins with, and what comes behind that. */
function partsOf(node: TSESTree.Node): readonly (TSESTree.Node | null)[] {
  const spread = ([first, ...others]: readonly (TSESTree.Node | null)[]): readonly (TSESTree.Node | null)[] =>
    first?.type === 'SpreadElement' ? [first.argument, ...others] : [];
  switch (node.type) {
    case 'ArrayExpression':
      return spread(node.elements);
    case 'ObjectExpression':
      return spread(node.properties);
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right] : [];
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'concat' && !node.optional
        ? [node.callee.object, ...node.arguments]
        : [];
    default:
      return [];
  }
}

/** Whether an iteration awaits anything besides the one before it. */
export function awaitsMore(facts: LoopFacts): boolean {
  return leavesOf(facts.steps).some(({ kind }) => kind === 'await');
}
