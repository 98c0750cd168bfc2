// Whether the promises of a list run together already: awaited as a whole elsewhere, or started by what is iterated.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Frame } from './paths.js';
import {
  bare,
  calleeNames,
  chainRoot,
  functionAround,
  type FunctionNode,
  isFunction,
  type LoopNode,
  propertyName,
  walk,
} from './syntax.js';
import { isInside, type SourceCode, variableOf } from './variables.js';

/** Whether an awaited item is one of a list that a combinator of the same function awaits too: each has settled then. */
export function isGathered({ items, region, source }: Frame, awaited: TSESTree.Node): boolean {
  const item = awaited.type === 'Identifier' ? variableOf(source, awaited) : undefined;
  if (!item || !items.has(item) || region.type !== 'ForOfStatement') return false;
  if (startsItself(region.right)) return true;
  const root = chainRoot(region.right);
  const list = root.type === 'Identifier' ? variableOf(source, root) : undefined;
  const around = functionAround(region);
  return (
    list?.references.some(
      ({ identifier }) =>
        !isInside(identifier, region) && functionAround(identifier) === around && isCombined(identifier),
    ) ?? false
  );
}

/** `new Stream(jobs).buffer(9)`: whoever hands out promises from a list of its own starts as many as it likes. */
function startsItself(list: TSESTree.Node): boolean {
  const node = bare(list);
  if (node.type === 'NewExpression') return calleeNames(node.callee).at(-1) !== 'Array';
  if (node.type !== 'CallExpression') return false;
  const name = calleeNames(node.callee).at(-1) ?? '';
  return /^(?:buffer|batch|prefetch|pool|limit|concurrent\w*|parallel\w*)$/i.test(name);
}

/** Whether a node is handed to `Promise.all` or `Promise.allSettled`, itself or as the start of a chain. */
function isCombined(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (!parent || isFunction(parent) || parent.type.endsWith('Statement')) return false;
  if (parent.type === 'CallExpression' && parent.callee !== node)
    return /^Promise\.all(?:Settled)?$/.test(calleeNames(parent.callee).join('.'));
  return isCombined(parent);
}

/**
 * The place where the same function runs over the same list by `Promise.all`, somewhere else in the function: whoever
 * writes both has chosen.
 */
export function alternativeOf(source: SourceCode, loop: LoopNode): TSESTree.Node | undefined {
  if (loop.type !== 'ForOfStatement') return undefined;
  const list = source.getText(loop.right);
  const body = source.getText(loop.body);
  return mappingsIn(source, functionAround(loop) ?? source.ast).find(
    (mapping) => mapping.list === list && !isInside(mapping.call, loop) && body.includes(`${mapping.called}(`),
  )?.call;
}

/** `Promise.all(list.map(called))`. */
interface Mapping {
  call: TSESTree.CallExpression;
  list: string;
  called: string;
}

const mappings = new WeakMap<TSESTree.Node, readonly Mapping[]>();

function mappingsIn(source: SourceCode, around: TSESTree.Node): readonly Mapping[] {
  let known = mappings.get(around);
  if (!known) {
    const found: Mapping[] = [];
    walk(around, source.visitorKeys, (node) => {
      const mapping = node.type === 'CallExpression' ? mappingOf(source, node) : undefined;
      if (mapping) found.push(mapping);
      return true;
    });
    mappings.set(around, (known = found));
  }
  return known;
}

function mappingOf(source: SourceCode, call: TSESTree.CallExpression): Mapping | undefined {
  const [mapped] = call.arguments;
  if (mapped?.type !== 'CallExpression' || mapped.callee.type !== 'MemberExpression') return undefined;
  if (propertyName(mapped.callee) !== 'map' || !calleeNames(call.callee).join('.').startsWith('Promise.all'))
    return undefined;
  const [callback] = mapped.arguments;
  const called = callback && (isFunction(callback) ? calledIn(callback) : source.getText(callback));
  return called === undefined ? undefined : { call, list: source.getText(mapped.callee.object), called };
}

/** The callee of the one call that an arrow function consists of. */
function calledIn(callback: FunctionNode): string | undefined {
  return callback.body.type === 'CallExpression' ? calleeNames(callback.body.callee).join('.') : undefined;
}
