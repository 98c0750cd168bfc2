// Whether the promises of a list are awaited as a whole somewhere else in the function.
import type { TSESTree } from '@typescript-eslint/utils';
import type { Frame } from './paths.js';
import { calleeNames, chainRoot, functionAround, isFunction } from './syntax.js';
import { isInside, variableOf } from './variables.js';

/** Whether an awaited item is one of a list that a combinator of the same function awaits too: each has settled then. */
export function isGathered({ items, region, source }: Frame, awaited: TSESTree.Node): boolean {
  const item = awaited.type === 'Identifier' ? variableOf(source, awaited) : undefined;
  if (!item || !items.has(item) || region.type !== 'ForOfStatement') return false;
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

/** Whether a node is handed to `Promise.all` or `Promise.allSettled`, itself or as the start of a chain. */
function isCombined(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (!parent || isFunction(parent) || parent.type.endsWith('Statement')) return false;
  if (parent.type === 'CallExpression' && parent.callee !== node)
    return /^Promise\.all(?:Settled)?$/.test(calleeNames(parent.callee).join('.'));
  return isCombined(parent);
}
