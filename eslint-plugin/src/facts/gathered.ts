// Whether the promises of a list run together already: awaited as a whole elsewhere, or started by what is iterated.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Frame } from './paths.js';
import { combinatorsOf } from './promises/combinators.js';
import { bare, calleeNames, chainRoot, functionAround, isFunction, type LoopNode } from './syntax.js';
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
  const around = functionAround(loop) ?? source.ast;
  const list = source.getText(loop.right);
  const body = source.getText(loop.body);
  return combinatorsOf(source).find(({ node, name, input }) => {
    if (input?.of !== 'mapped' || calleeNames(input.call.callee).at(-1) !== 'map' || !name.startsWith('all'))
      return false;
    if (!isInside(node, around) || isInside(node, loop)) return false;
    const called = calledIn(source, input.callback);
    return source.getText(input.items) === list && called !== undefined && body.includes(`${called}(`);
  })?.node;
}

/** What a callback is, or the callee of the one call that it consists of. */
function calledIn(source: SourceCode, callback: TSESTree.Expression): string | undefined {
  if (!isFunction(callback)) return source.getText(callback);
  return callback.body.type === 'CallExpression' ? calleeNames(callback.body.callee).join('.') : undefined;
}
