// Which functions of the file a function calls, and which of them call each other in circles.
import type { TSESTree } from '@typescript-eslint/utils';
import { localFunction } from './functions.js';
import { calleeOf, type FunctionNode, isCall, walk } from './syntax.js';
import type { SourceCode } from './variables.js';

const known = new WeakMap<FunctionNode, readonly FunctionNode[]>();

/** The functions of this file that the steps of `caller` may call, each once. */
export function calleesOf(source: SourceCode, caller: FunctionNode): readonly FunctionNode[] {
  let callees = known.get(caller);
  if (!callees) {
    const found = new Set<FunctionNode>();
    walk(caller.body, source.visitorKeys, (node) => {
      const callee = isCall(node) ? localFunction(source, calleeOf(node)) : undefined;
      if (callee) found.add(callee);
      return !isElsewhere(node);
    });
    callees = [...found];
    known.set(caller, callees);
  }
  return callees;
}

/** What a declaration holds runs where it is called. */
function isElsewhere(node: TSESTree.Node): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'ClassBody';
}

/** A function on the way down, in Tarjan's search for strongly connected sets. */
interface Entered {
  node: FunctionNode;
  callees: readonly FunctionNode[];
  /** How many callees have been looked at. */
  next: number;
  index: number;
  /** The least index that is reached from here among those not yet in a circle. */
  low: number;
}

/**
 * The functions that `start` reaches, in circles: sets of those that reach each other, each circle behind all that it
 * calls. A function that calls no circle back is a circle of its own.
 * @param isDone tells functions that need not be looked at
 */
export function circlesFrom(
  source: SourceCode,
  start: FunctionNode,
  isDone: (node: FunctionNode) => boolean,
): FunctionNode[][] {
  const circles: FunctionNode[][] = [];
  const indices = new Map<FunctionNode, number>();
  /** Functions whose circle is not known yet, in the order in which they were entered. */
  const stack: FunctionNode[] = [];
  const open = new Set<FunctionNode>();
  const path: Entered[] = [];
  const enter = (node: FunctionNode): void => {
    const index = indices.size;
    indices.set(node, index);
    open.add(node);
    stack.push(node);
    path.push({ node, callees: calleesOf(source, node), next: 0, index, low: index });
  };
  enter(start);
  for (let entered = path.at(-1); entered; entered = path.at(-1)) {
    const callee = entered.callees[entered.next++];
    if (callee) {
      const index = indices.get(callee);
      if (index === undefined) {
        if (!isDone(callee)) enter(callee);
      } else if (open.has(callee)) entered.low = Math.min(entered.low, index);
      continue;
    }
    path.pop();
    const before = path.at(-1);
    if (before) before.low = Math.min(before.low, entered.low);
    if (entered.low !== entered.index) continue;
    const members = stack.splice(stack.lastIndexOf(entered.node));
    for (const member of members) open.delete(member);
    circles.push(members.sort((one, other) => one.range[0] - other.range[0]));
  }
  return circles;
}
