// Follows a promise that a variable holds from its start to its first handler on every way, and tells what stands
// between: there its rejection has nobody to go to.
import type { TSESTree } from '@typescript-eslint/utils';
import { placeOf } from '../places.js';
import { childrenOf, isFunction, isLoop, type LoopNode } from '../syntax.js';
import type { SourceCode } from '../variables.js';
import type { Handler } from './handlers.js';
import type { Between, Way } from './model.js';

/** What has come between on each way on which nobody handles the promise so far; empty where all do. */
type Open = readonly (Between | undefined)[];

interface Walk {
  source: SourceCode;
  /** Starts the promise once it is evaluated. */
  start: TSESTree.Node;
  handlers: ReadonlyMap<TSESTree.Node, Handler>;
  ways: Way[];
  /** The ways that left the body of a loop or a `switch` early, to go on behind it. */
  left: Open[];
  /** All that was open inside the `try` around, for its `catch`. */
  thrown: Open[] | undefined;
}

/**
 * The ways from the start of a promise to its first handler, each once.
 * @param statements all that can see the variable which holds it
 */
export function waysThrough(
  source: SourceCode,
  statements: readonly TSESTree.Statement[],
  start: TSESTree.Node,
  handlers: readonly Handler[],
): Way[] {
  const walk: Walk = {
    source,
    start,
    handlers: new Map(handlers.map((handler) => [handler.node, handler])),
    ways: [],
    left: [],
    thrown: undefined,
  };
  const open = through(walk, statements, []);
  for (const between of [open, ...walk.left].flat()) walk.ways.push({ between, handler: undefined });
  const keyOf = ({ between, handler }: Way): string => `${between?.at.start ?? ''} ${handler?.at.start ?? ''}`;
  return [...new Map(walk.ways.map((way) => [keyOf(way), way])).values()];
}

function through(walk: Walk, nodes: readonly (TSESTree.Node | null | undefined)[], open: Open): Open {
  return nodes.reduce<Open>((state, node) => (node ? after(walk, node, state) : state), open);
}

/** What is open once a node is evaluated. */
function after(walk: Walk, node: TSESTree.Node, open: Open): Open {
  const inside = isFunction(node) || node.type === 'ClassBody' ? open : inner(walk, node, open);
  const handler = walk.handlers.get(node);
  const begun = walk.start === node ? union(inside, [undefined]) : inside;
  const rest = handler ? handled(walk, handler, begun) : begun;
  return node.type === 'AwaitExpression' || node.type === 'YieldExpression' ? passed(walk, node, rest) : rest;
}

function inner(walk: Walk, node: TSESTree.Node, open: Open): Open {
  if (isLoop(node)) return afterLoop(walk, node, open);
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const tested = after(walk, node.test, open);
      return union(through(walk, [node.consequent], tested), through(walk, [node.alternate], tested));
    }
    case 'LogicalExpression': {
      const tested = after(walk, node.left, open);
      return union(tested, through(walk, [node.right], tested));
    }
    case 'SwitchStatement':
      return afterSwitch(walk, node, after(walk, node.discriminant, open));
    case 'TryStatement':
      return afterTry(walk, node, open);
    case 'BreakStatement':
    case 'ContinueStatement':
      walk.left.push(open);
      return [];
    case 'ReturnStatement':
    case 'ThrowStatement':
      return leave(walk, node, through(walk, [node.argument], open));
    default:
      return through(walk, childrenOf(node, walk.source.visitorKeys), open);
  }
}

function union(...opens: readonly Open[]): Open {
  return [...new Map(opens.flat().map((between) => [between?.at.start, between])).values()];
}

function handled(walk: Walk, { node, how }: Handler, open: Open): Open {
  const handler = { how, at: placeOf(node) };
  walk.ways.push(...open.map((between) => ({ between, handler })));
  return [];
}

/** Something stands between from here on. */
function passed(walk: Walk, node: TSESTree.Node, open: Open): Open {
  const next = union(open.map((between) => between ?? { what: 'await', at: placeOf(node) }));
  walk.thrown?.push(next);
  return next;
}

/** The function ends here, with nobody to handle the promise; a `throw` may end at a `catch`. */
function leave(walk: Walk, node: TSESTree.ReturnStatement | TSESTree.ThrowStatement, open: Open): Open {
  if (walk.handlers.has(node)) return open;
  const what = node.type === 'ThrowStatement' ? 'throw' : 'return';
  if (what === 'throw' && walk.thrown) walk.thrown.push(open);
  else
    walk.ways.push(...open.map((between) => ({ between: between ?? { what, at: placeOf(node) }, handler: undefined })));
  return [];
}

function afterLoop(walk: Walk, node: LoopNode, open: Open): Open {
  const outside = walk.left;
  walk.left = [];
  const head = node.type === 'ForStatement' ? [node.init] : 'right' in node ? [node.right] : [];
  const first = through(walk, head, open);
  const round = (state: Open): Open => {
    const next = node.type === 'ForOfStatement' && node.await ? passed(walk, node.right, state) : state;
    const tested = 'test' in node && node.type !== 'DoWhileStatement' ? through(walk, [node.test], next) : next;
    const last = node.type === 'DoWhileStatement' ? [node.test] : node.type === 'ForStatement' ? [node.update] : [];
    return through(walk, [node.body, ...last], tested);
  };
  const once = round(first);
  const again = union(once, round(once));
  const result = node.type === 'DoWhileStatement' ? again : union(first, again);
  const left = walk.left;
  walk.left = outside;
  return union(result, ...left);
}

function afterSwitch(walk: Walk, node: TSESTree.SwitchStatement, open: Open): Open {
  const outside = walk.left;
  walk.left = [];
  let falls: Open = [];
  for (const each of node.cases) falls = through(walk, [each.test, ...each.consequent], union(open, falls));
  const left = walk.left;
  walk.left = outside;
  const isWhole = node.cases.some(({ test }) => test === null);
  return union(falls, ...left, ...(isWhole ? [] : [open]));
}

function afterTry(walk: Walk, node: TSESTree.TryStatement, open: Open): Open {
  const outside = walk.thrown;
  if (node.handler) walk.thrown = [];
  const tried = after(walk, node.block, open);
  const thrown = node.handler ? union(...(walk.thrown ?? [])) : [];
  walk.thrown = outside;
  outside?.push(thrown);
  const caught = node.handler ? through(walk, [node.handler.body], thrown) : [];
  return through(walk, [node.finalizer], union(tried, caught));
}
