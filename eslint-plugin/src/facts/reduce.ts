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
import { bare, propertyName } from './syntax.js';
import { type SourceCode, type Variable, variableOf } from './variables.js';

/** The parts of an async reduction that gathers something. */
export interface Reduction {
  call: TSESTree.CallExpression;
  callback: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;
  list: TSESTree.Expression;
  item: TSESTree.Parameter;
  /** The variable that holds what was gathered so far, once it is awaited. */
  gathered: Variable;
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
  if (
    !callback.async ||
    callback.params.length !== 2 ||
    sofar?.type !== 'Identifier' ||
    !item ||
    callback.body.type !== 'BlockStatement'
  )
    return undefined;
  const [first, ...others] = callback.body.body;
  const last = others.pop();
  const gathered = first && awaitedInto(source, first, sofar);
  if (!gathered || last?.type !== 'ReturnStatement' || !last.argument) return undefined;
  return {
    call: node,
    callback,
    list: callee.object,
    item,
    gathered,
    start,
    statements: others,
    returned: last.argument,
  };
}

/** The variable of `const gathered = await sofar`. */
function awaitedInto(
  source: SourceCode,
  statement: TSESTree.Statement,
  sofar: TSESTree.Identifier,
): Variable | undefined {
  const declarator = statement.type === 'VariableDeclaration' ? statement.declarations[0] : undefined;
  if (declarator?.id.type !== 'Identifier' || declarator.init?.type !== 'AwaitExpression') return undefined;
  const { argument } = declarator.init;
  return argument.type === 'Identifier' && argument.name === sofar.name ? variableOf(source, declarator.id) : undefined;
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
  const last = isAsItWas ? [] : returnedSteps(context, reduction, path);
  const steps = [...lowerStatements(context, statements), ...last];
  const head = { ...placeOf(call), end: source.getTokenBefore(callback.body)?.range[1] ?? call.range[1] };
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

/** A returned `[...gathered, x]` or `{ ...gathered, x }` adds; anything else may look at what was gathered. */
function returnedSteps(context: ReturnType<typeof contextOf>, reduction: Reduction, path: Path): Step[] {
  const { returned } = reduction;
  const write: WriteStep = { kind: 'write', path, how: 'assign', at: placeOf(returned) };
  const added = spreadWith(context.frame.source, reduction);
  if (!added) return [...lowerExpression(context, returned), write];
  return [...added.flatMap((part) => (part ? lowerExpression(context, part) : [])), { ...write, how: 'chain' }];
}

/** `x` of a returned `[...gathered, x]` or `{ ...gathered, x }`; `undefined` for anything else. */
export function spreadWith(
  source: SourceCode,
  { gathered, returned }: Reduction,
): readonly (TSESTree.Node | null)[] | undefined {
  const parts: readonly (TSESTree.Node | null)[] =
    returned.type === 'ArrayExpression'
      ? returned.elements
      : returned.type === 'ObjectExpression'
        ? returned.properties
        : [];
  const [first, ...others] = parts;
  return first?.type === 'SpreadElement' && variableOf(source, bare(first.argument)) === gathered ? others : undefined;
}

/** Whether an iteration awaits anything besides the one before it. */
export function awaitsMore(facts: LoopFacts): boolean {
  return leavesOf(facts.steps).some(({ kind }) => kind === 'await');
}
