// Follows a promise that a variable holds from its start to its first handler on every way, and tells what stands
// between: there its rejection has nobody to go to.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from '../functions.js';
import { placeOf } from '../places.js';
import { childrenOf, hasOwnNode, isFunction, isLoop, type LoopNode, walk } from '../syntax.js';
import { isInside, type SourceCode } from '../variables.js';
import type { Handler } from './handlers.js';
import type { Between, Way } from './model.js';
import { catchAround } from './surroundings.js';

/** What has come between on each way on which nobody handles the promise so far; empty where all do. */
type Open = readonly (Between | undefined)[];

interface State {
  source: SourceCode;
  /** Starts the promise once it is evaluated. */
  start: TSESTree.Node;
  handlers: ReadonlyMap<TSESTree.Node, Handler>;
  /** The starts and handlers, with all that is around them. */
  own: ReadonlySet<TSESTree.Node>;
  leaving: Leaving;
  ways: Way[];
  /** The ways that left the body of a loop or a `switch` early, to go on behind it. */
  left: Open[];
  /** All that was open inside the `try` around, for its `catch`. */
  thrown: Open[] | undefined;
}

/**
 * The ways from each start of a promise to its first handler, each way once.
 * @param statements all that can see the variable which holds what is started
 */
export function waysThrough(
  source: SourceCode,
  statements: readonly TSESTree.Statement[],
  starts: readonly TSESTree.Node[],
  handlers: readonly Handler[],
): Way[][] {
  const taken = new Map(handlers.map((handler) => [handler.node, handler]));
  const leaving = leavingNodes(source, statements);
  const own = new Set<TSESTree.Node>();
  for (const node of [...starts, ...taken.keys()]) addWithSurroundings(own, node);
  return starts.map((start) => {
    const state: State = { source, start, handlers: taken, own, leaving, ways: [], left: [], thrown: undefined };
    const open = fromStart(state, statements);
    for (const between of [open, ...state.left].flat()) state.ways.push({ between, handler: undefined });
    const keyOf = ({ between, handler }: Way): string => `${between?.at.start ?? ''} ${handler?.at.start ?? ''}`;
    return [...new Map(state.ways.map((way) => [keyOf(way), way])).values()];
  });
}

/** What is open behind all statements: nothing is before the one with the start, nor once all ways are handled. */
function fromStart(state: State, statements: readonly TSESTree.Statement[]): Open {
  const first = statements.findIndex((statement) => isInside(state.start, statement));
  let open: Open = [];
  for (const statement of statements.slice(first)) {
    open = after(state, statement, open);
    if (open.length === 0) break;
  }
  return open;
}

/** Nodes that wait, and nodes that leave, each with all that is around them; and those calls that may throw. */
interface Leaving {
  waits: ReadonlySet<TSESTree.Node>;
  exits: ReadonlySet<TSESTree.Node>;
  throws: ReadonlySet<TSESTree.Node>;
}

const exitTypes: ReadonlySet<string> = new Set([
  'ReturnStatement',
  'ThrowStatement',
  'BreakStatement',
  'ContinueStatement',
]);

const known = new WeakMap<readonly TSESTree.Statement[], Leaving>();

/** The nodes among statements that wait or leave. */
function leavingNodes(source: SourceCode, statements: readonly TSESTree.Statement[]): Leaving {
  let found = known.get(statements);
  if (!found) {
    const waits = new Set<TSESTree.Node>();
    const exits = new Set<TSESTree.Node>();
    const throws = new Set<TSESTree.Node>();
    for (const statement of statements) {
      walk(statement, source.visitorKeys, (node) => {
        if (mayThrow(source, node)) throws.add(node);
        if (exitTypes.has(node.type) || throws.has(node)) addWithSurroundings(exits, node);
        else if (isWaiting(node) || (node.type === 'ForOfStatement' && node.await)) addWithSurroundings(waits, node);
        return !isFunction(node) && node.type !== 'ClassBody';
      });
    }
    found = { waits, exits, throws };
    known.set(statements, found);
  }
  return found;
}

/** Whether a node calls a function of the file that throws at once. */
function mayThrow(source: SourceCode, node: TSESTree.Node): boolean {
  const local = node.type === 'CallExpression' ? localFunction(source, node.callee) : undefined;
  if (!local || local.async || local.generator) return false;
  return hasOwnNode(local.body, source.visitorKeys, (inner) => inner.type === 'ThrowStatement' && !catchAround(inner));
}

function isWaiting({ type }: TSESTree.Node): boolean {
  return type === 'AwaitExpression' || type === 'YieldExpression';
}

function addWithSurroundings(nodes: Set<TSESTree.Node>, node: TSESTree.Node): void {
  for (let each: TSESTree.Node | undefined = node; each && !nodes.has(each); each = each.parent) nodes.add(each);
}

function through(state: State, nodes: readonly (TSESTree.Node | null | undefined)[], open: Open): Open {
  return nodes.reduce<Open>((before, node) => (node ? after(state, node, before) : before), open);
}

/** What is open once a node is evaluated. */
function after(state: State, node: TSESTree.Node, open: Open): Open {
  if (!tells(state, node, open)) return open;
  const inside = isFunction(node) || node.type === 'ClassBody' ? open : inner(state, node, open);
  const handler = state.handlers.get(node);
  const begun = state.start === node ? union(inside, [undefined]) : inside;
  const rest = handler ? handled(state, handler, begun) : begun;
  if (state.leaving.throws.has(node)) thrown(state, node, rest);
  return isWaiting(node) ? passed(state, node, rest) : rest;
}

/** Whether a node holds anything of interest; others are passed over, however deep they are. */
function tells({ own, leaving, thrown }: State, node: TSESTree.Node, open: Open): boolean {
  if (own.has(node) || leaving.exits.has(node)) return true;
  // One more await says nothing new of ways on which something has come between.
  return leaving.waits.has(node) && (thrown !== undefined || open.includes(undefined));
}

function inner(state: State, node: TSESTree.Node, open: Open): Open {
  if (isLoop(node)) return afterLoop(state, node, open);
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const tested = after(state, node.test, open);
      return union(through(state, [node.consequent], tested), through(state, [node.alternate], tested));
    }
    case 'LogicalExpression': {
      const tested = after(state, node.left, open);
      return union(tested, through(state, [node.right], tested));
    }
    case 'SwitchStatement':
      return afterSwitch(state, node, after(state, node.discriminant, open));
    case 'TryStatement':
      return afterTry(state, node, open);
    case 'BreakStatement':
    case 'ContinueStatement':
      state.left.push(open);
      return [];
    case 'ReturnStatement':
    case 'ThrowStatement':
      return leave(state, node, through(state, [node.argument], open));
    default:
      return through(state, childrenOf(node, state.source.visitorKeys), open);
  }
}

function union(...opens: readonly Open[]): Open {
  return [...new Map(opens.flat().map((between) => [between?.at.start, between])).values()];
}

function handled(state: State, { node, how }: Handler, open: Open): Open {
  const handler = { how, at: placeOf(node) };
  state.ways.push(...open.map((between) => ({ between, handler })));
  return [];
}

/** Something stands between from here on. */
function passed(state: State, node: TSESTree.Node, open: Open): Open {
  const next = union(open.map((between) => between ?? { what: 'await', at: placeOf(node) }));
  state.thrown?.push(next);
  return next;
}

/** The function ends here, with nobody to handle the promise; a `throw` may end at a `catch`. */
function leave(state: State, node: TSESTree.ReturnStatement | TSESTree.ThrowStatement, open: Open): Open {
  if (state.handlers.has(node)) return open;
  if (node.type === 'ThrowStatement') thrown(state, node, open);
  else ended(state, node, open);
  return [];
}

function thrown(state: State, node: TSESTree.Node, open: Open): void {
  if (state.thrown) state.thrown.push(open);
  else ended(state, node, open);
}

function ended(state: State, node: TSESTree.Node, open: Open): void {
  const what = node.type === 'ReturnStatement' ? 'return' : 'throw';
  state.ways.push(...open.map((between) => ({ between: between ?? { what, at: placeOf(node) }, handler: undefined })));
}

function afterLoop(state: State, node: LoopNode, open: Open): Open {
  const outside = state.left;
  state.left = [];
  const head = node.type === 'ForStatement' ? [node.init] : 'right' in node ? [node.right] : [];
  const first = through(state, head, open);
  const round = (before: Open): Open => {
    const next = node.type === 'ForOfStatement' && node.await ? passed(state, node.right, before) : before;
    const tested = 'test' in node && node.type !== 'DoWhileStatement' ? through(state, [node.test], next) : next;
    const last = node.type === 'DoWhileStatement' ? [node.test] : node.type === 'ForStatement' ? [node.update] : [];
    return through(state, [node.body, ...last], tested);
  };
  const once = round(first);
  const again = union(once, round(once));
  const result = node.type === 'DoWhileStatement' ? again : union(first, again);
  const left = state.left;
  state.left = outside;
  return union(result, ...left);
}

function afterSwitch(state: State, node: TSESTree.SwitchStatement, open: Open): Open {
  const outside = state.left;
  state.left = [];
  let falls: Open = [];
  for (const each of node.cases) falls = through(state, [each.test, ...each.consequent], union(open, falls));
  const left = state.left;
  state.left = outside;
  const isWhole = node.cases.some(({ test }) => test === null);
  return union(falls, ...left, ...(isWhole ? [] : [open]));
}

function afterTry(state: State, node: TSESTree.TryStatement, open: Open): Open {
  const outside = state.thrown;
  if (node.handler) state.thrown = [];
  const tried = after(state, node.block, open);
  const thrown = node.handler ? union(...(state.thrown ?? [])) : [];
  state.thrown = outside;
  outside?.push(thrown);
  const caught = node.handler ? through(state, [node.handler.body], thrown) : [];
  return through(state, [node.finalizer], union(tried, caught));
}
